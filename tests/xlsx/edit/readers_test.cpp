// What the readers that are not ours make of the workbooks that we write.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/edit/editing.h"
#include "tests/xlsx/edit/handful.h"
#include "xlsx/edit/memory.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace support;

namespace {

/// A real workbook with a handful of marks, beside the one that it was made from.
struct Marked {
    std::string input, output;    ///< paths
    std::set<std::string> notes;  ///< "sheet, tab, address"
    std::set<std::string> values; ///< of texts: "sheet, tab, address"
    /// ExcelJS finds no notes in strict workbooks, nor on cells that leave out their address.
    bool hides_notes = false;
};

bool hides_notes(xlsx::Package& package) {
    if (package.text(package.workbook_part())->find("purl.oclc.org") != std::string_view::npos) return true;
    return std::ranges::any_of(package.parts(), [&](const std::string& part) {
        if (part.find("worksheets/sheet") == std::string::npos) return false;
        const auto text = package.text(part).value_or("");
        return text.find("</c><c s=") != std::string_view::npos
               || text.find("</c><c>") != std::string_view::npos
               || text.find("</c><c t=") != std::string_view::npos;
    });
}

class MarkedSample {
public:
    explicit MarkedSample(std::size_t for_each_flag, std::uint64_t most_bytes) {
        for (const auto& file : sample(for_each_flag, most_bytes)) {
            auto package = xlsx::Package::open(bytes_of(file), file.filename().string());
            if (!package) continue;
            const cells::Marks marks = handful(*package);
            if (marks.cells.empty() || !xlsx::annotate(*package, marks, {"Outturn", "0.1.0"})) continue;
            // LibreOffice and ExcelJS go by the name's end; a template would open as a new workbook.
            const std::string name = std::to_string(files.size()) + file.extension().string();
            Marked marked{file.string(), folder_.write(name, package->save()).string(), {}, {}, false};
            marked.hides_notes = hides_notes(*package);
            const auto memory = xlsx::read_memory(*package).value();
            for (const auto& note : memory.notes)
                marked.notes.insert(note.sheet + "\t" + to_text(note.note.at));
            for (const auto& cell : memory.cells)
                if (cell.wrote.text == "Amber & above")
                    marked.values.insert(cell.sheet + "\t" + to_text(cell.at));
            files.push_back(std::move(marked));
        }
        REQUIRE(files.size() > 10);
    }

    std::string inputs() const {
        return lines([](const Marked& one) { return one.input; });
    }
    std::string outputs() const {
        return lines([](const Marked& one) { return one.output; });
    }
    std::string pairs() const {
        return lines([](const Marked& one) { return one.input + "\t" + one.output; });
    }
    template <typename Line>
    std::string lines(Line line) const {
        std::string all;
        for (const Marked& one : files) all += line(one) + "\n";
        return all;
    }

