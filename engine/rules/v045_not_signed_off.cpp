#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const Return& from, const Review&) {
    if (from.signed_off()) return {};
    if (from.verified_by.blank()) return Breach{from.verified_by.at, "not verified"};
    if (!from.verified_on) return Breach{from.verified_on.at, "verified, without a date"};
    if (from.approved_by.blank()) return Breach{from.approved_by.at, "not approved"};
    if (!from.approved_on) return Breach{from.approved_on.at, "approved, without a date"};
    return Breach{from.verified_by.at, "verified by '" + from.verified_by.value + "', approved by '"
                                           + from.approved_by.value + "'"};
}

extern constinit const Rule v045{
    .id = "V045",
    .severity = Severity::query,
    .title = "The return is not verified or not approved",
    .why = "The key lead verifies data, commentary and analysis, and the director approves them. Until then "
           "its rows "
           "are shown as unverified.",
    .fix = "Have the return signed off on its cover: who, and when.",
    .source = "CWaC 2.6; CW-85",
    .examples = R"(
        plan:
            Ref   | Responsible service | expect
            BS-01 | Housing Services    |
            BS-02 | Leisure Services    |
        cover a:
            Label       | Value            | expect
            Service     | Housing Services |
        cover b:
            Label       | Value            | expect
            Service     | Leisure Services |
            Approved by |                  | V045
    )",
    .check = each_return<breaks>,
};

} // namespace engine::rules
