#include "tools/outturn/json_of.h"

#include <array>

namespace outturn {

using namespace engine;

static std::string_view kind_text(cells::Error::Kind kind) {
    static constexpr std::array<std::string_view, 10> names = {
        "cannot_read", "not_a_workbook", "damaged",       "too_large",    "not_found",
        "not_allowed", "cannot_write",   "bad_framework", "bad_template", "refused"};
    return names.at(static_cast<std::size_t>(kind));
}

static Json json_of(const Place& place) {
    if (place.file.empty()) return nullptr;
    Json json = {{"file", place.file}};
    if (!place.sheet.empty()) json["sheet"] = place.sheet;
    if (place.at) json["cell"] = cells::to_text(place.at);
    return json;
}

static Json json_of(const Reason& reason) {
    Json operands = Json::array();
    for (const Operand& operand : reason.operands)
        operands.push_back(
            {{"name", operand.name}, {"value", operand.value}, {"at", json_of(operand.place)}});
    return {{"rule", reason.rule},
            {"words", reason.words},
            {"operands", std::move(operands)},
            {"notes", reason.notes}};
}

/// A figure's exact value as text, so that no reader rounds it; what its cell shows where there is no value.
static Json json_of(const Figure& figure) {
    if (figure.value) return figure.value->to_text();
    if (!figure.shown.empty()) return figure.shown;
    return nullptr;
}

static Json json_of(const DateField& date) {
    if (date.date) return cells::to_iso(*date.date);
    if (!date.shown.empty()) return date.shown;
    return nullptr;
}

Json json_of(const cells::Error& error) {
    return {
        {"kind", kind_text(error.kind)}, {"where", error.where}, {"what", error.what}, {"next", error.next}};
}

Json json_of(const Finding& finding) {
    return {{"rule", finding.rule},
            {"severity", to_text(finding.severity)},
            {"withholds", finding.withholds},
            {"at", json_of(finding.place)},
            {"ref", finding.ref},
            {"title", finding.title},
            {"detail", finding.detail},
            {"fix", finding.fix},
            {"related", json_of(finding.related)}};
}

Json json_of(const xlsx::ValuesReport& values) {
    return {{"calculated", values.calculated},
            {"without_value", values.dropped},
            {"first_without_value", values.first_dropped}};
}

Json json_of(const Counts& counts, const Framework& framework) {
    Json json = {{"indicators", counts.indicators}, {"kpis", counts.kpis}, {"actions", counts.action_total}};
    Json& status = json["status"] = Json::object();
    for (std::size_t i = 0; i < status_roles; ++i) status[framework.statuses[i].word] = counts.statuses[i];
    Json& direction = json["direction"] = Json::object();
    for (std::size_t i = 0; i < directions; ++i) direction[framework.travel[i].word] = counts.travel[i];
    Json& action = json["action_status"] = Json::object();
    for (std::size_t i = 0; i < action_statuses; ++i) action[framework.actions[i].word] = counts.actions[i];
    return json;
}

/// Where the plan and the return have it, and whether the return's row counts.
template <typename Item>
static void add_source(Json& json, const Item& decided, const std::string& sheet, std::uint32_t plan_row,
                       const std::string& returned_sheet) {
    json["plan"] = {{"file", decided.plan->file}, {"sheet", sheet}, {"row", plan_row}};
    json["return"] = nullptr;
    if (decided.row)
        json["return"] = {{"file", decided.from->file}, {"sheet", returned_sheet}, {"row", decided.row->row}};
    json["accepted"] = decided.accepted;
    json["verified"] = decided.verified;
}

Json json_of(const IndicatorDecided& decided, const Framework& framework) {
    const Indicator& indicator = *decided.indicator;
    Json json = {{"ref", indicator.ref.value},
                 {"name", indicator.name.value},
                 {"priority", decided.plan->priority},
                 {"kpi", indicator.kpi}};
    add_source(json, decided, indicator.sheet, indicator.row,
               decided.from ? decided.from->indicators_sheet : "");
    json["actual"] = json_of(decided.actual);
    json["forecast"] = json_of(decided.forecast);
    json["target"] = json_of(decided.target);
    json["profiled_target"] = json_of(decided.profile);
    json["baseline"] = json_of(decided.baseline);
    json["status"] = framework.words(decided.rating.role).word;
    json["status_reason"] = json_of(decided.rating.reason);
    json["direction"] = framework.words(decided.direction.direction).word;
    json["direction_reason"] = json_of(decided.direction.reason);
    json["previous_status"] =
        decided.previous ? Json(framework.words(*decided.previous).word) : Json(nullptr);
    json["quarters_missed"] = decided.red_run;
    json["commentary"] = decided.commentary;
    json["commentary_edited"] = decided.commentary_edited;
    json["corrective_action"] = decided.corrective;
    Json& sensitivities = json["would_be"] = Json::array();
    for (const Sensitivity& other : decided.sensitivities)
        sensitivities.push_back({{"setting", other.setting}, {"status", framework.words(other.role).word}});
    return json;
}

Json json_of(const ActionDecided& decided, const Framework& framework) {
    const PlannedAction& action = *decided.action;
    Json json = {
        {"ref", action.ref.value}, {"title", action.title.value}, {"priority", decided.plan->priority}};
    add_source(json, decided, action.sheet, action.row, decided.from ? decided.from->actions_sheet : "");
    json["start"] = json_of(action.start);
    json["end"] = json_of(action.end);
    json["expected_end"] = json_of(decided.expected_end);
    json["completed"] = json_of(decided.completed);
    json["status"] = framework.words(decided.status).word;
    json["status_reason"] = json_of(decided.reason);
    json["overdue"] = decided.overdue;
    json["days_late"] = decided.days_late ? Json(*decided.days_late) : Json(nullptr);
    json["reason_for_delay"] = decided.reason_for_delay;
    json["corrective_action"] = decided.corrective;
    json["commentary"] = decided.commentary;
    json["commentary_edited"] = decided.commentary_edited;
    return json;
}

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace outturn
