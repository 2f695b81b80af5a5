#include "tests/xlsx/edit/editing.h"

#include <catch2/catch_test_macros.hpp>

namespace support {

static const xlsx::Author author{"Outturn", "0.1.0"};

xlsx::Package open_workbook(std::string bytes) {
    auto package = xlsx::Package::open(std::move(bytes), "return.xlsx");
    if (!package) FAIL(cells::to_text(package.error()));
    return std::move(*package);
}

static cells::Mark mark_at(std::string_view where) {
    const auto bang = where.rfind('!');
    cells::Mark mark;
    mark.sheet = where.substr(0, bang);
    mark.at = cells::parse_address(where.substr(bang + 1)).value();
    return mark;
}

cells::Mark note(std::string_view where, std::string text) {
    cells::Mark mark = mark_at(where);
    mark.note = std::move(text);
    return mark;
}

cells::Mark value(std::string_view where, cells::Written written, std::string number_format) {
    cells::Mark mark = mark_at(where);
    mark.value = std::move(written);
    mark.number_format = std::move(number_format);
    return mark;
}

cells::Mark fill(std::string_view where, std::string colour, std::string text) {
    cells::Mark mark = mark_at(where);
    mark.colours = cells::Colours{std::move(colour), std::move(text)};
    return mark;
}

cells::Marks on_cells(std::vector<cells::Mark> marks) {
    cells::Marks all;
    all.cells = std::move(marks);
    return all;
}

cells::Marks some_of_everything() {
    cells::Marks marks = on_cells({
        note("Return!C4", "Below last year's 0.96.\nCheck the denominator."),
        note("Return!C5", "Not comparable: no target."),
        fill("Return!C4"),
        value("Return!D4", "Red"),
        value("Return!D5", "Green"),
        fill("Return!D5", "C6EFCE", "006100"),
    });
    marks.list_sheet = "Outturn findings";
    marks.list_title = "Findings";
    marks.list_intro = {"Two cells need a look."};
    marks.list_head = {"Severity", "Where", "What"};
    marks.list = {{"Return",
                   {4, 3},
                   {"Error", "Return!C4", "Below last year's 0.96"},
                   cells::Colours{"FFC7CE", "9C0006"}},
                  {"", {}, {"Note", "", "The file was made with a template of last year"}, std::nullopt}};
    return marks;
}

std::string annotated(const std::string& bytes, const cells::Marks& marks, bool keep_values) {
    auto package = open_workbook(bytes);
    const auto done = xlsx::annotate(package, marks, author, keep_values);
    if (!done) FAIL(cells::to_text(done.error()));
    return package.save();
}

std::string cleared(const std::string& bytes) {
    auto package = open_workbook(bytes);
    const auto done = xlsx::clear(package, author);
    if (!done) FAIL(cells::to_text(done.error()));
    return package.save();
}

std::string refusal(const std::string& bytes, const cells::Marks& marks) {
    auto package = open_workbook(bytes);
    const auto done = xlsx::annotate(package, marks, author);
    REQUIRE_FALSE(done);
    return cells::to_text(done.error());
}

std::map<std::string, std::string> texts(const std::string& bytes) {
    auto package = open_workbook(bytes);
    std::map<std::string, std::string> all;
    for (const std::string& part : package.parts()) {
        const auto text = package.text(part);
        all[part] = text ? std::string(*text) : "not text";
    }
    return all;
}

std::string part_text(const std::string& bytes, const std::string& part) {
    auto package = open_workbook(bytes);
    const auto text = package.text(part);
    if (!text) FAIL(cells::to_text(text.error()));
    return std::string(*text);
}

std::string rows_after(const std::string& rows, const std::vector<cells::Mark>& marks) {
    const std::string sheet =
        part_text(annotated(workbook({{"xl/worksheets/sheet1.xml", rows}}), on_cells(marks)),
                  "xl/worksheets/sheet1.xml");
    const auto start = sheet.find("sheetData>") + 10;
    return sheet.substr(start, sheet.rfind("</", sheet.rfind("sheetData>")) - start);
}

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t found = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size()))
        ++found;
    return found;
}

} // namespace support