    std::vector<Marked> files;

private:
    TemporaryFolder folder_;
};

/// The lines that a judge printed of each file, by the file's path.
std::map<std::string, std::vector<std::string>> by_file(const std::string& printed) {
    std::map<std::string, std::vector<std::string>> files;
    std::istringstream lines(printed);
    std::string line, file;
    while (std::getline(lines, line)) {
        if (line.starts_with("file\t"))
            files[file = line.substr(5)];
        else
            files[file].push_back(line);
    }
    return files;
}

bool failed(const std::vector<std::string>& lines) {
    return std::ranges::any_of(lines, [](const std::string& line) { return line.starts_with("failed"); });
}

/// "sheet, tab, address" of the lines of a kind whose last column contains a text.
std::set<std::string> places(const std::vector<std::string>& lines, std::string_view kind,
                             std::string_view text) {
    std::set<std::string> found;
    for (const std::string& line : lines) {
        if (!line.starts_with(kind) || line.find(text) == std::string::npos) continue;
        const auto sheet = line.find('\t') + 1;
        const auto address = line.find('\t', line.find('\t', sheet) + 1);
        found.insert(line.substr(sheet, address - sheet));
    }
    return found;
}

/// Where LibreOffice saved what it could, by input.
std::map<std::string, std::string> resaved_by_libreoffice(const std::string& jobs) {
    std::map<std::string, std::string> saved;
    std::istringstream lines(run_reader("resave.py", "libreoffice\n" + jobs));
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        if (!line.starts_with("failed")) saved[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return saved;
}

bool holds_all(const std::set<std::string>& found, const std::set<std::string>& wanted) {
    return std::ranges::includes(found, wanted);
}

} // namespace

TEST_CASE("what is written keeps to the schemas wherever the input did", "[readers][corpus]") {
    const auto schemas = need_shared("xsd");
    const MarkedSample marked(1, 120'000);
    CHECK(run_reader("schema_difference.py", schemas.string() + "\n" + marked.pairs()) == "");
}

TEST_CASE("openpyxl opens what is written, with all notes and values", "[readers][corpus]") {
    const MarkedSample marked(1, 120'000);
    const auto inputs = by_file(run_reader("dump_notes.py", marked.inputs()));
    const auto notes = by_file(run_reader("dump_notes.py", marked.outputs()));
    const auto values = by_file(run_reader("dump_cells.py", marked.outputs()));
    for (const Marked& one : marked.files) {
        INFO(one.input);
        if (failed(inputs.at(one.input)) || failed(values.at(one.output)))
            continue; // strict, or broken before us
        CHECK_FALSE(failed(notes.at(one.output)));
        CHECK(holds_all(places(notes.at(one.output), "note", "Outturn:"), one.notes));
        CHECK(holds_all(places(values.at(one.output), "cell", "Amber & above"), one.values));
    }
}

TEST_CASE("ExcelJS opens what is written, with all notes and values", "[readers][corpus]") {
    const MarkedSample marked(1, 120'000);
    const auto inputs = by_file(run_reader("dump_notes.js", marked.inputs()));
    const auto outputs = by_file(run_reader("dump_notes.js", marked.outputs()));
    for (const Marked& one : marked.files) {
        INFO(one.input);
        // A workbook in which it finds no sheet tells nothing of our edits.
        if (failed(inputs.at(one.input)) || inputs.at(one.input).empty()) continue;
        CHECK_FALSE(failed(outputs.at(one.output)));
        CHECK(holds_all(places(outputs.at(one.output), "text", "Amber & above"), one.values));
        if (!one.hides_notes) CHECK(holds_all(places(outputs.at(one.output), "note", "Outturn:"), one.notes));
    }
}

TEST_CASE("Gnumeric has no complaint that it did not have of the input", "[readers][corpus]") {
    const MarkedSample marked(1, 60'000);
    CHECK(run_reader("gnumeric_difference.py", marked.pairs()) == "");
}

TEST_CASE("LibreOffice opens and saves what is written, and the marks come off its copy",
          "[readers][corpus]") {
    const MarkedSample marked(1, 60'000);
    const TemporaryFolder saved, from_inputs;
    const auto copy_of = resaved_by_libreoffice(
        marked.lines([&](const Marked& one) { return one.output + "\t" + saved.path().string(); }));
    std::string copies;
    std::string unsaved; // LibreOffice must have failed on their inputs as well
    for (const Marked& one : marked.files) {
        if (copy_of.contains(one.output))
            copies += copy_of.at(one.output) + "\n";
        else
            unsaved += one.input + "\t" + from_inputs.path().string() + "\n";
    }
    if (!unsaved.empty()) CHECK(resaved_by_libreoffice(unsaved).empty());
    const auto notes = by_file(run_reader("dump_notes.py", copies));
    const auto values = by_file(run_reader("dump_cells.py", copies));
    for (const Marked& one : marked.files) {
        INFO(one.input);
        if (!copy_of.contains(one.output)) continue;
        const std::string& copy = copy_of.at(one.output);
        if (failed(notes.at(copy)) || failed(values.at(copy))) continue;
        CHECK(holds_all(places(notes.at(copy), "note", "Outturn:"), one.notes));
        CHECK(holds_all(places(values.at(copy), "cell", "Amber & above"), one.values));

        const std::string bare = cleared(bytes_of(copy));
        for (const auto& [part, text] : texts(bare)) {
            INFO(part);
            // Strings that no cell uses any more stay in the table of strings.
            if (part != "xl/sharedStrings.xml") CHECK(count(text, "Outturn") == 0);
        }
    }
}

TEST_CASE("the marks come off a copy that openpyxl has saved, which keeps no memory of them", "[readers]") {
    const TemporaryFolder folder;
    const std::string before = archive(rich_parts());
    const auto file = folder.write("marked.xlsx", annotated(before, some_of_everything()));
    const TemporaryFolder saved;
    run_reader("resave.py", "openpyxl\n" + file.string() + "\t" + saved.path().string() + "\n");
    const std::string copy = bytes_of(saved.path() / "marked.xlsx");
    CHECK(texts(copy).at("xl/workbook.xml").find("Outturn findings") != std::string::npos);
    const auto bare = texts(cleared(copy));
    CHECK(bare.at("xl/workbook.xml").find("Outturn findings") == std::string::npos);
    for (const auto& [part, text] : bare) {
        INFO(part);
        if (part.find("comments") == std::string::npos && part != "xl/sharedStrings.xml")
            CHECK(count(text, "Outturn") == 0);
        CHECK(count(text, "Outturn:") == 0);
    }
}
