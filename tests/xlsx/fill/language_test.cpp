// What a template's author can say between {{ and }} beyond the name of a field.
#include "tests/xlsx/fill/drawn_template.h"

#include <catch2/catch_test_macros.hpp>

using drawn::filled;
using drawn::package;
using drawn::refusal;
using drawn::slots;

static cells::Slots quarter() {
    return slots(R"(
        report period=Q2; quarter=2
        outcome name=Homes
          indicator name=Voids; status=Red; actual=12.5; target=10; due=2016-09-30
          indicator name=arrears; status=Green; actual=0.1; target=0.2; due=2016-06-30
          indicator name=Repairs; status=red; actual=n/a; target=7; due=-
        outcome name=Parks
          indicator none
        outcome name=Jobs
          indicator name=Starts; status=Amber; actual=0.2; target=-; due=2017-03-31
    )");
}

TEST_CASE("an aggregate counts, adds up, averages and finds the least and greatest of a block", "[fill]") {
    CHECK(filled(R"(
        {{count outcomes}} | {{count indicators}} | {{count outcome.indicator}} | {{count indicator.target}}
        {{sum indicator.actual}} | {{average indicator.target}} | {{min indicator.actual}} | {{max indicators.actual}}
        {{count indicators where status = Red}} of {{count indicators}} are Red
    )",
                 quarter())
          == "3 | 4 | 4 | 3\n12.8 | 5.733333333333 | 0.1 | 12.5\n2 of 4 are Red\n");
}

TEST_CASE("an aggregate looks at the scope in which it stands", "[fill]") {
    CHECK(filled(R"(
        {{outcome.name}} | {{count indicators}} | {{sum indicator.actual}} | {{max indicator.actual}}
        All | {{count indicators}}
    )",
                 quarter())
          == "Homes | 3 | 12.6 | 12.5\nParks | 0 | 0 |\nJobs | 1 | 0.2 | 0.2\nAll | 4\n");
    CHECK(filled(R"(
        {{indicator.name}} | {{count indicators}} of {{outcome.name}}
    )",
                 quarter())
          == "Voids | 3 of Homes\narrears | 3 of Homes\nRepairs | 3 of Homes\nStarts | 1 of Jobs\n");
}

TEST_CASE("conditions compare exactly, and words without regard to case", "[fill]") {
    const auto count = [](const std::string& where) {
        return filled("{{count indicators where " + where + "}}", quarter());
    };
    CHECK(count("status = red") == "2\n");
    CHECK(count("status != Red") == "2\n");
    CHECK(count("indicator.status <> Red and actual < 0.2") == "1\n");
    CHECK(count("actual <= 20%") == "2\n");
    CHECK(count("actual > 0.2") == "1\n"); // "n/a" is no figure
    CHECK(count("target = \"\"") == "1\n");
    CHECK(count("due <= 2016-09-30") == "2\n");
    CHECK(count("due > 2016-09-30") == "1\n");
}

