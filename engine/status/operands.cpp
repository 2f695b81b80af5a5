#include "engine/status/operands.h"

namespace engine {

std::string in_words(const cells::Decimal& value, const Indicator& indicator) {
    return value.to_text() + (indicator.unit == Unit::percent ? "%" : "");
}

Operand operand(std::string name, const Figure& figure, const Indicator& indicator, Place place) {
    std::string value = figure.shown;
    if (value.empty() && figure.value) value = in_words(*figure.value, indicator);
    place.at = figure.at;
    return {std::move(name), std::move(value), std::move(place)};
}

Operand operand(std::string name, const DateField& date, std::string_view file, std::string_view sheet) {
    std::string value = date.date ? cells::to_text(*date.date) : date.shown;
    return {std::move(name), std::move(value), {std::string(file), std::string(sheet), date.at}};
}

Operand operand(std::string name, std::string value) {
    return {std::move(name), std::move(value), {}};
}

Reason reason(const StatusRule& rule, std::string words) {
    return {std::string(rule.id), std::move(words), {}, {}};
}

} // namespace engine
