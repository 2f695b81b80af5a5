// Rows in the form that nearly every program writes are read by a way of their own. A comment behind each
// row's open tag, which changes nothing, sends the same rows the way that knows all of XML: both must say the
// same.
#include "tests/support/shared_data.h"
#include "tests/xlsx/read/read_sheet.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <fstream>
#include <optional>

static std::string with_comments(std::string part) {
    static constexpr std::string_view comment = "<!-- -->";
    for (auto row = part.find("<row"); row != std::string::npos; row = part.find("<row", row + 1)) {
        const auto end = part.find('>', row);
        if (end == std::string::npos) break;
        if (part[end - 1] != '/') part.insert(end + 1, comment);
    }
    return part;
}

TEST_CASE("a row reads the same however it is written", "[read]") {
    const std::string row = GENERATE(
        as<std::string>{},
        R"(<row r="1"><c r="A1"><v>94.7</v></c><c r="B1"><v>-1.5E-3</v></c><c r="C1"><v>1E999</v></c></row>)",
        R"(<row r="7" spans="1:3"><c r="A7" s="1" t="s"><v>1</v></c> <c t="b" r="B7"><v>1</v></c></row>)",
        R"(<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> two words </t></is></c></row>)",
        R"(<row r="2"><c r="A2" t="inlineStr"><is><t>one</t></is></c><c r="XFD2"/><c r="XFD3"/></row>)",
        R"(<row r="3"><c r="A3"><f>SUM(B3:B9)</f><v>4</v></c><c r="B3"><f>C3</f></c></row>)",
        R"(<row r="3"><c r="A3" t="str"><f>B3&amp;"a"</f><v>ba</v></c><c r="B3" t="e"><v>#N/A</v></c></row>)",
        R"(<row r="3"><c r="A3" t="str"><v>R&amp;D</v></c><c r="B3" t="str"><v>a_x0041_b</v></c></row>)",
        R"(<row r="4"><c r="B4"><v>1</v></c><c r="A4"><v>2</v></c><c r="A4"><v>3</v></c></row>)",
        R"(<row r="5"><c r="A5" s="0"/><c r="B5" s="1"/><c r="C5" t="s"/><c r="D5"><v></v></c></row>)",
        R"(<row r="5"><c r="A5" t="d"><v>2016-09-30</v></c><c r="B5" cm="1"><v>7</v></c></row>)",
        R"(<row r="5"><c r="A5"><f t="array" ref="A5:B5">X</f><v>1</v></c><c r="B5"><v>2</v></c></row>)",
        R"(<row r="6"><c r="A7"><v>1</v></c></row>)", R"(<row r="6"><c><v>1</v></c><c><v>2</v></c></row>)",
        R"(<row><c r="A1"><v>1</v></c></row><row><c r="A2"><v> 12 </v></c></row>)",
        R"(<row r="1048576"><c r="A1048576"><v>0.000000000000001</v></c></row>)");
    const std::string strings = "<sst><si><t>zero</t></si><si><t xml:space=\"preserve\"> one</t></si></sst>";
    const std::string styles =
        R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>)";
    CHECK(support::lines_of(support::read_rows(row, strings, styles))
          == support::lines_of(support::read_rows(with_comments(row), strings, styles)));
}

TEST_CASE("what is wrong in a row is said alike however it is written", "[read]") {
    const std::string row =
        GENERATE(as<std::string>{}, R"(<row r="1"><c r="A1" t="s"><v>9</v></c></row>)",
                 R"(<row r="1"><c r="A1" t="str"><v>)"
                 "\xFF"
                 R"(</v></c></row>)",
                 R"(<row r="1"><c r="ABCD1"><v>1</v></c></row>)", R"(<row r="1"><c r="A1"><v>1</c></row>)",
                 R"(<row r="1"><c r="A1"><v>1</v></c>)");
    const std::string strings = "<sst><si><t>zero</t></si></sst>";
    CHECK(support::refused_rows(row, strings) == support::refused_rows(with_comments(row), strings));
}

/// The cells of every sheet; nothing where the file is refused.
static std::optional<std::string> all_lines(xlsx::Package& package) {
    const auto book = xlsx::Workbook::open(package);
    if (!book) return std::nullopt;
    std::string lines;
    for (std::size_t i = 0; i < book->sheets().size(); ++i) {
        const auto sheet = book->read(i);
        lines += sheet ? support::lines_of(*sheet) : to_text(sheet.error());
    }
    return lines;
}

TEST_CASE("real sheets read the same both ways", "[read][corpus]") {
    const auto folder = support::need_shared("corpus");
    std::ifstream index(folder / "index.tsv");
    std::string line;
    std::size_t number = 0, compared = 0;
    // Every eleventh: all producers are among them, and it takes a second or two.
    while (std::getline(index, line)) {
        const auto file = folder / line.substr(0, line.find('\t'));
        if (++number % 11 != 0 || std::filesystem::file_size(file) > 2'000'000) continue;
        auto package = xlsx::Package::open(support::bytes_of(file), file.filename().string());
        if (!package) continue;
        INFO(file);
        const auto plain = all_lines(*package);
        for (const std::string& part : package->parts()) {
            if (part.find("/worksheets/sheet") == std::string::npos) continue;
            if (const auto text = package->text(part))
                package->replace(part, with_comments(std::string(*text)));
        }
        CHECK(plain == all_lines(*package));
        ++compared;
    }
    CHECK(compared > 60);
}
