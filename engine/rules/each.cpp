#include "engine/rules/each.h"

#include <array>
#include <utility>

namespace engine::rules {

Finding& add(std::vector<Finding>& findings, const Rule& rule, Place place, std::string_view ref,
             std::string detail, Place other) {
    return findings.emplace_back(Finding{.rule = std::string(rule.id),
                                         .severity = rule.severity,
                                         .withholds = rule.withholds,
                                         .place = std::move(place),
                                         .ref = std::string(ref),
                                         .title = std::string(rule.title),
                                         .detail = std::move(detail),
                                         .fix = std::string(rule.fix),
                                         .related = std::move(other)});
}

Unit IndicatorCase::unit() const {
    if (planned.unit) return *planned.unit;
    return parse_unit(row.unit_text.value).value_or(Unit::other);
}

std::vector<FigureCase> figures_of(const IndicatorCase& row) {
    return {{row, row.row.actual, "actual"},
            {row, row.row.forecast, "year-end forecast"},
            {row, row.row.numerator, "numerator"},
            {row, row.row.denominator, "denominator"}};
}

std::string plan_and_return(std::string_view planned, const Place& at, std::string_view returned) {
    return "plan " + std::string(planned) + " at " + to_text(at) + ", return " + std::string(returned);
}

bool agree(const cells::Decimal& planned, const cells::Decimal& returned, int places) {
    return planned == returned || planned.rounded(places) == returned;
}

/// The reference of the row that a cell of a return stands in; empty where it has none.
static std::string_view ref_at(const Return& from, const std::string& sheet, std::uint32_t row) {
    const auto in = [row](const auto& items) -> std::string_view {
        for (const auto& item : items)
            if (item.row == row) return item.ref.value;
        return {};
    };
    if (sheet == from.indicators_sheet) return in(from.indicators);
    return sheet == from.actions_sheet ? in(from.actions) : std::string_view();
}

void add_observed(Observed::Kind kind, In papers, const Rule& rule, const Review& review,
                  std::vector<Finding>& findings) {
    const auto add_seen = [&](const std::string& file, const Observed& seen, std::string_view ref) {
        if (seen.kind == kind)
            add(findings, rule, {file, seen.sheet, seen.at}, ref,
                seen.meant.empty() ? seen.text : "'" + seen.text + "' read as " + seen.meant);
    };
    if (papers != In::plans)
        for (const Return* from : review.matched->returns)
            for (const Observed& seen : from->observed)
                add_seen(from->file, seen, ref_at(*from, seen.sheet, seen.at.row));
    if (papers != In::returns)
        for (const Plan& plan : review.papers.plans)
            for (const Observed& seen : plan.observed) add_seen(plan.file, seen, {});
}

} // namespace engine::rules
