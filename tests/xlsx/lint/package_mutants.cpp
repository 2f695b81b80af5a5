// Faults of the package: parts, content types, relationships, document properties.
#include "tests/xlsx/lint/mutant.h"

namespace support {

using Edit = Mutant::Edit;

static const std::string types = "[Content_Types].xml";
static const std::string roots = "_rels/.rels";
static const std::string book = "xl/workbook.xml";
static const std::string book_related = "xl/_rels/workbook.xml.rels";
static const std::string sheet = "xl/worksheets/sheet1.xml";
static const std::string sheet_related = "xl/worksheets/_rels/sheet1.xml.rels";
static const std::string properties = "docProps/app.xml";

static Mutant change(std::string sentence, std::string invariant, std::string part, std::string was,
                     std::string is) {
    return {std::move(sentence), std::move(invariant), Edit::change,
            std::move(part),     std::move(was),       std::move(is)};
}

std::vector<Mutant> package_mutants() {
    return {
        change("the styles end too early", "X1", "xl/styles.xml", "</styleSheet>", ""),
        change("a tag is never closed", "X1", "xl/worksheets/sheet2.xml", "</row>\n</sheetData>",
               "</sheetData>"),
        change("a cell says twice where it is", "X1", sheet, R"(<c r="C5">)", R"(<c r="C5" r="C5">)"),
        change("a row has its number twice", "X1", sheet, R"(<row r="7">)", R"(<row r="7" r="7">)"),
        change("a margin is given twice", "X1", sheet, R"(<pageMargins left="0.7")",
               R"(<pageMargins left="0.7" left="1")"),
        change("the list of strings is cut short", "X1", "xl/sharedStrings.xml", "</sst>", ""),

        change("two defaults for one extension", "P1", types, "</Types>",
               R"(<Default Extension="VML" ContentType="text/xml"/></Types>)"),
        change("two overrides for one part", "P1", types, "</Types>",
               R"(<Override PartName="/xl/Styles.xml" ContentType="text/xml"/></Types>)"),
        change("drawings have no type", "P1", types, R"(<Default Extension="vml")",
               R"(<Default Extension="vm")"),
        change(
            "styles have no type but that of any XML", "P1", types,
            R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)",
            ""),
        change("pictures have no type", "P1", types, R"(<Default Extension="png" ContentType="image/png"/>)",
               ""),
        {"a part of no known extension", "P1", Edit::add, "xl/notes.txt", "", "left behind"},
        change("a type for comments that are not there", "P2", types, "</Types>",
               R"(<Override PartName="/xl/comments2.xml" ContentType="text/xml"/></Types>)"),
        change("the list of types lists itself", "P2", types, "</Types>",
               R"(<Override PartName="/[Content_Types].xml" ContentType="text/xml"/></Types>)"),
        change("a workbook without macros says it has some", "P3", types,
               "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
               "vnd.ms-excel.sheet.macroEnabled.main"),
        {"macros in a workbook that says it has none", "P3", Edit::add, "xl/vbaProject.bin", "", "macros"},

        change("a relationship leads to settings that are not there", "P4", sheet_related,
               "printerSettings1.bin\"", "printerSettings9.bin\""),
        change("two relationships have one id", "P4", sheet_related, R"(Id="rId9")", R"(Id="rId8")"),
        change("the drawing's id is nowhere", "P4", sheet, R"(<drawing r:id="rId1"/>)",
               R"(<drawing r:id="rId77"/>)"),
        change("the drawing's id is a table's", "P4", sheet, R"(<drawing r:id="rId1"/>)",
               R"(<drawing r:id="rId6"/>)"),
        change("the table part's id is a link's", "P4", "xl/worksheets/sheet2.xml",
               R"(<tablePart r:id="rId2"/>)", R"(<tablePart r:id="rId3"/>)"),
        change("a link's id is nowhere", "P4", sheet, R"(<hyperlink ref="B5" r:id="rId8"/>)",
               R"(<hyperlink ref="B5" r:id="rId18"/>)"),
        change("a sheet's id is nowhere", "P4", book, R"(sheetId="5" r:id="rId3")",
               R"(sheetId="5" r:id="rId33")"),
        change("the pivot cache's id is nowhere", "P4", book, R"(cacheId="7" r:id="rId8")",
               R"(cacheId="7" r:id="rId88")"),
        change("a sheet's part is nowhere", "P4", book_related, "worksheets/sheet3.xml",
               "worksheets/sheet9.xml"),
        change("the chart of a drawing is nowhere", "P4", "xl/drawings/_rels/drawing1.xml.rels", "chart1.xml",
               "chart2.xml"),
        change("a chart uses an id that its drawing lacks", "P4", "xl/drawings/drawing1.xml",
               R"(r:id="rId1"/></a:graphicData>)", R"(r:id="rId2"/></a:graphicData>)"),
        change("the printer settings' id is nowhere", "P4", sheet, R"(paperSize="9" r:id="rId9")",
               R"(paperSize="9" r:id="rId99")"),
        change("a control's id is nowhere", "P4", sheet, R"(shapeId="1026" r:id="rId7")",
               R"(shapeId="1026" r:id="rId70")"),
        {"relationships of a part that is not there", "P4", Edit::add, "xl/drawings/_rels/drawing2.xml.rels",
         "", R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>)"},
        change("a link to the web is not said to be external", "P5", sheet_related,
               R"( TargetMode="External")", ""),
        change("a target climbs out of the package", "P5", "xl/drawings/_rels/vmlDrawing2.vml.rels",
               "../media/image1.png", "../../../media/image1.png"),
        change("a target is empty", "P5", "xl/drawings/_rels/vmlDrawing2.vml.rels", "../media/image1.png",
               ""),
        {"a part's name has an empty segment", "P6", Edit::add, "customXml//item1.xml", "", "<empty/>"},
        {"a part's name ends in a dot", "P6", Edit::add, "customXml/a./item1.xml", "", "<empty/>"},
        change("a prefix that may be ignored is not declared", "P7", sheet, R"(mc:Ignorable="x14")",
               R"(mc:Ignorable="x14 xr9")"),
        change("the workbook's own such prefix is lost", "P7", book,
               R"( xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main")", ""),

        change("the properties count one sheet too many", "P8", properties, "<vt:i4>3</vt:i4>",
               "<vt:i4>4</vt:i4>"),
        change("the list of titles is said to be longer than it is", "P8", properties,
               R"(<vt:vector size="5")", R"(<vt:vector size="6")"),
        change("the list of headings is said to be shorter than it is", "P8", properties,
               R"(<vt:vector size="4")", R"(<vt:vector size="2")"),
        change("a title is missing", "P8", properties, "<vt:lpstr>Total</vt:lpstr>", ""),
        change("a sheet is not among the titles", "P8", properties, "<vt:lpstr>Pivot</vt:lpstr>",
               "<vt:lpstr>Homes</vt:lpstr>"),
        {"a signature that is not related to the package", "P9", Edit::add, "_xmlsignatures/sig1.xml", "",
         "<Signature/>"},
        change(
            "the label is not related to the package", "P10", roots,
            R"(<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels" Target="docMetadata/LabelInfo.xml"/>)",
            ""),
    };
}

} // namespace support
