#include "tests/xlsx/fill/drawn_template.h"

#include <catch2/catch_test_macros.hpp>

using drawn::filled;
using drawn::package;
using drawn::refusal;
using drawn::slots;

TEST_CASE("a slot is replaced by its value, which keeps its type", "[fill]") {
    CHECK(filled(R"(
        {{report.period}} | {{report.indicators}} | {{report.note}}
    )",
                 slots(R"(
        report period=Quarter 2; indicators=42; note=-
    )")) == "Quarter 2 | 42 |\n");
}

TEST_CASE("slots within a text become part of it", "[fill]") {
    CHECK(filled(R"(
        Report for {{report.period}}, as at {{ report.as_at }}: {{report.indicators}} indicators
    )",
                 slots(R"(
        report period=Quarter 2; indicators=42; as_at=2016-09-30
    )")) == "Report for Quarter 2, as at 30 Sep 2016: 42 indicators\n");
}

TEST_CASE("a row with slots of a block repeats for each of its scopes", "[fill]") {
    CHECK(filled(R"(
        Ref        | Actual        | Target        | Met
        {{kpi.ref}} | {{kpi.actual}} | {{kpi.target}} | =B2>=C2
        Total      | =SUM(B2:B2)   | =SUM(C2)      |
    )",
                 slots(R"(
        kpi ref=NI155; actual=94.7; target=99
        kpi ref=NI156; actual=12; target=10
        kpi ref=NI157; actual=3; target=3
    )")) == R"(Ref | Actual | Target | Met
NI155 | 94.7 | 99 | =B2>=C2 -> 0
NI156 | 12 | 10 | =B3>=C3 -> 1
NI157 | 3 | 3 | =B4>=C4 -> 1
Total | =SUM(B2:B4) -> 109.7 | =SUM(C2:C4) -> 112
)");
}

TEST_CASE("rows between markers repeat together, and a block may lie within a block", "[fill]") {
    CHECK(filled(R"(
        All                 | =SUM(B4:B4)
        {{#outcome}}        |
        {{outcome.name}}    | =SUM(B4:B4)
        {{kpi.ref}}         | {{kpi.actual}}
        {{/outcome}}        |
        End                 | =B3
    )",
                 slots(R"(
        outcome name=Homes
          kpi ref=H1; actual=1
          kpi ref=H2; actual=2
        outcome name=Jobs
          kpi ref=J1; actual=3
    )")) == R"(All | =SUM(B3:B4,B6:B6) -> 6
Homes | =SUM(B3:B4) -> 3
H1 | 1
H2 | 2
Jobs | =SUM(B6:B6) -> 3
J1 | 3
End | =B2 -> 3
)");
}

TEST_CASE("one row lists what lies within blocks of blocks", "[fill]") {
    CHECK(filled(R"(
        {{kpi.ref}} | {{outcome.name}}
    )",
                 slots(R"(
        outcome name=Homes
          kpi ref=H1
          kpi ref=H2
        outcome name=Jobs
          kpi none
        outcome name=Parks
          kpi ref=P1
    )")) == "H1 | Homes\nH2 | Homes\nP1 | Parks\n");
}

TEST_CASE("an empty block leaves no rows, and what is there instead shows", "[fill]") {
    const auto* drawing = R"(
        Red indicators
        {{kpi.ref}}
        {{^kpi}}
        None
        {{/kpi}}
        End
    )";
    CHECK(filled(drawing, slots("kpi none")) == "Red indicators\nNone\nEnd\n");
    CHECK(filled(drawing, slots("kpi ref=H1")) == "Red indicators\nH1\nEnd\n");
}

TEST_CASE("what stands within a block that is empty need not be known", "[fill]") {
    CHECK(filled(R"(
        {{#progress}}
        Since {{progress.previous}}
        {{exception.ref}}
        {{^exception}}
        None
        {{/exception}}
        {{/progress}}
        End
    )",
                 slots("progress none"))
          == "End\n");
}

TEST_CASE("a total over nothing is 0: the rows that it needs stay, blank and hidden", "[fill]") {
    CHECK(filled(R"(
        Ref | Actual
        {{kpi.ref}} | {{kpi.actual}}
        Total | =SUM(B2:B2)
    )",
                 slots("kpi none"))
          == "Ref | Actual\n(hidden) |\nTotal | =SUM(B2:B2) -> 0\n");
    CHECK(filled(R"(
        {{#outcome}}
        {{outcome.name}} | =SUM(B3:B3)
        {{kpi.ref}} | {{kpi.actual}}
        {{/outcome}}
    )",
                 slots(R"(
        outcome name=Homes
          kpi none
        outcome name=Jobs
          kpi ref=J1; actual=3
    )")) == "Homes | =SUM(B2:B2) -> 0\n(hidden) |\nJobs | =SUM(B4:B4) -> 3\nJ1 | 3\n");
}

TEST_CASE("no blank row stays where the rows that are referred to are there in another copy", "[fill]") {
    CHECK(filled(R"(
        {{#outcome}}
        {{outcome.name}} |
        {{kpi.ref}} | {{kpi.actual}}
        {{/outcome}}
        Total | =SUM(B3:B3) | =COUNTIF(B3:B3,">1")
    )",
                 slots(R"(
        outcome name=Homes
          kpi none
        outcome name=Jobs
          kpi ref=J1; actual=3
        outcome name=Parks
          kpi none
    )")) == "Homes\nJobs\nJ1 | 3\nParks\nTotal | =SUM(B3:B3) -> 3 | =COUNTIF(B3:B3,\">1\") -> 1\n");
    CHECK(filled(R"(
        {{#outcome}}
        {{outcome.name}} |
        {{kpi.ref}} | {{kpi.actual}}
        {{/outcome}}
        Total | =SUM(B3:B3)
    )",
                 slots(R"(
        outcome name=Homes
          kpi none
        outcome name=Jobs
          kpi none
    )")) == "Homes\n(hidden) |\nJobs\nTotal | =SUM(B2:B2) -> 0\n");
}

TEST_CASE("a field is looked up in the nearest scope of its block", "[fill]") {
    CHECK(filled(R"(
        {{#outcome}}
        {{outcome.name}}: {{report.period}} | {{name}} | {{period}}
        {{/outcome}}
    )",
                 [] {
                     auto slots = drawn::slots(R"(
            report period=Q2
            outcome name=Homes
            outcome name=Jobs
        )");
                     slots.root.fields["period"] = {std::string("Quarter 2"), {}, {}};
                     return slots;
                 }())
          == "Homes: Q2 | Homes | Quarter 2\nJobs: Q2 | Jobs | Quarter 2\n");
}

TEST_CASE("text from a return is text, whatever it looks like", "[fill]") {
    xlsx::Package file = package("{{report.note}} | See {{report.note}}");
    drawn::fill(file, slots("report note==1+1"));
    CHECK(drawn::piece(file, "<c r=\"A1\"", "</c>") == R"(<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>)");
    CHECK(drawn::piece(file, "<c r=\"B1\"", "</c>")
          == R"(<c r="B1" t="inlineStr"><is><t>See =1+1</t></is></c>)");
}

TEST_CASE("an unknown slot names its cell and the slot that was meant", "[fill]") {
    const auto kpis = slots("report period=Q2\nkpi ref=1; actual=2");
    CHECK(refusal(package("Ref\n | {{kpi.actaul}}"), kpis)
          == "template.xlsx: Sheet1!B2: There is no value for the slot {{kpi.actaul}}. Did you mean "
             "{{kpi.actual}}?");
    CHECK(refusal(package("{{reprot.period}}"), kpis)
          == "template.xlsx: Sheet1!A1: There is no value for the slot {{reprot.period}}. Did you mean "
             "{{report.period}}?");
    CHECK(refusal(package("{{#kpis}}\nx\n{{/kpis}}"), kpis)
          == "template.xlsx: Sheet1!A1: There is no block {{kpis}}. Did you mean {{kpi}}?");
}

TEST_CASE("a slot that one scope cannot fill names its cell", "[fill]") {
    CHECK(refusal(package("{{kpi.ref}} | {{kpi.actual}}"), slots("kpi ref=1; actual=2\nkpi ref=2"))
          == "template.xlsx: Sheet1!B1: The slot {{kpi.actual}} has no value in row 2 of the output. Give "
             "every 'kpi' a "
             "value for it, if only an empty one.");
}

TEST_CASE("markings that cannot be right are refused with the cell", "[fill]") {
    const auto some = slots("kpi ref=1\nkpi ref=2\naction ref=3\naction ref=4");
    const auto starts = [&](const char* drawing, std::string_view message) {
        const std::string found = refusal(package(drawing), some);
        INFO(found);
        CHECK(found.starts_with("template.xlsx: Sheet1!" + std::string(message)));
    };
    starts("{{#kpi}}\n{{kpi.ref}}", "A1: The block {{#kpi}} is not closed");
    starts("{{kpi.ref}}\n{{/kpi}}", "A2: {{/kpi}} closes no block");
    starts("{{#kpi}}\n{{#action}}\n{{/kpi}}\n{{/action}}",
           "A3: {{/kpi}} stands where {{/action}} must come first");
    starts("{{#kpi}} | Heading\n{{/kpi}}", "B1: The row of the marker {{#kpi}} holds something else");
    starts("Now {{#kpi}}\n{{/kpi}}", "A1: The marker {{#kpi}} shares its cell");
    starts("{{kpi.ref}} | {{action.ref}}", "B1: The row would repeat for 'kpi' and for 'action'");
    starts("{{kpi.ref}", "A1: The text has '{{' without '}}'");
    starts("{kpi.ref}}", "A1: The text has '}}' without '{{'");
    starts("={{kpi.ref}}&\"\"", "A1: A slot stands inside a formula");
    starts("{{#kpi}}\n{{kpi.ref}}\n{{/kpi}} |\n=A1",
           "A4: The formula cannot follow the rows that repeat: it refers to row 1");
}

TEST_CASE("a template with nothing to fill is refused", "[fill]") {
    CHECK(refusal(package("Ref | Actual"), slots("kpi ref=1"))
              .starts_with("template.xlsx: The template has nothing to fill"));
}
