#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Matched& matched = *review.matched;
    for (const PlannedItem& item : matched.planned) {
        if (item.rows.size() < 2) continue;
        // Every one of them is withheld: nothing says which of the figures is the right one.
        for (const std::size_t index : item.rows) {
            const ReturnedItem& row = matched.returned[index];
            const ReturnedItem& other = matched.returned[item.rows[index == item.rows[0] ? 1 : 0]];
            const Place there = other.place(other.ref().at);
            add(findings, rule, row.place(row.ref().at), row.ref().value, "also at " + to_text(there), there);
        }
    }
}

extern constinit const Rule v002{
    .id = "V002",
    .withholds = true,
    .title = "The reference is returned twice",
    .why = "With two figures for one measure nobody can tell which is to be published.",
    .fix = "Keep the row that is right, and delete the other or correct its reference.",
    .source = "CWaC 2.6",
    .examples = R"(
        return:
            Ref   | Actual | expect
            BS-01 | 86.2%  | V002
            BS-02 | 86.2%  |
            bs-01 | 87.5%  | V002
    )",
    .check = check,
};

} // namespace engine::rules
