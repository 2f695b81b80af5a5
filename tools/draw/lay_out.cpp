#include "tools/draw/lay_out.h"

#include "tools/draw/look.h"
#include "tools/draw/vba_project.h"

#include <algorithm>

namespace draw {

using cells::Address;

double height_for(const std::vector<std::pair<std::size_t, double>>& lengths_and_widths) {
    constexpr double line = 13;
    double lines = 1;
    for (const auto& [length, width] : lengths_and_widths) {
        // Arial's letters are narrower than the digit that a column's width counts, and words leave gaps at
        // the line's end.
        const auto letters_in_line = static_cast<std::size_t>(std::max(width * 1.1, 1.0));
        const std::size_t whole_lines = (length + letters_in_line - 1) / letters_in_line;
        lines = std::max(lines, static_cast<double>(whole_lines));
    }
    return std::min(lines * line + 3, 409.0); // Excel's greatest row height
}

Formula placed(const Formula& formula, const Grid& grid, const LaidGrid& laid, std::uint32_t row) {
    Formula result{{}, formula.value};
    for (std::size_t i = 0; i < formula.text.size(); ++i) {
        const std::size_t close = formula.text[i] == '{' ? formula.text.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            result.text += formula.text[i];
            continue;
        }
        const std::size_t column = grid.column(formula.text.substr(i + 1, close - i - 1));
        result.text += cells::to_text(Address{row, laid.columns[column]});
        i = close;
    }
    return result;
}

static Style style_of(const Column& column, const Entry& entry) {
    Style style = column.holds == Holds::text ? body() : body_centred();
    if (column.given) style.fill = pale_grey;
    style.number_format = entry.number_format;
    return style;
}

/// A title over the columns of one parent, or a title down both rows of headings.
static void put_headings(const Page& page, const Grid& grid, std::uint32_t row, bool two_rows) {
    std::uint32_t first = 1;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const Column& column = grid.columns[i];
        const std::string& name = column.written();
        const auto letter = static_cast<std::uint32_t>(i + 1);
        if (!two_rows) {
            page.put({row, letter}, name, heading());
        } else if (column.parent.empty()) {
            page.put_across({{row, letter}, {row + 1, letter}}, name, heading());
        } else {
            page.put({row + 1, letter}, name, heading());
            if (i == 0 || grid.columns[i - 1].parent != column.parent) first = letter;
            const bool ends = i + 1 == grid.columns.size() || grid.columns[i + 1].parent != column.parent;
            if (ends) page.put_across({{row, first}, {row, letter}}, column.parent, heading());
        }
    }
    page.row_height(row, two_rows ? 20 : 32);
    if (two_rows) page.row_height(row + 1, 32);
}

static void offer_lists(const Page& page, const Grid& grid, std::uint32_t first, std::uint32_t last) {
    static const std::vector<std::string> statuses{"Green", "Amber", "Red", "M"};
    static const std::vector<std::string> action_statuses{
        "Scheduled for Future Quarters", "On Target",       "Delivered", "Slipped (less than 3 months)",
        "Slipped (more than 3 months)",  "No longer viable"};
    const bool actions = grid.sheet == "Actions";
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const Column& column = grid.columns[i];
        const auto letter = static_cast<std::uint32_t>(i + 1);
        const cells::Range range{{first, letter}, {last, letter}};
        if (column.heading == "Status" || column.parent.ends_with("status"))
            page.offer_list(range, actions ? action_statuses : statuses);
        else if (column.heading == "Good is")
            page.offer_list(range, {"Higher", "Lower", "In range"});
        else if (column.heading == "KPI")
            page.offer_list(range, {"Yes", "No"});
    }
}

