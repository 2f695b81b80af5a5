// Summaries: four quarters of status, a template of fixed rows, counts now and as forecast.
#include "tests/templates/committee_templates.h"
#include "tests/templates/rows.h"
#include "tests/templates/sample_slots.h"

namespace committee {

using namespace draw;

static void draw_four_quarters(Book& book) {
    const Page page = book.add_page("Summary");
    page.column_widths({44, 13, 13, 9, 9, 9, 9, 13, 10, 26});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    put_row(page, 3, {"Priority", "Total", "Red", "Amber", "Green", "Share Green"}, heading());
    put_row(page, 4,
            {"{{priority.name}}", "{{count measures}}", "{{count measures where q4 = Red}}",
             "{{count measures where q4 = Amber}}", "{{count measures where q4 = Green}}"},
            body());
    Style share = total();
    share.number_format = "0%";
    page.put({4, 6}, Formula{"=IF(B4=0,\"\",E4/B4)", 0.0}, share);
    put_row(page, 5, {"All"}, total());
    for (const std::string column : {"B", "C", "D", "E"})
        page.put(*cells::parse_address(column + "5"), Formula{"=SUM(" + column + "4:" + column + "4)", 0.0},
                 total());
    page.put({5, 6}, Formula{"=IF(B5=0,\"\",E5/B5)", 0.0}, share);

    put_row(page, 8,
            {"Measure", "2018/19 outturn", "2019/20 target", "Q1", "Q2", "Q3", "Q4", "2019/20 outturn",
             "Travel", "See"},
            heading());
    put_marker(page, 9, "{{#priority}}");
    page.put_across({{10, 1}, {10, 10}}, "{{priority.name}}", section());
    put_marker(page, 11, "{{#measure}}");
    const std::vector<std::string> fields = {"{{measure.name}}", "{{measure.last}}",   "{{measure.target}}",
                                             "{{measure.q1}}",   "{{measure.q2}}",     "{{measure.q3}}",
                                             "{{measure.q4}}",   "{{measure.actual}}", "{{measure.travel}}",
                                             "{{measure.see}}"};
    put_marker(page, 12, "{{#if measure.new = yes}}");
    Style bold = body();
    bold.bold = true;
    put_row(page, 13, fields, bold);
    put_marker(page, 14, "{{/if}}");
    put_marker(page, 15, "{{^if measure.new = yes}}");
    put_row(page, 16, fields, body());
    put_marker(page, 17, "{{/if}}");
    put_marker(page, 18, "{{/measure}}");
    put_marker(page, 19, "{{/priority}}");
    page.put({20, 1},
             std::string("New exceptions are in bold: {{count measures where new = yes}} this quarter."),
             note());
    page.row_height(8, 28);
    page.print_landscape(1, "{{report.title}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_BAR_STACKED);
    const std::array<Colour, 3> colours = {red, amber, green};
    for (std::uint16_t i = 0; i < 3; ++i) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const auto column = static_cast<lxw_col_t>(2 + i);
        chart_series_set_categories(series, "Summary", 3, 0, 3, 0);
        chart_series_set_values(series, "Summary", 3, column, 3, column);
        chart_series_set_name_range(series, "Summary", 2, column);
        lxw_chart_fill fill{};
        fill.color = colours[i];
        chart_series_set_fill(series, &fill);
    }
    chart_title_set_name(chart, "Status at {{report.period}}");
    page.place_chart({22, 1}, chart, 700, 260, "Measures by priority and status");
}

Template four_quarters() {
    return {"four-quarters", draw_four_quarters, sample(R"(
        report title=Council plan 2019/20: corporate summary; period=Quarter 4
        priority name=Driving sustainable economic growth
          measure name=Businesses supported to start or grow; last=62; target=60; q1=Green; q2=Green; q3=Green; q4=Green; actual=81; travel=Up; see=-; new=no
          measure name=Miles of road resurfaced on the unclassified network, which is four fifths of all roads; last=48; target=52; q1=Green; q2=Amber; q3=Amber; q4=Red; actual=44; travel=Down; see=Appendix 2; new=yes
        priority name=Keeping vulnerable people safe
          measure name=Rate of children with a plan; last=47.5; target=51.2; q1=Green; q2=Green; q3=Amber; q4=Amber; actual=52.1; travel=Down; see=Appendix 3 (Q3 report); new=no
          measure name=Safe and well visits; last=94.0%; target=95.0%; q1=Amber; q2=Red; q3=Red; q4=Red; actual=79.3%; travel=Down; see=Appendix 3 (Q2 report); new=no
        priority name=Helping people help themselves
          measure name=Health visitor checks at two years; last=84.0%; target=85.0%; q1=Green; q2=Green; q3=Green; q4=Green; actual=86.6%; travel=Up; see=-; new=no
    )")};
}

static void draw_fixed_rows(Book& book) {
    const Page page = book.add_page("Corporate plan");
    page.column_widths({46, 14, 16, 16, 12});
    page.put_across({{1, 1}, {1, 5}}, "{{report.title}}", title());
    put_row(page, 3, {"Objective", "Key targets", "On target", "Not on target", "Not reported"}, heading());
    const std::vector<std::pair<std::string, std::string>> objectives = {
        {"Improving health, housing and quality of life", "health"},
        {"Encouraging job creation", "jobs"},
        {"Raising education standards", "schools"},
        {"Protecting the environment", "environment"}};
    std::uint32_t row = 4;
    for (const auto& [name, block] : objectives) {
        put_row(page, row,
                {name, "{{" + block + ".targets}}", "{{" + block + ".on}}", "{{" + block + ".off}}"}, body());
        const std::string at = std::to_string(row);
        page.put({row, 5}, Formula{"=B" + at + "-C" + at + "-D" + at, 0.0}, body());
        ++row;
    }
    page.put({row, 1}, std::string("Total"), total());
    for (const std::string column : {"B", "C", "D", "E"})
        page.put(*cells::parse_address(column + std::to_string(row)),
                 Formula{"=SUM(" + column + "4:" + column + "7)", 0.0}, total());
    page.put_across({{10, 1}, {10, 5}}, "Key targets for next quarter", subtitle());
    for (std::uint32_t i = 1; i < 6; ++i)
        page.put_across({{10 + i, 1}, {10 + i, 5}}, "{{next.line" + std::to_string(i) + "}}", body());
    page.put_across({{17, 1}, {19, 5}}, "{{report.remark}}", note());
    page.print_landscape(0, "{{report.title}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_BAR);
    lxw_chart_series* series =
        chart_add_series(chart, "='Corporate plan'!$A$4:$A$7", "='Corporate plan'!$C$4:$C$7");
    chart_series_set_name(series, "On target");
    chart_title_set_name(chart, "Key targets on target");
    page.place_chart({21, 1}, chart, 620, 240, "Key targets on target by objective");
}

Template fixed_rows() {
    return {"fixed-rows", draw_fixed_rows, sample(R"(
        report title=Progress with the corporate plan, July to September 2003; remark=Two key targets depend on a grant that the government has not yet announced. The figures for schools are those of the summer term, since the autumn term's come after the meeting. They are not compared with last year's because the way of counting changed in between, and members have asked for both series to be shown side by side from the next report on.
        health targets=14; on=11; off=2
        jobs targets=9; on=6; off=3
        schools targets=12; on=7; off=2
        environment targets=8; on=8; off=0
        next line1=Open the new health centre; line2=Let the last units of the business park; line3=Publish the admissions policy; line4=Start kerbside collection of glass; line5=-
    )")};
}

static void draw_two_row_counts(Book& book) {
    const Page page = book.add_page("Indicators");
    page.column_widths({34, 18, 16, 16, 16, 14});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    put_row(page, 3, {"Directorate", "", "Red", "Amber", "Green", "Total"}, heading());
    put_marker(page, 4, "{{#directorate}}");
    page.put_across({{5, 1}, {6, 1}}, "{{directorate.name}}", body());
    const std::vector<std::string> words = {"Red", "Amber", "Green"};
    for (std::uint32_t row = 5; row < 7; ++row) {
        const std::string field = row == 5 ? "now" : "forecast";
        page.put({row, 2}, std::string(row == 5 ? "This month" : "Year-end prediction"), body());
        for (std::uint32_t i = 0; i < 3; ++i)
            page.put({row, i + 3}, "{{count pis where " + field + " = " + words[i] + "}}", body_centred());
        const std::string at = std::to_string(row);
        page.put({row, 6}, Formula{"=SUM(C" + at + ":E" + at + ")", 0.0}, total());
    }
    put_marker(page, 7, "{{/directorate}}");
    put_row(page, 8, {"All", "This month"}, total());
    put_row(page, 9, {"", "Year-end prediction"}, total());
    for (const std::string column : {"C", "D", "E", "F"}) {
        page.put(*cells::parse_address(column + "8"), Formula{"=SUM(" + column + "5)", 0.0}, total());
        page.put(*cells::parse_address(column + "9"), Formula{"=SUM(" + column + "6)", 0.0}, total());
    }
    put_row(page, 11, {"Previous status", "Category", "Target", "Current status", "Section"}, heading());
    put_marker(page, 12, "{{#directorate}}");
    put_marker(page, 13, "{{#pi where now != Green sort by now descending, name}}");
    put_row(page, 14, {"{{pi.before}}", "{{pi.name}}", "{{pi.target}}", "{{pi.now}}", "{{pi.section}}"},
            body());
    put_marker(page, 15, "{{/pi}}");
    put_marker(page, 16, "{{/directorate}}");
    page.print_landscape(3, "{{report.title}}");
    page.print_header("&C&12{{report.month}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_BAR_STACKED_PERCENT);
    const std::array<Colour, 3> colours = {red, amber, green};
    for (std::uint16_t i = 0; i < 3; ++i) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const auto column = static_cast<lxw_col_t>(2 + i);
        chart_series_set_categories(series, "Indicators", 7, 1, 8, 1);
        chart_series_set_values(series, "Indicators", 7, column, 8, column);
        chart_series_set_name_range(series, "Indicators", 2, column);
        lxw_chart_fill fill{};
        fill.color = colours[i];
        chart_series_set_fill(series, &fill);
    }
    chart_title_set_name(chart, "{{report.month}}: now and at the year's end");
    page.place_chart({19, 1}, chart, 640, 220, "Indicators by status now and as predicted");
}

Template two_row_counts() {
    return {"two-row-counts", draw_two_row_counts, sample(R"(
        report title=Integrated finance and performance report; month=2016 August
        directorate name=Children, families and adults
          pi name=Pupils in good schools: secondary; target=75.0%; before=Red; now=Red; forecast=Amber; section=7.2
          pi name=Delayed transfers of care; target=429; before=Amber; now=Red; forecast=Red; section=7.3
          pi name=Carers assessed; target=2000; before=Green; now=Green; forecast=Green; section=7.4
        directorate name=Economy, transport and environment
          pi name=Premises with superfast broadband; target=95.2%; before=Green; now=Green; forecast=Green; section=6.1
          pi name=Killed or seriously injured; target=276; before=Amber; now=Amber; forecast=Red; section=6.2
    )")};
}

} // namespace committee
