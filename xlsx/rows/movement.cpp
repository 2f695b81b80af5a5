#include "xlsx/rows/movement.h"

#include <algorithm>

namespace xlsx {

// Excel's limits: arguments of a function, characters of a formula.
static constexpr std::size_t most_areas = 250;
static constexpr std::size_t longest_formula = 8'192;

static bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

void Movement::add(std::string sheet, RowMap rows) {
    sheets_.push_back({std::move(sheet), std::move(rows)});
}

std::optional<std::size_t> Movement::find(std::string_view sheet) const {
    const auto found =
        std::ranges::find_if(sheets_, [&](const Sheet& s) { return same_name(s.name, sheet); });
    if (found == sheets_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - sheets_.begin());
}

std::optional<std::size_t> Movement::target(const Reference& reference, std::size_t home) const {
    if (reference.prefix.empty()) return home;
    if (reference.external || !reference.last_sheet.empty()) return std::nullopt;
    return find(reference.sheet);
}

// Whether the range reaches from the first to the last row, as whole columns do: it has nowhere to move.
static bool whole_height(const Reference& reference) {
    return !reference.has_rows() || (reference.first.row == 1 && reference.last.row == cells::last_row);
}

static Reference onto(const Reference& reference, RowSpan span) {
    Reference result = reference;
    result.first.row = span.first;
    result.last.row = std::min(span.last, cells::last_row);
    return result;
}

// Whether a single cell is to be taken for all its copies: only where it has several as seen from there.
static bool spreads(const Reference& reference, const RowMap& rows, RowMap::Copy copy, Single single) {
    if (reference.range || (single == Single::first_copy && !reference.listable)) return false;
    const bool fixed = reference.first.row_fixed;
    const RowSpan span = rows.cover(reference.first.row, reference.first.row, copy, fixed, fixed);
    return span.first < span.last;
}

static std::optional<Reference> moved_on(const Reference& reference, const RowMap& rows, RowMap::Copy copy,
                                         Single single) {
    if (!reference.range && !spreads(reference, rows, copy, single)) {
        const std::uint32_t row = rows.at(reference.first.row, copy, reference.first.row_fixed);
        if (row == 0) return std::nullopt;
        return onto(reference, {row, row});
    }
    const RowSpan span = rows.cover(reference.first.row, reference.last.row, copy, reference.first.row_fixed,
                                    reference.last.row_fixed);
    if (span.empty()) return std::nullopt;
    Reference result = onto(reference, span);
    result.range = true;
    return result;
}

std::optional<Reference> Movement::moved(const Reference& reference, Place from, Single single) const {
    const auto sheet = target(reference, from.sheet);
    if (!sheet || whole_height(reference) || !rows(*sheet).moves()) return reference;
    return moved_on(reference, rows(*sheet), *sheet == from.sheet ? from.copy : 0, single);
}

std::vector<Reference> Movement::areas(const Reference& reference, Place from, Single single) const {
    const auto sheet = target(reference, from.sheet);
    if (!sheet || whole_height(reference) || !rows(*sheet).moves()) return {reference};
    const RowMap& map = rows(*sheet);
    const RowMap::Copy copy = *sheet == from.sheet ? from.copy : 0;
    const bool fixed = reference.first.row_fixed;
    std::vector<Reference> result;
    if (fixed == reference.last.row_fixed && (reference.range || spreads(reference, map, copy, single))) {
        for (const RowSpan& span :
             map.runs(reference.first.row, reference.last.row, copy, fixed, most_areas + 1)) {
            result.push_back(onto(reference, span));
            result.back().range = true;
        }
    } else if (auto one = moved_on(reference, map, copy, single)) {
        result.push_back(std::move(*one));
    }
    return result;
}

// Why a reference through several sheets (Q1:Q4!C5) cannot stay: one of the sheets moved, and then no single
// reference says the same.
std::optional<std::string> Movement::through_sheets(const Reference& reference) const {
    if (reference.external || reference.last_sheet.empty() || whole_height(reference)) return std::nullopt;
    const auto first = find(reference.sheet);
    const auto last = find(reference.last_sheet);
    if (!first || !last) return std::nullopt;
    for (std::size_t i = std::min(*first, *last); i <= std::max(*first, *last); ++i) {
        const RowSpan span = rows(i).cover(reference.first.row, reference.last.row);
        if (span != RowSpan{reference.first.row, reference.last.row})
            return "it refers through several sheets at once, and the rows of '" + name(i) + "' move";
    }
    return std::nullopt;
}

std::expected<std::string, std::string> Movement::moved(const Formula& formula, Place from,
                                                        Single single) const {
    std::string fault;
    const auto lost = [&](const Reference& reference) {
        fault = "it refers to row " + std::to_string(reference.first.row)
                + ", which only marks a block and is not in the output";
    };
    std::string text = formula.rewritten([&](std::string& out, const Reference& reference) {
        if (auto why = through_sheets(reference)) fault = *std::move(why);
        if (!reference.listable) {
            const auto one = moved(reference, from, single);
            if (one)
                append_text(out, *one);
            else
                lost(reference);
            return;
        }
        const auto several = areas(reference, from, single);
        if (several.empty()) lost(reference);
        if (several.size() > most_areas)
            fault = "it would add up more than " + std::to_string(most_areas) + " separate runs of rows";
        for (const Reference& area : several) {
            if (&area != &several.front()) out += ',';
            append_text(out, area);
        }
    });
    if (text.size() > longest_formula && text.size() > formula.text().size())
        fault = "it would be longer than " + std::to_string(longest_formula) + " characters";
    if (!fault.empty()) return std::unexpected(std::move(fault));
    return text;
}

} // namespace xlsx