static LaidGrid put_grid(Book& book, const Grid& grid) {
    const bool two_rows =
        std::ranges::any_of(grid.columns, [](const Column& c) { return !c.parent.empty(); });
    const Page page = book.add_page(grid.sheet);
    LaidGrid laid;
    laid.sheet = grid.sheet;
    std::vector<double> widths;
    for (const Column& column : grid.columns) {
        widths.push_back(column.width);
        laid.columns.push_back(static_cast<std::uint32_t>(widths.size()));
    }
    page.column_widths(widths);
    page.row_height(1, 24);
    page.put({1, 1}, grid.title, title());
    if (!grid.advice.empty()) page.put({2, 1}, grid.advice, Style{.text = dark_grey});
    constexpr std::uint32_t headings = 4;
    put_headings(page, grid, headings, two_rows);

    laid.headings = headings + (two_rows ? 1 : 0);
    std::uint32_t row = laid.headings + 1;
    const std::uint32_t first = row;
    page.freeze({row, 3});
    std::string section_above;
    for (const Record& record : grid.records) {
        if (record.section != section_above) {
            section_above = record.section;
            page.put({row, 1}, record.section, section());
            for (std::uint32_t i = 2; i <= grid.columns.size(); ++i)
                page.put({row, i}, std::monostate{}, section());
            ++row;
        }
        laid.rows[record.id] = row;
        std::vector<std::pair<std::size_t, double>> lengths;
        for (std::size_t i = 0; i < record.entries.size(); ++i) {
            const Entry& entry = record.entries[i];
            Content content = entry.content;
            if (const auto* formula = std::get_if<Formula>(&content))
                content = placed(*formula, grid, laid, row);
            if (const auto* words = std::get_if<std::string>(&content))
                lengths.emplace_back(words->size(), grid.columns[i].width);
            page.put({row, laid.columns[i]}, content, style_of(grid.columns[i], entry));
        }
        page.row_height(row, height_for(lengths));
        if (record.hidden) page.hide_row(row);
        ++row;
    }
    laid.last_row = row - 1;
    offer_lists(page, grid, first, std::max(first, laid.last_row));
    page.print_landscape(laid.headings, grid.title, two_rows ? 4 : 1);
    return laid;
}

static std::map<std::string, cells::Address> put_cover(Book& book, const Paper& paper) {
    const Page page = book.add_page(paper.cover.sheet);
    page.column_widths({26, 70});
    page.row_height(1, 26);
    page.put({1, 1}, paper.cover.title, title());
    std::map<std::string, cells::Address> places;
    std::uint32_t row = 3;
    for (const Label& label : paper.cover.labels) {
        Style name = body();
        name.bold = true;
        name.fill = pale_blue;
        page.put({row, 1}, label.written(), name);
        Style value = body();
        value.number_format = label.entry.number_format;
        // A date in a wide cell stands at the left, as the words around it do.
        value.leftwards = true;
        page.put({row, 2}, label.entry.content, value);
        places[label.name] = {row, 2};
        page.row_height(row++, 18);
    }
    page.print_landscape(0, paper.cover.title, 1);
    return places;
}

static void put_guidance(Book& book, const std::vector<std::string>& lines) {
    const Page page = book.add_page("Guidance");
    page.column_widths({110});
    page.row_height(1, 24);
    page.put({1, 1}, std::string("How to fill in this return"), title());
    std::uint32_t row = 3;
    for (const std::string& line : lines) {
        page.put({row, 1}, line, Style{.wrap = true});
        page.row_height(row++, height_for({{line.size(), 110}}));
    }
    page.print_landscape(0, "Guidance", 1);
}

Laid lay_out(const Paper& paper, const std::filesystem::path& file) {
    Book book(file, paper.title);
    Laid laid;
    laid.cover = paper.cover.sheet;
    laid.labels = put_cover(book, paper);
    for (const Grid& grid : paper.grids) laid.grids[grid.sheet] = put_grid(book, grid);
    if (!paper.guidance.empty()) put_guidance(book, paper.guidance);
    const std::size_t sheets = 1 + paper.grids.size() + (paper.guidance.empty() ? 0 : 1);
    book.save(file.extension() == ".xlsm" ? vba_project(sheets) : std::string());
    return laid;
}

} // namespace draw
