#include "tools/draw/scorecard.h"

#include "tools/draw/look.h"

#include <string>
#include <vector>

namespace draw {

using cells::Address;

static constexpr const char* foot = "Performance report to Cabinet";

static void put_row(const Page& page, std::uint32_t row, const std::vector<std::string>& texts,
                    const Style& style) {
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty())
            page.put({row, i + 1}, std::monostate{}, style);
        else
            page.put({row, i + 1}, texts[i], style);
    }
}

/// Texts are left aligned and wrapped, figures and words of status stand in the middle.
static void put_slots(const Page& page, std::uint32_t row, const std::vector<std::string>& slots,
                      const std::vector<std::uint32_t>& text_columns) {
    for (std::uint32_t i = 0; i < slots.size(); ++i) {
        bool is_text = false;
        for (const std::uint32_t column : text_columns) is_text = is_text || column == i + 1;
        page.put({row, i + 1}, slots[i], is_text ? body() : body_centred());
    }
}

/// A row of its own that opens, turns or closes a block.
static void put_marker(const Page& page, std::uint32_t row, const std::string& marker) {
    page.put({row, 1}, marker, Style{.size = 8, .text = dark_grey});
}

// ---- Summary ----------------------------------------------------------------------------------------

/// "Green" over "outcome.green", in that colour.
struct Count {
    std::string heading;
    std::string slot;
    Colour fill = navy;
    Colour text = white;
};

static const std::vector<Count> indicator_counts{{"Green", "green", green, white},
                                                 {"Amber", "amber", amber, black},
                                                 {"Red", "red", red, white},
                                                 {"Measured", "measured", slate, white},
                                                 {"Not rated", "not_rated", silver, black}};
static const std::vector<Count> direction_counts{{"Improving", "improving"},
                                                 {"Maintained", "maintained"},
                                                 {"Declining", "declining"},
                                                 {"Measured", "no_direction"}};
static const std::vector<Count> action_counts{{"Delivered", "delivered"},
                                              {"On target", "on_target"},
                                              {"Scheduled for future quarters", "scheduled"},
                                              {"Slipped (less than 3 months)", "slipped_less"},
                                              {"Slipped (more than 3 months)", "slipped_more"},
                                              {"No longer viable", "not_viable"},
                                              {"Not rated", "action_not_rated"}};

/// A table with a row for each outcome and the council's totals under it. Returns the row of the outcomes.
static std::uint32_t put_counts(const Page& page, std::uint32_t& row, const std::string& question,
                                const std::vector<Count>& counts) {
    page.row_height(row, 20);
    page.put({row++, 1}, question, subtitle());
    page.row_height(row, 44);
    page.put({row, 1}, std::string("Priority"), heading());
    page.put({row, 2}, std::string("Outcome"), heading());
    std::uint32_t column = 3;
    for (const Count& count : counts) {
        Style style = heading();
        style.fill = count.fill;
        style.text = count.text;
        page.put({row, column++}, count.heading, style);
    }
    page.put({row++, column}, std::string("Total"), heading());

    const std::uint32_t outcomes = row++;
    page.put({outcomes, 1}, std::string("{{outcome.priority}}"), body_centred());
    page.put({outcomes, 2}, std::string("{{outcome.short}}"), body());
    for (std::uint32_t i = 0; i < counts.size(); ++i)
        page.put({outcomes, 3 + i}, "{{outcome." + counts[i].slot + "}}", body_centred());
    const std::string across = cells::to_text(cells::Range{{outcomes, 3}, {outcomes, column - 1}});
    page.put({outcomes, column}, Formula{"=SUM(" + across + ")", 0.0}, total());

    page.put({row, 1}, std::monostate{}, total());
    page.put({row, 2}, std::string("Council"), total());
    for (std::uint32_t i = 3; i <= column; ++i)
        page.put({row, i}, Formula{"=SUM(" + cells::to_text(Address{outcomes, i}) + ")", 0.0}, total());
    row += 2;
    return outcomes;
}

