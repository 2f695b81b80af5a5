#include "tests/xlsx/read/read_sheet.h"

#include "tests/support/workbook_builder.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

namespace support {

xlsx::Package opened(std::string bytes) {
    auto package = xlsx::Package::open(std::move(bytes), "return.xlsx");
    INFO((package ? "" : to_text(package.error())));
    REQUIRE(package);
    return std::move(*package);
}

static std::string book(const std::string& rows, const std::string& shared_strings,
                        const std::string& styles) {
    Parts parts = {{"xl/worksheets/sheet1.xml", rows}};
    if (!shared_strings.empty()) parts.emplace_back("xl/sharedStrings.xml", shared_strings);
    if (!styles.empty()) parts.emplace_back("xl/styles.xml", styles);
    return workbook(parts);
}

cells::Sheet read_rows(const std::string& rows, const std::string& shared_strings,
                       const std::string& styles) {
    auto package = opened(book(rows, shared_strings, styles));
    const auto opened_book = xlsx::Workbook::open(package);
    INFO((opened_book ? "" : to_text(opened_book.error())));
    REQUIRE(opened_book);
    auto sheet = opened_book->read(0);
    INFO((sheet ? "" : to_text(sheet.error())));
    REQUIRE(sheet);
    return std::move(*sheet);
}

std::string refused_rows(const std::string& rows, const std::string& shared_strings) {
    auto package = opened(book(rows, shared_strings, ""));
    const auto opened_book = xlsx::Workbook::open(package);
    if (!opened_book) return to_text(opened_book.error());
    const auto sheet = opened_book->read(0);
    REQUIRE_FALSE(sheet);
    return to_text(sheet.error());
}

static std::string line_of(const cells::Cell& cell) {
    static constexpr std::array<const char*, 5> kinds = {"empty", "number", "text", "boolean", "error"};
    static constexpr std::array<const char*, 7> shown = {"",      " number", " percent", " currency",
                                                         " date", " time",   " as-text"};
    std::string line = to_text(cell.at) + " " + kinds.at(static_cast<std::size_t>(cell.kind));
    if (cell.kind == cells::Cell::Kind::number) line += " " + (cell.number ? cell.number->to_text() : "?");
    if (cell.kind == cells::Cell::Kind::boolean) line += " " + cell.number->to_text();
    if (!cell.text.empty()) line += " " + cell.text;
    line += shown.at(static_cast<std::size_t>(cell.shown));
    if (cell.shown_places >= 0) line += " " + std::to_string(cell.shown_places);
    if (cell.formula) line += " formula";
    if (cell.uncalculated) line += " uncalculated";
    return line;
}

std::string lines_of(const cells::Sheet& sheet) {
    std::string lines;
    for (const auto& cell : sheet.cells) lines += (lines.empty() ? "" : "\n") + line_of(cell);
    return lines;
}

} // namespace support
