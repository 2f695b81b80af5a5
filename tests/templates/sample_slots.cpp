#include "tests/templates/sample_slots.h"

#include "tests/xlsx/fill/drawn_template.h"

#include <array>
#include <string>
#include <utility>

namespace committee {

using cells::Decimal;

static void look(cells::SlotValue& value) {
    const auto* text = std::get_if<std::string>(&value.value);
    if (!text) return;
    static const std::array<std::pair<std::string_view, cells::Colours>, 5> colours = {{
        {"Red", {"B10E1E", "FFFFFF"}},
        {"Amber", {"FFBF47", "000000"}},
        {"Green", {"00703C", "FFFFFF"}},
        {"High", {"B10E1E", "FFFFFF"}},
        {"Low", {"00703C", "FFFFFF"}},
    }};
    for (const auto& [word, pair] : colours)
        if (*text == word) value.colours = pair;
    const std::string_view pound = "£";
    if (text->ends_with('%')) {
        if (const auto number = Decimal::parse(text->substr(0, text->size() - 1)))
            value = {Decimal::quotient(*number, Decimal(100), 6), "0.0%", {}};
    } else if (text->starts_with(pound)) {
        if (const auto number = Decimal::parse(text->substr(pound.size())))
            value = {*number, "£#,##0;(£#,##0)", {}};
    }
}

static void look(cells::SlotScope& scope) {
    for (auto& [name, value] : scope.fields) look(value);
    for (auto& [name, scopes] : scope.blocks)
        for (cells::SlotScope& inner : scopes) look(inner);
}

cells::Slots sample(std::string_view lines) {
    cells::Slots slots = drawn::slots(lines);
    look(slots.root);
    return slots;
}

} // namespace committee
