#include "xlsx/calc/calculation.h"

#include "xlsx/calc/dependents.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>

namespace xlsx {

using cells::Address;

// Bounds on the work, beyond which values are left to Excel.
static constexpr std::size_t most_steps = 5'000'000; // cells looked at in ranges
static constexpr int deepest_chain = 32;             // of formulas, at once
static constexpr int most_rounds = 64;

Calculation::Calculation(const Input& input)
    : in_(input), cells_(input.computed.cells().size()), prepared_(input.workbook.sheets.size()) {
    for (const std::size_t index : in_.dependents) cells_[index].dependent = true;
    find_doubtful(input.overwritten);
}

// What looks at the clock shows another value tomorrow, and so does whatever looks at that.
void Calculation::find_doubtful(const ChangedCells& overwritten) {
    ChangedCells changing(in_.workbook.sheets.size());
    const auto& all = in_.computed.cells();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].looks_at || !all[i].looks_at->changing) continue;
        cells_[i].doubtful = true;
        changing.add(all[i].sheet, all[i].covers);
    }
    if (!changing.any()) return;
    const ChangedCells none(in_.workbook.sheets.size());
    for (const std::size_t index :
         find_dependents(in_.computed, changing, {.overwritten = overwritten, .unknown = none}))
        cells_[index].doubtful = true;
}

// Lets the sheet's known cells say which of them are computed.
bool Calculation::prepare(std::size_t sheet) {
    if (!in_.known.read(sheet)) return false;
    if (prepared_[sheet]) return true;
    prepared_[sheet] = true;
    const auto& all = in_.computed.cells();
    const auto [first, last] = std::ranges::equal_range(all, sheet, {}, &ComputedCell::sheet);
    for (auto cell = first; cell != last; ++cell) {
        KnownCell* known = in_.known.find(sheet, cell->at());
        if (known && known->type != KnownCell::Type::written)
            known->computed = static_cast<std::uint32_t>(cell - all.begin());
    }
    return true;
}

Result Calculation::at(std::size_t sheet, Address at) {
    if (!prepare(sheet)) return std::nullopt;
    const KnownCell* cell = in_.known.find(sheet, at);
    return cell ? value_of(*cell) : CalcValue{};
}

bool Calculation::each(const SheetRange& area, const Take& take) {
    if (!prepare(area.sheet)) return false;
    const auto& [first, last] = area.range;
    const std::uint32_t columns = std::min(last.column, in_.known.columns(area.sheet));
    for (std::uint32_t column = first.column; column <= columns; ++column) {
        const auto cells = in_.known.column(area.sheet, column);
        for (auto cell = std::ranges::lower_bound(cells, first.row, {}, &KnownCell::row);
             cell != cells.end() && cell->row <= last.row; ++cell) {
            if (++steps_ > most_steps) return false;
            const Result value = value_of(*cell);
            if (!value) return false;
            if (value->is(CalcValue::Kind::empty)) continue;
            if (!take({cell->row, column}, *value)) return true;
        }
    }
    return true;
}

std::optional<std::size_t> Calculation::sheet(std::string_view name) const {
    const auto& sheets = in_.workbook.sheets;
    const auto found = std::ranges::find_if(
        sheets, [&](const ListedSheet& one) { return folded(one.name) == folded(name); });
    if (found == sheets.end()) return std::nullopt;
    return static_cast<std::size_t>(found - sheets.begin());
}

Result Calculation::value_of(const KnownCell& cell) {
    if (cell.computed == KnownCell::not_computed) return in_.known.value(cell);
    const State& state = cells_[cell.computed];
    if (state.doubtful) return std::nullopt;
    if (!state.dependent && in_.caches_count) return in_.known.value(cell);
    return computed_value(cell.computed);
}

Result Calculation::computed_value(std::size_t index) {
    State& state = cells_[index];
    if (state.step == State::Step::done) return state.value;
    if (state.step == State::Step::under_way) return std::nullopt; // it looks at itself
    if (depth_ == deepest_chain) {
        deferred_ = true;
        return std::nullopt;
    }
    state.step = State::Step::under_way;
    ++depth_;
    Result value = calculate(index);
    --depth_;
    const bool later = !value && deferred_;
    state.step = later ? State::Step::fresh : State::Step::done;
    state.value = std::move(value);
    return state.value;
}

Result Calculation::calculate(std::size_t index) {
    const ComputedCell& cell = in_.computed.cells()[index];
    const auto formula = in_.computed.formula(cell);
    if (!formula) return std::nullopt;
    const bool looks_at_itself = std::ranges::any_of(cell.looks_at->ranges, [&](const SheetRange& range) {
        return range.sheet == cell.sheet && range.range.contains(cell.at());
    });
    const auto expression = looks_at_itself ? std::nullopt : parse_expression(*formula);
    if (!expression) return std::nullopt;
    return Evaluator(*this, cell.sheet, cell.at()).formula_value(*expression);
}

void Calculation::run() {
    const auto& order = in_.dependents;
    bool more = true;
    for (int pass = 0; more && pass < most_rounds; ++pass) {
        more = false;
        for (std::size_t i = 0; i < order.size(); ++i) {
            // Chains run down a sheet or up it: one of two directions meets them at their start.
            const std::size_t index = order[pass % 2 == 0 ? i : order.size() - 1 - i];
            deferred_ = false;
            if (!cells_[index].doubtful && cells_[index].step == State::Step::fresh) computed_value(index);
            more = more || deferred_;
        }
    }
}

} // namespace xlsx
