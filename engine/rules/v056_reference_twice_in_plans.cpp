#include "engine/rules/each.h"

#include <map>

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    std::map<std::string, const PlannedItem*> first;
    for (const PlannedItem& item : review.matched->planned) {
        if (item.ref().blank()) continue;
        const auto [earlier, is_new] = first.try_emplace(ref_key(item.ref().value), &item);
        if (is_new) continue;
        const Place there = earlier->second->place(earlier->second->ref().at);
        add(findings, rule, item.place(item.ref().at), item.ref().value, "also at " + to_text(there), there);
    }
}

extern constinit const Rule v056{
    .id = "V056",
    .title = "The reference stands twice in the plans",
    .why = "A return's figure could belong to either; the first one gets it.",
    .fix = "Give one of the two a new reference, and tell the service.",
    .source = "CWaC 2.3",
    .examples = R"(
        plan:
            Ref   | expect
            BS-01 |
            BS-02 |
            BS-01 | V056
        return:
            Ref   | expect
            BS-01 |
            BS-02 |
    )",
    .check = check,
};

} // namespace engine::rules
