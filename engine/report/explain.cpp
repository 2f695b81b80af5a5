#include "engine/report/explain.h"

#include "engine/cells/edit_distance.h"
#include "engine/layout/find_table.h"
#include "engine/report/status_note.h"
#include "engine/status/history.h"
#include "engine/status/status_rules.h"

#include <algorithm>

namespace engine {

using cells::Error;

namespace {

/// Lines of a label and what it says, the labels in a column of their own.
class Page {
public:
    void heading(const std::string& text) { text_ += text + "\n"; }
    void line(std::string_view label, const std::string& text) {
        static constexpr std::size_t width = 12;
        std::string start(label);
        start.resize(std::max(width, start.size() + 1), ' ');
        text_ += start + text + "\n";
    }
    void under(const std::string& text) { line("", text); }
    void reason(const Reason& reason);
    std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

} // namespace

static std::string padded(std::string text, std::size_t width) {
    // Counted in characters, not bytes: figures have pound signs.
    const auto characters =
        static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
    if (characters < width) text.append(width - characters, ' ');
    return text;
}

void Page::reason(const Reason& reason) {
    std::size_t names = 0, values = 0;
    for (const Operand& operand : reason.operands) {
        names = std::max(names, operand.name.size());
        values = std::max(values, operand.value.size());
    }
    for (const Operand& operand : reason.operands) {
        std::string text = "  " + padded(operand.name, names) + "  ";
        text += operand.place.file.empty() ? operand.value
                                           : padded(operand.value, values) + "  " + to_text(operand.place);
        under(text);
    }
    for (const std::string& note : reason.notes) under("  " + note);
}

static std::string with_rule(const Reason& reason) {
    const auto rule = std::ranges::find(status_rules::all, reason.rule, &StatusRule::id);
    if (rule == status_rules::all.end()) return reason.words;
    return reason.words + " (rule " + reason.rule + ": " + std::string(rule->source) + ")";
}

static void add_history(Page& page, const IndicatorDecided& decided, const Papers& papers) {
    const char* label = "History";
    for (const auto& [period, figure] : decided.indicator->actuals) {
        if (period >= papers.period || figure.blank()) continue;
        const Rating then = rated_then(papers, *decided.plan, *decided.indicator, period);
        page.line(label, to_text(period) + "  " + padded(figure.shown, 10) + "  "
                             + padded(papers.framework->words(then.role).word, 10) + "  "
                             + to_text(Place{decided.plan->file, decided.indicator->sheet, figure.at}));
        label = "";
    }
}

static void add_findings(Page& page, const Decided& decided, std::string_view ref) {
    const char* label = "Findings";
    for (const Finding& finding : decided.findings)
        if (finding.ref == ref) {
            page.line(label, to_text(finding));
            label = "";
        }
}

/// Where the row came from and who stands behind it.
template <typename Item>
static void add_source(Page& page, const Item& decided) {
    if (!decided.from) {
        page.line("Return", "nothing was returned for this period");
        return;
    }
    page.line("Return", to_text(Place{decided.from->file, {}, {}}) + ", " + decided.from->service.value
                            + (decided.verified ? ", verified and approved" : ", not verified and approved"));
    if (!decided.accepted) page.under("the row is withheld until its errors are put right");
}

static std::string plan_text(const Plan& plan, const std::string& sheet, cells::Address at) {
    return to_text(Place{plan.file, sheet, at}) + ", "
           + (plan.short_name.blank() ? "priority " + std::to_string(plan.priority) : plan.short_name.value);
}

static std::string explain_indicator(const Papers& papers, const Decided& decided,
                                     const IndicatorDecided& item) {
    const Framework& framework = *papers.framework;
    const Indicator& indicator = *item.indicator;
    Page page;
    page.heading(indicator.ref.value + "  " + indicator.name.value);
    page.line("Plan", plan_text(*item.plan, indicator.sheet, indicator.ref.at)
                          + (indicator.kpi ? ", key performance indicator" : ", wider indicator"));
    add_source(page, item);
    page.line("Status", framework.words(item.rating.role).word + " in " + to_text(decided.period) + ": "
                            + with_rule(item.rating.reason));
    page.reason(item.rating.reason);
    if (const std::string typed = typed_note(item, framework); !typed.empty()) page.under("  " + typed);
    page.line("Direction",
              framework.words(item.direction.direction).word + ": " + with_rule(item.direction.reason));
    page.reason(item.direction.reason);
    if (item.previous)
        page.line("Before",
                  framework.words(*item.previous).word + " in " + to_text(decided.period.preceding())
                      + (item.red_run > 1 ? "; " + framework.words(StatusRole::missed).word + " for "
                                                + std::to_string(item.red_run) + " quarters running"
                                          : ""));
    add_history(page, item, papers);
    for (const Sensitivity& other : item.sensitivities)
        page.line("Would be", framework.words(other.role).word + ": " + other.setting);
    if (item.commentary_edited) page.line("Commentary", "edited in the updated plan, and kept");
    add_findings(page, decided, indicator.ref.value);
    page.line("Framework", framework.id + ", version " + framework.version);
    return std::move(page).text();
}

static std::string explain_action(const Papers& papers, const Decided& decided, const ActionDecided& item) {
    const Framework& framework = *papers.framework;
    const PlannedAction& action = *item.action;
    Page page;
    page.heading(action.ref.value + "  " + action.title.value);
    page.line("Plan", plan_text(*item.plan, action.sheet, action.ref.at));
    add_source(page, item);
    page.line("Status", framework.words(item.status).word + " in " + to_text(decided.period) + ": "
                            + with_rule(item.reason));
    page.reason(item.reason);
    if (const std::string typed = typed_note(item, framework); !typed.empty()) page.under("  " + typed);
    if (item.since_approval) page.line("Slipped", to_text(*item.since_approval) + " since approval");
    if (item.since_last_quarter) page.line("", to_text(*item.since_last_quarter) + " since last quarter");
    if (item.days_late) page.line("Late", std::to_string(*item.days_late) + " days after the approved end");
    const char* label = "History";
    for (const auto& [period, revised] : action.revised)
        if (period < decided.period && revised) {
            page.line(label, to_text(period) + "  re-phased to " + revised.shown + "  "
                                 + to_text(Place{item.plan->file, action.sheet, revised.at}));
            label = "";
        }
    add_findings(page, decided, action.ref.value);
    page.line("Framework", framework.id + ", version " + framework.version);
    return std::move(page).text();
}

/// References one slip of the pen away from what was asked for, three at most.
static std::string meant(const Papers& papers, std::string_view ref) {
    std::vector<std::string> near;
    const std::string asked = folded(ref);
    const auto consider = [&](const auto& items) {
        for (const auto& item : items)
            if (near.size() < 3 && cells::edit_distance(asked, folded(item.ref.value)) == 1)
                near.push_back(item.ref.value);
    };
    for (const Plan& plan : papers.plans) {
        consider(plan.indicators);
        consider(plan.actions);
    }
    std::string text;
    for (const std::string& one : near) text += (text.empty() ? "" : " or ") + one;
    return text;
}

static Error unknown(const Papers& papers, std::string_view ref) {
    Error error{Error::Kind::not_found, std::string(ref),
                "No plan in force has an indicator or action of this reference",
                "Check the reference against the outcome plans"};
    if (const std::string near = meant(papers, ref); !near.empty()) error.next = "Did you mean " + near + "?";
    return error;
}

std::expected<std::string, Error> explain(const Papers& papers, const Decided& decided,
                                          std::string_view ref) {
    if (const auto planned = find_indicator(papers, ref))
        for (const IndicatorDecided& item : decided.indicators)
            if (item.indicator == planned.indicator) return explain_indicator(papers, decided, item);
    if (const auto planned = find_action(papers, ref))
        for (const ActionDecided& item : decided.actions)
            if (item.action == planned.action) return explain_action(papers, decided, item);
    return std::unexpected(unknown(papers, ref));
}

} // namespace engine
