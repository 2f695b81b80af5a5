#include "tools/outturn/verbs/workbooks.h"

#include "tools/outturn/summary.h"
#include "tools/outturn/verbs/options.h"

namespace outturn {

CheckRequest WorkbookOptions::with_period() const {
    CheckRequest result = request;
    result.period = engine::parse_period(period).value_or(engine::Period{});
    return result;
}

void add_workbook_options(CLI::App& verb, WorkbookOptions& options) {
    verb.add_option("workbooks", options.workbooks, "The workbooks; each is recognised as a plan or a return")
        ->required()
        ->type_name("FILE");
    add_framework_option(verb, options.framework);
    add_period_option(verb, options.period)
        ->description("The quarter, as \"2016-17 Q2\"; else the one that a return is for");
    verb.add_option("--plans", options.request.plans,
                    "The folder of the outcome plans that returns are checked against")
        ->type_name("FOLDER");
    add_threads_option(verb, options.request.threads);
    add_json_option(verb, options.json);
}

std::string verdict(const CheckedWorkbook& checked, const WorkbookOptions& options) {
    std::string line = checked.incoming.name + ": " + checked.kind() + ", "
                       + engine::to_text(checked.papers.period) + ": " + findings_text(checked.findings());
    if (!checked.plan && options.request.plans.empty())
        line += " (without --plans: references, targets and statuses were not checked)";
    return line;
}

Json json_of(const CheckedWorkbook& checked) {
    return {{"file", checked.incoming.name},
            {"kind", checked.plan ? "plan" : "return"},
            {"period", engine::to_text(checked.papers.period)},
            {"sha256", checked.incoming.sha256},
            {"findings", json_list(checked.findings())}};
}

} // namespace outturn