static void put_legend(const Page& page, std::uint32_t& row, const std::string& caption,
                       const std::string& block) {
    page.put({row++, 1}, caption, subtitle());
    page.put({row, 2}, "{{" + block + ".word}}", Style{.bold = true, .wrap = true, .border = true});
    page.put_across({{row, 3}, {row, 10}}, "{{" + block + ".definition}}", body());
    page.row_height(row, 42);
    row += 2;
}

static void put_status_chart(Book& book, const Page& page, std::uint32_t at, std::uint32_t outcomes) {
    lxw_chart* chart = book.add_chart(LXW_CHART_BAR_STACKED);
    const auto row = static_cast<lxw_row_t>(outcomes - 1);
    for (std::uint32_t i = 0; i < indicator_counts.size(); ++i) {
        const Count& count = indicator_counts[i];
        const auto column = static_cast<lxw_col_t>(2 + i);
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, "Summary", row, 1, row, 1);
        chart_series_set_values(series, "Summary", row, column, row, column);
        chart_series_set_name_range(series, "Summary", row - 1, column);
        lxw_chart_fill fill{};
        fill.color = count.fill;
        chart_series_set_fill(series, &fill);
        lxw_chart_font font{};
        font.color = count.text;
        font.size = 9;
        chart_series_set_labels(series);
        chart_series_set_labels_font(series, &font);
        chart_series_set_labels_num_format(series, "0;;");
    }
    chart_title_set_name(chart, "Indicators by status and outcome");
    lxw_chart_font title_font{};
    title_font.size = 12;
    title_font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &title_font);
    chart_axis_set_reverse(chart->y_axis); // the first outcome on top, as in the tables
    chart_axis_set_crossing_max(chart->y_axis);
    chart_axis_set_name(chart->x_axis, "Number of indicators");
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_set_style(chart, 2);
    page.place_chart({at, 1}, chart, 960, 400,
                     "Stacked bars: for each outcome, how many indicators are Green, Amber, Red, Measured "
                     "and Not rated. The figures are in the table above.");
}

static void draw_summary(Book& book) {
    const Page page = book.add_page("Summary");
    page.column_widths({12, 34, 11, 11, 12, 12, 12, 12, 11, 11});
    page.row_height(1, 24);
    page.row_height(2, 18);
    page.put({1, 1}, std::string("{{council.name}}"), title());
    page.put({2, 1}, std::string("{{report.title}}"), subtitle());
    const std::vector<std::pair<std::string, std::string>> facts{{"Report to", "{{report.audience}}"},
                                                                 {"Period", "{{report.period}}"},
                                                                 {"Position at", "{{report.as_at}}"}};
    std::uint32_t row = 4;
    for (const auto& [label, slot] : facts) {
        page.put({row, 1}, label, strong());
        page.put({row++, 2}, slot, Style{.number_format = "d mmmm yyyy"});
    }
    ++row;
    page.put({row++, 1}, std::string("Overview"), subtitle());
    for (const char* slot :
         {"{{council.overview_indicators}}", "{{council.overview_kpis}}", "{{council.overview_direction}}",
          "{{council.overview_actions}}", "{{report.rating_note}}", "{{report.unverified}}"}) {
        page.put_across({{row, 1}, {row, 10}}, slot, Style{.wrap = true});
        page.row_height(row++, 28);
    }
    ++row;
    const std::uint32_t outcomes = put_counts(page, row, "Are we achieving our targets?", indicator_counts);
    std::vector<std::uint32_t> breaks{row};
    put_status_chart(book, page, row, outcomes);
    row += 28;
    breaks.push_back(row);
    put_counts(page, row, "Are we getting better?", direction_counts);
    put_counts(page, row, "Are we completing the actions in our plans?", action_counts);
    breaks.push_back(row);
    put_legend(page, row, "What the statuses of indicators mean", "legend");
    put_legend(page, row, "What the direction of travel means", "direction_legend");
    put_legend(page, row, "What the statuses of actions mean", "action_legend");
    page.put_across({{row, 1}, {row, 10}}, "{{report.provenance}}", note());
    page.row_height(row, 40);
    page.break_pages_before(breaks);
    page.print_landscape(2, foot);
}

