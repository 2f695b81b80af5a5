#include "tests/corpus/handful.h"

#include "xlsx/read/workbook.h"

#include <algorithm>
#include <optional>

namespace corpus {

static const cells::Colours red{"FFC7CE", "9C0006"};
static const cells::Colours amber{"FFEB9C", "7F6000"};

static void mark_sheet(cells::Marks& marks, const std::string& name, const std::vector<cells::Cell>& cells) {
    const auto add = [&](cells::Address at) -> cells::Mark& {
        marks.cells.push_back({name, at, "", std::nullopt, std::nullopt});
        return marks.cells.back();
    };
    const std::size_t step = std::max<std::size_t>(1, cells.size() / 4);
    for (std::size_t i = 0; i < cells.size() && i < 4 * step; i += step) {
        const cells::Address at = cells[i].at;
        cells::Mark& mark = add(at);
        mark.note =
            "Numerator is more than the denominator.\nCheck whether they were typed the wrong way round.";
        mark.colours = i % 2 == 0 ? red : amber;
        marks.list.push_back({name, at, {"Error", name + "!" + to_text(at), "Numerator"}, mark.colours});
    }
    const std::uint32_t below = cells.back().at.row + 2;
    if (below <= cells::last_row) {
        add({below, 2}).value = cells::Decimal::parse("0.947").value();
        add({below, 3}).value = std::string(written_text);
        add({below, 4}).value = cells::Date{std::chrono::year{2016} / 9 / 30};
    }
    const auto number = std::ranges::find_if(cells, [](const cells::Cell& cell) {
        return cell.kind == cells::Cell::Kind::number && !cell.formula;
    });
    if (number != cells.end()) add(number->at).value = cells::Decimal(42);
}

cells::Marks handful(xlsx::Package& package) {
    cells::Marks marks;
    const auto book = xlsx::Workbook::open(package);
    if (!book) return marks;
    std::optional<std::string> empty;
    int marked = 0;
    for (std::size_t i = 0; i < book->sheets().size() && marked < 2; ++i) {
        const auto sheet = book->read(i);
        if (!sheet || !book->sheets()[i].worksheet) continue;
        if (sheet->cells.empty()) {
            if (!empty) empty = sheet->name;
            continue;
        }
        mark_sheet(marks, sheet->name, sheet->cells);
        ++marked;
    }
    if (marked == 0 && empty) {
        mark_sheet(marks, *empty, {cells::Cell{.at = {1, 1}, .number = {}, .text = {}}});
        marks.cells.front().value = std::string("Nothing"); // ExcelJS shows notes of cells that are there
    }
    marks.list_sheet = "Outturn findings";
    marks.list_title = "Findings";
    marks.list_head = {"Severity", "Where", "What"};
    return marks;
}

} // namespace corpus
