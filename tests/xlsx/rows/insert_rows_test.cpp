// Rows inserted and deleted in whole workbooks: what follows them, what is refused.
#include "xlsx/rows/insert_rows.h"

#include "tests/support/workbook_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <string>
#include <string_view>

using cells::Error;

namespace {

constexpr std::string_view sheet1 = "xl/worksheets/sheet1.xml";

std::string sheet(std::string_view rows, std::string_view rest = "") {
    return R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>)"
           + std::string(rows) + "</sheetData>" + std::string(rest) + "</worksheet>";
}

std::string relationships(std::string_view kind, std::string_view target) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)"
           + std::string(kind) + "\" Target=\"" + std::string(target) + "\"/></Relationships>";
}

xlsx::Package package(support::Parts parts) {
    auto opened = xlsx::Package::open(support::workbook(std::move(parts)), "plan.xlsx");
    REQUIRE(opened);
    return std::move(*opened);
}

// What a part holds from `from` to before `to`, after rows were inserted or deleted.
struct Shifted {
    explicit Shifted(support::Parts parts) : file(package(std::move(parts))) {}
    Shifted& insert(std::uint32_t before, std::uint32_t count) {
        const auto done = xlsx::insert_rows(file, "Sheet1", before, count);
        INFO((done ? std::string() : to_text(done.error())));
        REQUIRE(done);
        return *this;
    }
    Shifted& remove(std::uint32_t first, std::uint32_t count) {
        const auto done = xlsx::delete_rows(file, "Sheet1", first, count);
        INFO((done ? std::string() : to_text(done.error())));
        REQUIRE(done);
        return *this;
    }
    std::string part(std::string_view name) { return std::string(file.text(name).value()); }
    std::string between(std::string_view name, std::string_view from, std::string_view to) {
        const std::string text = part(name);
        const auto start = text.find(from);
        if (start == std::string::npos) return "(none)";
        return text.substr(start, text.find(to, start) - start);
    }
    std::string rows() { return between(sheet1, "<row", "</sheetData>"); }
    std::string rest() { return between(sheet1, "</sheetData>", "</worksheet>").substr(12); }
    xlsx::Package file;
};

std::string refusal(support::Parts parts,
                    const std::function<std::expected<void, Error>(xlsx::Package&)>& shift) {
    xlsx::Package file = package(std::move(parts));
    const std::string before = file.save();
    const auto done = shift(file);
    REQUIRE_FALSE(done);
    CHECK(file.save() == before);
    return to_text(done.error());
}

// Three cell formats and one for conditional formats.
constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf/><xf/><xf/></cellXfs><dxfs count="1"><dxf/></dxfs></styleSheet>)";

constexpr std::string_view three_rows =
    R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>)";

} // namespace

TEST_CASE("rows below an insertion are renumbered, those above keep their bytes", "[rows]") {
    CHECK(
        Shifted({{std::string(sheet1), sheet(three_rows)}}).insert(2, 2).rows()
        == R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row>)");
    CHECK(Shifted({{std::string(sheet1), sheet(three_rows)}}).remove(2, 1).rows()
          == R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>)");
}

TEST_CASE("rows and cells that leave out where they are stay where they were", "[rows]") {
    CHECK(Shifted({{std::string(sheet1), sheet("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>")}})
              .insert(2, 1)
              .rows()
          == R"(<row><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row>)");
}

TEST_CASE("new rows look like the row above them, and belong to an outline that goes on below", "[rows]") {
    const std::string rows =
        R"(<row r="1" s="2" customFormat="1" ht="30" customHeight="1" hidden="1" outlineLevel="2"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" outlineLevel="1"><c r="A2"><v>3</v></c></row>)";
    CHECK(
        Shifted({{std::string(sheet1), sheet(rows)}})
            .insert(2, 2)
            .between(sheet1, "<row r=\"2\"", "<row r=\"4\"")
        == R"(<row r="2" s="2" customFormat="1" ht="30" customHeight="1" outlineLevel="1"><c r="A2" s="1"/></row><row r="3" s="2" customFormat="1" ht="30" customHeight="1" outlineLevel="1"><c r="A3" s="1"/></row>)");
}

