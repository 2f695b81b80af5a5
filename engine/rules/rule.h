#pragma once
// A validation rule: id, severity, words, examples and check, declared once in a file of its own. The
// examples are its test (tests/engine/rules/rules_test.cpp), the words are its line in the catalogue
// (rules/README.md).

#include "engine/records/finding.h"
#include "engine/records/papers.h"
#include "engine/status/decided.h"

#include <span>
#include <string_view>
#include <vector>

namespace engine {

struct Rule;

namespace rules {
struct Matched;
}

/// What a check sees: the papers, and in the deciding stage what was decided from them.
struct Review {
    const Papers& papers;
    const Decided* decided = nullptr; ///< null in the reading stage
    /// The rows of the returns beside the rows of the plans. Made by rules::run; callers leave it.
    const rules::Matched* matched = nullptr;
};

using Check = void (*)(const Rule& rule, const Review& review, std::vector<Finding>& findings);

struct Rule {
    enum class Stage : std::uint8_t { reading, deciding };

    std::string_view id{}; ///< "V012", never used again for another
    Severity severity = Severity::error;
    bool withholds = false; ///< Finding::withholds
    Stage stage = Stage::reading;
    std::string_view title{};  ///< what is wrong, no full stop
    std::string_view why{};    ///< one or two sentences
    std::string_view fix{};    ///< what to do next, ends with a full stop
    std::string_view source{}; ///< "CWaC 5.5; CW-23", or empty
    /// Ids of the rules that already say it: "V012 V017". A finding of this rule is dropped where one of
    /// theirs stands on the same row, so that one fault is one finding.
    std::string_view silenced_by{};
    /// Small workbooks as tables, with the expectation beside the row: see rules/README.md, "How examples are
    /// written".
    std::string_view examples{};
    Check check = nullptr;
};

namespace rules {
/// All rules, by id.
std::span<const Rule* const> all();
/// Runs the rules of one stage, in order, and drops the findings that another rule's finding makes needless.
void run(Rule::Stage stage, const Review& review, std::vector<Finding>& findings);
} // namespace rules

} // namespace engine
