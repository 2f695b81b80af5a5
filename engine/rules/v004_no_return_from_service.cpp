#include "engine/rules/each.h"

#include <set>

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    // A plan that is looked at alone is not asked for returns.
    if (review.papers.returns.empty()) return;
    const Matched& matched = *review.matched;
    std::set<std::string> heard;
    // A return for another period counts here: V005 says what is wrong with it.
    for (const auto& [from, service] : matched.service_of) heard.insert(service);
    for (const auto& [service, name] : matched.services) {
        if (heard.contains(service)) continue;
        Place first;
        std::size_t items = 0;
        for (const PlannedItem& item : matched.planned) {
            if (item.service != service) continue;
            if (items++ == 0) first = item.place(item.service_text().at);
        }
        add(findings, rule, first, {},
            name + ", " + std::to_string(items) + (items == 1 ? " planned item" : " planned items"));
    }
}

extern constinit const Rule v004{
    .id = "V004",
    .title = "No return has come from a service that has planned measures or actions",
    .why = "The quarter's report would be silent about this service's part of the plan.",
    .fix =
        "Ask the service for its return. If the work has moved, correct the responsible service in the plan.",
    .source = "CWaC 2.6, 6.1",
    .examples = R"(
        plan:
            Ref   | Responsible service | expect
            BS-01 | Housing Services    |
            BS-02 | Education Services  | V004
            BS-03 | Education Services  |
        return:
            Ref   | expect
            BS-01 |
    )",
    .check = check,
};

} // namespace engine::rules
