#include "tools/outturn/check_workbook.h"

#include "engine/records/in_force.h"
#include "engine/records/read_return.h"
#include "engine/status/decide.h"

namespace outturn {

using cells::Error;

std::vector<engine::Finding> CheckedWorkbook::findings() const {
    std::vector<engine::Finding> own;
    for (const engine::Finding& finding : decided.findings)
        if (finding.place.file == incoming.name) own.push_back(finding);
    return own;
}

std::string CheckedWorkbook::kind() const {
    return plan ? papers.framework->plan.name : papers.framework->returned.name;
}

static std::expected<engine::Papers, Error> papers_of_plan(const OpenedWorkbook& opened,
                                                           const CheckRequest& request,
                                                           const engine::Framework& framework) {
    auto plan = engine::read_plan(opened.sheets, framework, opened.incoming.name);
    if (!plan) return std::unexpected(std::move(plan).error());
    engine::Papers papers;
    papers.framework = &framework;
    papers.period = request.period;
    if (!papers.period)
        papers.period =
            engine::period_of(plan->effective.date.value_or(framework.plan_first), framework.first_month);
    if (auto wrong = wrong_year(*plan, papers.period)) return std::unexpected(*std::move(wrong));
    papers.plans.push_back(*std::move(plan));
    return papers;
}

static std::expected<engine::Papers, Error> papers_of_return(const OpenedWorkbook& opened,
                                                             const CheckRequest& request,
                                                             const engine::Framework& framework) {
    auto returned = engine::read_return(opened.sheets, framework, opened.incoming.name);
    if (!returned) return std::unexpected(std::move(returned).error());
    engine::Papers papers;
    papers.framework = &framework;
    papers.period = request.period ? request.period : returned->period.value_or(engine::Period{});
    if (!papers.period)
        return std::unexpected(
            Error{Error::Kind::not_found, opened.incoming.name,
                  "The return does not say which period it is for (\"" + returned->period_text.value + "\")",
                  "Write the period on its cover, as 2016-17 Q2, or give --period"});
    if (!request.plans.empty()) {
        auto plans = take_in_plans(
            {.plans = request.plans, .returns = {}, .period = papers.period, .threads = request.threads},
            framework);
        if (!plans) return std::unexpected(std::move(plans).error());
        if (!plans->not_done.empty()) return std::unexpected(plans->not_done.front());
        papers = std::move(plans->papers);
    }
    papers.returns.push_back(*std::move(returned));
    return papers;
}

std::expected<CheckedWorkbook, Error> check_workbook(const std::filesystem::path& path,
                                                     const CheckRequest& request,
                                                     const engine::Framework& framework) {
    auto opened = open_workbook(path, path.filename().string());
    if (!opened) return std::unexpected(std::move(opened).error());
    const auto kind = engine::recognise(opened->sheets, framework, opened->incoming.name);
    if (!kind) return std::unexpected(kind.error());
    const bool plan = *kind == framework.plan.id;
    auto papers =
        plan ? papers_of_plan(*opened, request, framework) : papers_of_return(*opened, request, framework);
    if (!papers) return std::unexpected(std::move(papers).error());
    engine::Decided decided = engine::decide(*papers);
    return CheckedWorkbook{.incoming = std::move(opened->incoming),
                           .papers = *std::move(papers),
                           .decided = std::move(decided),
                           .plan = plan};
}

} // namespace outturn
