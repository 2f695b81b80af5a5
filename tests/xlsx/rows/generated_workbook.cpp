#include "tests/xlsx/rows/generated_workbook.h"

#include "engine/cells/address.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/package/xml_lexer.h"

#include <array>
#include <map>
#include <random>
#include <string_view>
#include <vector>

namespace generated {

namespace {

constexpr std::array<std::string_view, 3> sheets = {"Data", "Year end", "O'Neill"};
constexpr std::uint32_t rows = 24;        // of figures
constexpr std::uint32_t first_column = 8; // of formulas: they refer to figures only, so none is circular

class Maker {
public:
    explicit Maker(std::uint32_t number) : random_(number) {
        made_.inserts = number % 2 == 0;
        home_ = below(3);
        made_.sheet = sheets[home_];
        made_.first = 2 + below(rows);
        made_.count = 1 + below(4);
    }

    Workbook make() {
        support::Parts parts;
        for (std::uint32_t i = 0; i < sheets.size(); ++i) {
            const std::string n = std::to_string(i + 1);
            sheet_ = i;
            related_.clear();
            drawn_ = i == 0 && chance(40);
            noted_ = i == 1 && chance(40);
            parts.emplace_back("xl/worksheets/sheet" + n + ".xml", sheet());
            if (!table_.empty()) {
                parts.emplace_back("xl/tables/table" + n + ".xml", table_);
                relate("rId1", "table", "../tables/table" + n + ".xml");
            }
            if (drawn_) {
                parts.emplace_back("xl/drawings/drawing1.xml", drawing());
                parts.emplace_back("xl/drawings/_rels/drawing1.xml.rels",
                                   relationships(relationship("rId1", "chart", "../charts/chart1.xml")));
                parts.emplace_back("xl/charts/chart1.xml", chart());
                relate("rId2", "drawing", "../drawings/drawing1.xml");
            }
            if (noted_) {
                parts.emplace_back("xl/comments2.xml", notes());
                relate("rId3", "comments", "../comments2.xml");
            }
            if (!related_.empty())
                parts.emplace_back("xl/worksheets/_rels/sheet" + n + ".xml.rels", relationships(related_));
        }
        parts.emplace_back("xl/workbook.xml", workbook());
        parts.emplace_back("xl/styles.xml", std::string(styles));
        made_.bytes = support::workbook(std::move(parts));
        return std::move(made_);
    }

private:
    static constexpr std::string_view styles =
        R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/></cellXfs><dxfs count="1"><dxf><font><b/><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>)";

    static std::string relationship(const std::string& id, const std::string& kind,
                                    const std::string& target) {
        return "<Relationship Id=\"" + id
               + R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" + kind
               + "\" Target=\"" + target + "\"/>";
    }
    static std::string relationships(const std::string& list) {
        return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
               + list + "</Relationships>";
    }
    void relate(const std::string& id, const std::string& kind, const std::string& target) {
        related_ += relationship(id, kind, target);
    }

