// What is written can be taken off: part for part where nobody has touched the file since.
#include "tests/xlsx/edit/editing.h"
#include "xlsx/lint/lint.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace support;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("annotating twice gives the same file as annotating once", "[annotate]") {
    const std::string once = annotated(archive(rich_parts()), some_of_everything());
    CHECK((annotated(once, some_of_everything()) == once));
}

TEST_CASE("annotating anew leaves nothing of the marks before", "[annotate]") {
    const std::string before = archive(rich_parts());
    const auto other = on_cells({note("Lists!A3", "Why two?")});
    CHECK(texts(annotated(annotated(before, some_of_everything()), other))
          == texts(annotated(before, other)));
}

TEST_CASE("clearing gives back every part as it was sent", "[clear]") {
    const std::string before = archive(rich_parts());
    const std::string file = annotated(before, some_of_everything());
    CHECK(texts(file) != texts(before));
    CHECK(texts(cleared(file)) == texts(before));
}

TEST_CASE("clearing a workbook without marks changes nothing and says so", "[clear]") {
    const std::string before = archive(rich_parts());
    auto package = open_workbook(before);
    CHECK_FALSE(xlsx::clear(package, {}).value());
    CHECK((package.save() == before));
}

TEST_CASE("no marks is no change", "[annotate]") {
    const std::string before = archive(rich_parts());
    CHECK((annotated(before, {}) == before));
}

TEST_CASE("parts that are not touched keep their compressed bytes", "[annotate]") {
    const std::string before = archive(rich_parts());
    const std::string after = annotated(before, some_of_everything());
    const auto was = xlsx::Archive::open(before, "before", {}).value();
    const auto is = xlsx::Archive::open(after, "after", {}).value();
    const std::vector<std::string> touched = {"[Content_Types].xml",
                                              "xl/workbook.xml",
                                              "xl/_rels/workbook.xml.rels",
                                              "xl/worksheets/sheet1.xml",
                                              "xl/comments1.xml",
                                              "xl/drawings/vmlDrawing1.vml",
                                              "xl/styles.xml",
                                              "docProps/app.xml"};
    for (const xlsx::ZipEntry& entry : was.entries()) {
        const auto same = std::ranges::find(is.entries(), entry.name, &xlsx::ZipEntry::name);
        REQUIRE(same != is.entries().end());
        INFO(entry.name);
        const bool kept = was.stored(entry) == is.stored(*same) && entry.method == same->method;
        CHECK(kept == (std::ranges::find(touched, entry.name) == touched.end()));
    }
    for (std::size_t i = 0; i < was.entries().size(); ++i)
        CHECK(was.entries()[i].name == is.entries()[i].name);
}

TEST_CASE("a typed status comes back when the marks are cleared", "[clear][values]") {
    const std::string file = annotated(archive(rich_parts()), on_cells({value("Return!D4", "Red")}));
    CHECK_THAT(part_text(file, "xl/worksheets/sheet1.xml"), ContainsSubstring("<is><t>Red</t></is>"));
    CHECK_THAT(part_text(cleared(file), "xl/worksheets/sheet1.xml"),
               ContainsSubstring("<c r=\"D4\" t=\"s\"><v>4</v></c>"));
}

TEST_CASE("the workbook remembers what was written and what stood there before", "[annotate][values]") {
    const cells::Date date{std::chrono::year{2016} / 9 / 30};
    auto package = open_workbook(annotated(
        archive(rich_parts()), on_cells({value("Return!D4", "Red"), value("Return!C4", cells::Decimal(1)),
                                         value("Return!D5", date)})));
    const auto values = xlsx::remembered(package).value();
    REQUIRE(values.size() == 3);
    CHECK(values[0].sheet == "Return");
    CHECK(to_text(values[0].at) == "C4");
    CHECK(values[0].before == "0.947");
    CHECK(values[0].wrote == "1");
    CHECK(values[1].before == "Amber");
    CHECK(values[1].wrote == "Red");
    CHECK(values[2].before.empty());
    CHECK(values[2].wrote == "30 Sep 2016");
    auto untouched = open_workbook(archive(rich_parts()));
    CHECK(xlsx::remembered(untouched)->empty());
}

