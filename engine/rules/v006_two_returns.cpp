#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const auto& [service, returns] : returns_by_service(review.papers)) {
        if (returns.size() < 2) continue;
        for (const Return* from : returns) {
            const Return* other = from == returns[0] ? returns[1] : returns[0];
            add(findings, rule, {from->file, from->cover_sheet, from->service.at}, {}, "also " + other->file,
                {other->file, other->cover_sheet, other->service.at});
        }
    }
}

extern constinit const Rule v006{
    .id = "V006",
    .withholds = true,
    .title = "Two returns have come from one service for one period",
    .why = "Nothing says which of them holds. Neither is accepted, and their rows are not checked.",
    .fix = "Keep the return that is right and take the other out of the folder, or merge the two into one.",
    .source = "CWaC 2.6",
    .examples = R"(
        return a:
            Ref   | expect
            BS-01 |
        cover a:
            Label   | Value            | expect
            Service | Housing Services | V006
        return b:
            Ref   | expect
            BS-01 |
        cover b:
            Label   | Value            | expect
            Service | housing services | V006
        plan:
            Ref   | Responsible service | expect
            BS-01 | Housing Services    |
    )",
    .check = check,
};

} // namespace engine::rules
