// Workbooks that other programs wrote, and what another reader makes of them.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

using cells::Cell;
using cells::Shown;

static std::vector<std::filesystem::path> corpus_files() {
    const auto folder = support::need_shared("corpus");
    std::ifstream index(folder / "index.tsv");
    std::vector<std::filesystem::path> files;
    std::string line;
    std::getline(index, line); // the heads
    while (std::getline(index, line)) files.push_back(folder / line.substr(0, line.find('\t')));
    REQUIRE(files.size() > 1000);
    return files;
}

TEST_CASE("every file of the corpus is read whole, or refused with a sentence", "[read][corpus]") {
    std::size_t refused = 0;
    const auto expect_sentence = [&](const cells::Error& error) {
        ++refused;
        CHECK_FALSE(error.where.empty());
        CHECK_FALSE(error.what.empty());
        CHECK_FALSE(error.next.empty());
    };
    for (const auto& file : corpus_files()) {
        INFO(file);
        auto package = xlsx::Package::open(support::bytes_of(file), file.filename().string());
        if (!package) {
            expect_sentence(package.error());
            continue;
        }
        const auto book = xlsx::Workbook::open(*package);
        if (!book) {
            expect_sentence(book.error());
            continue;
        }
        for (std::size_t index = 0; index < book->sheets().size(); ++index) {
            const auto sheet = book->read(index);
            if (!sheet) {
                expect_sentence(sheet.error());
                continue;
            }
            CHECK(std::ranges::is_sorted(sheet->cells, std::ranges::less_equal{}, &Cell::at));
        }
    }
    CHECK(refused < 100); // old .xls, .ods, encrypted, broken on purpose: each has been looked at
}

namespace {

/// What a reader makes of a cell: "number" and "0.947".
struct Value {
    std::string kind;
    std::string value;
};

/// By "Sheet1!A1".
using Values = std::map<std::string, Value>;

} // namespace

// As tests/readers/dump_cells.py writes texts.
static std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        switch (c) {
        case '\\':
            line += "\\\\";
            break;
        case '\n':
            line += "\\n";
            break;
        case '\r':
            line += "\\r";
            break;
        case '\t':
            line += "\\t";
            break;
        default:
            line += c;
        }
    }
    return line;
}

static Value value_of(const Cell& cell) {
    const bool date = cell.shown == Shown::date || cell.shown == Shown::time;
    switch (cell.kind) {
    case Cell::Kind::number:
        return {date ? "date" : "number", cell.number ? cell.number->to_text() : cell.text};
    case Cell::Kind::boolean:
        return {"boolean", cell.number->to_text()};
    case Cell::Kind::error:
        return {"error", cell.text};
    case Cell::Kind::text:
    case Cell::Kind::empty:
        break;
    }
    return {"text", one_line(cell.text)};
}

// Nothing where the file is refused.
static std::optional<Values> ours(const std::string& file, std::set<std::string>& sheets) {
    auto package = xlsx::Package::open(support::bytes_of(file), file);
    if (!package) return std::nullopt;
    const auto book = xlsx::Workbook::open(*package);
    if (!book) return std::nullopt;
    const auto all = book->read_all();
    if (!all) return std::nullopt;
    Values values;
    for (const auto& sheet : *all) {
        sheets.insert(sheet.name);
        for (const Cell& cell : sheet.cells) {
            if (cell.kind == Cell::Kind::number || !cell.text.empty() || cell.number)
                values[sheet.name + "!" + to_text(cell.at)] = value_of(cell);
        }
    }
    return values;
}

// Doubles agree to 15 digits, and what is smaller than a figure's 18 places is nothing.
static bool same(const Value& one, const Value& other) {
    if (one.kind != other.kind) return false;
    if (one.value == other.value) return true;
    if (one.kind != "number" && one.kind != "date") return false;
    const double a = std::strtod(one.value.c_str(), nullptr);
    const double b = std::strtod(other.value.c_str(), nullptr);
    return std::abs(a - b) <= 1e-18 + 1e-14 * std::max(std::abs(a), std::abs(b));
}

static std::string described(const Values& values, const std::string& place) {
    const auto found = values.find(place);
    return found == values.end() ? "nothing" : found->second.kind + " " + found->second.value;
}

TEST_CASE("openpyxl reads the same values from the same files", "[read][corpus][judge]") {
    // Read by openpyxl in its own way: a value in place of an inline text, a format that is AM/PM alone.
    const std::set<std::string> apart = {"52575_main.xlsx", "LONumbers-2010.xlsx", "LONumbers-2011.xlsx"};
    std::string sample;
    const auto files = corpus_files();
    for (std::size_t i = 0; i < files.size(); i += 5) {
        const bool small = std::filesystem::file_size(files[i]) < 150'000;
        if (small && !apart.contains(files[i].filename().string())) sample += files[i].string() + "\n";
    }

    std::istringstream verdicts(support::run_reader("dump_cells.py", sample));
    std::size_t compared = 0;
    std::string file;
    Values theirs;
    bool failed = true;
    const auto compare = [&] {
        std::set<std::string> sheets;
        const auto values = failed ? std::nullopt : ours(file, sheets);
        if (!values) return;
        INFO(file);
        Values all = theirs;
        all.insert(values->begin(), values->end());
        for (const auto& [place, value] : all) {
            // openpyxl takes old macro sheets for worksheets.
            if (!sheets.contains(place.substr(0, place.rfind('!')))) continue;
            ++compared;
            const auto own = values->find(place);
            const auto other = theirs.find(place);
            if (own != values->end() && other != theirs.end() && same(own->second, other->second)) continue;
            FAIL_CHECK(place << ": we read " << described(*values, place) << ", openpyxl reads "
                             << described(theirs, place));
        }
    };
    for (std::string line; std::getline(verdicts, line);) {
        std::istringstream fields(line);
        std::string what;
        std::string sheet;
        std::string at;
        Value value;
        std::getline(fields, what, '\t');
        if (what == "file") {
            compare();
            std::getline(fields, file, '\t');
            theirs.clear();
            failed = false;
        } else if (what == "failed") {
            failed = true;
        } else {
            std::getline(fields, sheet, '\t');
            std::getline(fields, at, '\t');
            std::getline(fields, value.kind, '\t');
            std::getline(fields, value.value);
            theirs[sheet + "!" + at] = value;
        }
    }
    compare();
    CHECK(compared > 20'000);
}
