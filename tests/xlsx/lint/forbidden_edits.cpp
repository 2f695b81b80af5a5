#include "tests/xlsx/lint/forbidden_edits.h"

namespace support {

std::vector<Forbidden> forbidden_edits() {
    const std::string styles = "xl/styles.xml";
    const Parts custom = {
        {"docProps/custom.xml", "<Properties><property name=\"MSIP_Label\"/></Properties>"}};
    const Parts link = {{"xl/externalLinks/externalLink1.xml", "<externalLink><a/></externalLink>"}};
    return {
        {"a label is switched off",
         "P10",
         {},
         "docMetadata/LabelInfo.xml",
         R"(enabled="1")",
         R"(enabled="0")"},
        {"a label's property is gone", "P10", custom, "docProps/custom.xml",
         R"(<property name="MSIP_Label"/>)", ""},
        {"printer settings are written anew",
         "P11",
         {},
         "xl/printerSettings/printerSettings1.bin",
         "own",
         "new"},
        {"a control is written anew", "P11", {}, "xl/ctrlProps/ctrlProp1.xml", R"( lockText="1")", ""},
        {"a person is written anew", "P11", {}, "xl/persons/person.xml", R"(userId="pat")", R"(userId="jo")"},
        {"pivot records are written anew",
         "P11",
         {},
         "xl/pivotCache/pivotCacheRecords1.xml",
         R"(<n v="4"/>)",
         R"(<n v="5"/>)"},
        {"a link to another workbook is written anew", "P11", link, "xl/externalLinks/externalLink1.xml",
         "<a/>", ""},
        {"a picture is another", "P11", {}, "xl/media/image1.png", "picture", "new"},
        {"the workbook's protection is gone",
         "W7",
         {},
         "xl/workbook.xml",
         R"(<workbookProtection lockStructure="1"/>)",
         ""},
        {"a cell format is put before the others",
         "Y5",
         {},
         styles,
         R"(<cellXfs count="3">)",
         R"(<cellXfs count="4"><xf xfId="0"/>)"},
        {"a differential format is another", "Y5", {}, styles, "<font><i/></font>", "<font><u/></font>"},
        {"a font is another", "Y5", {}, styles, R"(<sz val="11"/>)", R"(<sz val="12"/>)"},
    };
}

} // namespace support
