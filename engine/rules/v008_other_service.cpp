#include "engine/figures/words.h"
#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Matched& matched = *review.matched;
    if (matched.services.empty()) return;
    for (const Return* from : matched.returns) {
        const auto service = matched.service_of.find(from);
        if (service != matched.service_of.end()
            && words::plain(from->service.value) == words::plain(matched.services.at(service->second)))
            continue;
        // One finding at the cover, and none at the rows: they belong to whichever service it is.
        add(findings, rule, {from->file, from->cover_sheet, from->service.at}, {},
            service == matched.service_of.end()
                ? (from->service.blank() ? "the cover names no service"
                                         : "no plan names " + from->service.value)
                : from->service.value + "; did you mean " + matched.services.at(service->second) + "?");
    }
    for (const ReturnedItem& row : matched.returned) {
        const PlannedItem* planned = matched.plan_of(row);
        const auto service = matched.service_of.find(row.from);
        if (!planned || planned->service.empty() || service == matched.service_of.end()) continue;
        if (service->second != planned->service)
            add(findings, rule, row.place(row.ref().at), row.ref().value,
                "the plan names " + planned->service_text().value,
                planned->place(planned->service_text().at));
    }
}

extern constinit const Rule v008{
    .id = "V008",
    .severity = Severity::query,
    .title = "The service is not the one that the plan names",
    .why =
        "A row in the wrong return is often a reference typed wrongly, and the service that owns the measure "
        "has not been asked.",
    .fix = "Check the reference and the service on the cover. If the measure has moved, correct the plan.",
    .source = "CWaC 2.6",
    .silenced_by = "V002",
    .examples = R"(
        plan:
            Ref   | Responsible service | expect
            BS-01 | Housing Services    |
            BS-02 | Leisure Services    |
            BS-03 | Leisure Services    |
        return a:
            Ref   | expect
            BS-01 |
            BS-02 | V008
        return b:
            Ref   | expect
            BS-03 |
        cover b:
            Label   | Value           | expect
            Service | Leisure Service | V008
    )",
    .check = check,
};

} // namespace engine::rules
