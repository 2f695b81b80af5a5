#include "xlsx/rows/follow/relative_area.h"

#include "xlsx/rows/follow/ranges.h"

#include <algorithm>
#include <map>
#include <set>

namespace xlsx {

namespace {

using Copy = RowMap::Copy;

// Rows of the output whose formulas say the same, each seen from its own row.
struct Group {
    std::vector<cells::Range> ranges;
    std::uint32_t row = 0; // the formulas are those of this output row
    std::vector<std::string> formulas;
};

class Divider {
public:
    Divider(const RelativeArea& area, const Movement& movement, std::size_t sheet)
        : movement_(movement), sheet_(sheet), rows_(movement.rows(sheet)), ranges_(read_sqref(area.sqref)) {
        for (const std::string& text : area.formulas) formulas_.emplace_back(text);
    }
    std::expected<std::vector<RelativeArea>, std::string> divide();

private:
    bool bound_to_rows() const;
    std::set<std::uint32_t> edges() const;
    void stretch(cells::Range stretch);
    void add(cells::Range output, std::string key, std::vector<std::string> formulas);
    bool at_row(const Formula& formula, Copy copy, std::uint32_t row, std::string& key, std::string& text);

    const Movement& movement_;
    std::size_t sheet_;
    const RowMap& rows_;
    std::vector<cells::Range> ranges_;
    std::vector<Formula> formulas_;
    cells::Address base_{cells::last_row, cells::last_column};
    std::map<std::string, std::size_t> index_; // of a key's group
    std::vector<Group> groups_;
    std::string fault_;
};

bool Divider::bound_to_rows() const {
    return std::ranges::any_of(formulas_, [](const Formula& formula) {
        return std::ranges::any_of(formula.references(), &Reference::has_rows);
    });
}

// Where rows of the template begin to be treated differently: where blocks begin and end, and where a
// formula's relative reference comes to where one does.
std::set<std::uint32_t> Divider::edges() const {
    std::set<std::int64_t> blocks;
    for (const RowBlock& block : rows_.blocks()) {
        blocks.insert({block.first, static_cast<std::int64_t>(block.last) + 1});
        if (block.marked) blocks.insert({static_cast<std::int64_t>(block.first) + 1, block.last});
    }
    std::set<std::int64_t> offsets = {0};
    for (const Formula& formula : formulas_)
        for (const Reference& reference : formula.references())
            for (const Corner& corner : {reference.first, reference.last})
                if (corner.row != 0 && !corner.row_fixed)
                    offsets.insert(static_cast<std::int64_t>(corner.row) - base_.row);
    std::set<std::uint32_t> edges;
    for (const std::int64_t block : blocks)
        for (const std::int64_t offset : offsets)
            if (block - offset > 1 && block - offset <= cells::last_row)
                edges.insert(static_cast<std::uint32_t>(block - offset));
    return edges;
}

// The formula as it stands at a template's row in one of its copies: as text, and as a key that is the same
// for all rows where it says the same.
bool Divider::at_row(const Formula& formula, Copy copy, std::uint32_t row, std::string& key,
                     std::string& text) {
    const std::uint32_t output = rows_.at(row, copy);
    std::string lost;
    text = formula.rewritten([&](std::string& out, const Reference& reference) {
        auto moved = movement_.moved(reference, {sheet_, copy});
        if (!moved) {
            lost = "it refers to row " + std::to_string(reference.first.row) + ", which is not in the output";
            return;
        }
        // A row outside the repetition is the same for all copies, so it must not move along with them.
        const bool own_sheet = movement_.target(reference, sheet_) == sheet_;
        const auto outside = [&](const Corner& corner) {
            return own_sheet && copy != 0 && !rows_.blocks()[rows_.block_of(copy)].holds(corner.row);
        };
        if (outside(reference.first)) moved->first.row_fixed = true;
        if (outside(reference.last)) moved->last.row_fixed = true;
        for (const Corner& corner : {moved->first, moved->last})
            key += (corner.row_fixed ? "$" : "")
                   + std::to_string(static_cast<std::int64_t>(corner.row) - (corner.row_fixed ? 0 : output))
                   + ",";
        append_text(out, *moved);
    });
    if (!lost.empty()) fault_ = std::move(lost);
    key += ";";
    return lost.empty();
}

void Divider::add(cells::Range output, std::string key, std::vector<std::string> formulas) {
    const auto [found, is_new] = index_.emplace(std::move(key), groups_.size());
    if (is_new) groups_.push_back({{}, output.first.row, std::move(formulas)});
    auto& ranges = groups_[found->second].ranges;
    if (!ranges.empty() && ranges.back().last.row + 1 == output.first.row
        && ranges.back().first.column == output.first.column
        && ranges.back().last.column == output.last.column)
        ranges.back().last.row = output.last.row;
    else
        ranges.push_back(output);
}

// Rows of a template that are treated alike, all in one block: once for each copy.
void Divider::stretch(cells::Range stretch) {
    const std::uint32_t row = stretch.first.row;
    std::vector<Formula> here;
    for (const Formula& formula : formulas_)
        here.push_back(formula.translated(static_cast<std::int64_t>(row) - base_.row, 0));
    for (const Copy copy : rows_.copies_around(row, row)) {
        const std::uint32_t output = rows_.at(row, copy);
        if (output == 0) continue; // a marker's row
        std::string key;
        std::vector<std::string> texts(here.size());
        for (std::size_t i = 0; i < here.size(); ++i)
            if (!at_row(here[i], copy, row, key, texts[i])) return;
        const std::uint32_t last = std::min(cells::last_row, output + (stretch.last.row - row));
        add({{output, stretch.first.column}, {last, stretch.last.column}}, std::move(key), std::move(texts));
    }
}

std::expected<std::vector<RelativeArea>, std::string> Divider::divide() {
    if (!bound_to_rows()) {
        Group all;
        for (const cells::Range& range : ranges_)
            for (const cells::Range& run : separate(rows_, range)) all.ranges.push_back(run);
        if (all.ranges.empty()) return std::vector<RelativeArea>();
        RelativeArea area{sqref_text(all.ranges), {}};
        for (const Formula& formula : formulas_) area.formulas.push_back(formula.text());
        return std::vector<RelativeArea>{std::move(area)};
    }
    for (const cells::Range& range : ranges_)
        base_ = {std::min(base_.row, range.first.row), std::min(base_.column, range.first.column)};
    const std::set<std::uint32_t> edges = this->edges();
    for (const cells::Range& range : ranges_) {
        for (std::uint32_t row = range.first.row; row <= range.last.row;) {
            const auto next = edges.upper_bound(row);
            std::uint32_t last = next == edges.end() ? range.last.row : std::min(range.last.row, *next - 1);
            if (rows_.block_at(row) != 0) last = row; // what lies outside the block is fixed, row by row
            stretch({{row, range.first.column}, {last, range.last.column}});
            row = last + 1;
        }
    }
    if (!fault_.empty()) return std::unexpected(std::move(fault_));
    std::vector<RelativeArea> areas;
    for (const Group& group : groups_) {
        cells::Address top{cells::last_row, cells::last_column};
        for (const cells::Range& range : group.ranges)
            top = {std::min(top.row, range.first.row), std::min(top.column, range.first.column)};
        RelativeArea area{sqref_text(group.ranges), {}};
        for (const std::string& text : group.formulas)
            area.formulas.push_back(Formula(text)
                                        .translated(static_cast<std::int64_t>(top.row) - group.row,
                                                    static_cast<std::int64_t>(top.column) - base_.column)
                                        .text());
        areas.push_back(std::move(area));
    }
    return areas;
}

} // namespace

// Rows that are inserted or deleted leave an area in one piece, as in Excel: its formulas are those of the
// first row that is left.
static std::expected<std::vector<RelativeArea>, std::string>
shifted(const RelativeArea& area, const Movement& movement, std::size_t sheet) {
    const RowMap& rows = movement.rows(sheet);
    RelativeArea now{formatted_sqref(rows, area.sqref), {}};
    if (now.sqref.empty()) return std::vector<RelativeArea>();
    std::uint32_t base = cells::last_row;
    std::uint32_t left = cells::last_row;
    for (const cells::Range& range : read_sqref(area.sqref)) {
        base = std::min(base, range.first.row);
        for (std::uint32_t row = range.first.row; row <= range.last.row && row < left; ++row)
            if (rows.at(row) != 0) left = row;
    }
    for (const std::string& text : area.formulas) {
        auto formula = movement.moved(Formula(text).translated(std::int64_t{left} - base, 0), {sheet, 0});
        if (!formula) return std::unexpected(std::move(formula.error()));
        now.formulas.push_back(*std::move(formula));
    }
    return std::vector<RelativeArea>{std::move(now)};
}

std::expected<std::vector<RelativeArea>, std::string> followed(const RelativeArea& area,
                                                               const Movement& movement, std::size_t sheet) {
    if (movement.rows(sheet).moves())
        return movement.shifts() ? shifted(area, movement, sheet) : Divider(area, movement, sheet).divide();
    RelativeArea same{area.sqref, {}};
    for (const std::string& text : area.formulas) {
        auto formula = movement.moved(Formula(text), {sheet, 0});
        if (!formula) return std::unexpected(std::move(formula.error()));
        same.formulas.push_back(*std::move(formula));
    }
    return std::vector<RelativeArea>{std::move(same)};
}

} // namespace xlsx
