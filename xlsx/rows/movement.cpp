#include "xlsx/rows/movement.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <ranges>

namespace xlsx {

// Excel's limits: arguments of a function, characters of a formula.
static constexpr std::size_t most_areas = 250;
static constexpr std::size_t longest_formula = 8'192;

static bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, cells::lower, cells::lower);
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

static std::optional<Reference> onto(const Reference& reference, RowSpan span) {
    if (span.empty()) return std::nullopt;
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
    auto result = onto(reference, span);
    if (result) result->range = true;
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
            if (auto area = onto(reference, span)) {
                area->range = true;
                result.push_back(*std::move(area));
            }
        }
    } else if (auto one = moved_on(reference, map, copy, single)) {
        result.push_back(std::move(*one));
    }
    return result;
}

// A reference through several sheets (Q1:Q4!C5): no single reference says the same where it moves on one of
// them and not on another.
std::expected<std::optional<Reference>, std::string>
Movement::through_sheets(const Reference& reference) const {
    const auto first = find(reference.sheet);
    const auto last = find(reference.last_sheet);
    if (reference.external || !first || !last || whole_height(reference)) return reference;
    const auto span_on = [&](std::size_t sheet) {
        return rows(sheet).cover(reference.first.row, reference.last.row);
    };
    const RowSpan span = span_on(std::min(*first, *last));
    for (std::size_t i = std::min(*first, *last); i <= std::max(*first, *last); ++i) {
        if (span_on(i) == span) continue;
        if (shifts()) return reference;
        return std::unexpected("it refers through several sheets at once, and they do not move alike");
    }
    auto result = onto(reference, span);
    if (result && span.first < span.last) result->range = true;
    return result;
}

std::string Movement::without_lost_tables(std::string text) const {
    const Formula formula(text);
    for (const NameUse& use : formula.names() | std::views::reverse)
        if (std::ranges::any_of(lost_tables_,
                                [&](const std::string& lost) { return same_name(lost, use.name); }))
            text.replace(use.offset, use.length, "#REF!");
    return text;
}

std::expected<std::string, std::string> Movement::moved(const Formula& formula, Place from,
                                                        Single single) const {
    std::string fault;
    std::string text = formula.rewritten([&](std::string& out, const Reference& reference) {
        std::vector<Reference> now;
        if (shifts() && from.anywhere && !(reference.first.row_fixed && reference.last.row_fixed)) {
            now.push_back(reference);
        } else if (!reference.last_sheet.empty()) {
            auto one = through_sheets(reference);
            if (!one) fault = std::move(one.error());
            if (one && *one) now.push_back(**std::move(one));
        } else if (reference.listable) {
            now = areas(reference, from, single);
        } else if (auto one = moved(reference, from, single)) {
            now.push_back(*std::move(one));
        }
        if (now.empty() && shifts())
            out += "#REF!"; // without the sheet, which LibreOffice does not read in front of it
        else if (now.empty() && fault.empty())
            fault = "it refers to row " + std::to_string(reference.first.row)
                    + ", which only marks a block and is not in the output";
        if (now.size() > most_areas)
            fault = "it would add up more than " + std::to_string(most_areas) + " separate runs of rows";
        for (const Reference& area : now) {
            if (&area != &now.front()) out += ',';
            append_text(out, area);
        }
    });
    if (!lost_tables_.empty()) text = without_lost_tables(std::move(text));
    if (text.size() > longest_formula && text.size() > formula.text().size())
        fault = "it would be longer than " + std::to_string(longest_formula) + " characters";
    if (!fault.empty()) return std::unexpected(std::move(fault));
    return text;
}

} // namespace xlsx
