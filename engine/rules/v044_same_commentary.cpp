#include "engine/layout/find_table.h"
#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Period then = review.papers.period.preceding();
    const auto telling_length =
        static_cast<std::size_t>(review.papers.framework->settings.same_commentary_length);
    for (const ReturnedItem& row : review.matched->returned) {
        const PlannedItem* planned = review.matched->plan_of(row);
        if (!planned) continue;
        const Text& now = row.indicator ? row.indicator->commentary : row.action->commentary;
        const auto& earlier =
            planned->indicator ? planned->indicator->commentaries : planned->action->commentaries;
        const auto last = earlier.find(then);
        const std::string words = folded(now.value);
        if (last == earlier.end() || words.size() < telling_length || words != folded(last->second.value))
            continue;
        add(findings, rule, row.place(now.at), row.ref().value, {}, planned->place(last->second.at));
    }
}

extern constinit const Rule v044{
    .id = "V044",
    .severity = Severity::query,
    .title = "The commentary is the same as last quarter's",
    .why = "It may have been left standing when the return was copied.",
    .fix = "Write what happened in this quarter, or say that nothing has changed since the last.",
    .source = "CWaC 2.6; setting same_commentary_length",
    .examples = R"(
        plan:
            Ref   | 2016-17 commentary / Q1              | expect
            BS-01 | Two vacancies were filled in May 2016 |
            BS-02 | Two vacancies were filled in May 2016 |
            BS-03 | On track                              |
        return:
            Ref   | Commentary                             | expect
            BS-01 | Both new posts were busy all summer    |
            BS-02 | two vacancies were filled in May 2016. | V044
            BS-03 | On track                               |
    )",
    .check = check,
};

} // namespace engine::rules
