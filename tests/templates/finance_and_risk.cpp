// Money with a key of thresholds, and risks with a matrix of their scores.
#include "tests/templates/committee_templates.h"
#include "tests/templates/rows.h"
#include "tests/templates/sample_slots.h"

namespace committee {

using namespace draw;

static void draw_finance(Book& book) {
    const Page page = book.add_page("Budget");
    page.column_widths({42, 16, 16, 16, 12, 12});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    put_row(page, 3, {"Key: overspend", "Service", "Directorate", "General Fund"}, heading());
    put_row(page, 4, {"Red from", "5%", "2%", "1%"}, body_centred());
    put_row(page, 5, {"Amber from", "2%", "1%", "0.5%"}, body_centred());
    put_row(page, 7, {"Service", "Budget", "Forecast", "Variance", "Variance %", "Status"}, heading());
    Style money = body();
    money.number_format = "\u00A3#,##0;(\u00A3#,##0)";
    Style percent = body();
    percent.number_format = "0.0%;(0.0%)";
    put_marker(page, 8, "{{#directorate}}");
    put_row(page, 9, {"{{service.name}}", "{{service.budget}}", "{{service.forecast}}"}, body());
    page.put({9, 4}, Formula{"=C9-B9", 0.0}, money);
    page.put({9, 5}, Formula{"=IF(B9=0,0,D9/B9)", 0.0}, percent);
    page.put({9, 6}, std::string("{{service.status}}"), body_centred());
    Style sum = total();
    sum.number_format = money.number_format;
    Style sum_percent = total();
    sum_percent.number_format = percent.number_format;
    put_row(page, 10, {"{{directorate.name}}"}, total());
    page.put({10, 2}, Formula{"=SUM(B9)", 0.0}, sum);
    page.put({10, 3}, Formula{"=SUM(C9)", 0.0}, sum);
    page.put({10, 4}, Formula{"=C10-B10", 0.0}, sum);
    page.put({10, 5}, Formula{"=IF(B10=0,0,D10/B10)", 0.0}, sum_percent);
    page.put({10, 6}, std::string("{{directorate.status}}"), total());
    put_marker(page, 11, "{{/directorate}}");
    put_row(page, 12, {"General Fund"}, total());
    page.put({12, 2}, Formula{"=SUM(B9)", 0.0}, sum);
    page.put({12, 3}, Formula{"=SUM(C9)", 0.0}, sum);
    page.put({12, 4}, Formula{"=C12-B12", 0.0}, sum);
    page.put({12, 5}, Formula{"=IF(B12=0,0,D12/B12)", 0.0}, sum_percent);
    page.put({12, 6}, std::string("{{report.status}}"), total());
    page.put(
        {14, 1},
        std::string(
            "Budget by the services' own figures: {{sum service.budget}}; largest {{max service.budget}}, "
            "smallest {{min service.budget}}, on average {{average service.budget}}."),
        plain());
    page.freeze({8, 2});
    page.print_landscape(7, "{{report.title}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_COLUMN);
    lxw_chart_series* series = chart_add_series(chart, "=Budget!$A$10:$A$10", "=Budget!$D$10:$D$10");
    chart_series_set_name(series, "Variance");
    chart_title_set_name(chart, "Variance by directorate, {{report.month}}");
    page.place_chart({16, 1}, chart, 640, 240, "Variance by directorate");
}

Template finance() {
    return {"finance", draw_finance, sample(R"(
        report title=Targeted budget management 2016/17; month=month 7; status=Amber
        directorate name=Families, children and learning; status=Amber
          service name=Schools; budget=£9450; forecast=£9310; status=Green
          service name=Children's safeguarding and care; budget=£35120; forecast=£36660; status=Amber
          service name=Learning disability; budget=£24800; forecast=£24790; status=Green
        directorate name=Health and adult social care; status=Red
          service name=Adult social care; budget=£33500; forecast=£36400; status=Red
          service name=Public health; budget=£410; forecast=£400; status=Green
        directorate name=Economy, environment and culture; status=Green
          service name=Transport; budget=£-5900; forecast=£-6200; status=Green
          service name=City parks; budget=£5240; forecast=£5230; status=Green
    )")};
}

static void draw_risk_register(Book& book) {
    const Page page = book.add_page("Register");
    page.column_widths({7, 40, 13, 13, 9, 12, 9, 40});
    page.put({1, 1}, std::string("{{report.title}}"), title());
    put_row(page, 3, {"Ref", "Risk", "Likelihood", "Impact", "Score", "Rating", "Aim", "Controls"},
            heading());
    put_marker(page, 4, "{{#risk sort by score descending, ref}}");
    put_row(page, 5,
            {"{{risk.ref}}", "{{risk.name}}", "{{risk.likelihood}}", "{{risk.impact}}", "{{risk.score}}",
             "{{risk.rating}}", "{{risk.aim}}", "{{risk.controls}}"},
            body());
    put_marker(page, 6, "{{/risk}}");
    put_marker(page, 7, "{{^risk where rating = High}}");
    page.put({8, 1}, std::string("No risk is rated high."), note());
    put_marker(page, 9, "{{/risk}}");
    page.print_landscape(3, "{{report.title}}");

    const Page matrix = book.add_page("Matrix");
    matrix.column_widths({16, 16, 16, 16, 16});
    matrix.put({1, 1}, std::string("How many risks stand where"), title());
    const std::vector<std::string> likelihoods = {"Almost certain", "Likely", "Possible", "Unlikely"};
    const std::vector<std::string> impacts = {"Minor", "Moderate", "Major", "Critical"};
    put_row(matrix, 3, {"", "Minor", "Moderate", "Major", "Critical"}, heading());
    for (std::uint32_t row = 0; row < 4; ++row) {
        matrix.put({row + 4, 1}, likelihoods[row], heading());
        for (std::uint32_t column = 0; column < 4; ++column) {
            const std::uint32_t score = (4 - row) * (column + 1);
            Style look = body_centred();
            look.fill = score >= 9 ? red : score >= 4 ? amber : green;
            look.text = score >= 9 || score < 4 ? white : black;
            matrix.put({row + 4, column + 2},
                       "{{count risks where likelihood = \"" + likelihoods[row]
                           + "\" and impact = " + impacts[column] + "}}",
                       look);
        }
    }
    put_row(matrix, 8, {"All"}, total());
    for (const std::string column : {"B", "C", "D", "E"})
        matrix.put(*cells::parse_address(column + "8"), Formula{"=SUM(" + column + "4:" + column + "7)", 0.0},
                   total());
    matrix.print_landscape(0, "{{report.title}}");

    lxw_chart* chart = book.add_chart(LXW_CHART_BAR);
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, "Register", 4, 0, 4, 0);
    chart_series_set_values(series, "Register", 4, 4, 4, 4);
    chart_series_set_name(series, "Score now");
    lxw_chart_series* aim = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(aim, "Register", 4, 0, 4, 0);
    chart_series_set_values(aim, "Register", 4, 6, 4, 6);
    chart_series_set_name(aim, "Score aimed for");
    chart_title_set_name(chart, "Now and as aimed for, {{report.period}}");
    matrix.place_chart({10, 1}, chart, 600, 260, "Scores of all risks");
}

Template risk_register() {
    return {"risk-register", draw_risk_register, sample(R"(
        report title=Strategic risk register; period=October 2016
        risk ref=R1; name=Savings are not made in time; likelihood=Likely; impact=Critical; score=12; rating=High; aim=8; controls=Monthly board, reserves. Every business case has a named director and a date after which the saving counts as lost
        risk ref=R2; name=A cyber attack stops the council's systems; likelihood=Possible; impact=Major; score=9; rating=High; aim=6; controls=Yearly test, back-ups off site
        risk ref=R3; name=A contractor fails; likelihood=Unlikely; impact=Moderate; score=2; rating=Low; aim=2; controls=Credit checks
        risk ref=R4; name=Flooding of the depot; likelihood=Almost certain; impact=Minor; score=4; rating=Amber; aim=4; controls=Pumps
    )")};
}

} // namespace committee
