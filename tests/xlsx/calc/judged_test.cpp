// Real workbooks with some numbers changed: what their formulas come to, against LibreOffice, which
// calculates the same files from scratch.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/edit/corpus_files.h"
#include "xlsx/edit/annotate.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;

// A few of each sheet's own numbers, each greater by one.
static cells::Marks other_numbers(xlsx::Package& package) {
    static constexpr std::size_t for_each_sheet = 10;
    cells::Marks marks;
    const auto book = xlsx::Workbook::open(package);
    if (!book) return marks;
    for (std::size_t i = 0; i < book->sheets().size(); ++i) {
        const auto sheet = book->read(i);
        if (!sheet) continue;
        std::vector<const cells::Cell*> numbers;
        for (const cells::Cell& cell : sheet->cells)
            if (cell.number && cell.kind == cells::Cell::Kind::number && !cell.formula)
                numbers.push_back(&cell);
        const std::size_t step = std::max<std::size_t>(1, numbers.size() / for_each_sheet);
        for (std::size_t n = 0; n < numbers.size(); n += step)
            marks.cells.push_back({.sheet = sheet->name,
                                   .at = numbers[n]->at,
                                   .note = "",
                                   .colours = std::nullopt,
                                   .value = *numbers[n]->number + cells::Decimal(1)});
    }
    return marks;
}

struct Judged {
    std::size_t workbooks = 0;
    xlsx::ValuesReport values;
    std::string wrong; // a line each
};

static Judged judge(const std::vector<fs::path>& files, std::size_t most) {
    const support::TemporaryFolder folder;
    Judged all;
    std::string jobs;
    for (std::size_t i = 0; i < files.size() && all.workbooks < most; ++i) {
        const std::string bytes = support::bytes_of(files[i]);
        auto package = xlsx::Package::open(bytes, files[i].filename().string());
        if (!package) continue;
        const cells::Marks marks = other_numbers(*package);
        if (marks.cells.empty()) continue;
        const auto values = xlsx::annotate(*package, marks, {"Outturn", "0.1.0"});
        if (!values || !values->any()) continue; // refused, or nothing depends on these numbers
        const std::string name = std::to_string(i) + "-" + files[i].stem().string() + ".xlsx";
        jobs += folder.write("was/" + name, bytes).string() + "\t"
                + folder.write("now/" + name, package->save()).string() + "\n";
        ++all.workbooks;
        all.values.calculated += values->calculated;
        all.values.dropped += values->dropped;
    }
    std::istringstream lines(support::run_reader("recalculated.py", jobs));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("wrong")) all.wrong += line + "\n";
        if (line.starts_with("failed")) --all.workbooks;
    }
    return all;
}

static std::vector<fs::path> with_formulas(std::uint64_t most_bytes) {
    return support::corpus_files([&](const support::CorpusFile& file) {
        return file.formulas > 0 && file.bytes <= most_bytes && !file.has("corrupt") && !file.has("dtd");
    });
}

// Every so-many-th, so that a few come from each collection.
static std::vector<fs::path> spread(const std::vector<fs::path>& files, std::size_t step) {
    std::vector<fs::path> some;
    for (std::size_t i = 0; i < files.size(); i += step) some.push_back(files[i]);
    return some;
}

TEST_CASE("what formulas come to after an edit is what LibreOffice says, or is left open", "[calc][judges]") {
    const Judged judged = judge(spread(with_formulas(100'000), 12), 15);
    INFO(judged.wrong);
    CHECK(judged.wrong.empty());
    CHECK(judged.workbooks >= 10);
    CHECK(judged.values.calculated > 40);
}

// The whole of the figures in xlsx/README.md: calc_test "[all]"
TEST_CASE("two hundred real workbooks: formulas after an edit against LibreOffice", "[.][all]") {
    const Judged judged = judge(with_formulas(3'000'000), 1000);
    WARN(judged.wrong << judged.workbooks << " workbooks: " << judged.values.calculated
                      << " formulas calculated, " << judged.values.dropped << " dropped");
    CHECK(judged.wrong.empty());
    CHECK(judged.workbooks >= 150);
}
