#include "engine/layout/find_table.h"
#include "engine/rules/each.h"

namespace engine::rules {

/// The planned reference that was probably meant: the one whose name stands in the row, else the nearest of
/// those that nobody returned, else the nearest of all.
static std::string meant(const ReturnedItem& row, const Matched& matched) {
    std::vector<std::string> missing;
    std::vector<std::string> all;
    for (const PlannedItem& item : matched.planned) {
        if ((item.indicator != nullptr) != (row.indicator != nullptr)) continue;
        if (item.rows.empty() && !row.name().blank() && folded(row.name().value) == folded(item.name().value))
            return item.ref().value;
        all.push_back(item.ref().value);
        if (item.rows.empty()) missing.push_back(item.ref().value);
    }
    if (const auto near = nearest(row.ref().value, missing)) return missing[*near];
    if (const auto near = nearest(row.ref().value, all)) return all[*near];
    return {};
}

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    // A return that is looked at without any plan is checked for what is wrong in itself.
    if (review.papers.plans.empty()) return;
    for (const ReturnedItem& row : review.matched->returned) {
        if (row.planned) continue;
        const std::string ref = meant(row, *review.matched);
        add(findings, rule, row.place(row.ref().at), row.ref().value,
            ref.empty() ? "no plan has " + row.ref().value : "did you mean " + ref + "?");
    }
}

extern constinit const Rule v001{
    .id = "V001",
    .withholds = true,
    .title = "The reference is in no plan",
    .why = "Targets are in the plan. Without its reference a figure cannot be set against its target.",
    .fix =
        "Copy the reference from the outcome plan. If the measure is new, have it added to the plan first.",
    .source = "CWaC 2.3-2.4; CW-03",
    .examples = R"(
        plan:
            Ref   | expect
            BS-06 |
            BS-07 | V003
        return:
            Ref   | expect
            bs-06 |
            BS-O7 | V001
    )",
    .check = check,
};

} // namespace engine::rules
