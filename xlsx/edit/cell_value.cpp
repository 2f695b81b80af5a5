#include "xlsx/edit/cell_value.h"

#include "xlsx/package/xml_lexer.h"

namespace xlsx {

CellValue cell_value(const cells::Written& written, bool date1904) {
    using Kind = CellValue::Kind;
    if (const auto* text = std::get_if<std::string>(&written))
        return {Kind::text, clipped(*text, longest_text)};
    if (const auto* number = std::get_if<cells::Decimal>(&written)) return {Kind::number, number->to_text()};
    if (const auto* date = std::get_if<cells::Date>(&written))
        return {Kind::number, std::to_string(cells::serial_of_date(*date, date1904))};
    return {};
}

std::string shown(const CellValue& value) {
    if (value.kind != CellValue::Kind::boolean) return value.text;
    return value.text == "1" || value.text == "true" ? "TRUE" : "FALSE";
}

std::string_view type_attribute(const CellValue& value) {
    switch (value.kind) {
    case CellValue::Kind::text:
        return " t=\"inlineStr\"";
    case CellValue::Kind::boolean:
        return " t=\"b\"";
    case CellValue::Kind::error:
        return " t=\"e\"";
    case CellValue::Kind::number:
    case CellValue::Kind::empty:
        break;
    }
    return {};
}

std::string content_xml(const CellValue& value, std::string_view prefix) {
    const auto element = [&](std::string_view name, std::string_view attributes, const std::string& inside) {
        return "<" + std::string(prefix) + std::string(name) + std::string(attributes) + ">" + inside + "</"
               + std::string(prefix) + std::string(name) + ">";
    };
    if (value.kind == CellValue::Kind::empty) return {};
    if (value.kind != CellValue::Kind::text) return element("v", "", escape(value.text));
    return element("is", "", element("t", space_attribute(value.text), escape(encode_xstring(value.text))));
}

std::string clipped(std::string_view text, std::size_t utf16_units) {
    std::size_t units = 0;
    std::size_t cut = 0; // the longest that leaves room for the ellipsis
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0) == 0x80) continue;
        if (units + 1 <= utf16_units) cut = at;
        units += byte >= 0xF0 ? 2 : 1;
    }
    if (units <= utf16_units) return std::string(text);
    return std::string(text.substr(0, cut)) + "\u2026";
}

std::string_view space_attribute(std::string_view text) {
    static constexpr std::string_view blanks = " \t\r\n";
    const bool matters = !text.empty()
                         && (blanks.find(text.front()) != std::string_view::npos
                             || blanks.find(text.back()) != std::string_view::npos
                             || text.find_first_of("\t\r\n") != std::string_view::npos);
    return matters ? " xml:space=\"preserve\"" : "";
}

} // namespace xlsx
