#include "engine/layout/layout_errors.h"

#include "engine/cells/edit_distance.h"

#include <algorithm>

namespace engine {

using cells::Address;
using cells::Error;
using cells::Sheet;

// A wide sheet has more headings than anybody reads in a message.
static constexpr std::size_t most_headings = 12;

static std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

/// "a", "a and b", "a, b and c"
static std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i)
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return text;
}

static std::string place(std::string_view file, const Sheet& sheet, Address at) {
    return (file.empty() ? "" : std::string(file) + ": ") + cells::to_text(sheet.name, at);
}

static std::string heading_at(const Sheet& sheet, Address at) {
    const cells::Cell* cell = sheet.find_merged(at);
    return quoted(cell ? cells::shown_text(*cell, sheet.date1904) : "") + " (" + to_text(at) + ")";
}

static std::string sheet_names(const std::vector<Sheet>& sheets) {
    std::vector<std::string> names;
    for (const Sheet& sheet : sheets) names.push_back(sheet.name);
    return listed(names);
}

static std::string required_headings(const LayoutTable& table) {
    std::vector<std::string> headings;
    for (const LayoutColumn& column : table.columns)
        if (column.required) headings.push_back(quoted(column.headings.front()));
    return listed(headings);
}

Error no_table(const LayoutTable& table, const std::vector<Sheet>& sheets, std::string_view file) {
    return {.kind = Error::Kind::not_found,
            .where = std::string(file),
            .what = "There is no " + table.name + ": no sheet has a row with the headings "
                    + required_headings(table),
            .next = (sheets.empty() ? "The workbook has no sheets. "
                                    : "The sheets looked at are " + sheet_names(sheets) + ". ")
                    + "Check that this is the right workbook, or start again from the template"};
}

/// An unknown heading that may be the one missing: spelt a little like it, or holding its words.
static std::string did_you_mean(const LayoutColumn& column, const Header& header) {
    for (const std::string& heading : column.headings) {
        const std::string wanted = read_pattern(heading).words;
        if (wanted.size() < 3) continue;
        for (const UnknownHeading& unknown : header.unknown) {
            const std::string found = read_heading(unknown.text).words;
            const bool within = found.find(wanted) != std::string::npos;
            const bool alike = found.size() <= 2 * wanted.size()
                               && cells::edit_distance(found, wanted) <= static_cast<int>(wanted.size() / 3);
            if (within || alike)
                return "Did you mean " + quoted(unknown.text) + " (" + to_text(unknown.at) + ")? ";
        }
    }
    return {};
}

Error columns_missing(const LayoutTable& table, const Sheet& sheet, const Header& header, bool own_sheet,
                      std::string_view file) {
    std::vector<std::string> missing;
    std::string suggestions;
    for (const std::size_t i : header.missing(table)) {
        const LayoutColumn& column = table.columns[i];
        missing.push_back(quoted(column.headings.front()));
        suggestions += did_you_mean(column, header);
    }
    std::vector<Address> places;
    for (const FoundColumn& column : header.columns) places.push_back(column.heading);
    for (const UnknownHeading& unknown : header.unknown) places.push_back(unknown.at);
    std::ranges::sort(places, {}, &Address::column);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < std::min(places.size(), most_headings); ++i)
        found.push_back(heading_at(sheet, places[i]));
    if (places.size() > most_headings)
        found.push_back(std::to_string(places.size() - most_headings) + " more");
    return {.kind = Error::Kind::not_found,
            .where = place(file, sheet, places.empty() ? Address{header.first_row, 1} : places.front()),
            .what = (own_sheet ? "The " + table.name + " has"
                               : "There is no " + table.name + ", and what comes nearest to it has")
                    + " no column " + listed(missing),
            .next = "The headings found are " + listed(found) + ". " + suggestions + "Name the "
                    + (missing.size() == 1 ? "column" : "columns") + " as in the template"};
}

Error two_tables(const LayoutTable& table, const std::vector<Sheet>& sheets, const Candidate& one,
                 const Candidate& other, std::string_view file) {
    const auto at = [&](const Candidate& candidate) {
        return cells::to_text(sheets[candidate.sheet].name, candidate.header.columns.front().heading);
    };
    return {.kind = Error::Kind::not_found,
            .where = std::string(file),
            .what = "There are two of the " + table.name + ", at " + at(one) + " and at " + at(other)
                    + ", and nothing says which one counts",
            .next = "Remove one of them, or hide its sheet"};
}

Error column_twice(const LayoutTable& table, const Sheet& sheet, const Header& header,
                   std::string_view file) {
    const auto [first, second] = header.doubled.front();
    return {.kind = Error::Kind::not_found,
            .where = place(file, sheet, first),
            .what = "The " + table.name + " has two columns that say the same: " + heading_at(sheet, first)
                    + " and " + heading_at(sheet, second),
            .next = "Rename the one that does not count, or remove it"};
}

Error no_form(const LayoutForm& form, const Sheet* sheet, const std::vector<std::size_t>& missing,
              std::string_view file) {
    std::vector<std::string> labels;
    for (const std::size_t i : missing) labels.push_back(quoted(form.fields[i].headings.front()));
    const bool one = labels.size() == 1;
    return {.kind = Error::Kind::not_found,
            .where = std::string(file) + (sheet ? (file.empty() ? "" : ": ") + sheet->name : ""),
            .what = sheet ? "The " + form.name + " has no " + listed(labels)
                          : "There is no " + form.name + ": no sheet has the labels " + listed(labels),
            .next = sheet ? std::string("Add the ") + (one ? "label" : "labels") + " with "
                                + (one ? "its value" : "their values") + " beside, as in the template"
                          : "Check that this is the right workbook, or start again from the template"};
}

} // namespace engine
