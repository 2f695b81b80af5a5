#include "engine/status/received.h"

namespace engine {

template <class Row>
static void take(Received<Row>& held, const Received<Row>& next) {
    if (!held.row || (held.kept_out && !next.kept_out)) held = next;
}

ReceivedRows::ReceivedRows(const Papers& papers, const Withheld& withheld) : withheld_(withheld) {
    for (const Return& from : papers.returns) {
        const Finding* whole = withheld.whole(from);
        const auto kept_out = [&](const std::string& sheet, std::uint32_t row) {
            return whole ? whole : withheld.row(from.file, sheet, row);
        };
        for (const ReturnedIndicator& row : from.indicators)
            if (const auto planned = find_indicator(papers, row.ref.value))
                take(indicators_[planned.indicator], {&from, &row, kept_out(from.indicators_sheet, row.row)});
        for (const ReturnedAction& row : from.actions)
            if (const auto planned = find_action(papers, row.ref.value))
                take(actions_[planned.action], {&from, &row, kept_out(from.actions_sheet, row.row)});
    }
}

template <class Item, class Row>
static Received<Row> find(const std::unordered_map<const Item*, Received<Row>>& rows, const Item& item,
                          const Finding* wrong_in_plan) {
    const auto found = rows.find(&item);
    Received<Row> received = found == rows.end() ? Received<Row>{} : found->second;
    if (wrong_in_plan) received.kept_out = wrong_in_plan;
    return received;
}

Received<ReturnedIndicator> ReceivedRows::of(const Plan& plan, const Indicator& indicator) const {
    return find(indicators_, indicator, withheld_.row(plan.file, indicator.sheet, indicator.row));
}

Received<ReturnedAction> ReceivedRows::of(const Plan& plan, const PlannedAction& action) const {
    return find(actions_, action, withheld_.row(plan.file, action.sheet, action.row));
}

} // namespace engine