TEST_CASE("a block shows the scopes that its marker selects, in the order that it names", "[fill]") {
    CHECK(filled(R"(
        {{#outcome}}
        {{outcome.name}}
        {{#indicator where status = Red sort by name descending}}
        {{indicator.name}} | {{indicator.actual}}
        {{/indicator}}
        {{^indicator where status = Red}}
        None is Red
        {{/indicator}}
        {{/outcome}}
    )",
                 quarter())
          == "Homes\nVoids | 12.5\nRepairs | n/a\nParks\nNone is Red\nJobs\nNone is Red\n");
    CHECK(filled(R"(
        {{#outcome sort by name}}
        {{#indicator sort by status, actual descending}}
        {{outcome.name}} | {{indicator.name}} | {{indicator.actual}}
        {{/indicator}}
        {{/outcome}}
    )",
                 quarter())
          == "Homes | arrears | 0.1\nHomes | Voids | 12.5\nHomes | Repairs | n/a\nJobs | Starts | 0.2\n");
}

TEST_CASE("what has no value comes last, whichever way a block is sorted", "[fill]") {
    for (const std::string way : {"", " descending"})
        CHECK(filled("{{#kpi sort by actual" + way + "}}\n{{kpi.name}}\n{{/kpi}}", slots(R"(
            kpi name=Two; actual=2
            kpi name=None; actual=-
            kpi name=Ten; actual=10
        )")) == (way.empty() ? "Two\nTen\nNone\n" : "Ten\nTwo\nNone\n"));
}

TEST_CASE("a row repeats for a block within blocks, though it names only the innermost", "[fill]") {
    CHECK(filled("{{indicator.name}} | {{indicator.status}}", quarter())
          == "Voids | Red\narrears | Green\nRepairs | red\nStarts | Amber\n");
    CHECK(refusal(package("{{#indicator}}\n{{indicator.name}}\n{{/indicator}}"), quarter())
          == "template.xlsx: Sheet1!A1: The block {{indicator}} lies within 'outcome'. Put {{#outcome}} and "
             "{{/outcome}} around it.");
}

TEST_CASE("rows stand under a condition", "[fill]") {
    CHECK(filled(R"(
        {{#if report.quarter = 2}}
        Half a year
        {{/if}}
        {{#if report.quarter = 4}}
        Year end
        {{/if}}
        {{^if report.quarter = 4 and period = Q4}}
        Not the year end
        {{/if}}
        {{#outcome}}
        {{#indicator}}
        {{indicator.name}}
        {{#if indicator.status = Red and outcome.name = Homes}}
        Why {{indicator.name}} is Red
        {{/if}}
        {{/indicator}}
        {{/outcome}}
    )",
                 [] {
                     auto slots = quarter();
                     slots.root.fields["period"] = {std::string("Q2"), {}, {}};
                     return slots;
                 }())
          == "Half a year\nNot the year end\nVoids\nWhy Voids is Red\narrears\nRepairs\nWhy Repairs is "
             "Red\nStarts\n");
}

TEST_CASE("a slot that says what cannot be meant is refused with what to write", "[fill]") {
    CHECK(refusal(package("{{count indicatrs}}"), quarter())
          == "template.xlsx: Sheet1!A1: There is no block {{indicatrs}}. Did you mean {{indicator}}?");
    CHECK(refusal(package("{{sum indicator.actaul}}"), quarter())
          == "template.xlsx: Sheet1!A1: 'indicator' has no field 'actaul'. Did you mean 'actual'?");
    CHECK(refusal(package("{{sum indicators}}"), quarter())
          == "template.xlsx: Sheet1!A1: {{sum indicators}} does not say which field. Name one: {{sum "
             "indicator.actual}}.");
    CHECK(refusal(package("{{count indicators where statu = Red}}"), quarter())
          == "template.xlsx: Sheet1!A1: 'indicator' has no field 'statu'. Did you mean 'status'?");
    CHECK(
        refusal(package("{{count indicators where status}}"), quarter())
        == "template.xlsx: Sheet1!A1: The text has a condition without =, !=, <, <=, > or >= behind 'status' "
           "(text that holds 'and' or a comma needs quotes). Write a slot as {{block.field}}.");
    CHECK(
        refusal(package("{{#outcome sort by report.period}}\n{{/outcome}}"), quarter())
        == "template.xlsx: Sheet1!A1: {{#outcome}} cannot be sorted by 'report.period', which is no field of "
           "its own. Sort it by a field of 'outcome'.");
    CHECK(
        refusal(package("{{count indicators where outcome.name = Homes}}"), quarter())
        == "template.xlsx: Sheet1!A1: 'indicator' has no field 'outcome.name'. See the list of slots of this "
           "report.");
    CHECK(refusal(package("{{#if outcome.name = Homes}}\n{{/if}}"), quarter())
          == "template.xlsx: Sheet1!A1: The slot {{outcome.name}} has several values here, one for each "
             "'outcome'. Put it between {{#outcome}} and {{/outcome}}.");
    CHECK(refusal(package("{{count task}}"), slots(R"(
        outcome name=Homes
          task name=A
        service name=Roads
          task name=B
    )"))
          == "template.xlsx: Sheet1!A1: 'task' could be in 'outcome' or in 'service'. Name it: {{count "
             "outcome.task}}.");
}

TEST_CASE("a slot makes a link of a field that holds an address", "[fill]") {
    xlsx::Package file = package("{{link kpi.source as kpi.name}} | {{link kpi.mail}}\nEnd",
                                 R"(<hyperlinks><hyperlink ref="A2" location="Sheet1!A1"/></hyperlinks>)");
    drawn::fill(file, slots(R"(
        kpi name=Voids; source=https://example.org/voids?year=2016; mail=mailto:homes@example.org
        kpi name=Arrears; source=see the plan; mail=javascript:alert(1)
    )"));
    CHECK(drawn::draw(file) == "Voids | mailto:homes@example.org\nArrears | javascript:alert(1)\nEnd\n");
    CHECK(
        drawn::piece(file, "<hyperlinks>", "</hyperlinks>")
        == R"(<hyperlinks><hyperlink ref="A3" location="Sheet1!A1"/><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1" r:id="rId2"/></hyperlinks>)");
    const auto related = file.relationships("xl/worksheets/sheet1.xml");
    REQUIRE(related);
    REQUIRE(related->size() == 2);
    CHECK((*related)[0].external);
    CHECK((*related)[0].target == "https://example.org/voids?year=2016");
}