TEST_CASE("formulas on every sheet follow, and the calculation chain goes", "[rows]") {
    Shifted book(
        {{std::string(sheet1),
          sheet(
              R"(<row r="1"><c r="A1"><f>SUM(A2:A3)</f><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>)")},
         {"xl/worksheets/sheet2.xml", R"(<row r="1"><c r="A1"><f>Sheet1!A3*2</f><v>6</v></c></row>)"},
         {"xl/calcChain.xml",
          R"(<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/><c r="A1" i="2"/></calcChain>)"}});
    book.insert(3, 1);
    CHECK(book.rows().starts_with(R"(<row r="1"><c r="A1"><f>SUM(A2:A4)</f>)"));
    CHECK(book.between("xl/worksheets/sheet2.xml", "<row", "</sheetData>")
          == R"(<row r="1"><c r="A1"><f>Sheet1!A4*2</f><v>6</v></c></row>)");
    CHECK_FALSE(book.file.has("xl/calcChain.xml"));
    CHECK(book.part("xl/workbook.xml").find("fullCalcOnLoad=\"1\"") != std::string::npos);
}

TEST_CASE("a shared formula that is touched becomes each cell's own", "[rows]") {
    const std::string rows =
        R"(<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*A$9</f></c></row><row r="2"><c r="B2"><f t="shared" si="0"/></c></row><row r="3"><c r="B3"><f t="shared" si="0"/></c></row>)";
    CHECK(
        Shifted({{std::string(sheet1), sheet(rows)}}).insert(3, 1).rows()
        == R"(<row r="1"><c r="B1"><f>A1*A$10</f></c></row><row r="2"><c r="B2"><f>A2*A$10</f></c></row><row r="4"><c r="B4"><f>A4*A$10</f></c></row>)");
    CHECK(Shifted({{std::string(sheet1), sheet(rows)}}).remove(1, 1).rows()
          == R"(<row r="1"><c r="B1"><f>A1*A$8</f></c></row><row r="2"><c r="B2"><f>A2*A$8</f></c></row>)");
    CHECK(Shifted({{std::string(sheet1), sheet(rows)}}).insert(20, 1).rows() == rows);
}

TEST_CASE("an array formula and a data table move whole, with what they refer to", "[rows]") {
    const std::string rows =
        R"(<row r="3"><c r="A3"><f t="array" ref="A3:A4">B3:B4*C$1</f><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row><row r="6"><c r="D6"><f t="dataTable" ref="D6:D7" dt2D="0" dtr="0" r1="B2"/><v>1</v></c></row><row r="7"><c r="D7"><v>1</v></c></row>)";
    const std::string now = Shifted({{std::string(sheet1), sheet(rows)}}).insert(2, 3).rows();
    CHECK(now.find(R"(<f t="array" ref="A6:A7">B6:B7*C$1</f>)") != std::string::npos);
    CHECK(now.find(R"(<f t="dataTable" ref="D9:D10" dt2D="0" dtr="0" r1="B5")") != std::string::npos);
}

TEST_CASE("a formula that spills is spilt anew where rows come into its range", "[rows]") {
    const std::string rows =
        R"(<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn.SORT(B1:B3)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>7</v></c></row>)";
    const std::string now =
        Shifted({{std::string(sheet1), sheet(rows)}, {"xl/metadata.xml", ""}}).insert(2, 1).rows();
    CHECK(now.find(R"(<f t="array" ref="A1">_xlfn.SORT(B1:B4)</f>)") != std::string::npos);
    CHECK(now.find(R"(<c r="A3"/></row>)") != std::string::npos);
    CHECK(now.find(R"(<c r="A4"/><c r="B4"><v>7</v></c></row>)") != std::string::npos);
}