TEST_CASE("values of earlier runs can stay, and are still remembered as they were before the first",
          "[annotate][values]") {
    const std::string first =
        annotated(archive(rich_parts()), on_cells({value("Return!D4", "Red"), note("Return!C4", "Q1")}));
    const auto second_marks = on_cells({value("Return!D5", "Green")});
    const std::string second = annotated(first, second_marks, true);
    const std::string sheet = part_text(second, "xl/worksheets/sheet1.xml");
    CHECK_THAT(sheet, ContainsSubstring("<c r=\"D4\" t=\"inlineStr\"><is><t>Red</t></is></c>"));
    CHECK_THAT(sheet, ContainsSubstring("<c r=\"D5\" t=\"inlineStr\"><is><t>Green</t></is></c>"));
    CHECK_THAT(part_text(second, "xl/comments1.xml"), !ContainsSubstring("Q1"));
    CHECK((annotated(second, second_marks, true) == second));
    CHECK(texts(cleared(second)) == texts(archive(rich_parts())));

    auto package = open_workbook(annotated(second, on_cells({value("Return!D4", "Amber-Red")}), true));
    const auto values = xlsx::remembered(package).value();
    REQUIRE(values.size() == 2);
    CHECK(values[0].before == "Amber");
    CHECK(values[0].wrote == "Amber-Red");
}

// What a program does that reads a workbook and writes it anew, as far as our marks can tell: every part it
// touches is spelt differently.
static std::string resaved(const std::string& file) {
    Parts parts;
    for (auto& [name, text] : texts(file)) {
        std::string spelt = text;
        if (name.ends_with(".xml") && name != "[Content_Types].xml") spelt += "<!-- saved -->";
        parts.emplace_back(name, spelt);
    }
    return archive(parts);
}

TEST_CASE("marks come off a workbook that another program has saved since", "[clear]") {
    const std::string before = archive(rich_parts());
    const std::string file = cleared(resaved(annotated(before, some_of_everything())));
    const auto parts = texts(file);
    for (const auto& [name, text] : parts) {
        INFO(name);
        if (name != "xl/styles.xml" && name != "xl/comments1.xml") // a format or an author more does no harm
            CHECK_THAT(text, !ContainsSubstring("Outturn") && !ContainsSubstring("outturn"));
    }
    CHECK_THAT(parts.at("xl/worksheets/sheet1.xml"),
               ContainsSubstring("<c r=\"D4\" t=\"inlineStr\"><is><t>Amber</t></is></c><"));
    CHECK_THAT(parts.at("xl/worksheets/sheet1.xml"), ContainsSubstring("<c r=\"D5\"/>"));
    CHECK(count(parts.at("xl/worksheets/sheet1.xml"), "cfRule type=\"expression\"") == 0);
    CHECK(count(parts.at("xl/comments1.xml"), "<comment ") == 1);
    CHECK_THAT(parts.at("xl/comments1.xml"),
               ContainsSubstring("<t>Two homes to be confirmed</t></r></text>"));
    CHECK(count(parts.at("xl/drawings/vmlDrawing1.vml"), "<v:shape ") == 2);
    CHECK(parts.at("xl/workbook.xml").find("Outturn findings") == std::string::npos);
    CHECK_FALSE(parts.contains("xl/worksheets/sheet3.xml"));
    auto package = open_workbook(file);
    CHECK(xlsx::lint(package).empty());
}

