#include "engine/layout/find_table.h"

#include "tests/support/cheshire_west.h"
#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using engine::FoundForm;

static const engine::LayoutForm& cover() {
    return support::cheshire_west().returned.cover;
}

static FoundForm found_in(std::string_view drawing) {
    auto found = engine::find_form(support::draw_sheets(drawing), cover(), "housing.xlsx");
    if (!found) FAIL(to_text(found.error()));
    return *found;
}

/// "B3": where the value of a field is; empty where the form does not have it.
static std::string value_of(const FoundForm& form, std::string_view field) {
    for (const engine::FoundField& found : form.fields)
        if (cover().fields[found.field].field == field) return to_text(found.value);
    return {};
}

TEST_CASE("a cover's values stand right of their labels", "[layout]") {
    const auto form = found_in(R"(
        [Return]
        | Quarterly return |
        | Council: | Marlbridge Borough Council |
        | Service: | Housing Services |
        | Period   | 2016-17 Q2 |
        | Verified by | |
        | Verified on | |
    )");
    CHECK(value_of(form, "service") == "B3");
    CHECK(value_of(form, "period") == "B4");
    CHECK(value_of(form, "verified_by") == "B5");
    CHECK(value_of(form, "approved_by").empty());
}

TEST_CASE("a cover's values may stand under their labels", "[layout]") {
    const auto form = found_in(R"(
        [Return]
        | Council | Service | Period |
        | Marlbridge | Housing Services | 2016-17 Q2 |
    )");
    CHECK(value_of(form, "service") == "B2");
    CHECK(value_of(form, "period") == "C2");
}

TEST_CASE("labels may be merged, and a column may be left between label and value", "[layout]") {
    CHECK(value_of(found_in("[Return]\n| Service | < | Housing |\n| Period | < | 2016-17 Q2 |"), "period")
          == "C2");
    CHECK(value_of(found_in("[Return]\n| Service | | Housing |\n| Period | | |"), "period") == "C2");
}

TEST_CASE("a hint beside an empty value is not the value", "[layout]") {
    const auto form = found_in(R"(
        [Return]
        | Service | Housing | the service's full name |
        | Period | | as 2016-17 Q2 |
        | Verified on | | dd/mm/yyyy |
        | Approved on | | dd/mm/yyyy |
    )");
    CHECK(value_of(form, "period") == "B2");
    CHECK(value_of(form, "approved_on") == "B4");
}

TEST_CASE("the cover is the sheet with most of its labels", "[layout]") {
    CHECK(found_in(R"(
        [Notes]
        | Service | see below |
        | Period | see below |
        [Front]
        | Service | Housing |
        | Period | 2016-17 Q2 |
        | Directorate | Places |
    )")
              .sheet
          == 1);
}

TEST_CASE("a label with a slip of the pen is read and reported", "[layout]") {
    const auto form = found_in("[Return]\n| Service | Housing |\n| Peroid | 2016-17 Q2 |");
    CHECK(value_of(form, "period") == "B2");
    REQUIRE(form.near.size() == 1);
    CHECK(form.near.front().meant == "Period");
}

TEST_CASE("any label with a slip of the pen is read, not only those that a cover must have", "[layout]") {
    const auto form = found_in(R"(
        [Return]
        | Service | Housing |
        | Period | 2016-17 Q2 |
        | Verifed by | Head of Housing |
    )");
    CHECK(value_of(form, "verified_by") == "B3");
    REQUIRE(form.near.size() == 1);
    CHECK(form.near.front().found == "Verifed by");
    CHECK(form.near.front().meant == "Verified by");
}

TEST_CASE("label and value may share a cell", "[layout]") {
    const auto form = found_in(R"(
        [Return]
        | Council: Marlbridge |
        | Service: Housing | |
        | Period | 2016-17 Q2 |
        | Notes: see the guidance | |
    )");
    CHECK(value_of(form, "service") == "A2");
    CHECK(value_of(form, "period") == "B3");
    for (const engine::FoundField& field : form.fields)
        CHECK(field.value_from == (field.value.row == 3 ? 0 : 8));
    const auto together = found_in("[Return]\n| Service: Housing | Period: 2016-17 Q2 |");
    CHECK(value_of(together, "period") == "B1");
}

TEST_CASE("a label of its own is preferred to one that shares its cell", "[layout]") {
    CHECK(value_of(found_in(R"(
        [Return]
        | Service: as in the plan |
        | Service | Housing |
        | Period | 2016-17 Q2 |
    )"),
                   "service")
          == "B2");
}

TEST_CASE("a cover without a required label is an error that names it", "[layout]") {
    const auto error = [](std::string_view drawing) {
        const auto found = engine::find_form(support::draw_sheets(drawing), cover(), "housing.xlsx");
        return found ? "found" : to_text(found.error());
    };
    CHECK(error("[Return]\n| Service | Housing |\n| Directorate | Places |")
          == "housing.xlsx: Return: The cover of the return has no \"Period\". Add the label with its value "
             "beside, "
             "as in the template.");
    CHECK(error("[Sheet1]\n| Minutes |")
          == "housing.xlsx: There is no cover of the return: no sheet has the labels \"Service\" and "
             "\"Period\". Check "
             "that this is the right workbook, or start again from the template.");
}
