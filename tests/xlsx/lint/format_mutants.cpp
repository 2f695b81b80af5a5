// Faults of styles, conditional formats and validations.
#include "tests/xlsx/lint/mutant.h"

namespace support {

static const std::string sheet = "xl/worksheets/sheet1.xml";
static const std::string styles = "xl/styles.xml";

static Mutant change(std::string sentence, std::string invariant, const std::string& part, std::string was,
                     std::string is) {
    return {std::move(sentence), std::move(invariant), Mutant::Edit::change, part,
            std::move(was),      std::move(is)};
}

std::vector<Mutant> format_mutants() {
    return {
        change("colours stand before the cell formats", "S1", styles, "<cellXfs", "<colors/><cellXfs"),
        change("the cell formats are counted wrongly", "S13", styles, R"(<cellXfs count="3">)",
               R"(<cellXfs count="2">)"),
        change("the differential formats are counted wrongly", "S13", styles, R"(<dxfs count="2">)",
               R"(<dxfs count="3">)"),
        change("a format's font is not there", "Y1", styles, R"(numFmtId="14" fontId="0")",
               R"(numFmtId="14" fontId="1")"),
        change("a format's fill is not there", "Y1", styles, R"(numFmtId="14" fontId="0" fillId="0")",
               R"(numFmtId="14" fontId="0" fillId="2")"),
        change("a format's border is not there", "Y1", styles, R"(borderId="0" xfId="0" applyNumberFormat)",
               R"(borderId="1" xfId="0" applyNumberFormat)"),
        change("a format's style is not there", "Y1", styles, R"(xfId="0" applyNumberFormat)",
               R"(xfId="1" applyNumberFormat)"),
        change("a format's number format is not there", "Y1", styles, R"(<xf numFmtId="164")",
               R"(<xf numFmtId="165")"),
        change("a cell style's format is not there", "Y1", styles, R"(name="Normal" xfId="0")",
               R"(name="Normal" xfId="1")"),
        change("a differential number format has no id", "Y1", styles, "<dxf><font><i/></font></dxf>",
               R"(<dxf><font><i/></font><numFmt formatCode="0"/></dxf>)"),
        change("a differential format has its border before its font", "Y2", styles,
               "<dxf><font><i/></font></dxf>", "<dxf><border/><font><i/></font></dxf>"),
        change("the second fill is a colour", "Y3", styles, R"(<patternFill patternType="gray125"/>)",
               R"(<patternFill patternType="solid"/>)"),
        change("the first fill is not none", "Y3", styles, R"(<patternFill patternType="none"/>)",
               R"(<patternFill patternType="solid"/>)"),
        change("a colour has six digits", "Y4", styles, R"(<color rgb="FF000000"/>)",
               R"(<color rgb="000000"/>)"),
        change("a colour is a word", "Y4", styles, R"(<bgColor rgb="FFFFFF00"/>)",
               R"(<bgColor rgb="FFyellow"/>)"),

        change("a rule's dxf is not there", "D1", sheet, R"(dxfId="0")", R"(dxfId="2")"),
        change("a table style's dxf is not there", "D1", styles, R"(dxfId="1")", R"(dxfId="2")"),
        change("a table column's dxf is not there", "D1", "xl/tables/table1.xml", R"(dataDxfId="1")",
               R"(dataDxfId="2")"),
        change("a rule has the priority 0", "D2", sheet, R"(priority="1")", R"(priority="0")"),
        change("a rule has no priority", "D2", sheet, R"( priority="1")", ""),
        change("half a pair of rules is gone", "D3", sheet, R"(id="{AAAAAAAA-0000-4000-8000-000000000001}">)",
               R"(id="{AAAAAAAA-0000-4000-8000-000000000002}">)"),
        change("two extensions of one kind", "D3", sheet, R"(</extLst>
</worksheet>)",
               R"(<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst></worksheet>)"),
        change("a conditional format on no cells", "D4", sheet, R"(<conditionalFormatting sqref="C4:C5">)",
               R"(<conditionalFormatting sqref="">)"),
        change("a validation on no cells", "D4", sheet, R"(allowBlank="1" sqref="D4:D5")",
               R"(allowBlank="1" sqref="4D")"),
        change("a format of Excel 2010 on no cells", "D4", sheet, "<xm:sqref>C6</xm:sqref>",
               "<xm:sqref>6C</xm:sqref>"),
        change("a rule that compares with nothing", "D5", sheet, "<formula>1</formula>", ""),
        change("a data bar without bar", "D5", sheet,
               R"(<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar>)", ""),
        change("two validations on one cell", "D6", sheet, R"(type="decimal" sqref="C4:C5")",
               R"(type="decimal" sqref="C4:D4")"),
        change("a validation of Excel 2010 on another's cell", "D6", sheet, "<xm:sqref>B9</xm:sqref>",
               "<xm:sqref>D5</xm:sqref>"),
    };
}

} // namespace support
