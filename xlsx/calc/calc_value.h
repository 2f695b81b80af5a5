#pragma once
// What a formula calculates with: a number as Excel has it (a double), a text, a truth, an error or nothing.
// Not what the engine decides by: those are exact decimals.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

struct CalcValue {
    enum class Kind : std::uint8_t { empty, number, text, boolean, error };
    Kind kind = Kind::empty;
    double number = 0; ///< of a truth: 1 or 0
    std::string text;  ///< of an error: "#N/A"

    static CalcValue of(double number) { return {Kind::number, number, {}}; }
    static CalcValue of(bool truth) { return {Kind::boolean, truth ? 1.0 : 0.0, {}}; }
    static CalcValue of(std::string text) { return {Kind::text, 0, std::move(text)}; }
    static CalcValue error(std::string_view code) { return {Kind::error, 0, std::string(code)}; }

    bool is(Kind other) const { return kind == other; }
};

/// Nothing: we cannot say what Excel would make of it.
using Result = std::optional<CalcValue>;

/// A number as it is written into a file: the shortest text that reads back as the same double.
std::string number_text(double number);
/// A number as it stands in a text ("Total: "&A1), where Excel and others agree on it.
std::optional<std::string> joined_number(double number);
/// A text as a number, where nobody can read it as anything else: "12", "-0.5".
std::optional<double> plain_number(std::string_view text);
/// Whether two texts are one to Excel, which takes no notice of case. Nothing where that is a matter of
/// language.
std::optional<bool> same_text(std::string_view a, std::string_view b);
bool is_ascii(std::string_view text);

} // namespace xlsx
