// Writes on a workbook as annotating a return does: 500 values, 50 notes with colours, and a list of them on
// a sheet of its own. edit_workbook FILE OUT
#include "xlsx/edit/annotate.h"
#include "xlsx/read/workbook.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

static constexpr std::size_t values = 500, notes = 50;

/// Cells that hold numbers, from the first sheet that has enough of them; memory holds one row.
static std::pair<std::string, std::vector<cells::Address>> numbers_of(const xlsx::Workbook& workbook) {
    std::vector<cells::Address> found;
    std::string name;
    for (std::size_t i = 0; i < workbook.sheets().size() && found.size() < values; ++i) {
        found.clear();
        name = workbook.sheets()[i].name;
        (void)workbook.stream(i, [&](std::uint32_t, std::span<cells::Cell> row) {
            for (const cells::Cell& cell : row)
                if (found.size() < values && cell.kind != cells::Cell::Kind::empty && !cell.formula)
                    found.push_back(cell.at);
        });
    }
    return {name, std::move(found)};
}

int main(int count, char** arguments) {
    if (count != 3) return 2;
    std::ifstream in(arguments[1], std::ios::binary);
    auto package = xlsx::Package::open({std::istreambuf_iterator<char>(in), {}}, arguments[1]);
    if (!package) return 1;
    const auto workbook = xlsx::Workbook::open(*package);
    if (!workbook) return 1;
    const auto [sheet, places] = numbers_of(*workbook);
    if (places.size() < values) return 1;

    cells::Marks marks;
    marks.list_sheet = "Findings";
    marks.list_head = {"Cell", "Finding"};
    for (std::size_t i = 0; i < places.size(); ++i) {
        cells::Mark mark{
            .sheet = sheet, .at = places[i], .note = {}, .colours = {}, .value = cells::Decimal(7)};
        if (i % (values / notes) == 0) {
            mark.note = "The figure differs from the plan's: 94.7 there, 97.4 here.";
            mark.colours = cells::Colours{"FFC7CE", "9C0006"};
            marks.list.push_back({sheet, places[i], {cells::to_text(places[i]), mark.note}, mark.colours});
        }
        marks.cells.push_back(std::move(mark));
    }
    if (const auto done = xlsx::annotate(*package, marks, {}); !done) {
        std::fprintf(stderr, "%s\n", cells::to_text(done.error()).c_str());
        return 1;
    }
    const std::string bytes = package->save();
    std::ofstream(arguments[2], std::ios::binary) << bytes;
    std::printf("%zu\n", bytes.size());
}