TEST_CASE("lists of cells follow: they grow, shrink and go", "[rows]") {
    const std::string lists =
        R"(<autoFilter ref="A1:C9"/><mergeCells count="2"><mergeCell ref="A2:B4"/><mergeCell ref="D5:E5"/></mergeCells><conditionalFormatting sqref="A2:A4 C9"><cfRule type="expression" dxfId="0" priority="1"><formula>A2&gt;$B$9</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B5:B8"><formula1>$D$5:$D$9</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A5" location="Sheet1!A9"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A5:A6" numberStoredAsText="1"/></ignoredErrors>)";
    const support::Parts parts = {{std::string(sheet1), sheet(three_rows, lists)},
                                  {"xl/styles.xml", std::string(styles)}};
    CHECK(
        Shifted(parts).insert(5, 2).rest()
        == R"(<autoFilter ref="A1:C11"/><mergeCells count="2"><mergeCell ref="A2:B4"/><mergeCell ref="D7:E7"/></mergeCells><conditionalFormatting sqref="A2:A6 C11"><cfRule type="expression" dxfId="0" priority="1"><formula>A2&gt;$B$11</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B7:B10"><formula1>$D$7:$D$11</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A7" location="Sheet1!A11"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="7" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A7:A8" numberStoredAsText="1"/></ignoredErrors>)");
    CHECK(
        Shifted(parts).remove(3, 4).rest()
        == R"(<autoFilter ref="A1:C5"/><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells><conditionalFormatting sqref="A2 C5"><cfRule type="expression" dxfId="0" priority="1"><formula>A2&gt;$B$5</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B3:B4"><formula1>$D$3:$D$5</formula1></dataValidation></dataValidations>)");
}

TEST_CASE("the formula of a conditional format goes on from the first row that is left", "[rows]") {
    const std::string format =
        R"(<conditionalFormatting sqref="A3:A9"><cfRule type="expression" priority="1"><formula>A3&gt;B2+C$20</formula></cfRule></conditionalFormatting>)";
    CHECK(
        Shifted({{std::string(sheet1), sheet(three_rows, format)}}).remove(3, 2).rest()
        == R"(<conditionalFormatting sqref="A3:A7"><cfRule type="expression" priority="1"><formula>A3&gt;#REF!+C$18</formula></cfRule></conditionalFormatting>)");
}

TEST_CASE("names, print areas and titles follow, and a name of deleted rows becomes #REF!", "[rows]") {
    const std::string names =
        R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$F$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$2</definedName><definedName name="Rate">Sheet1!$B$4</definedName><definedName name="Up">Sheet1!A1</definedName></definedNames></workbook>)";
    const support::Parts parts = {{std::string(sheet1), sheet(three_rows)}, {"xl/workbook.xml", names}};
    const auto all = [](Shifted& book) {
        return book.between("xl/workbook.xml", "<definedNames>", "</definedNames>");
    };
    CHECK(
        all(Shifted(parts).insert(2, 2))
        == R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$F$11</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$4</definedName><definedName name="Rate">Sheet1!$B$6</definedName><definedName name="Up">Sheet1!A1</definedName>)");
    CHECK(all(Shifted(parts).remove(4, 1)).find(R"(<definedName name="Rate">#REF!</definedName>)")
          != std::string::npos);
}

static support::Parts with_table(std::string_view totals, std::string_view end) {
    return {
        {std::string(sheet1),
         sheet(
             R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Ref</t></is></c><c r="B1" t="inlineStr"><is><t>Twice</t></is></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2*2</f><v>4</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f>A3*2</f><v>6</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>Total</t></is></c></row>)",
             R"(<tableParts count="1"><tablePart r:id="rId1"/></tableParts>)")},
        {"xl/worksheets/_rels/sheet1.xml.rels", relationships("table", "../tables/table1.xml")},
        {"xl/tables/table1.xml",
         R"(<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B)"
             + std::string(end) + "\"" + std::string(totals)
             + R"(><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Ref"/><tableColumn id="2" name="Twice"><calculatedColumnFormula>A2*2</calculatedColumnFormula></tableColumn></tableColumns></table>)"}};
}

