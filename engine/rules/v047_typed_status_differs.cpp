#include "engine/rules/each.h"
#include "engine/rules/typed_status.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Framework& framework = *review.papers.framework;
    for (const IndicatorDecided& decided : review.decided->indicators) {
        const StatusRole role = decided.rating.role;
        if (!decided.accepted || !decided.row || decided.row->status.blank() || role == StatusRole::none)
            continue;
        if (typed_role(decided.row->status.value, framework) == role) continue;
        add(findings, rule, {decided.from->file, decided.from->indicators_sheet, decided.row->status.at},
            decided.row->ref.value,
            "typed " + decided.row->status.value + ", worked out " + framework.words(role).word + ": "
                + decided.rating.reason.words);
    }
    for (const ActionDecided& decided : review.decided->actions) {
        const ActionStatus status = decided.status;
        if (!decided.accepted || !decided.row || decided.row->status.blank() || status == ActionStatus::none)
            continue;
        if (says(decided.row->status.value, framework.words(status))) continue;
        add(findings, rule, {decided.from->file, decided.from->actions_sheet, decided.row->status.at},
            decided.row->ref.value,
            "typed " + decided.row->status.value + ", worked out " + framework.words(status).word + ": "
                + decided.reason.words);
    }
}

extern constinit const Rule v047{
    .id = "V047",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "The status that was typed is not the one that the rules give",
    .why = "Statuses follow the published definitions. The one worked out is reported, with its reason.",
    .fix = "Check the figures or dates behind it. If they are right, the status worked out stands.",
    .source = "CWaC 5.5, 5.10; CW-65",
    .silenced_by = "V035 V036 V060",
    .examples = R"(
        return:
            Ref   | Actual | Status | expect
            BS-01 | 86.2%  | Green  |
            BS-02 | 86.2%  | Red    | V047
            BS-03 | 86.2%  | G      |
        return actions:
            Ref    | Completed on | Status    | expect
            BS-A01 | 30/09/2016   | Delivered |
            BS-A02 |              | Delivered | V047
            BS-A03 |              | On target |
    )",
    .check = check,
};

} // namespace engine::rules
