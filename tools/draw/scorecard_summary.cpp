#include "tools/draw/scorecard_summary.h"

#include "tools/draw/look.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace draw {

using cells::Address;

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
    const auto letters = [](const Count& count) { return count.heading.size(); };
    page.row_height(row, letters(*std::ranges::max_element(counts, {}, letters)) > 12 ? 44 : 20);
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
    page.row_height(row, 30);
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
    chart_set_series_gap(chart, 40);
    chart_set_style(chart, 2);
    page.place_chart({at, 1}, chart, 960, 400,
                     "Stacked bars: for each outcome, how many indicators are Green, Amber, Red, Measured "
                     "and Not rated. The figures are in the table above.");
}

void draw_summary(Book& book) {
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
        page.put({row++, 2}, slot, Style{.leftwards = true, .number_format = "d mmmm yyyy"});
    }
    ++row;
    page.put({row++, 1}, std::string("Overview"), subtitle());
    for (const char* slot :
         {"{{council.overview_indicators}}", "{{council.overview_kpis}}", "{{council.overview_direction}}",
          "{{council.overview_actions}}", "{{report.rating_note}}", "{{report.unverified}}"}) {
        page.put_across({{row, 1}, {row, 10}}, slot, Style{.wrap = true});
        page.row_height(row++, 30);
    }
    ++row;
    const std::uint32_t outcomes = put_counts(page, row, "Are we achieving our targets?", indicator_counts);
    std::vector<std::uint32_t> breaks{row};
    put_status_chart(book, page, row, outcomes);
    row += 21; // of 20 pixels each: the chart's height and a line
    put_counts(page, row, "Are we getting better?", direction_counts);
    breaks.push_back(row);
    put_counts(page, row, "Are we completing the actions in our plans?", action_counts);
    put_legend(page, row, "What the statuses of indicators mean", "legend");
    breaks.push_back(row);
    put_legend(page, row, "What the direction of travel means", "direction_legend");
    put_legend(page, row, "What the statuses of actions mean", "action_legend");
    page.put_across({{row, 1}, {row, 10}}, "{{report.provenance}}", note());
    page.row_height(row, 40);
    page.break_pages_before(breaks);
    page.print_landscape(2, scorecard_foot);
}

} // namespace draw