TEST_CASE("a format that came with a value goes with it, though another program has saved the workbook since",
          "[clear][values]") {
    Parts parts = rich_parts();
    std::string& sheet = text_of(parts, "xl/worksheets/sheet1.xml");
    sheet.insert(sheet.find("<row r=\"3\""), R"(<row r="2"><c r="B2" s="0"/></row>)");
    const auto marks = on_cells({value("Return!B2", cells::Decimal::parse("0.947").value(), "0.0%")});
    const std::string saved = resaved(annotated(archive(parts), marks));
    CHECK_THAT(part_text(saved, "xl/worksheets/sheet1.xml"), ContainsSubstring(R"(<c r="B2" s="3"><v>)"));
    const std::string file = cleared(saved);
    CHECK_THAT(part_text(file, "xl/worksheets/sheet1.xml"), ContainsSubstring(R"(<c r="B2" s="4"/>)"));
    CHECK_THAT(part_text(file, "xl/styles.xml"),
               ContainsSubstring(R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" )"
                                 R"(applyNumberFormat="1"/></cellXfs>)"));
    CHECK(count(part_text(annotated(saved, marks, true), "xl/worksheets/sheet1.xml"), "<v>0.947</v></c>")
          == 2);
}

TEST_CASE("a value that somebody changed after us stays theirs", "[clear][values]") {
    std::string file =
        annotated(archive(rich_parts()), on_cells({value("Return!D4", "Red"), value("Return!D5", "Green")}));
    Parts parts;
    for (auto& [name, text] : texts(file)) parts.emplace_back(name, text);
    std::string& sheet = text_of(parts, "xl/worksheets/sheet1.xml");
    sheet.replace(sheet.find("<t>Red</t>"), 10, "<t>Amber</t>");
    const std::string after = part_text(cleared(archive(parts)), "xl/worksheets/sheet1.xml");
    CHECK_THAT(after, ContainsSubstring("<t>Amber</t>"));
    CHECK_THAT(after, ContainsSubstring("<c r=\"D5\"/>"));
}

TEST_CASE("an answer that somebody wrote below our note stays", "[clear][notes]") {
    const std::string file = annotated(archive(rich_parts()),
                                       on_cells({note("Return!C4", "Check."), note("Return!C5", "Check.")}));
    Parts parts;
    for (auto& [name, text] : texts(file)) parts.emplace_back(name, text);
    std::string& comments = text_of(parts, "xl/comments1.xml");
    comments.replace(comments.find("&#10;Check.</t>"), 15, "&#10;Check.&#10;Checked, it is right.</t>");
    const std::string after = part_text(cleared(archive(parts)), "xl/comments1.xml");
    CHECK(count(after, "Outturn:") == 0);
    CHECK_THAT(after, ContainsSubstring("Checked, it is right.</t>"));
}

TEST_CASE("an officer's own line that is headed \"Outturn:\" is not taken for ours", "[clear][notes]") {
    Parts parts = rich_parts();
    std::string& comments = text_of(parts, "xl/comments1.xml");
    comments.replace(comments.find("Two homes to be confirmed"), 25, "Outturn:&#10;two homes more");
    const std::string before = archive(parts);
    CHECK((cleared(before) == before));
    CHECK(texts(cleared(annotated(before, on_cells({note("Return!C5", "Check.")})))) == texts(before));
}

TEST_CASE("a memory that somebody has tampered with cannot make us write outside a part", "[clear]") {
    const std::string file = annotated(archive(rich_parts()), some_of_everything());
    Parts parts;
    for (auto& [name, text] : texts(file)) parts.emplace_back(name, text);
    std::string& memory = text_of(parts, "customXml/item1.xml");
    for (auto at = memory.find("<back at=\""); at != std::string::npos;
         at = memory.find("<back at=\"", at + 1))
        memory.insert(at + 10, "99");
    const auto after = texts(cleared(archive(parts)));
    CHECK_FALSE(after.contains("customXml/item1.xml"));
    CHECK(count(after.at("xl/worksheets/sheet1.xml"), "cfRule type=\"expression\"") == 0);
}
