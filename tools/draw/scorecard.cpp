#include "tools/draw/scorecard.h"

#include "tools/draw/look.h"
#include "tools/draw/scorecard_summary.h"

#include <string>
#include <vector>

namespace draw {

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
    page.print_landscape(4, scorecard_foot);
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
            {"{{outcome.priority}}. {{outcome.name}}", "", "", "", "", "", "",
             "Outcome owner: {{outcome.owner}}", ""},
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
    page.print_landscape(4, scorecard_foot);
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
              "We are", "Compared with"},
             "benchmark",
             {"{{benchmark.ref}}", "{{benchmark.outcome}}", "{{benchmark.name}}", "{{benchmark.unit}}",
              "{{benchmark.good}}", "{{benchmark.period}}", "{{benchmark.ours}}", "{{benchmark.theirs}}",
              "{{benchmark.standing}}", "{{benchmark.group}}"});
    put_marker(page, row++, "{{/benchmarking}}");
    page.print_landscape(2, scorecard_foot);
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
