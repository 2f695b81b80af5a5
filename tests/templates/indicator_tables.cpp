// Tables of indicators: grouped by service, over five years, with a coloured figure for each past quarter.
#include "tests/templates/committee_templates.h"
#include "tests/templates/rows.h"
#include "tests/templates/sample_slots.h"
#include "tests/templates/symbol.h"
#include "tools/draw/look.h"

namespace committee {

using namespace draw;

static void draw_grouped_indicators(Book& book) {
    const Page page = book.add_page("Performance");
    page.column_widths({34, 12, 12, 12, 16, 16, 36});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    page.put({2, 1}, std::string("{{report.period}}"), subtitle());
    const std::array<std::array<std::string, 3>, 3> key = {
        {{"Key", "Green", "Target met or exceeded"},
         {"", "Amber", "Within 10 per cent of target"},
         {"", "Red", "More than 10 per cent from target"}}};
    for (std::uint32_t row = 4; row < 7; ++row) {
        put_row(page, row, {key[row - 4][0], key[row - 4][1]}, body());
        page.put_across({{row, 3}, {row, 5}}, key[row - 4][2], body());
    }
    page.colour_word({{4, 2}, {6, 2}}, "Green", green, white);
    page.colour_word({{4, 2}, {6, 2}}, "Amber", amber, black);
    page.colour_word({{4, 2}, {6, 2}}, "Red", red, white);

    put_row(page, 8, {"Status", "Green", "Amber", "Red", "N/A", "Total"}, heading());
    put_row(page, 9, {"Number of indicators"}, body());
    put_row(page, 10, {"Share of those rated"}, body());
    const std::vector<std::string> words = {"Green", "Amber", "Red"};
    for (std::uint32_t i = 0; i < 3; ++i) {
        page.put({9, i + 2}, "{{count indicators where status = " + words[i] + "}}", total());
        const std::string cell = cells::to_text(cells::Address{9, i + 2});
        Style share = total();
        share.number_format = "0%";
        page.put({10, i + 2}, Formula{"=IF(SUM($B$9:$D$9)=0,\"\"," + cell + "/SUM($B$9:$D$9))", 0.0}, share);
    }
    page.put({9, 5}, std::string("{{count indicators where status = \"\"}}"), total());
    page.put({9, 6}, Formula{"=SUM(B9:E9)", 0.0}, total());
    put_row(page, 12, {"Direction", "Up", "No change", "Down"}, heading());
    put_row(page, 13,
            {"Against last quarter", "{{count indicators where trend = Up}}",
             "{{count indicators where trend = Same}}", "{{count indicators where trend = Down}}"},
            total());
    page.put(
        {14, 1},
        std::string(
            "\u2022 {{count indicators where status = Green}} of {{count indicator.status}} rated "
            "indicators met their target; {{count indicators where status = Red and trend = Up}} of the Red "
            "ones improved."),
        plain());

    put_row(page, 16, {"Indicator", "Value", "Target", "Status", "Last quarter", "Direction", "Commentary"},
            heading());
    put_marker(page, 17, "{{#service sort by name}}");
    page.put_across({{18, 1}, {18, 7}}, "{{service.name}}: {{count indicators where status = Red}} Red",
                    section());
    put_marker(page, 19, "{{#indicator sort by name}}");
    put_row(page, 20,
            {"{{indicator.name}}", "{{indicator.actual}}", "{{indicator.target}}", "{{indicator.status}}",
             "{{indicator.last}}", "{{indicator.trend}}", "{{indicator.comment}}"},
            body());
    put_marker(page, 21, "{{/indicator}}");
    put_marker(page, 22, "{{^indicator}}");
    page.put({23, 1}, std::string("None this quarter"), note());
    put_marker(page, 24, "{{/indicator}}");
    put_marker(page, 25, "{{/service}}");
    page.print_landscape(2, "{{report.title}}");
    page.print_header("&L&9{{report.period}}&R&9{{count indicators}} indicators");

    lxw_chart* chart = book.add_chart(LXW_CHART_PIE);
    lxw_chart_series* series = chart_add_series(chart, "=Performance!$B$8:$D$8", "=Performance!$B$9:$D$9");
    chart_series_set_labels(series);
    static const std::array<Colour, 3> colours = {green, amber, red};
    std::array<lxw_chart_fill, 3> fills{};
    std::array<lxw_chart_point, 3> points{};
    std::array<lxw_chart_point*, 4> list{};
    for (std::size_t i = 0; i < 3; ++i) {
        fills[i].color = colours[i];
        points[i].fill = &fills[i];
        list[i] = &points[i];
    }
    chart_series_set_points(series, list.data());
    chart_title_set_name(chart, "Status, {{report.period}}");
    page.place_chart({4, 7}, chart, 250, 220, "Shares of indicators by status");
}

Template grouped_indicators() {
    return {"grouped-indicators", draw_grouped_indicators, sample(R"(
        report title=Corporate performance report; period=Quarter 1, 2023/24
        service name=Private sector housing
          indicator name=Empty homes brought back; actual=12; target=10; status=Green; last=9; trend=Up; comment=-
          indicator name=Adaptations finished on time; actual=71.0%; target=85.0%; status=Red; last=64.0%; trend=Up; comment=Two surveyors started in June, and the list of cases from before the pandemic is now down to eleven. The service expects to meet its target again from the third quarter.
        service name=Housing
          indicator name=Households prevented from becoming homeless; actual=54.4%; target=60.0%; status=Amber; last=58.1%; trend=Down; comment=Fewer private landlords offered homes.
          indicator name=Rent collected; actual=98.6%; target=98.5%; status=Green; last=98.6%; trend=Same; comment=-
          indicator name=Satisfaction with repairs; actual=-; target=80.0%; status=-; last=-; trend=-; comment=Annual indicator
        service name=Parks
          indicator none
    )")};
}

static void draw_five_years(Book& book) {
    const Page page = book.add_page("Scorecard");
    page.column_widths({36, 11, 11, 11, 11, 11, 11, 12, 12, 12});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    page.put_across({{3, 1}, {4, 1}}, "Performance indicator", heading());
    const std::vector<std::string> years = {"2012/13", "2013/14", "2014/15", "2015/16"};
    for (std::uint32_t i = 0; i < 4; ++i) {
        page.put({3, i + 2}, years[i], heading());
        page.put({4, i + 2}, std::string("Value"), heading());
    }
    page.put_across({{3, 6}, {3, 8}}, "2016/17", heading());
    put_row(page, 4, {"Value", "Target", "Status"}, heading(), 6);
    page.put_across({{3, 9}, {4, 9}}, "Long trend", heading());
    page.put_across({{3, 10}, {4, 10}}, "Short trend", heading());
    put_marker(page, 5, "{{#priority}}");
    page.put_across({{6, 1}, {6, 10}}, "{{priority.name}}", section());
    put_marker(page, 7, "{{#objective}}");
    page.put_across({{8, 1}, {8, 10}}, "{{objective.name}}", strong());
    put_row(page, 9,
            {"{{pi.name}}", "{{pi.y1}}", "{{pi.y2}}", "{{pi.y3}}", "{{pi.y4}}", "{{pi.now}}", "{{pi.target}}",
             "{{pi.status}}", "{{pi.long}}", "{{pi.short}}"},
            body());
    put_marker(page, 10, "{{/objective}}");
    put_marker(page, 11, "{{/priority}}");
    put_row(page, 12, {"On target", "{{count pis where status = Green}}", "of", "{{count pi.status}}"},
            total());
    page.freeze({5, 2});
    page.print_landscape(4, "{{report.title}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_BAR);
    for (const lxw_col_t column : {lxw_col_t{5}, lxw_col_t{6}}) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, "Scorecard", 8, 0, 8, 0);
        chart_series_set_values(series, "Scorecard", 8, column, 8, column);
        chart_series_set_name_range(series, "Scorecard", 3, column);
    }
    chart_title_set_name(chart, "{{report.title}}: values and targets");
    page.place_chart({14, 1}, chart, 760, 300, "Values and targets of all indicators");
}

Template five_years() {
    return {"five-years", draw_five_years, sample(R"(
        report title=Annual scorecard 2016/17
        priority name=Social mission
          objective name=Improve homes
            pi name=Council houses meeting the quality standard; y1=54.1%; y2=68.0%; y3=85.0%; y4=91.1%; now=92.3%; target=100%; status=Amber; long=Better; short=Better
            pi name=New council houses; y1=-; y2=18; y3=37; y4=12; now=40; target=38; status=Green; long=Better; short=Better
          objective name=Improve life chances
            pi name=Leavers in work or learning; y1=89.3%; y2=91.0%; y3=92.4%; y4=92.0%; now=Not available until 2018; target=93.0%; status=-; long=-; short=-
        priority name=Organisation
          objective name=Strong finances
            pi name=Council tax collected; y1=94.2%; y2=94.9%; y3=95.2%; y4=95.0%; now=93.0%; target=95.2%; status=Red; long=Worse; short=Worse
    )")};
}

static void draw_good_is(Book& book) {
    const Page page = book.add_page("Indicators");
    page.column_widths({38, 9, 9, 12, 12, 12, 12, 12, 10, 12, 40});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    page.put(
        {2, 1},
        std::string(
            "{{count indicators where status = Red}} Red, {{count indicators where status = Amber}} Amber, "
            "{{count indicators where status = Green}} Green of {{count indicators}}; highest shortfall "
            "{{max indicator.gap}}"),
        subtitle());
    put_row(page, 4,
            {"Service / Indicator", "Good is", "Status", "Q3 2016/17", "Q4 2016/17", "Q1 2017/18",
             "Q2 2017/18", "Q3 actual", "Q3 target", "Year end target", "Commentary"},
            heading());
    put_marker(page, 5, "{{#service}}");
    page.put_across({{6, 1}, {6, 11}}, "{{service.name}}", section());
    put_row(page, 7,
            {"{{indicator.name}}", "{{indicator.good}}", "", "{{indicator.q3}}", "{{indicator.q4}}",
             "{{indicator.q1}}", "{{indicator.q2}}", "{{indicator.actual}}", "{{indicator.target}}",
             "{{indicator.year}}", "{{indicator.comment}}"},
            body());
    put_marker(page, 8, "{{/service}}");
    const auto symbol = [&](const std::string& status, Shape shape, Colour colour) {
        page.place_picture({7, 3}, {symbol_png(shape, colour),
                                    status + ": {{indicator.name}} {{#if indicator.status = " + status + "}}",
                                    20, 2});
    };
    page.row_height(4, 28);
    page.row_height(7, 24);
    symbol("Green", Shape::disc, green);
    symbol("Amber", Shape::triangle, amber);
    symbol("Red", Shape::square, red);
    page.freeze({5, 2});
    page.print_landscape(4, "{{report.title}}");
}

Template good_is() {
    auto slots = sample(R"(
        report title=Quarter 3 performance 2017/18
        service name=Adults
          indicator name=Delayed transfers per 100,000; good=▼ lower; status=Red; q3=14.2; q4=13.0; q1=15.8; q2=16.1; actual=17.4; target=12.0; year=11.5; gap=5.4; comment=Two care homes closed to admissions in November. Nine beds were bought from a neighbour for the winter.
          indicator name=Reviews held in time; good=▲ higher; status=Green; q3=88.0%; q4=90.5%; q1=91.2%; q2=93.0%; actual=95.1%; target=95.0%; year=95.0%; gap=-; comment=-
        service name=Highways
          indicator name=Potholes mended in five days; good=▲ higher; status=Amber; q3=96.0%; q4=91.0%; q1=97.5%; q2=96.8%; actual=94.9%; target=96.0%; year=97.0%; gap=1.1; comment=Storm in week 9
    )");
    return {"good-is", draw_good_is, std::move(slots)};
}

} // namespace committee