TEST_CASE("a table grows with its filter, and its calculated columns fill the new rows", "[rows]") {
    Shifted book(with_table(" totalsRowCount=\"1\"", "4"));
    book.insert(4, 2); // before the totals
    CHECK(book.between("xl/tables/table1.xml", "ref=", "><tableColumns")
              .starts_with(R"(ref="A1:B6" totalsRowCount="1"><autoFilter ref="A1:B5"/)"));
    CHECK(book.rows().find(R"(<row r="4"><c r="B4"><f>A4*2</f>)") != std::string::npos);
    CHECK(book.rows().find(R"(<row r="5"><c r="B5"><f>A5*2</f>)") != std::string::npos);

    Shifted first(with_table("", "3"));
    first.insert(2, 1); // below the head: as the row below has it
    CHECK(first.rows().find(R"(<row r="2"><c r="B2"><f>A2*2</f>)") != std::string::npos);

    Shifted behind(with_table("", "3"));
    behind.insert(4, 1); // behind the table
    CHECK(behind.part("xl/tables/table1.xml").find(R"(ref="A1:B3")") != std::string::npos);
}

TEST_CASE("a table shrinks, and loses its totals when they are deleted", "[rows]") {
    Shifted book(with_table(" totalsRowCount=\"1\"", "4"));
    book.remove(3, 2);
    CHECK(book.between("xl/tables/table1.xml", "ref=", "><tableColumns")
          == R"(ref="A1:B2" totalsRowCount="0"><autoFilter ref="A1:B2"/)");
}

