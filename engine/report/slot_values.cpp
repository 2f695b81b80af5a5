#include "engine/report/slot_values.h"

namespace engine {

using cells::Decimal;
using cells::SlotValue;

SlotValue text_slot(std::string text) {
    if (text.empty()) return {};
    return {.value = std::move(text), .number_format = {}, .colours = {}};
}

SlotValue number_slot(std::int64_t number) {
    return {.value = Decimal(number), .number_format = {}, .colours = {}};
}

SlotValue date_slot(const DateField& date) {
    if (!date.date) return text_slot(date.shown);
    return {.value = *date.date, .number_format = {}, .colours = {}};
}

SlotValue figure_slot(const Figure& figure, const Indicator& indicator) {
    if (!figure.value) return text_slot(figure.shown);
    const Unit unit = indicator.unit.value_or(Unit::other);
    // A percentage is held in points here and as a fraction in Excel.
    static const Decimal hundredth = Decimal::quotient(1, 100, 2);
    return {.value = unit == Unit::percent ? *figure.value * hundredth : *figure.value,
            .number_format = number_format(unit, indicator.unit_text.value, indicator.places),
            .colours = {}};
}

SlotValue status_slot(StatusRole role, const Framework& framework) {
    const StatusWords& words = framework.words(role);
    return {.value = words.word, .number_format = {}, .colours = words.colours};
}

SlotValue action_slot(ActionStatus status, const Framework& framework) {
    const ActionWords& words = framework.words(status);
    return {.value = words.word, .number_format = {}, .colours = words.colours};
}

SlotValue direction_slot(Direction direction, const Framework& framework) {
    const DirectionWords& words = framework.words(direction);
    return text_slot(words.symbol.empty() ? words.word : words.symbol + " " + words.word);
}

SlotValue target_slot(const IndicatorDecided& decided) {
    const Indicator& indicator = *decided.indicator;
    if (decided.target.blank() && indicator.range_from && indicator.range_to)
        return text_slot(indicator.range_from.shown + " to " + indicator.range_to.shown);
    return figure_slot(decided.target, indicator);
}

SlotValue last_slot(const IndicatorDecided& decided) {
    const Period then = decided.direction.compared_with;
    const Figure* figure = decided.direction.then == Basis::forecast ? decided.indicator->forecast(then)
                                                                     : decided.indicator->actual(then);
    return figure ? figure_slot(*figure, *decided.indicator) : SlotValue{};
}

std::string definition_text(const std::vector<std::string>& definition, std::string_view joined) {
    std::string text;
    for (std::size_t i = 0; i < definition.size(); ++i) {
        if (definition.size() > 1) text += "\u2022 ";
        text += definition[i];
        if (i + 1 == definition.size()) break;
        if (!joined.empty()) (text += ' ') += joined;
        text += '\n';
    }
    return text;
}

} // namespace engine
