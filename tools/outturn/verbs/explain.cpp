#include "engine/report/explain.h"

#include "tools/outturn/messages.h"
#include "tools/outturn/quarter.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <algorithm>
#include <memory>

namespace outturn {

struct ExplainOptions : JobOptions {
    std::string ref;
};

/// What was decided of the reference, as in findings.json, with its findings.
static Json json_of_ref(const Outcome& outcome, const std::string& ref, const engine::Framework& framework) {
    Json json;
    const auto indicator = find_indicator(outcome.intake.papers, ref);
    const auto action = find_action(outcome.intake.papers, ref);
    for (const auto& item : outcome.decided.indicators)
        if (indicator && item.indicator == indicator.indicator) json = json_of(item, framework);
    for (const auto& item : outcome.decided.actions)
        if (action && item.action == action.action) json = json_of(item, framework);
    Json& findings = json["findings"] = Json::array();
    for (const auto& finding : outcome.decided.findings)
        if (finding.ref == json.value("ref", "")) findings.push_back(json_of(finding));
    return json;
}

static ExitStatus run(const ExplainOptions& options) {
    const auto framework = load_framework(options.framework);
    if (!framework) return fail(framework.error(), options.json);
    const auto outcome = decide_quarter(options.with_period(), *framework);
    if (!outcome) return fail(outcome.error(), options.json);
    const auto words = engine::explain(outcome->intake.papers, outcome->decided, options.ref);
    if (!words) return fail(words.error(), options.json);
    print(options.json ? text_of(json_of_ref(*outcome, options.ref, framework->framework)) : *words);
    return ExitStatus::clean;
}

void add_explain(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* verb =
        program.add_subcommand("explain", "Why an indicator or action has its status, down to the cells");
    verb->add_option("ref", options->ref, "The reference, as in the plan")->required()->type_name("REF");
    add_job_options(*verb, *options);
    verb->footer(R"(
Gives the rule that fired, each figure it compared with the cell it stands in, the direction of travel, the history,
the findings, and the settings under which the status would be another.

Example:
  outturn explain HO-04 --framework cheshire-west-and-chester --period "2016-17 Q2" \
          --plans samples/marlbridge/plans --returns samples/marlbridge/returns/2016-17-Q2)");
    verb->callback([options, &status] { status = run(*options); });
}

} // namespace outturn
