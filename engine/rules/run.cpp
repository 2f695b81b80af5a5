#include "engine/rules/matched.h"
#include "engine/rules/rule.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace engine::rules {

namespace {

/// A row of a sheet of a file. Findings on one row may be about one fault.
using Row = std::tuple<std::string_view, std::string_view, std::uint32_t>;

Row row_of(const Finding& finding) {
    return {finding.place.file, finding.place.sheet, finding.place.at.row};
}

const Rule* rule_named(std::string_view id) {
    const auto rules = all();
    const auto found = std::ranges::find(rules, id, &Rule::id);
    return found == rules.end() ? nullptr : *found;
}

/// Whether a rule that it yields to has a finding on its row. Findings that are dropped silence others all
/// the same: what made them needless explains those too.
class Silence {
public:
    explicit Silence(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings)
            if (finding.place.at) rows_[row_of(finding)] += finding.rule + " ";
    }

    bool covers(const Finding& finding) const {
        const Rule* rule = rule_named(finding.rule);
        if (!rule || rule->silenced_by.empty() || !finding.place.at) return false;
        const std::string& there = rows_.at(row_of(finding));
        for (std::size_t i = 0; i + 4 <= there.size(); i += 5)
            if (rule->silenced_by.contains(std::string_view(there).substr(i, 4))) return true;
        return false;
    }

private:
    std::map<Row, std::string> rows_; ///< the ids on each row, each with a space after it
};

} // namespace

void run(Rule::Stage stage, const Review& review, std::vector<Finding>& findings) {
    const Matched matched = match(review.papers);
    const Review matched_review{review.papers, review.decided, &matched};
    for (const Rule* rule : all())
        if (rule->stage == stage) rule->check(*rule, matched_review, findings);

    std::vector<Finding> kept;
    const Silence silence(findings);
    for (const Finding& finding : findings)
        if (!silence.covers(finding)) kept.push_back(finding);
    findings = std::move(kept);
}

} // namespace engine::rules
