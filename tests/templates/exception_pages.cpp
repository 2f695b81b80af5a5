// Pages: one for each of a hundred indicators; a dashboard with a page for each measure that underperforms.
#include "tests/templates/committee_templates.h"
#include "tests/templates/rows.h"
#include "tests/templates/sample_slots.h"

#include <fmt/format.h>

namespace committee {

using namespace draw;

static void draw_page_per_indicator(Book& book) {
    const Page contents = book.add_page("Contents");
    contents.column_widths({10, 60, 14, 14});
    contents.put({1, 1}, std::string("{{report.title}}"), title());
    put_row(contents, 3, {"Ref", "Indicator", "Status", "Current"}, heading());
    put_row(contents, 4, {"{{indicator.ref}}", "{{link sheet as indicator.name}}", "{{indicator.status}}"},
            body());
    contents.put({4, 4}, Formula{"='{{indicator.ref}}'!C6", 0.0}, body());
    contents.put({5, 2}, std::string("Mean of all"), total());
    Style mean = total();
    mean.number_format = "0.0";
    contents.put({5, 4}, Formula{"=AVERAGE(D4:D4)", 0.0}, mean);
    contents.print_landscape(3, "{{report.title}}");

    const Page page = book.add_page("{{indicator.ref}}");
    page.column_widths({26, 16, 16, 16, 16, 16});
    page.put_across({{1, 1}, {1, 6}}, "{{indicator.ref}}. {{indicator.name}}", title());
    page.put_across({{2, 1}, {2, 6}}, "{{indicator.what}}", note());
    page.put_across({{4, 1}, {4, 6}}, "{{priority.name}}", section());
    put_row(page, 5, {"Good is", "Target", "Current", "Change", "England mean", "Status"}, heading());
    put_row(page, 6,
            {"{{indicator.good}}", "{{indicator.target}}", "{{indicator.actual}}", "",
             "{{indicator.england}}", "{{indicator.status}}"},
            body());
    page.put({6, 4}, Formula{"=C6-B9", 0.0}, body());
    put_row(page, 8, {"Quarter", "Figure"}, heading());
    put_row(page, 9, {"{{past.quarter}}", "{{past.figure}}"}, body());
    put_marker(page, 10, "{{#if indicator.status = Red}}");
    page.put({11, 1}, std::string("Why, and what is done"), subtitle());
    page.put_across({{12, 1}, {13, 6}}, "{{indicator.comment}}", body());
    put_marker(page, 14, "{{/if}}");
    page.put({15, 1}, std::string("{{link indicator.source as indicator.publisher}}"), plain());
    page.print_landscape(1, "{{indicator.ref}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_LINE);
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, "{{indicator.ref}}", 8, 0, 8, 0);
    chart_series_set_values(series, "{{indicator.ref}}", 8, 1, 8, 1);
    chart_title_set_name(chart, "{{indicator.name}}");
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    page.place_chart({17, 1}, chart, 700, 230, "The indicator quarter by quarter");
}

Template page_per_indicator() {
    std::string lines = "report title=Performance report, quarter 2\n";
    int ref = 0;
    for (const std::string priority : {"A good quality of life", "Thriving places", "The best start"}) {
        lines += "priority name=" + priority + "\n";
        for (int i = 0; i < 34; ++i) {
            ++ref;
            const std::string status = ref % 5 == 0 ? "Red" : ref % 3 == 0 ? "Amber" : "Green";
            lines += fmt::format(
                "  indicator ref={}; name=Indicator number {}; what=How many of a hundred residents answer "
                "the question of "
                "that number with yes, as asked by post in each quarter; good=higher; target={}; actual={}; "
                "england={}.5; status={}; comment={}; source=https://example.org/statistics/{}; "
                "publisher=The figures "
                "and how they are made\n",
                ref, ref, 60 + ref % 7, 50 + ref % 23, 55 + ref % 9, status,
                status == "Red"
                    ? "Fewer people answered than a year ago, and those who did were asked in a month with "
                      "floods. The survey is repeated in October. The service brings a plan to the next "
                      "meeting and has agreed with its partners who does what until then."
                    : "-",
                ref);
            for (int q = 1; q < 5; ++q)
                lines += fmt::format("    past quarter=Q{}; figure={}\n", q, 48 + (ref * 7 + q * 5) % 25);
        }
    }
    return {"page-per-indicator", draw_page_per_indicator, sample(lines)};
}

static void draw_three_blocks(Book& book) {
    const Page page = book.add_page("Dashboard");
    page.column_widths({40, 11, 11, 11, 11, 11, 12, 14, 16});
    page.put({1, 1}, std::string("{{council.name}}: {{report.period}}"), title());
    put_row(page, 3, {"Are we achieving our targets?", "Green", "Amber", "Red", "Missing", "Share Green"},
            heading());
    put_row(page, 4,
            {"{{outcome.name}}", "{{count measures where status = Green}}",
             "{{count measures where status = Amber}}", "{{count measures where status = Red}}",
             "{{count measures where status = \"\"}}"},
            body());
    Style share = total();
    share.number_format = "0%";
    page.put({4, 6}, Formula{"=IF(SUM(B4:D4)=0,\"\",B4/SUM(B4:D4))", 0.0}, share);
    put_row(page, 5, {"Council"}, total());
    for (const std::string column : {"B", "C", "D", "E"})
        page.put(*cells::parse_address(column + "5"), Formula{"=SUM(" + column + "4)", 0.0}, total());
    page.put({5, 6}, Formula{"=IF(SUM(B5:D5)=0,\"\",B5/SUM(B5:D5))", 0.0}, share);
    page.colour_word({{4, 1}, {4, 1}}, "Homes", pale_blue, black);
    put_row(page, 7, {"Are we getting better?", "Improved", "Same", "Worse", "More needed"}, heading());
    put_row(page, 8,
            {"{{outcome.name}}", "{{count measures where travel = Improved}}",
             "{{count measures where travel = Same}}", "{{count measures where travel = Worse}}",
             "{{count measures where travel = \"\"}}"},
            body());
    put_row(page, 10, {"Are we completing the actions?", "On target", "Slipped"}, heading());
    put_row(
        page, 11,
        {"{{outcome.name}}", "{{count actions where slipped = no}}", "{{count actions where slipped = yes}}"},
        body());
    put_marker(page, 13, "{{#outcome}}");
    page.put_across({{14, 1}, {14, 9}}, "{{outcome.name}}", section());
    page.put_across({{15, 1}, {15, 9}}, "{{outcome.analysis}}", body());
    put_marker(page, 16, "{{/outcome}}");
    page.print_landscape(1, "{{report.period}}");
    page.print_header("&L&9{{council.name}}&R&9{{report.period}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_BAR_STACKED);
    const std::array<Colour, 3> colours = {green, amber, red};
    for (std::uint16_t i = 0; i < 3; ++i) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const auto column = static_cast<lxw_col_t>(1 + i);
        chart_series_set_categories(series, "Dashboard", 3, 0, 3, 0);
        chart_series_set_values(series, "Dashboard", 3, column, 3, column);
        chart_series_set_name_range(series, "Dashboard", 2, column);
        lxw_chart_fill fill{};
        fill.color = colours[i];
        chart_series_set_fill(series, &fill);
    }
    chart_title_set_name(chart, "Targets, {{report.period}}");
    page.place_chart({3, 7}, chart, 330, 190, "Measures by outcome and status");

    const Page exception = book.add_page("{{exception.ref}}");
    exception.column_widths({26, 22, 22, 22, 22});
    exception.put_across({{1, 1}, {1, 5}}, "Underperformance: {{exception.ref}} {{exception.name}}", title());
    put_row(exception, 3, {"Target", "Actual", "Gap", "Status", "Outcome"}, heading());
    put_row(
        exception, 4,
        {"{{exception.target}}", "{{exception.actual}}", "", "{{exception.status}}", "{{exception.outcome}}"},
        body());
    exception.put({4, 3}, Formula{"=B4-A4", 0.0}, body());
    std::uint32_t row = 6;
    for (const std::string& part :
         {std::string("why"), std::string("done"), std::string("next"), std::string("when")}) {
        const std::string words = part == "why"    ? "Why is it below target?"
                                  : part == "done" ? "What has been done?"
                                  : part == "next" ? "What will be done, by whom?"
                                                   : "When will it recover?";
        exception.put_across({{row, 1}, {row, 5}}, words, section());
        exception.put_across({{row + 1, 1}, {row + 1, 5}}, "{{exception." + part + "}}", body());
        row += 3;
    }
    exception.print_landscape(0, "{{exception.ref}}");
}

Template three_blocks() {
    return {"three-blocks", draw_three_blocks, sample(R"(
        council name=Marlbridge Borough Council
        report period=Quarter 2, 2016-17
        outcome name=Homes; analysis=Two of three measures are on target. Void homes take longer to let since the contractor lost two of its teams. The new contract starts in November, and the backlog should be gone by the year's end.
          measure name=Voids; status=Red; travel=Worse
          measure name=Arrears; status=Green; travel=Improved
          measure name=Repairs; status=Green; travel=Same
          action name=Sell the depot; slipped=yes
          action name=Let the contract; slipped=no
        outcome name=Jobs; analysis=The number of starts is a little behind its profile.
          measure name=Starts; status=Amber; travel=-
          measure name=Survey; status=-; travel=-
          action name=Open the hub; slipped=no
        exception ref=H1; name=Days to let a void home; target=25; actual=41; status=Red; outcome=Homes; why=The contractor lost two of its five teams in June, and asbestos was found in a block of thirty flats. Homes there wait for a licensed firm.; done=Own staff work on Saturdays. Eleven homes were let as they stand, with a decorating allowance.; next=The head of housing lets the new contract in November. The finance team checks the first month's invoices.; when=The backlog is gone by March 2017. The average falls below 25 days in the first quarter of the next year.
        exception ref=J7; name=Apprentices in their second year; target=60; actual=44; status=Red; outcome=Jobs; why=Two employers closed.; done=-; next=-; when=September 2017
    )")};
}

} // namespace committee
