// Faults of a sheet's cells, and of what stands around them.
#include "tests/xlsx/lint/mutant.h"

namespace support {

static const std::string sheet = "xl/worksheets/sheet1.xml";
static const std::string lists = "xl/worksheets/sheet2.xml";
static const std::string strings = "xl/sharedStrings.xml";

static Mutant change(std::string sentence, std::string invariant, std::string was, std::string is,
                     const std::string& part = sheet) {
    return {std::move(sentence), std::move(invariant), Mutant::Edit::change, part,
            std::move(was),      std::move(is)};
}

std::vector<Mutant> sheet_mutants() {
    return {
        change("the margins stand before the dimension", "S1", "<dimension", R"(<printOptions/><dimension)"),
        change("the drawing stands behind the legacy drawing", "S1",
               R"(<drawing r:id="rId1"/>
<legacyDrawing r:id="rId2"/>)",
               R"(<legacyDrawing r:id="rId2"/>
<drawing r:id="rId1"/>)"),
        change("validations stand behind the links", "S1", "<pageMargins",
               R"(<dataValidations><dataValidation sqref="A20"/></dataValidations><pageMargins)"),
        change("an empty list of merges", "S2", R"(<pageMargins)", R"(<mergeCells/><pageMargins)",
               "xl/worksheets/sheet2.xml"),
        change("an empty list of links", "S2", R"(<pageMargins)", R"(<hyperlinks/><pageMargins)", lists),
        change("a conditional format without a rule", "S2", R"(<pageMargins)",
               R"(<conditionalFormatting sqref="A1"/><pageMargins)", lists),
        change("an empty list of validations", "S2", R"(<pageMargins)",
               R"(<dataValidations count="0"/><pageMargins)", lists),
        change("an empty list of columns", "S2", "<sheetData>", "<cols/><sheetData>", lists),

        change("a row comes twice", "S3", R"(<row r="5" spans)", R"(<row r="4" spans)"),
        change("two cells stand at one address", "S3", R"(<c r="C1"/><c r="D1"/>)",
               R"(<c r="C1"/><c r="C1"/>)"),
        change("cells stand in the wrong order", "S3", R"(<c r="C1"/><c r="D1"/>)",
               R"(<c r="D1"/><c r="C1"/>)"),
        change("a cell stands in another's row", "S3", R"(<c r="C1"/><c r="D1"/>)",
               R"(<c r="C1"/><c r="D2"/>)"),
        change("a cell's address is none", "S3", R"(<c r="C1"/><c r="D1"/>)", R"(<c r="C1"/><c r="1D"/>)"),
        change("a row lies beyond the sheet", "S3", R"(</row>
</sheetData>)",
               R"(</row><row r="1048577"/></sheetData>)"),

        change("a cell has a prefix that the sheet has not", "S5", R"(<c r="C1"/>)",
               R"(<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="C1"/>)"),
        change("the merges have another prefix", "S5",
               R"(<mergeCells count="1"><mergeCell ref="B1:D1"/></mergeCells>)",
               R"(<y:mergeCells count="1"><mergeCell ref="B1:D1"/></y:mergeCells>)"),
        change("a sheet is of the strict family in a transitional workbook", "S5",
               "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
               "http://purl.oclc.org/ooxml/spreadsheetml/main", "xl/worksheets/sheet3.xml"),

        change("a number cell holds text", "S6", R"(<c r="C5"><v>12</v>)", R"(<c r="C5"><v>twelve</v>)"),
        change("a shared text is not there", "S6", R"(<c r="D4" t="s"><v>4</v>)",
               R"(<c r="D4" t="s"><v>5</v>)"),
        change("a truth is neither true nor false", "S6", R"(t="b"><v>1</v>)", R"(t="b"><v>yes</v>)"),
        change("an error is none", "S6", "<v>#N/A</v>", "<v>NA</v>"),
        change("text in line in a cell of another type", "S6", R"(<c r="B5" t="inlineStr">)",
               R"(<c r="B5">)"),
        change("a type that there is not", "S6", R"(<c r="C5"><v>12</v>)",
               R"(<c r="C5" t="number"><v>12</v>)"),
        change("metadata that is not there", "S7", R"(cm="1")", R"(cm="2")", lists),
        change("a value's metadata where there is none", "S7", R"(<c r="C5">)", R"(<c r="C5" vm="1">)"),
        change("a cell's format is not there", "S8", R"(<c r="C4" s="1">)", R"(<c r="C4" s="3">)"),
        change("a row's format is not there", "S8", R"(s="2" customFormat="1")", R"(s="9" customFormat="1")"),
        change("a column's format is not there", "S8", R"(width="3" style="1")", R"(width="3" style="3")"),

