#include "tools/draw/lay_out.h"

#include "tools/draw/look.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

namespace draw {

using cells::Address;

namespace {

/// A column of the untidy sheet: what the service calls it, and which of ours it is. Local ones are none.
struct Called {
    std::string here;
    std::string ours{};
    double width = 11;
};

/// One sheet as the service re-made it.
struct Untidy {
    const Grid& grid;
    std::string sheet;
    std::vector<Called> columns;
    std::string local; ///< what stands in the local columns
};

} // namespace

static void put_headings(const Page& page, const Untidy& untidy, std::uint32_t row) {
    Style style = heading();
    style.fill = 0xD9D9D9;
    style.text = black;
    for (std::size_t i = 0; i < untidy.columns.size(); ++i) {
        const Called& called = untidy.columns[i];
        const auto column = untidy.grid.find(called.ours);
        const bool misspelt = column && !untidy.grid.columns[*column].misspelt.empty();
        page.put({row, static_cast<std::uint32_t>(i + 1)},
                 misspelt ? untidy.grid.columns[*column].written() : called.here, style);
    }
    page.row_height(row, 32);
}

/// A date in one of the ways in which people type them as text; every fourth is a date.
static Content typed_date(cells::Date date, std::size_t turn) {
    const auto in_days = std::chrono::sys_days{date};
    const bool month_end = date.day() == (date.year() / date.month() / std::chrono::last).day();
    switch (turn % 4) {
    case 0:
        return fmt::format("{:%d/%m/%Y}", in_days);
    case 1:
        return month_end ? fmt::format("{:%b-%y}", in_days) : fmt::format("{:%d %B %Y}", in_days);
    case 2:
        return fmt::format("{:%d-%b-%y}", in_days);
    default:
        return date;
    }
}

/// Every second percentage is typed with its sign, as text.
static Content typed_percentage(const cells::Decimal& value, std::size_t turn) {
    if (turn % 2 == 0) return value;
    return value.to_text() + "%";
}

static Content as_typed(const Record& record, const Grid& grid, std::size_t column, std::size_t turn) {
    const Entry& entry = record.entries[column];
    const std::string& heading = grid.columns[column].heading;
    if (const auto* date = std::get_if<cells::Date>(&entry.content);
        date && (heading == "Revised end date" || heading == "Completed on"))
        return typed_date(*date, turn);
    if (const auto* number = std::get_if<cells::Decimal>(&entry.content);
        number && heading == "Actual"
        && record.entries[grid.column("Unit")].content == Content{std::string("%")})
        return typed_percentage(*number, turn);
    return entry.content;
}

/// The sums of a column's cells so far, as a service puts them under a group.
static void put_total(const Page& page, const Untidy& untidy, std::uint32_t row, std::uint32_t first,
                      const std::vector<const Record*>& above) {
    page.put({row, 1}, std::string("Total"), total());
    for (std::size_t i = 1; i < untidy.columns.size(); ++i) {
        const Called& called = untidy.columns[i];
        const auto letter = static_cast<std::uint32_t>(i + 1);
        page.put({row, letter}, std::monostate{}, total());
        if (called.ours != "Numerator" && called.ours != "Denominator") continue;
        double sum = 0;
        for (const Record* record : above)
            if (const auto* number =
                    std::get_if<cells::Decimal>(&record->entries[untidy.grid.column(called.ours)].content))
                sum += as_double(*number);
        const std::string range = cells::to_text(cells::Range{{first, letter}, {row - 1, letter}});
        page.put({row, letter}, Formula{"=SUM(" + range + ")", sum}, total());
    }
}

/// The service's own notes and colours, which must come back as they were.
static void put_own_marks(const Page& page, const Grid& grid, const LaidGrid& laid) {
    const auto actual = grid.find("Actual");
    if (!actual || grid.records.empty()) return;
    const std::uint32_t column = laid.columns[*actual];
    page.note({laid.rows.at(grid.records.front().id), column}, "Agreed with the police analyst on 4 October.",
              "Regulatory Business Support Officer");
    const cells::Range status{{7, laid.columns[grid.column("Status")]},
                              {laid.last_row, laid.columns[grid.column("Status")]}};
    page.colour_word(status, "Red", 0xFFC7CE, 0x9C0006);
    page.colour_word(status, "Green", 0xC6EFCE, 0x006100);
}

static LaidGrid put_untidy(Book& book, const Untidy& untidy) {
    const Grid& grid = untidy.grid;
    const auto last_column = static_cast<std::uint32_t>(untidy.columns.size());
    const Page page = book.add_page(untidy.sheet);
    LaidGrid laid;
    laid.sheet = untidy.sheet;
    laid.columns.resize(grid.columns.size());
    std::vector<double> widths;
    for (std::size_t i = 0; i < untidy.columns.size(); ++i) {
        widths.push_back(untidy.columns[i].width);
        if (!untidy.columns[i].ours.empty())
            laid.columns[grid.column(untidy.columns[i].ours)] = static_cast<std::uint32_t>(i + 1);
    }
    page.column_widths(widths);
    page.put_across({{1, 1}, {1, last_column}},
                    "OFFICIAL: for internal use until the Cabinet papers are published",
                    Style{.size = 9, .bold = true, .centred = true});
    page.put({2, 1}, grid.title, title());
    page.row_height(2, 26);
    page.put_across(
        {{3, 1}, {3, last_column}},
        "Please send back by noon on the tenth. Columns in grey are for our own use. Anything odd: say "
        "so in the comments!",
        note());
    page.put({4, 2}, std::string("copy this row for new measures"), Style{.text = dark_grey});
    page.hide_row(4);
    laid.headings = 6;
    put_headings(page, untidy, laid.headings);
    std::uint32_t row = laid.headings + 1;
    std::uint32_t repeated_at = 0;
    const std::size_t half = grid.records.size() / 2;
    std::string section_above;
    std::uint32_t group = row;
    std::vector<const Record*> in_group;
    for (std::size_t turn = 0; turn < grid.records.size(); ++turn) {
        const Record& record = grid.records[turn];
        if (record.section != section_above) {
            if (in_group.size() > 1 && grid.sheet == "Indicators")
                put_total(page, untidy, row++, group, in_group);
            section_above = record.section;
            ++row; // services leave a line free
            page.put_across({{row, 1}, {row, last_column}}, record.section, section());
            group = ++row;
            in_group.clear();
        } else if (turn >= half && repeated_at == 0) {
            repeated_at = row;
            put_headings(page, untidy, row++);
        }
        laid.rows[record.id] = row;
        std::vector<std::pair<std::size_t, double>> lengths;
        for (std::size_t i = 0; i < untidy.columns.size(); ++i) {
            const Called& called = untidy.columns[i];
            const auto letter = static_cast<std::uint32_t>(i + 1);
            if (called.ours.empty()) {
                page.put({row, letter}, untidy.local, Style{.fill = pale_grey, .border = true});
                continue;
            }
            const std::size_t column = grid.column(called.ours);
            const Content content = as_typed(record, grid, column, turn);
            if (const auto* words = std::get_if<std::string>(&content))
                lengths.emplace_back(words->size(), called.width);
            Style style = body();
            style.number_format = record.entries[column].number_format;
            page.put({row, letter}, content, style);
        }
        page.row_height(row, height_for(lengths));
        if (record.hidden) page.hide_row(row);
        in_group.push_back(&record);
        ++row;
    }
    laid.last_row = row - 1;
    put_own_marks(page, grid, laid);
    if (repeated_at != 0) page.break_pages_before({repeated_at});
    page.print_landscape(0, grid.title);
    return laid;
}

static std::map<std::string, Address> put_front_sheet(Book& book, const Cover& cover,
                                                      const std::string& sheet) {
    const Page page = book.add_page(sheet);
    page.column_widths({3, 30, 52});
    page.put({2, 2}, std::string("Quarter 2 return"), title());
    page.row_height(2, 26);
    std::map<std::string, Address> places;
    std::uint32_t row = 4;
    // Who signed stands first here.
    std::vector<Label> labels = cover.labels;
    std::ranges::rotate(labels, std::ranges::find(labels, std::string("Completed by"), &Label::name));
    for (const Label& label : labels) {
        page.put({row, 2}, label.written(), strong());
        page.put({row, 3}, label.entry.content,
                 Style{.border = true, .leftwards = true, .number_format = label.entry.number_format});
        places[label.name] = {row++, 3};
        if (label.name == "Approved on") ++row;
    }
    page.print_landscape(0, "Quarter 2 return");
    return places;
}

Laid lay_out_untidily(const Paper& paper, const std::filesystem::path& file) {
    Book book(file, paper.title);
    Laid laid;
    laid.cover = "Front sheet";
    laid.labels = put_front_sheet(book, paper.cover, laid.cover);
    const Untidy indicators{paper.grids.at(0),
                            "Measures",
                            {{"PI ref", "Ref", 9},
                             {"Good performance is", "Good is"},
                             {"Measure", "Indicator", 34},
                             {"Data owner"},
                             {"Target 2016-17", "Annual target"},
                             {"Previous quarter", "Last quarter"},
                             {"Q2 actual", "Actual"},
                             {"Unit", "Unit"},
                             {"Numerator", "Numerator"},
                             {"Denominator", "Denominator", 12},
                             {"Forecast outturn", "Year-end forecast"},
                             {"RAG", "Status"},
                             {"Checked"},
                             {"Commentary", "Commentary", 48},
                             {"Corrective actions", "Corrective action", 44}},
                            "Business support"};
    const Untidy actions{paper.grids.at(1),
                         "Action plan",
                         {{"Action ref", "Ref", 10},
                          {"Milestone", "Action", 46},
                          {"Due date", "End date", 12},
                          {"Start", "Start date", 12},
                          {"New end date", "Revised end date", 18},
                          {"Completion date", "Completed on", 18},
                          {"Team"},
                          {"Action status", "Status", 18},
                          {"Reasons for delay", "Reason for delay", 40},
                          {"Corrective actions", "Corrective action", 40},
                          {"Comments", "Commentary", 26}},
                         "Regulatory"};
    for (const Untidy* untidy : {&indicators, &actions})
        laid.grids[untidy->grid.sheet] = put_untidy(book, *untidy);
    book.save();
    return laid;
}

} // namespace draw
