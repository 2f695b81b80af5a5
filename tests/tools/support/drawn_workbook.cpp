#include "tests/tools/support/drawn_workbook.h"

#include "tests/support/sheet_drawing.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/package/xml_lexer.h"

#include <iterator>
#include <set>

namespace support {

static bool is_percentage(const cells::Cell& cell) {
    return cell.kind == cells::Cell::Kind::number && cell.shown == cells::Shown::percent;
}

/// One cell format for General and one for each number of places of a percentage.
static std::string styles_xml(const std::set<int>& percentages) {
    std::string codes;
    std::string formats = R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)";
    for (const int places : percentages) {
        const std::string id = std::to_string(164 + places);
        codes += R"(<numFmt numFmtId=")" + id + R"(" formatCode="0)" + (places > 0 ? "." : "")
                 + std::string(static_cast<std::size_t>(places), '0') + R"(%"/>)";
        formats += R"(<xf numFmtId=")" + id + R"(" fontId="0" fillId="0" borderId="0" xfId="0"/>)";
    }
    return R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count=")"
           + std::to_string(percentages.size()) + "\">" + codes
           + R"(</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>)"
             R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill )"
             R"(patternType="gray125"/></fill></fills><borders count="1"><border/></borders>)"
             R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
             R"(<cellXfs count=")"
           + std::to_string(percentages.size() + 1) + "\">" + formats + "</cellXfs></styleSheet>";
}

static std::string style_attribute(const cells::Cell& cell, const std::set<int>& percentages) {
    if (!is_percentage(cell)) return {};
    const auto before = std::distance(percentages.begin(), percentages.find(cell.shown_places));
    return " s=\"" + std::to_string(before + 1) + "\"";
}

static std::string cell_xml(const cells::Cell& cell, const std::set<int>& percentages) {
    const std::string start = "<c r=\"" + cells::to_text(cell.at) + "\"";
    if (cell.kind == cells::Cell::Kind::text)
        return start + " t=\"inlineStr\"><is><t>" + xlsx::escape(cell.text) + "</t></is></c>";
    if (cell.kind == cells::Cell::Kind::number && cell.number)
        return start + style_attribute(cell, percentages) + "><v>" + cell.number->to_text() + "</v></c>";
    return start + "/>";
}

static std::string rows_xml(const cells::Sheet& sheet, const std::set<int>& percentages) {
    std::string xml;
    std::uint32_t row = 0;
    for (const cells::Cell& cell : sheet.cells) {
        if (cell.at.row != row) {
            if (row != 0) xml += "</row>";
            row = cell.at.row;
            xml += "<row r=\"" + std::to_string(row) + "\">";
        }
        xml += cell_xml(cell, percentages);
    }
    return row == 0 ? "" : xml + "</row>";
}

std::string drawn_workbook(std::string_view tables) {
    Parts parts;
    std::string list =
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>";
    const auto sheets = draw_sheets(tables);
    std::set<int> percentages;
    for (const cells::Sheet& sheet : sheets)
        for (const cells::Cell& cell : sheet.cells)
            if (is_percentage(cell)) percentages.insert(cell.shown_places);
    for (const cells::Sheet& sheet : sheets) {
        const std::string number = std::to_string(parts.size() + 1);
        list += "<sheet name=\"" + xlsx::escape(sheet.name) + "\" sheetId=\"" + number + "\" r:id=\"rId"
                + number + "\"/>";
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml", rows_xml(sheet, percentages));
    }
    if (!percentages.empty()) parts.emplace_back("xl/styles.xml", styles_xml(percentages));
    parts.emplace_back("xl/workbook.xml", list + "</sheets></workbook>");
    return workbook(std::move(parts));
}

} // namespace support