// ---- the other sheets -------------------------------------------------------------------------------

static void put_banner(const Page& page, const std::string& caption) {
    page.row_height(1, 24);
    page.row_height(2, 18);
    page.put({1, 1}, caption, title());
    page.put({2, 1}, std::string("{{council.name}}: {{report.period}}"), subtitle());
}

static void draw_kpis(Book& book) {
    const Page page = book.add_page("KPIs");
    page.column_widths({8, 30, 9, 8, 10, 10, 10, 10, 10, 10, 12, 44});
    put_banner(page, "Key performance indicators");
    page.row_height(4, 32);
    put_row(page, 4,
            {"Ref", "Indicator", "Unit", "Good is", "Baseline", "Target for the year", "Last period",
             "Actual", "Year-end forecast", "Status", "Direction of travel", "Commentary"},
            heading());
    put_marker(page, 5, "{{#outcome}}");
    put_row(page, 6,
            {"{{outcome.priority}}. {{outcome.name}}", "", "", "", "", "", "", "", "", "", "",
             "Outcome owner: {{outcome.owner}}"},
            section());
    put_slots(page, 7,
              {"{{kpi.ref}}", "{{kpi.name}}", "{{kpi.unit}}", "{{kpi.good}}", "{{kpi.baseline}}",
               "{{kpi.target}}", "{{kpi.last}}", "{{kpi.actual}}", "{{kpi.forecast}}", "{{kpi.status}}",
               "{{kpi.direction}}", "{{kpi.commentary}}"},
              {1, 2, 12});
    put_marker(page, 8, "{{/outcome}}");
    page.freeze({5, 1});
    page.print_landscape(4, foot);
}

static void draw_actions(Book& book) {
    const Page page = book.add_page("Actions");
    page.column_widths({8, 36, 20, 20, 11, 11, 14, 32, 32});
    put_banner(page, "Actions slipped or no longer viable");
    page.row_height(4, 32);
    put_row(page, 4,
            {"Ref", "Action", "Lead officer", "Service", "Planned end", "Revised end", "Status",
             "Reason for delay", "Corrective action"},
            heading());
    put_marker(page, 5, "{{#outcome}}");
    put_row(page, 6,
            {"{{outcome.priority}}. {{outcome.name}}", "", "", "", "", "", "", "",
             "Outcome owner: {{outcome.owner}}"},
            section());
    page.put(
        {7, 1},
        std::string("Delivered {{outcome.delivered}}, on target {{outcome.on_target}}, scheduled for future "
                    "quarters {{outcome.scheduled}}, slipped less than 3 months {{outcome.slipped_less}}, "
                    "slipped more than 3 months {{outcome.slipped_more}}, no longer viable "
                    "{{outcome.not_viable}}."),
        plain());
    put_slots(page, 8,
              {"{{slipped.ref}}", "{{slipped.title}}", "{{slipped.lead}}", "{{slipped.service}}",
               "{{slipped.end}}", "{{slipped.revised}}", "{{slipped.status}}", "{{slipped.reason}}",
               "{{slipped.corrective}}"},
              {1, 2, 3, 4, 8, 9});
    for (const std::uint32_t column : {5U, 6U})
        page.put({8, column}, std::string(column == 5 ? "{{slipped.end}}" : "{{slipped.revised}}"),
                 body_date());
    put_marker(page, 9, "{{^slipped}}");
    page.put({10, 1}, std::string("No action of this plan is slipped or no longer viable."), plain());
    put_marker(page, 11, "{{/slipped}}");
    put_marker(page, 12, "{{/outcome}}");
    page.freeze({5, 1});
    page.print_landscape(4, foot);
}

