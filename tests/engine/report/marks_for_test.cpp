#include "engine/report/marks_for.h"

#include "engine/status/decide.h"
#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using support::Quarter;

namespace {

/// A quarter whose return has status columns, its papers copied so that they can be changed.
struct Marked {
    engine::Papers papers;
    engine::Decided decided;
    cells::Marks marks;

    explicit Marked(Quarter& quarter) : papers(quarter.papers()) {
        papers.returns[0].indicator_status_column = 11;
        papers.returns[0].action_status_column = 7;
        decided = engine::decide(papers);
        marks = engine::marks_for(papers.returns[0], decided, quarter.framework, "1.2");
    }
    const cells::Mark& at(const char* sheet, const char* address) const {
        const auto found = std::ranges::find_if(marks.cells, [&](const cells::Mark& mark) {
            return mark.sheet == sheet && cells::to_text(mark.at) == address;
        });
        INFO("there is no mark at " << sheet << "!" << address);
        REQUIRE(found != marks.cells.end());
        return *found;
    }
};

} // namespace

TEST_CASE("the status is written in its cell as a word with its colours, its reason in the note",
          "[CW-34][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | Q1 93 | actual 94.7 | corrective A second team.");
    const Marked marked(quarter);
    const cells::Mark& status = marked.at("Indicators", "K3");
    CHECK(std::get<std::string>(status.value.value()) == "Amber");
    CHECK(status.colours == quarter.framework.words(engine::StatusRole::near).colours);
    CHECK(status.note
          == "Amber: 4.34% short of the target; within 5%.\n"
             "actual: 94.7 (Indicators!I3)\n"
             "target for 2016-17: 99 (plan-1.xlsx: Indicators!Q3)\n"
             "Improving: 94.7 against 93 in 2016-17 Q1.\n"
             "Rule S12, cheshire-west-and-chester version 1");
}

TEST_CASE("a typed status that differs is kept in the note", "[CW-65]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 60 | actual 60 | status Red")
        .indicator("BS-02 | target 60 | actual 60 | status G")
        .action("BS-A01 | 01/04/2016 to 31/03/2017 | status Delivered");
    const Marked marked(quarter);
    CHECK(marked.at("Indicators", "K3").note.contains("\nYou typed Red.\n"));
    CHECK(!marked.at("Indicators", "K4").note.contains("You typed"));
    CHECK(marked.at("Actions", "G3").note.contains("\nYou typed Delivered.\n"));
}

TEST_CASE("a finding is a note at its cell: what is wrong, and what to do") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | number | target 60 | actual sixty or so");
    const Marked marked(quarter);
    const cells::Mark& mark = marked.at("Indicators", "I3");
    CHECK(mark.note.starts_with("Error V014: This is no figure (actual: 'sixty or so').\n"));
    CHECK(mark.note.contains("\nType the number alone"));
    CHECK(mark.colours == engine::colours_of(engine::Severity::error));
    CHECK(!mark.value);
    CHECK(std::get<std::string>(marked.at("Indicators", "K3").value.value()) == "Not rated");
}

TEST_CASE("the sheet of findings has a line for each, whose first column leads to the cell") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | number | target 60 | actual sixty or so");
    const Marked marked(quarter);
    CHECK(marked.marks.list_sheet == "Outturn findings");
    CHECK(marked.marks.list_title == "Findings on the return of Housing Services, 2016-17 Q2");
    CHECK(
        marked.marks.list_head
        == std::vector<std::string>{"Where", "Severity", "Rule", "Reference", "What is wrong", "What to do"});
    bool listed = false;
    for (const cells::MarkLine& line : marked.marks.list)
        if (line.columns[2] == "V014") {
            listed = true;
            CHECK(line.columns[0] == "Indicators!I3");
            CHECK(line.columns[1] == "Error");
            CHECK(line.columns[3] == "BS-01");
            CHECK(cells::to_text(line.at) == "I3");
        }
    CHECK(listed);
    CHECK(marked.marks.list_intro.back()
          == "Checked by Outturn 1.2 with the framework cheshire-west-and-chester, version 1.");
}

TEST_CASE("a return without a status column is given none") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 60 | actual 60");
    const auto marks =
        engine::marks_for(quarter.papers().returns[0], quarter.decided(), quarter.framework, "1.2");
    for (const cells::Mark& mark : marks.cells) CHECK(!mark.value);
}

TEST_CASE("every pair of fill and text that findings bring has a contrast of 4.5 to 1") {
    const auto luminance = [](const std::string& colour) {
        const auto channel = [&](std::size_t at) {
            const double c = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
    };
    for (const auto severity : {engine::Severity::error, engine::Severity::query, engine::Severity::note}) {
        const auto colours = engine::colours_of(severity);
        CHECK((luminance(colours.fill) + 0.05) / (luminance(colours.text) + 0.05) >= 4.5);
    }
}
