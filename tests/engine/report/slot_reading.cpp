#include "tests/engine/report/slot_reading.h"

#include <catch2/catch_test_macros.hpp>

namespace support {

std::string shown(const cells::SlotValue& value) {
    std::string text;
    if (const auto* words = std::get_if<std::string>(&value.value)) text = *words;
    if (const auto* number = std::get_if<cells::Decimal>(&value.value)) text = number->to_text();
    if (const auto* date = std::get_if<cells::Date>(&value.value)) text = cells::to_text(*date);
    return value.number_format.empty() ? text : text + " as " + value.number_format;
}

std::vector<const cells::SlotScope*> scopes(const cells::Slots& slots, std::string_view path) {
    std::vector<const cells::SlotScope*> found{&slots.root};
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(name.size() + 1, path.size()));
        std::vector<const cells::SlotScope*> below;
        for (const cells::SlotScope* scope : found)
            if (const auto block = scope->blocks.find(name); block != scope->blocks.end())
                for (const cells::SlotScope& one : block->second) below.push_back(&one);
        found = std::move(below);
    }
    return found;
}

std::string field(const cells::Slots& slots, std::string_view path) {
    const auto dot = path.find('.');
    const auto found = scopes(slots, path.substr(0, dot));
    REQUIRE(found.size() == 1);
    const auto value = found[0]->fields.find(path.substr(dot + 1));
    REQUIRE(value != found[0]->fields.end());
    return shown(value->second);
}

std::string rows(const cells::Slots& slots, std::string_view path, const std::vector<std::string>& fields) {
    std::string text;
    for (const cells::SlotScope* scope : scopes(slots, path)) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto value = scope->fields.find(fields[i]);
            INFO(path << " has a field " << fields[i]);
            REQUIRE(value != scope->fields.end());
            text += (i ? " | " : "") + shown(value->second);
        }
        text += "\n";
    }
    return text;
}

} // namespace support
