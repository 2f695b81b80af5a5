// LibreOffice as the judge of inserted and deleted rows: it shifts the same rows of the same workbooks, and
// the two results are compared cell by cell. Each difference is explained in explained.tsv or is a fault.
//
//   compare_libreoffice             a sample, as the tests run it
//   compare_libreoffice '[whole]'   all workbooks, with the figures that xlsx/README.md reports
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/rows/generated_workbook.h"
#include "xlsx/rows/insert_rows.h"

#include <catch2/catch_test_macros.hpp>

#include <fmt/format.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == '\t')
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

std::vector<std::vector<std::string>> table(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line[0] != '#') rows.push_back(fields_of(line));
    return rows;
}

std::string beside(const std::string& name) {
    return support::bytes_of(OUTTURN_SOURCE_DIR "/tests/xlsx/rows/" + name);
}

// A kind of difference, with its reason.
struct Explanation {
    std::string what;
    std::regex workbook;
    std::regex difference; ///< of "place: LibreOffice's -> ours"
    std::string reason;
    std::size_t used = 0;
};

class Comparison {
public:
    Comparison() {
        for (const auto& row : table(beside("explained.tsv"))) {
            REQUIRE(row.size() == 4);
            explained_.push_back({row[0], std::regex(row[1]), std::regex(row[2]), row[3]});
        }
    }

    // Shifts the rows with our library; notes what is refused.
    void add(const std::string& name, const std::string& file_name, const std::string& bytes,
             const std::string& sheet, bool inserts, std::uint32_t first, std::uint32_t count) {
        auto package = xlsx::Package::open(bytes, name);
        REQUIRE(package);
        const auto done = inserts ? xlsx::insert_rows(*package, sheet, first, count)
                                  : xlsx::delete_rows(*package, sheet, first, count);
        if (!done) {
            refused_[name] = to_text(done.error());
            return;
        }
        const std::string n = std::to_string(names_.size());
        const std::string given = folder_.write(n + file_name, bytes).string();
        jobs_ += given + "\t" + folder_.write(n + "ours" + file_name, package->save()).string() + "\t" + sheet
                 + "\t" + (inserts ? "insert" : "delete") + "\t" + std::to_string(first) + "\t"
                 + std::to_string(count) + "\n";
        names_[given] = name;
    }

    void add_generated(std::uint32_t number) {
        const auto made = generated::workbook(number);
        add("generated " + std::to_string(number), ".xlsx", made.bytes, made.sheet, made.inserts, made.first,
            made.count);
    }

    void add_real(const std::vector<std::string>& row) {
        REQUIRE(row.size() == 5);
        const auto file = support::need_shared("corpus/" + row[0]);
        add(row[0] + " " + row[2], file.extension().string(), support::bytes_of(file), row[1],
            row[2] == "insert", static_cast<std::uint32_t>(std::stoul(row[3])),
            static_cast<std::uint32_t>(std::stoul(row[4])));
    }

    void judge() {
        for (const auto& row : table(support::run_reader("shift_by_libreoffice.py", jobs_))) {
            const std::string& name = names_[row.at(1)];
            if (row[0] == "compared") {
                judged_.insert(name);
                counts_[row.at(2)] += std::stoul(row.at(3));
            } else if (row[0] == "failed") {
                failed_[name] = row.at(2);
            } else {
                difference(name, row.at(2), row.at(3) + ": " + row.at(4) + " -> " + row.at(5));
            }
        }
    }

    std::string summary() const {
        std::string text =
            fmt::format("workbooks: {} compared, {} refused by us, {} not opened or shifted by "
                        "LibreOffice\n",
                        judged_.size(), refused_.size(), failed_.size());
        for (const auto& [what, count] : counts_) text += fmt::format("  {} {}\n", count, what);
        text +=
            fmt::format("differences: {} explained, {} not\n", explained_differences_, unexplained_.size());
        for (const Explanation& one : explained_)
            text += fmt::format("  {} {}: {}\n", one.used, one.what, one.reason);
        for (const auto& [name, why] : refused_) text += "refused: " + name + ": " + why + "\n";
        for (const auto& [name, why] : failed_) text += "failed: " + name + ": " + why + "\n";
        return text;
    }

    const std::vector<std::string>& unexplained() const { return unexplained_; }
    std::size_t judged() const { return judged_.size(); }

private:
    void difference(const std::string& workbook, const std::string& what, const std::string& text) {
        for (Explanation& one : explained_) {
            if (one.what != what || !std::regex_search(workbook, one.workbook)
                || !std::regex_search(text, one.difference))
                continue;
            ++one.used;
            ++explained_differences_;
            return;
        }
        unexplained_.push_back(workbook + ": " + what + " " + text);
    }

    support::TemporaryFolder folder_;
    std::string jobs_;
    std::map<std::string, std::string> names_; // of workbooks, by the file given to LibreOffice
    std::map<std::string, std::string> refused_, failed_;
    std::set<std::string> judged_;
    std::map<std::string, std::size_t> counts_;
    std::vector<Explanation> explained_;
    std::size_t explained_differences_ = 0;
    std::vector<std::string> unexplained_;
};

void check(Comparison& comparison, std::size_t at_least) {
    comparison.judge();
    for (const std::string& one : comparison.unexplained()) fmt::print("{}\n", one);
    CHECK(comparison.unexplained().empty());
    CHECK(comparison.judged() >= at_least);
}

} // namespace

TEST_CASE("LibreOffice shifts the rows of generated workbooks to the same result", "[rows][judges]") {
    Comparison comparison;
    for (std::uint32_t number = 1; number <= 30; ++number) comparison.add_generated(number);
    check(comparison, 25);
}

TEST_CASE("LibreOffice shifts the rows of real workbooks to the same result", "[rows][judges]") {
    support::need_shared("corpus");
    Comparison comparison;
    const auto list = table(beside("corpus.tsv"));
    for (std::size_t i = 0; i < list.size(); i += list.size() / 8) comparison.add_real(list[i]);
    check(comparison, 6);
}

TEST_CASE("LibreOffice shifts the rows of all workbooks to the same result", "[.][whole]") {
    support::need_shared("corpus");
    Comparison comparison;
    for (std::uint32_t number = 1; number <= 320; ++number) comparison.add_generated(number);
    for (const auto& row : table(beside("corpus.tsv"))) comparison.add_real(row);
    check(comparison, 390);
    fmt::print("{}", comparison.summary());
}
