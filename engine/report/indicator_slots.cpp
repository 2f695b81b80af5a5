#include "engine/report/indicator_slots.h"

#include "engine/report/slot_values.h"

namespace engine {

using cells::SlotScope;

static std::string good_text(const Indicator& indicator) {
    if (!indicator.polarity) return indicator.polarity_text.value;
    switch (*indicator.polarity) {
    case Polarity::higher:
        return "Higher";
    case Polarity::lower:
        return "Lower";
    case Polarity::in_range:
        return "In range";
    }
    return {};
}

static void say(std::string& text, std::string_view note) {
    if (!text.empty()) text += ' ';
    (text += '[') += note;
    text += ']';
}

std::string commentary_text(const IndicatorDecided& decided) {
    std::string text = decided.commentary;
    if (!decided.row) return text;
    if (!decided.accepted) {
        say(text, "Figure withheld: the return has an error to be put right");
        return text;
    }
    switch (decided.actual.marker) {
    case Marker::provisional:
        say(text, "Provisional figure");
        break;
    case Marker::estimate:
        say(text, "Estimate");
        break;
    case Marker::suppressed:
        say(text, "Too few to publish");
        break;
    default:
        break;
    }
    if (!decided.verified) say(text, "Not verified");
    return text;
}

SlotScope indicator_slots(const IndicatorDecided& decided, const Framework& framework) {
    const Indicator& indicator = *decided.indicator;
    SlotScope scope;
    scope.fields = {
        {"outcome", text_slot(decided.plan->short_name.value)},
        {"owner", text_slot(decided.plan->owner.value)},
        {"ref", text_slot(indicator.ref.value)},
        {"name", text_slot(indicator.name.value)},
        {"unit", text_slot(indicator.unit_text.value)},
        {"good", text_slot(good_text(indicator))},
        {"baseline", figure_slot(decided.baseline, indicator)},
        {"target", target_slot(decided)},
        {"last", last_slot(decided)},
        {"actual", figure_slot(decided.actual, indicator)},
        {"forecast", figure_slot(decided.forecast, indicator)},
        {"status", status_slot(decided.rating.role, framework)},
        {"direction", direction_slot(decided.direction.direction, framework)},
        {"commentary", text_slot(commentary_text(decided))},
        {"corrective", text_slot(decided.corrective)},
    };
    return scope;
}

SlotScope slipped_slots(const ActionDecided& decided, const Framework& framework) {
    const PlannedAction& action = *decided.action;
    const bool rephased = decided.expected_end.date && decided.expected_end.date != action.end.date;
    std::string reason = decided.reason_for_delay;
    if (decided.overdue) say(reason, "Overdue, and no revised date was given");
    if (decided.row && !decided.verified) say(reason, "Not verified");
    SlotScope scope;
    scope.fields = {
        {"ref", text_slot(action.ref.value)},
        {"title", text_slot(action.title.value)},
        {"service", text_slot(action.service.value)},
        {"lead", text_slot(action.lead.value)},
        {"end", date_slot(action.end)},
        {"revised", rephased ? date_slot(decided.expected_end) : cells::SlotValue{}},
        {"status", action_slot(decided.status, framework)},
        {"reason", text_slot(std::move(reason))},
        {"corrective", text_slot(decided.corrective)},
    };
    return scope;
}

} // namespace engine