TEST_CASE("what cannot be done is refused before anything changes", "[rows]") {
    const auto inserting = [](std::uint32_t before, std::uint32_t count) {
        return [=](xlsx::Package& file) { return xlsx::insert_rows(file, "Sheet1", before, count); };
    };
    const auto deleting = [](std::uint32_t first, std::uint32_t count) {
        return [=](xlsx::Package& file) { return xlsx::delete_rows(file, "Sheet1", first, count); };
    };
    const support::Parts plain = {{std::string(sheet1), sheet(three_rows)}};
    CHECK(refusal(plain, [](xlsx::Package& file) {
              return xlsx::insert_rows(file, "Sheet9", 1, 1);
          }).starts_with("plan.xlsx: There is no sheet 'Sheet9' with cells."));
    CHECK(refusal(plain, inserting(0, 1)).find("rows from row 0 are not within the sheet")
          != std::string::npos);
    CHECK(refusal(plain, deleting(1048576, 2)).find("are not within the sheet") != std::string::npos);

    const support::Parts full = {
        {std::string(sheet1), sheet(R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)")}};
    CHECK(refusal(full, inserting(5, 1)).find("the cells of row 1048576 would be pushed off the sheet's end")
          != std::string::npos);

    const support::Parts array = {
        {std::string(sheet1),
         sheet(R"(<row r="2"><c r="A2"><f t="array" ref="A2:A4">B2:B4</f><v>1</v></c></row>)")}};
    CHECK(refusal(array, inserting(3, 1))
              .starts_with("plan.xlsx: Sheet1!A2: Part of the array in A2:A4 would be changed."));
    CHECK(refusal(array, deleting(4, 1)).find("Part of the array in A2:A4 would be changed")
          != std::string::npos);
    CHECK(Shifted(array).remove(2, 3).rows() == "(none)");

    const support::Parts table = with_table("", "3");
    CHECK(refusal(table, deleting(1, 1)).find("the head of the table in A1:B3 would go")
          != std::string::npos);
    CHECK(refusal(table, deleting(2, 2)).find("no row of A2:B3 is left") != std::string::npos);
}

TEST_CASE("rows that are inserted and deleted again leave every reference as it was", "[rows]") {
    support::Parts parts = with_table(" totalsRowCount=\"1\"", "4");
    xlsx::Package untouched = package(parts);
    Shifted book(parts);
    book.insert(3, 5).remove(3, 5);
    CHECK(book.part("xl/tables/table1.xml") == untouched.text("xl/tables/table1.xml").value());
    CHECK(book.rows().find("<f>A3*2</f>") != std::string::npos);
}

static std::string anchor(std::string_view behaviour) {
    return R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor editAs=")"
           + std::string(behaviour)
           + R"("><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>90</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>80</xdr:rowOff></xdr:to><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>)";
}

// "3+90 7+80": rows and insets of a drawing's corners.
static std::string corners(std::string_view behaviour, const std::function<void(Shifted&)>& shift) {
    Shifted book(
        {{std::string(sheet1), sheet(three_rows, R"(<drawing r:id="rId1"/>)")},
         {"xl/worksheets/_rels/sheet1.xml.rels", relationships("drawing", "../drawings/drawing1.xml")},
         {"xl/drawings/drawing1.xml", anchor(behaviour)}});
    shift(book);
    const std::string text = book.part("xl/drawings/drawing1.xml");
    std::string found;
    for (std::size_t at = text.find("<xdr:row>"); at != std::string::npos;
         at = text.find("<xdr:row>", at + 1)) {
        const auto inset = text.find("<xdr:rowOff>", at) + 12;
        found += (found.empty() ? "" : " ") + text.substr(at + 9, text.find('<', at + 9) - at - 9) + "+"
                 + text.substr(inset, text.find('<', inset) - inset);
    }
    return found;
}

TEST_CASE("a drawing moves and sizes, moves only or stays, as it is set to", "[rows]") {
    const auto inside = [](Shifted& book) { book.insert(6, 2); };
    const auto above = [](Shifted& book) { book.insert(2, 2); };
    CHECK(corners("twoCell", inside) == "3+90 9+80");
    CHECK(corners("oneCell", inside) == "3+90 7+80");
    CHECK(corners("twoCell", above) == "5+90 9+80");
    CHECK(corners("oneCell", above) == "5+90 9+80");
    CHECK(corners("absolute", above) == "3+90 7+80");
    CHECK(corners("twoCell", [](Shifted& book) { book.remove(4, 2); }) == "3+0 5+80");
    CHECK(corners("twoCell", [](Shifted& book) { book.remove(7, 3); }) == "3+90 6+0");
}

TEST_CASE("a table whose rows all go goes with them, and what refers to it becomes #REF!", "[rows]") {
    support::Parts parts = with_table("", "3");
    parts.emplace_back("xl/worksheets/sheet2.xml",
                       R"(<row r="1"><c r="A1"><f>SUM(T[Ref])+COUNT(t)+SUM(Sheet1!A1:A9)</f></c></row>)");
    Shifted book(parts);
    book.remove(1, 3);
    CHECK_FALSE(book.file.has("xl/tables/table1.xml"));
    CHECK(book.rest() == "");
    CHECK(book.part("xl/worksheets/sheet2.xml").find("<f>SUM(#REF!)+COUNT(#REF!)+SUM(Sheet1!A1:A6)</f>")
          != std::string::npos);
}

TEST_CASE("scenarios, consolidations and saved views follow", "[rows]") {
    const std::string rest =
        R"(<scenarios sqref="A9"><scenario name="High" count="1"><inputCells r="A3" val="5"/></scenario></scenarios><dataConsolidate><dataRefs count="1"><dataRef ref="A1:B9" sheet="Sheet1"/></dataRefs></dataConsolidate><customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}" topLeftCell="A4"><selection activeCell="A3" sqref="A3"/><rowBreaks count="1" manualBreakCount="1"><brk id="4" man="1"/></rowBreaks></customSheetView></customSheetViews>)";
    CHECK(
        Shifted({{std::string(sheet1), sheet(three_rows, rest)}}).insert(2, 1).rest()
        == R"(<scenarios sqref="A10"><scenario name="High" count="1"><inputCells r="A4" val="5"/></scenario></scenarios><dataConsolidate><dataRefs count="1"><dataRef ref="A1:B10" sheet="Sheet1"/></dataRefs></dataConsolidate><customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}" topLeftCell="A5"><selection activeCell="A4" sqref="A4"/><rowBreaks count="1" manualBreakCount="1"><brk id="5" man="1"/></rowBreaks></customSheetView></customSheetViews>)");
}

