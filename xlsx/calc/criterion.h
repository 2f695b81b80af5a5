#pragma once
// What COUNTIF and its like look for: "Red", 5, ">=0.9". Takes what reads in one way only: no wildcards, no
// texts that might be dates.

#include "xlsx/calc/calc_value.h"

#include <cstdint>
#include <optional>
#include <string>

namespace xlsx {

class Criterion {
public:
    /// Nothing where it might be read in more than one way.
    static std::optional<Criterion> read(const CalcValue& value);

    /// Whether a cell that is not empty meets it. Nothing where that is open. An empty cell never does.
    std::optional<bool> met_by(const CalcValue& cell) const;

private:
    enum class Test : std::uint8_t { equal, less, at_most, more, at_least };
    Test test_ = Test::equal;
    CalcValue wanted_;
};

/// Whether a text is a word to everyone: no number, date, truth or pattern.
bool plain_word(std::string_view text);

} // namespace xlsx