    // A chart that moves and sizes with its cells, and a box that does so, only moves, or stays.
    std::string drawing() {
        const auto corner = [](const std::string& name, std::uint32_t column, std::uint32_t row) {
            return "<xdr:" + name + "><xdr:col>" + std::to_string(column)
                   + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + std::to_string(row)
                   + "</xdr:row><xdr:rowOff>50000</xdr:rowOff></xdr:" + name + ">";
        };
        const std::uint32_t top = below(rows);
        const std::uint32_t box = below(rows);
        return R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>)"
               + corner("from", 30, top) + corner("to", 36, top + 8 + below(6))
               + R"(<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor editAs=")"
               + one_of({"twoCell", "oneCell", "absolute"}) + "\">" + corner("from", 40, box)
               + corner("to", 42, box + 1 + below(6))
               + R"(<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="3" name="Box"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>)";
    }

    std::string chart() {
        const std::uint32_t top = row();
        const std::uint32_t bottom = top + below(9);
        const auto reference = [&](const std::string& kind, const std::string& column) {
            return "<c:" + kind + "><c:f>" + xlsx::escape(quoted(2)) + "$" + column + "$"
                   + std::to_string(top) + ":$" + column + "$" + std::to_string(bottom) + "</c:f></c:" + kind
                   + ">";
        };
        return R"(<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Data!$C$)"
               + std::to_string(row()) + "</c:f></c:strRef></c:tx><c:cat>" + reference("strRef", "A")
               + "</c:cat><c:val>" + reference("numRef", "B")
               + R"(</c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>)";
    }

    std::string notes() {
        std::string list;
        const std::uint32_t at = 1 + below(rows / 2);
        for (const std::uint32_t r : {at, at + 3, at + 9})
            list += "<comment ref=\"E" + std::to_string(r) + "\" authorId=\"0\"><text><t>Note "
                    + std::to_string(r) + "</t></text></comment>";
        return R"(<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Officer</author></authors><commentList>)"
               + list + "</commentList></comments>";
    }

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    bool chance(std::uint32_t percent) { return below(100) < percent; }
    std::string one_of(std::initializer_list<std::string_view> of) {
        return std::string(*(of.begin() + below(static_cast<std::uint32_t>(of.size()))));
    }
    std::string dollar() { return chance(30) ? "$" : ""; }
    std::uint32_t row() { return 1 + below(rows); }
    static std::string quoted(std::uint32_t sheet) {
        return sheet == 0 ? "Data!" : sheet == 1 ? "'Year end'!" : "'O''Neill'!";
    }
    // In front of a reference: mostly nothing, at times a sheet.
    std::string front() { return chance(35) ? quoted(below(3)) : ""; }
    std::string column() { return cells::column_letters(1 + below(6)); }
    std::string cell() { return dollar() + column() + dollar() + std::to_string(row()); }
    std::string area() {
        std::uint32_t top = row();
        std::uint32_t bottom = row();
        if (top > bottom) std::swap(top, bottom);
        const std::uint32_t left = 1 + below(4);
        const std::uint32_t right = left + below(3);
        return dollar() + cells::column_letters(left) + dollar() + std::to_string(top) + ":" + dollar()
               + cells::column_letters(right) + dollar() + std::to_string(bottom);
    }
    // One column, as lookups want it.
    std::string line() {
        const std::string letter = column();
        const std::uint32_t top = 1 + below(rows / 2);
        return letter + dollar() + std::to_string(top) + ":" + letter + dollar()
               + std::to_string(top + 1 + below(rows / 2));
    }

    std::string formula() {
        switch (below(19)) {
        case 0:
            return front() + cell() + "+" + front() + cell();
        case 1:
            return "SUM(" + front() + area() + ")";
        case 2:
            return "SUM(" + front() + area() + "," + cell() + ",2)*" + cell();
        case 3:
            return "AVERAGE(" + front() + line() + ")";
        case 4:
            return "COUNTIF(" + front() + area() + ",\">\"&" + cell() + ")";
        case 5:
            return "SUM(" + front() + "$A:$A)";
        case 6: {
            const std::uint32_t top = row();
            return "SUM(" + quoted((sheet_ + 1) % 3) + std::to_string(top) + ":"
                   + std::to_string(top + below(3)) + ")";
        }
        case 7:
            return "LOG10(" + cell() + "+1)";
        case 8:
            return "IF(" + cell() + ">" + cell() + ",\"A5 is more\"," + cell() + ")";
        case 9:
            return "INDEX(" + front() + line() + ",1)";
        case 10:
            return "SUMPRODUCT(" + area() + "*2)";
        case 11:
            return "Total*2";
        case 12:
            return "SUM(Figures)+MAX(" + front() + area() + ")";
        case 13:
            return "IFERROR(VLOOKUP(" + cell() + "," + front() + "$A$1:$C$" + std::to_string(row())
                   + ",2,FALSE),0)";
        case 14:
            return "SUM('Data:Year end'!" + cell() + ")";
        case 15:
            return "ROWS(" + front() + area() + ")+ROW(" + cell() + ")";
        case 16:
            return "COUNT(" + area() + "," + front() + area() + ")";
        case 17:
            return "\"A\"\"7\"&TEXT(" + cell() + ",\"0\")";
        default:
            return "OFFSET(" + cell() + ",0,0)+COUNTBLANK(" + area() + ")";
        }
    }

    std::string formula_cell(cells::Address at) {
        return "<c r=\"" + cells::to_text(at) + "\"><f>" + xlsx::escape(formula()) + "</f></c>";
    }

    std::string sheet() {
        std::map<cells::Address, std::string> cells;
        for (std::uint32_t r = 1; r <= rows; ++r) {
            for (std::uint32_t c = 1; c <= 6; ++c)
                if (chance(85))
                    cells[{r, c}] = "<c r=\"" + cells::to_text(cells::Address{r, c}) + "\""
                                    + (chance(20) ? " s=\"1\"" : "") + "><v>" + std::to_string(1 + below(99))
                                    + "</v></c>";
        }
        for (std::uint32_t i = 0; i < 14; ++i) {
            const cells::Address at{1 + below(rows + 6), first_column + below(4)};
            cells[at] = formula_cell(at);
        }
        if (chance(50)) shared(cells);
        if (chance(40)) array(cells);
        table_.clear();
        if (chance(40)) table(cells);

        std::string data;
        std::uint32_t current = 0;
        for (const auto& [at, xml] : cells) {
            if (at.row != current) {
                if (current != 0) data += "</row>";
                current = at.row;
                data += "<row r=\"" + std::to_string(current) + "\""
                        + (current > 6 && current < 12 && outlined_ ? " outlineLevel=\"1\"" : "")
                        + (current == 9 ? " ht=\"30\" customHeight=\"1\"" : "") + ">";
            }
            data += xml;
        }
        if (current != 0) data += "</row>";
        return R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>)"
               + data + "</sheetData>" + rest() + "</worksheet>";
    }

    // A formula copied down with its text in the first cell only.
    void shared(std::map<cells::Address, std::string>& cells) {
        const std::uint32_t top = 1 + below(rows / 2);
        const std::uint32_t bottom = top + 2 + below(8);
        const std::string text = "B" + std::to_string(top) + "+SUM(A$1:A" + std::to_string(top) + ")*$C$3";
        for (std::uint32_t r = top; r <= bottom; ++r)
            cells[{r, 13}] = "<c r=\"M" + std::to_string(r) + "\">"
                             + (r == top ? "<f t=\"shared\" ref=\"M" + std::to_string(top) + ":M"
                                               + std::to_string(bottom) + "\" si=\"0\">" + text + "</f>"
                                         : "<f t=\"shared\" si=\"0\"/>")
                             + "<v>0</v></c>";
    }

    void array(std::map<cells::Address, std::string>& cells) {
        const std::uint32_t top = 1 + below(rows);
        const std::uint32_t height = chance(50) ? 1 : 2;
        for (std::uint32_t r = top; r < top + height; ++r)
            cells[{r, 15}] = "<c r=\"O" + std::to_string(r) + "\">"
                             + (r == top ? "<f t=\"array\" ref=\"O" + std::to_string(top) + ":O"
                                               + std::to_string(top + height - 1) + "\">" + line() + "*2</f>"
                                         : "")
                             + "<v>0</v></c>";
    }

    void table(std::map<cells::Address, std::string>& cells) {
        const std::uint32_t top = 3 + below(10);
        const std::uint32_t data = 2 + below(6);
        const bool totals = chance(50);
        const std::string n = std::to_string(sheet_ + 1);
        const auto put = [&](std::uint32_t row, std::uint32_t column, const std::string& inner,
                             const std::string& type) {
            const cells::Address at{row, column};
            cells[at] = "<c r=\"" + cells::to_text(at) + "\"" + type + ">" + inner + "</c>";
        };
        const std::array<std::string, 3> heads = {"Ref", "Actual", "Double"};
        for (std::uint32_t c = 0; c < 3; ++c)
            put(top, 18 + c, "<is><t>" + heads[c] + "</t></is>", " t=\"inlineStr\"");
        for (std::uint32_t r = top + 1; r <= top + data; ++r) {
            put(r, 18, "<v>" + std::to_string(r) + "</v>", "");
            put(r, 19, "<v>" + std::to_string(1 + below(50)) + "</v>", "");
            put(r, 20, "<f>Table" + n + "[[#This Row],[Actual]]*2</f>", "");
        }
        const std::uint32_t end = top + data + (totals ? 1 : 0);
        if (totals) {
            put(end, 18, "<is><t>Total</t></is>", " t=\"inlineStr\"");
            put(end, 19, "<f>SUBTOTAL(109,Table" + n + "[Actual])</f>", "");
        }
        const std::string range = "R" + std::to_string(top) + ":T";
        table_ =
            R"(<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id=")" + n
            + "\" name=\"Table" + n + "\" displayName=\"Table" + n + "\" ref=\"" + range + std::to_string(end)
            + "\"" + (totals ? " totalsRowCount=\"1\"" : " totalsRowShown=\"0\"") + "><autoFilter ref=\""
            + range + std::to_string(top + data)
            + R"("/><tableColumns count="3"><tableColumn id="1" name="Ref")"
            + (totals ? " totalsRowLabel=\"Total\"" : "") + R"(/><tableColumn id="2" name="Actual")"
            + (totals ? " totalsRowFunction=\"sum\"" : "")
            + R"(/><tableColumn id="3" name="Double"><calculatedColumnFormula>Table)" + n
            + R"([[#This Row],[Actual]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>)";
    }

    // What follows the rows in a sheet, in the order of the schema.
    std::string rest() {
        std::string xml;
        if (chance(30)) xml += "<autoFilter ref=\"A1:F" + std::to_string(rows) + "\"/>";
        if (chance(50)) {
            const std::uint32_t top = 1 + below(rows);
            const std::uint32_t other = 1 + below(rows - 4);
            xml += "<mergeCells count=\"2\"><mergeCell ref=\"V" + std::to_string(top) + ":X"
                   + std::to_string(top + below(4)) + "\"/><mergeCell ref=\"Z" + std::to_string(other) + ":Z"
                   + std::to_string(other + 3) + "\"/></mergeCells>";
        }
        if (chance(60)) {
            const std::uint32_t top = 2 + below(rows / 2);
            const std::string r = std::to_string(top);
            xml += "<conditionalFormatting sqref=\"A" + r + ":B" + std::to_string(top + 2 + below(9))
                   + "\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>$A" + r
                   + "&gt;$C$4</formula></cfRule></conditionalFormatting>";
        }
        if (chance(50)) {
            const std::uint32_t top = 1 + below(rows / 2);
            xml += "<conditionalFormatting sqref=\"D" + std::to_string(top) + ":D"
                   + std::to_string(top + below(12))
                   + " F2:F9\"><cfRule type=\"cellIs\" operator=\"greaterThan\" dxfId=\"0\" "
                     "priority=\"2\"><formula>"
                   + quoted(below(3)) + "$B$" + std::to_string(row())
                   + "</formula></cfRule></conditionalFormatting>";
        }
        if (chance(40)) {
            const std::uint32_t top = 1 + below(rows / 2);
            xml += "<conditionalFormatting sqref=\"E" + std::to_string(top) + ":E"
                   + std::to_string(top + 1 + below(12))
                   + "\"><cfRule type=\"colorScale\" priority=\"3\"><colorScale><cfvo type=\"min\"/><cfvo "
                     "type=\"max\"/><color rgb=\"FFFF0000\"/><color "
                     "rgb=\"FF00FF00\"/></colorScale></cfRule></conditionalFormatting>";
        }
        if (chance(50)) {
            const std::uint32_t top = 1 + below(rows / 2);
            const std::string r = std::to_string(top);
            xml += "<dataValidations count=\"2\"><dataValidation type=\"list\" allowBlank=\"1\" sqref=\"A" + r
                   + ":A" + std::to_string(top + below(9)) + "\"><formula1>" + quoted(below(3)) + "$C$2:$C$"
                   + std::to_string(3 + below(9))
                   + "</formula1></dataValidation><dataValidation type=\"decimal\" allowBlank=\"1\" sqref=\"B"
                   + r + ":B" + std::to_string(top + 3) + "\"><formula1>C" + r
                   + "</formula1><formula2>$D$20</formula2></dataValidation></dataValidations>";
        }
        if (chance(40))
            xml += "<hyperlinks><hyperlink ref=\"G" + std::to_string(row()) + "\" location=\""
                   + xlsx::escape(quoted(below(3))) + "A" + std::to_string(row())
                   + "\" display=\"there\"/></hyperlinks>";
        if (chance(30)) {
            const std::uint32_t at = 2 + below(10);
            xml += "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"" + std::to_string(at)
                   + "\" max=\"16383\" man=\"1\"/><brk id=\"" + std::to_string(at + 9)
                   + "\" max=\"16383\" man=\"1\"/></rowBreaks>";
        }
        if (drawn_) xml += "<drawing r:id=\"rId2\"/>";
        if (!table_.empty()) xml += "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>";
        return xml;
    }

    std::string workbook() {
        const auto name = [&](std::string_view which, const std::string& scope, const std::string& text) {
            return "<definedName name=\"" + std::string(which) + "\"" + scope + ">" + xlsx::escape(text)
                   + "</definedName>";
        };
        const auto fixed = [&] {
            const std::uint32_t top = row();
            return quoted(below(3)) + "$B$" + std::to_string(top) + ":$C$" + std::to_string(top + below(6));
        };
        std::string names;
        if (chance(50))
            names += name("_xlnm.Print_Area", " localSheetId=\"0\"",
                          "Data!$A$1:$F$" + std::to_string(6 + below(rows - 6)));
        if (chance(30)) names += name("_xlnm.Print_Titles", " localSheetId=\"1\"", "'Year end'!$1:$2");
        names += name("Figures", "", fixed());
        if (chance(40))
            names += name("Local", " localSheetId=\"2\"", "'O''Neill'!$A$" + std::to_string(row()));
        if (chance(40)) names += name("Sum_of", "", "SUM(" + fixed() + ")+5");
        names += name("Total", "", quoted(below(3)) + "$A$" + std::to_string(row()));
        std::string list;
        for (std::uint32_t i = 0; i < sheets.size(); ++i) {
            const std::string n = std::to_string(i + 1);
            list += "<sheet name=\"" + std::string(sheets[i]) + "\" sheetId=\"" + n + "\" r:id=\"rId" + n
                    + "\"/>";
        }
        return R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)"
               + list + "</sheets><definedNames>" + names + "</definedNames></workbook>";
    }

    std::mt19937 random_;
    Workbook made_;
    std::uint32_t home_ = 0;
    std::uint32_t sheet_ = 0;
    bool outlined_ = chance(40);
    std::string table_;
    std::string related_; // relationships of the sheet being made
    bool drawn_ = false;
    bool noted_ = false;
};

} // namespace

Workbook workbook(std::uint32_t number) {
    return Maker(number).make();
}

} // namespace generated