        change("a control character", "X1", "<t>Homes let</t>", "<t>Homes\x01let</t>"),
        change("a reference to a control character", "S9", "<t>Homes let</t>", "<t>Homes&#2;let</t>"),
        change("a reference to half a pair of surrogates", "S9", "<t>Homes let</t>",
               "<t>Homes&#xD83D;let</t>"),
        change("U+FFFF in a string", "S9", "<t>Amber</t>", "<t>Amber\xEF\xBF\xBF</t>", strings),
        change("a text of 32,768 characters", "S10", "<t>Homes let</t>",
               "<t>" + std::string(32'768, 'x') + "</t>"),
        change("a shared text of 32,768 characters", "S10", "<t>Amber</t>",
               "<t>" + std::string(32'768, 'x') + "</t>", strings),
        change("a formula of 8,193 characters", "S10", "<f>SUM(C4:C5)</f>",
               "<f>" + std::string(8'193, '1') + "</f>"),
        change("a validation's list of 256 characters", "S10", R"("Red,Amber,Green")",
               '"' + std::string(256, 'x') + '"'),
        change("a link of 2,080 characters", "S10", "https://example.org/homes",
               "https://example.org/" + std::string(2'060, 'x'), "xl/worksheets/_rels/sheet1.xml.rels"),
        change("a text in line starts with a blank", "S11", "<t>Homes let</t>", "<t> Homes let</t>"),
        change("a text in line ends in a line end", "S11", "<t>Homes let</t>", "<t>Homes let\n</t>"),
        change("a shared text has lost the mark that keeps its blank", "S11",
               R"(<t xml:space="preserve"> Homes)", "<t> Homes", strings),
        change("the table of strings counts one too many", "S12", R"(uniqueCount="5")", R"(uniqueCount="6")",
               strings),
        change("the merges are counted wrongly", "S13", R"(<mergeCells count="1">)",
               R"(<mergeCells count="2">)"),
        change("the validations are counted wrongly", "S13", R"(<dataValidations count="2">)",
               R"(<dataValidations count="1">)"),
        change("the table parts are counted wrongly", "S13", R"(<tableParts count="1">)",
               R"(<tableParts count="2">)"),
        change("the dimension is no range", "S14", R"(<dimension ref="B1:D7"/>)",
               R"(<dimension ref="B1:7D"/>)"),
        change("columns overlap", "S15", R"(<col min="2" max="2")", R"(<col min="1" max="2")"),
        change("columns end before they start", "S15", R"(<col min="2" max="2")", R"(<col min="4" max="2")"),
        change("columns go beyond the sheet", "S15", R"(<col min="2" max="2")",
               R"(<col min="2" max="16385")"),

        change("two merges overlap", "M1", R"(<mergeCells count="1"><mergeCell ref="B1:D1"/>)",
               R"(<mergeCells count="2"><mergeCell ref="B1:D1"/><mergeCell ref="D1:E2"/>)"),
        change("a merge of one cell", "M2", R"(<mergeCell ref="B1:D1"/>)", R"(<mergeCell ref="B1"/>)"),
        change("a merge of nothing", "M2", R"(<mergeCell ref="B1:D1"/>)", R"(<mergeCell ref=""/>)"),
        change("a merge in a table", "M3", R"(<mergeCell ref="B1:D1"/>)", R"(<mergeCell ref="B4:C4"/>)"),
        change("a shared formula without its first cell", "F1",
               R"(<f t="shared" ref="D6:D7" si="0">C5*2</f>)", "<f>C5*2</f>"),
        change("a shared formula that does not reach its last cell", "F1", R"(ref="D6:D7")",
               R"(ref="D5:D6")"),
        change("a shared formula that is not in its own range", "F1", R"(ref="D6:D7")", R"(ref="D7:D8")"),
        change("an array formula that is not in its own range", "F2", R"(ref="A3:A4")", R"(ref="A4:A5")",
               lists),
        change("an array formula without range", "F2", R"( ref="A3:A4")", "", lists),
        change("two array formulas overlap", "F2", R"(<c r="A4"><v>16</v></c>)",
               R"(<c r="A4"><f t="array" ref="A4">C2</f><v>16</v></c>)", lists),
        change("a link on no cell", "H1", R"(<hyperlink ref="B4")", R"(<hyperlink ref="4B")"),
    };
}

} // namespace support
