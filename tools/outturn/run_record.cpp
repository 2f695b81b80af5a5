#include "tools/outturn/run_record.h"

#include "tools/files/fingerprint.h"

#include <algorithm>
#include <array>

namespace outturn {

static std::string hash_of(const std::vector<Incoming>& incoming, const std::string& name) {
    const auto found = std::ranges::find(incoming, name, &Incoming::name);
    return found == incoming.end() ? std::string() : found->sha256;
}

static void add_plans(Json& list, const std::vector<engine::Plan>& plans, const char* version_is,
                      const Intake& intake) {
    for (const engine::Plan& plan : plans)
        list.push_back({{"file", plan.file},
                        {"sha256", hash_of(intake.plans, plan.file)},
                        {"priority", plan.priority},
                        {"version", plan.version.value},
                        {"is", version_is}});
}

static Json inputs_of(const Intake& intake) {
    Json plans = Json::array(), returns = Json::array();
    add_plans(plans, intake.papers.plans, "in force", intake);
    add_plans(plans, intake.papers.superseded, "superseded", intake);
    add_plans(plans, intake.papers.upcoming, "not yet in force", intake);
    for (const engine::Return& returned : intake.papers.returns)
        returns.push_back({{"file", returned.file},
                           {"sha256", hash_of(intake.returns, returned.file)},
                           {"service", returned.service.value},
                           {"period", returned.period_text.value},
                           {"signed_off", returned.signed_off()}});
    return {{"plans", std::move(plans)}, {"returns", std::move(returns)}};
}

static Json counts_of(const engine::Decided& decided, const engine::Framework& framework) {
    Json council = json_of(decided.council, framework);
    Json plans = Json::array(), themes = Json::array();
    for (const auto& [plan, counts] : decided.by_plan) {
        Json one = {{"priority", plan->priority}, {"outcome", plan->short_name.value}};
        one.update(json_of(counts, framework));
        plans.push_back(std::move(one));
    }
    for (const auto& [theme, counts] : decided.by_theme) {
        Json one = {{"theme", theme}};
        one.update(json_of(counts, framework));
        themes.push_back(std::move(one));
    }
    const auto found = [&](engine::Severity severity) {
        return std::ranges::count(decided.findings, severity, &engine::Finding::severity);
    };
    return {{"findings",
             {{"error", found(engine::Severity::error)},
              {"query", found(engine::Severity::query)},
              {"note", found(engine::Severity::note)}}},
            {"council", std::move(council)},
            {"by_plan", std::move(plans)},
            {"by_theme", std::move(themes)}};
}

Json record_of(const Intake& intake, const engine::Decided& decided, const FrameworkFiles& framework,
               const std::vector<Output>& written, const std::vector<cells::Error>& not_done) {
    Json json = {{"outturn", OUTTURN_VERSION},
                 {"framework",
                  {{"id", framework.framework.id},
                   {"version", framework.framework.version},
                   {"sha256", framework.sha256}}},
                 {"period", engine::to_text(decided.period)},
                 {"inputs", inputs_of(intake)},
                 {"counts", counts_of(decided, framework.framework)},
                 {"not_done", json_list(not_done)},
                 {"findings", json_list(decided.findings)}};
    Json& indicators = json["indicators"] = Json::array();
    for (const auto& indicator : decided.indicators)
        indicators.push_back(json_of(indicator, framework.framework));
    Json& actions = json["actions"] = Json::array();
    for (const auto& action : decided.actions) actions.push_back(json_of(action, framework.framework));
    Json& restated = json["restatements"] = Json::array();
    for (const auto& one : decided.restatements)
        restated.push_back({{"ref", one.indicator->ref.value},
                            {"period", engine::to_text(one.period)},
                            {"before", one.before},
                            {"now", one.now}});
    Json& changes = json["plan_changes"] = Json::array();
    for (const auto& change : decided.plan_changes) {
        static constexpr std::array kinds = {"added", "removed", "changed"};
        changes.push_back({{"priority", change.priority},
                           {"ref", change.ref},
                           {"change", kinds.at(static_cast<std::size_t>(change.kind))},
                           {"item", change.item},
                           {"before", change.before},
                           {"now", change.now}});
    }
    Json& outputs = json["outputs"] = Json::array();
    for (const Output& output : written)
        outputs.push_back(
            {{"file", output.file}, {"sha256", output.sha256}, {"formulas", json_of(output.values)}});
    return json;
}

engine::Provenance provenance_of(const Intake& intake, const FrameworkFiles& framework) {
    std::string all = framework.sha256 + "\n";
    for (const auto* side : {&intake.plans, &intake.returns})
        for (const Incoming& incoming : *side) all += incoming.sha256 + "  " + incoming.name + "\n";
    // 64 bits tell runs apart on paper; findings.json has every file's fingerprint in full.
    return {.version = OUTTURN_VERSION, .fingerprint = files::sha256(all).substr(0, 16)};
}

} // namespace outturn
