#pragma once
// What a figure is measured in, and what that says about which figures can be.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

enum class Unit : std::uint8_t { percent, count, rate, money, days, weeks, score, other };

/// "%", "Percentage", "Number", "no.", "rate per 10,000", "£", "£000", "£m", "days", "working days", "weeks",
/// "ratio", "score". Any other text is Unit::other; empty text is nothing.
std::optional<Unit> parse_unit(std::string_view text);

/// An Excel number format for a figure of the unit as the plan words it: "0.0%", "#,##0", "£#,##0.00".
std::string number_format(Unit unit, std::string_view wording, int places);

enum class Polarity : std::uint8_t { higher, lower, in_range };
/// "Higher", "High", "Up", "Increase", "Bigger is better", "Lower", "Down", "Reduce", "In range", "Maintain"
/// ...
std::optional<Polarity> parse_polarity(std::string_view text);

enum class Frequency : std::uint8_t { monthly, quarterly, annual, survey };
std::optional<Frequency> parse_frequency(std::string_view text);

enum class Measured : std::uint8_t { snapshot, cumulative };
std::optional<Measured> parse_measured(std::string_view text);

} // namespace engine