/// One list of the exceptions: caption, headings, the repeated row, and what stands there when it is empty.
static void put_list(const Page& page, std::uint32_t& row, const std::string& caption,
                     const std::vector<std::string>& headings, const std::string& block,
                     const std::vector<std::string>& slots) {
    page.row_height(row, 20);
    page.put({row++, 1}, caption, subtitle());
    page.row_height(row, 32);
    put_row(page, row++, headings, heading());
    put_slots(page, row++, slots, {1, 2, 3, 11, 12});
    put_marker(page, row++, "{{^" + block + "}}");
    page.put({row++, 1}, std::string("None"), plain());
    put_marker(page, row++, "{{/" + block + "}}");
    ++row;
}

static void draw_exceptions(Book& book) {
    const Page page = book.add_page("Exceptions");
    page.column_widths({8, 20, 26, 9, 10, 10, 10, 10, 12, 10, 34, 34});
    put_banner(page, "Tackling underperformance");
    std::uint32_t row = 4;

    put_marker(page, row++, "{{#further_information}}");
    put_list(page, row, "Key performance indicators that are Red: further information from outcome owners",
             {"Ref", "Outcome and owner", "Indicator", "Unit", "Baseline", "Target for the year", "Actual",
              "Year-end forecast", "Direction of travel", "Worse than baseline", "Further information",
              "Corrective action"},
             "red_kpi",
             {"{{red_kpi.ref}}", "{{red_kpi.outcome}}: {{red_kpi.owner}}", "{{red_kpi.name}}",
              "{{red_kpi.unit}}", "{{red_kpi.baseline}}", "{{red_kpi.target}}", "{{red_kpi.actual}}",
              "{{red_kpi.forecast}}", "{{red_kpi.direction}}", "{{red_kpi.worse_than_baseline}}",
              "{{red_kpi.commentary}}", "{{red_kpi.corrective}}"});
    put_marker(page, row++, "{{/further_information}}");

    const auto movement = [](const std::string& block, const std::string& run) {
        std::vector<std::string> slots;
        for (const char* field : {"ref", "outcome", "name", "unit", "target", "last", "actual", "was", "now"})
            slots.push_back("{{" + block + "." + field + "}}");
        slots.push_back(run);
        slots.push_back("{{" + block + ".commentary}}");
        slots.push_back("{{" + block + ".corrective}}");
        return slots;
    };
    const std::vector<std::string> movement_headings{"Ref",
                                                     "Outcome",
                                                     "Indicator",
                                                     "Unit",
                                                     "Target for the year",
                                                     "Previous quarter",
                                                     "This quarter",
                                                     "Status then",
                                                     "Status now",
                                                     "Quarters Red",
                                                     "Commentary",
                                                     "Corrective action"};
    put_marker(page, row++, "{{#progress}}");
    put_list(page, row, "Progress of measures that were Red at {{progress.previous}}", movement_headings,
             "exception", movement("exception", "{{exception.run}}"));
    put_list(page, row, "Measures that have become Red since {{progress.previous}}", movement_headings,
             "new_red", movement("new_red", "1"));
    put_marker(page, row++, "{{/progress}}");

    put_marker(page, row++, "{{#benchmarking}}");
    put_list(page, row, "How we compare with similar councils",
             {"Ref", "Outcome", "Indicator", "Unit", "Good is", "Period", "Our figure", "Similar councils",
              "We are", "", "Compared with", ""},
             "benchmark",
             {"{{benchmark.ref}}", "{{benchmark.outcome}}", "{{benchmark.name}}", "{{benchmark.unit}}",
              "{{benchmark.good}}", "{{benchmark.period}}", "{{benchmark.ours}}", "{{benchmark.theirs}}",
              "{{benchmark.standing}}", "", "{{benchmark.group}}", ""});
    put_marker(page, row++, "{{/benchmarking}}");
    page.print_landscape(2, foot);
}

void draw_scorecard(const std::filesystem::path& file) {
    Book book(file, "Council Plan performance report to Cabinet: template");
    draw_summary(book);
    draw_kpis(book);
    draw_actions(book);
    draw_exceptions(book);
    book.save();
}

} // namespace draw
