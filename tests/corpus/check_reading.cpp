#include "tests/corpus/check_reading.h"

#include "tests/corpus/lines.h"
#include "xlsx/read/workbook.h"

#include <algorithm>

namespace corpus {

using cells::Cell;
using cells::Shown;

static std::string_view name_of(cells::Error::Kind kind) {
    using enum cells::Error::Kind;
    switch (kind) {
    case cannot_read:
        return "cannot_read";
    case not_a_workbook:
        return "not_a_workbook";
    case damaged:
        return "damaged";
    case too_large:
        return "too_large";
    case not_found:
        return "not_found";
    case not_allowed:
        return "not_allowed";
    case cannot_write:
        return "cannot_write";
    case bad_framework:
        return "bad_framework";
    case bad_template:
        return "bad_template";
    case refused:
        return "refused";
    }
    return "no kind";
}

void say_refused(const cells::Error& error) {
    say({"refused", name_of(error.kind), cells::to_text(error)});
    if (error.where.empty() || error.what.empty() || error.next.empty())
        say({"wrong", "read", "the error does not say where, what and what next"});
}

static void say_cell(const std::string& sheet, const Cell& cell) {
    const bool date = cell.shown == Shown::date || cell.shown == Shown::time;
    const std::string at = to_text(cell.at);
    switch (cell.kind) {
    case Cell::Kind::number:
        say({"cell", sheet, at, date ? "date" : "number", cell.number ? cell.number->to_text() : cell.text});
        break;
    case Cell::Kind::boolean:
        say({"cell", sheet, at, "boolean", cell.number->to_text()});
        break;
    case Cell::Kind::error:
        say({"cell", sheet, at, "error", cell.text});
        break;
    case Cell::Kind::text:
        if (!cell.text.empty()) say({"cell", sheet, at, "text", cell.text});
        break;
    case Cell::Kind::empty:
        break;
    }
}

bool check_reading(xlsx::Package& package) {
    const auto book = xlsx::Workbook::open(package);
    if (!book) {
        say_refused(book.error());
        return false;
    }
    for (std::size_t index = 0; index < book->sheets().size(); ++index) {
        const xlsx::SheetEntry& entry = book->sheets()[index];
        say({entry.worksheet ? "sheet" : "other", entry.name});
        const auto sheet = book->read(index);
        if (!sheet) {
            say_refused(sheet.error());
            return false;
        }
        if (!std::ranges::is_sorted(sheet->cells, std::ranges::less_equal{}, &Cell::at))
            say({"wrong", "read", entry.name + ": its cells are out of order"});
        for (const Cell& cell : sheet->cells) say_cell(entry.name, cell);
    }
    return true;
}

void check_saving(const xlsx::Package& package, const std::string& bytes) {
    if (package.save() != bytes) say({"wrong", "save", "a save without a change changes bytes"});
}

} // namespace corpus
