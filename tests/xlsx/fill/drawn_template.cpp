#include "tests/xlsx/fill/drawn_template.h"

#include "engine/cells/address.h"
#include "xlsx/fill/fill.h"
#include "xlsx/package/xml_lexer.h"

#include <catch2/catch_test_macros.hpp>

#include <cctype>
#include <cstdlib>
#include <vector>

namespace drawn {

using cells::SlotScope;

static std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> pieces;
    for (;;) {
        const auto end = text.find(at);
        std::string piece(text.substr(0, end));
        piece.erase(0, piece.find_first_not_of(' '));
        piece.erase(piece.find_last_not_of(' ') + 1);
        pieces.push_back(std::move(piece));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

// Lines that hold something, with the blanks before them.
static std::vector<std::pair<std::size_t, std::string>> lines(std::string_view text) {
    std::vector<std::pair<std::size_t, std::string>> found;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        const auto first = line.find_first_not_of(' ');
        if (first != std::string_view::npos) found.emplace_back(first, line.substr(first));
        start = end + 1;
    }
    return found;
}

static cells::SlotValue value(const std::string& text) {
    if (text == "-") return {};
    if (const auto number = cells::Decimal::parse(text)) return {*number, {}, {}};
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto part = [&](std::size_t from, std::size_t length) {
            return std::atoi(text.substr(from, length).c_str());
        };
        return {cells::Date{std::chrono::year(part(0, 4)),
                            std::chrono::month(static_cast<unsigned>(part(5, 2))),
                            std::chrono::day(static_cast<unsigned>(part(8, 2)))},
                {},
                {}};
    }
    return {text, {}, {}};
}

cells::Slots slots(std::string_view drawing) {
    cells::Slots slots;
    std::vector<SlotScope*> open = {&slots.root};
    const auto all = lines(drawing);
    for (const auto& [indent, line] : all) {
        const std::size_t depth = (indent - all.front().first) / 2;
        REQUIRE(depth < open.size());
        open.resize(depth + 1);
        const auto blank = line.find(' ');
        auto& scopes = open.back()->blocks[line.substr(0, blank)];
        const std::string fields = line.substr(blank + 1);
        if (fields == "none") continue;
        SlotScope& scope = scopes.emplace_back();
        for (const std::string& field : split(fields, ';')) {
            const auto equals = field.find('=');
            REQUIRE(equals != std::string::npos);
            scope.fields[field.substr(0, equals)] = value(field.substr(equals + 1));
        }
        open.push_back(&scope);
    }
    return slots;
}

std::string rows(std::string_view drawing) {
    std::string xml;
    std::uint32_t row = 0;
    for (const auto& [indent, line] : lines(drawing)) {
        ++row;
        if (line.starts_with("...")) {
            row = static_cast<std::uint32_t>(std::atoi(line.c_str() + 3)) - 1;
            continue;
        }
        xml += "<row r=\"" + std::to_string(row) + "\">";
        std::uint32_t column = 0;
        for (const std::string& cell : split(line, '|')) {
            const std::string r = " r=\"" + cells::to_text(cells::Address{row, ++column}) + "\"";
            if (cell.empty()) continue;
            if (cell.starts_with('='))
                xml += "<c" + r + "><f>" + xlsx::escape(cell.substr(1)) + "</f><v>99</v></c>";
            else if (cells::Decimal::parse(cell))
                xml += "<c" + r + "><v>" + cell + "</v></c>";
            else
                xml += "<c" + r + " t=\"inlineStr\"><is><t>" + xlsx::escape(cell) + "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml;
}

std::string sheet(std::string_view drawing, std::string_view behind, std::string_view before) {
    return R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
           R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
           + std::string(before) + "<sheetData>" + rows(drawing) + "</sheetData>" + std::string(behind)
           + "</worksheet>";
}

xlsx::Package package(support::Parts parts) {
    auto package = xlsx::Package::open(support::workbook(std::move(parts)), "template.xlsx");
    INFO((package ? "" : to_text(package.error())));
    REQUIRE(package);
    return std::move(*package);
}

xlsx::Package package(std::string_view drawing, std::string_view behind) {
    return package({{"xl/worksheets/sheet1.xml", sheet(drawing, behind)}});
}

void fill(xlsx::Package& package, const cells::Slots& slots) {
    const auto done = xlsx::fill(package, slots);
    INFO((done ? "" : to_text(done.error())));
    REQUIRE(done);
}

std::string filled(std::string_view drawing, const cells::Slots& slots) {
    xlsx::Package file = package(drawing);
    drawn::fill(file, slots);
    return draw(file);
}

std::string refusal(xlsx::Package package, const cells::Slots& slots) {
    const auto done = xlsx::fill(package, slots);
    return done ? "filled" : to_text(done.error());
}

std::string text(xlsx::Package& package, std::string_view part) {
    const auto text = package.text(part);
    INFO((text ? "" : to_text(text.error())));
    REQUIRE(text);
    return std::string(*text);
}

std::string piece(xlsx::Package& package, std::string_view from, std::string_view to, std::string_view part) {
    const std::string all = text(package, part);
    const auto start = all.find(from);
    if (start == std::string::npos) return {};
    const auto end = all.find(to, start + from.size());
    return end == std::string::npos ? std::string() : all.substr(start, end + to.size() - start);
}

std::string draw(xlsx::Package& package, std::string_view part) {
    const std::string xml = text(package, part);
    std::string drawing;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string formula, value;
    xlsx::XmlLexer lexer(xml);
    std::string_view in;
    for (xlsx::XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.opens("row")) {
            const auto next =
                static_cast<std::uint32_t>(std::atoi(std::string(*attribute(token, "r")).c_str()));
            if (next != row + 1) drawing += "... " + std::to_string(next) + "\n";
            row = next;
            column = 0;
            if (attribute(token, "hidden")) drawing += "(hidden)";
            if (token.kind == xlsx::XmlToken::Kind::single) drawing += '\n';
        } else if (token.opens("c")) {
            const auto at = cells::parse_address(attribute(token, "r").value_or(""));
            REQUIRE(at);
            CHECK(at->row == row);
            for (; column < at->column; ++column)
                if (column > 0) drawing += " |";
            formula.clear();
            value.clear();
        } else if (token.opens("f") || token.opens("v") || token.opens("t")) {
            in = token.local();
        } else if (token.holds_text()) {
            if (in == "f")
                formula += xlsx::unescape(token.body);
            else if (in == "v" || in == "t")
                value += xlsx::decode_xstring(xlsx::unescape(token.body));
        } else if (token.kind == xlsx::XmlToken::Kind::close) {
            in = {};
            if (token.local() == "c") {
                const std::string cell =
                    formula.empty() ? value : "=" + formula + (value.empty() ? "" : " -> " + value);
                if (column > 1 && !cell.empty()) drawing += ' ';
                drawing += cell;
            }
            if (token.local() == "row") drawing += '\n';
        }
    }
    return drawing;
}

} // namespace drawn
