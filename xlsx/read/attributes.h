#pragma once
// Attribute values as the schema types them (ECMA-376 part 1, 22.9.2.1; XML Schema part 2).

#include "xlsx/package/xml_lexer.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xlsx {

inline std::optional<std::uint32_t> number_of(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

inline bool is_true(std::string_view text) {
    return text == "1" || text == "true" || text == "on";
}

inline std::optional<std::uint32_t> number_attribute(const XmlToken& tag, std::string_view name) {
    const auto value = attribute(tag, name);
    return value ? number_of(*value) : std::nullopt;
}

inline bool true_attribute(const XmlToken& tag, std::string_view name) {
    return is_true(attribute(tag, name).value_or(""));
}

} // namespace xlsx