TEST_CASE("a form control moves with its cells, and so do the cells that it shows and changes", "[rows]") {
    const std::string control =
        R"(<legacyDrawing r:id="rId1"/><controls><control shapeId="1025" r:id="rId2" name="Pick"><controlPr linkedCell="$A$3" listFillRange="$B$1:$B$9"><anchor moveWithCells="1"><from><xdr:row xmlns:xdr="x">2</xdr:row></from><to><xdr:row xmlns:xdr="x">4</xdr:row></to></anchor></controlPr></control></controls>)";
    const std::string related =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/ctrlProp" Target="../ctrlProps/ctrlProp1.xml"/></Relationships>)";
    Shifted book(
        {{std::string(sheet1), sheet(three_rows, control)},
         {"xl/worksheets/_rels/sheet1.xml.rels", related},
         {"xl/drawings/vmlDrawing1.vml",
          R"(<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025"><x:ClientData ObjectType="Drop"><x:SizeWithCells/><x:Anchor>1, 0, 2, 0, 3, 0, 4, 0</x:Anchor><x:FmlaRange>$B$1:$B$9</x:FmlaRange><x:FmlaLink>$A$3</x:FmlaLink></x:ClientData></v:shape></xml>)"},
         {"xl/ctrlProps/ctrlProp1.xml",
          R"(<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Drop" fmlaLink="$A$3" fmlaRange="$B$1:$B$9"/>)"}});
    book.insert(2, 2);
    CHECK(
        book.between(sheet1, "<controlPr", "</anchor>")
        == R"(<controlPr linkedCell="$A$5" listFillRange="$B$1:$B$11"><anchor moveWithCells="1"><from><xdr:row xmlns:xdr="x">4</xdr:row></from><to><xdr:row xmlns:xdr="x">6</xdr:row></to>)");
    CHECK(book.between("xl/drawings/vmlDrawing1.vml", "<x:Anchor>", "</x:ClientData>")
          == "<x:Anchor>1, 0, 4, 0, 3, 0, 6, "
             "0</x:Anchor><x:FmlaRange>$B$1:$B$11</x:FmlaRange><x:FmlaLink>$A$5</x:FmlaLink>");
    CHECK(book.part("xl/ctrlProps/ctrlProp1.xml").find(R"(fmlaLink="$A$5" fmlaRange="$B$1:$B$11")")
          != std::string::npos);
}

TEST_CASE("Excel 2010's formats, validations and sparklines follow", "[rows]") {
    const std::string rest =
        R"(<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="a" xmlns:xm="b"><x14:conditionalFormatting><x14:cfRule type="expression" id="{1}"><xm:f>A2&gt;Sheet2!$B$9</xm:f></x14:cfRule><xm:sqref>A2:A4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="a" xmlns:xm="b" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Sheet1!$C$1:$C$3</xm:f></x14:formula1><xm:sqref>B3</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="a" xmlns:xm="b"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sheet1!A1:A3</xm:f><xm:sqref>D3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>)";
    Shifted book({{std::string(sheet1), sheet(three_rows, rest)}});
    book.insert(3, 2);
    const std::string now = book.rest();
    CHECK(now.find("<xm:f>A2&gt;Sheet2!$B$9</xm:f></x14:cfRule><xm:sqref>A2:A6</xm:sqref>")
          != std::string::npos);
    CHECK(now.find("<xm:f>Sheet1!$C$1:$C$5</xm:f></x14:formula1><xm:sqref>B5</xm:sqref>")
          != std::string::npos);
    CHECK(now.find("<xm:f>Sheet1!A1:A5</xm:f><xm:sqref>D5</xm:sqref>") != std::string::npos);
}
