#include "tests/tools/support/drawn_workbook.h"

#include "tests/support/sheet_drawing.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/package/xml_lexer.h"

namespace support {

static std::string cell_xml(const cells::Cell& cell) {
    const std::string start = "<c r=\"" + cells::to_text(cell.at) + "\"";
    if (cell.kind == cells::Cell::Kind::text)
        return start + " t=\"inlineStr\"><is><t>" + xlsx::escape(cell.text) + "</t></is></c>";
    if (cell.kind == cells::Cell::Kind::number && cell.number)
        return start + "><v>" + cell.number->to_text() + "</v></c>";
    return start + "/>";
}

static std::string rows_xml(const cells::Sheet& sheet) {
    std::string xml;
    std::uint32_t row = 0;
    for (const cells::Cell& cell : sheet.cells) {
        if (cell.at.row != row) {
            if (row != 0) xml += "</row>";
            row = cell.at.row;
            xml += "<row r=\"" + std::to_string(row) + "\">";
        }
        xml += cell_xml(cell);
    }
    return row == 0 ? "" : xml + "</row>";
}

std::string drawn_workbook(std::string_view tables) {
    Parts parts;
    std::string list =
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>";
    for (const cells::Sheet& sheet : draw_sheets(tables)) {
        const std::string number = std::to_string(parts.size() + 1);
        list += "<sheet name=\"" + xlsx::escape(sheet.name) + "\" sheetId=\"" + number + "\" r:id=\"rId"
                + number + "\"/>";
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml", rows_xml(sheet));
    }
    parts.emplace_back("xl/workbook.xml", list + "</sheets></workbook>");
    return workbook(std::move(parts));
}

} // namespace support
