#pragma once
// What reading a workbook noticed about its shape that no record holds; rules make findings of it.

#include "engine/cells/address.h"

#include <cstdint>
#include <string>

namespace engine {

struct Observed {
    enum class Kind : std::uint8_t {
        near_heading,       ///< a heading read as another: `text` as found, `meant` as read
        hidden_figures,     ///< a hidden row or column that holds figures
        formula_typed_over, ///< a number where the rows around it hold a formula
        row_without_ref     ///< figures in a row that has no reference
    };
    Kind kind = Kind::near_heading;
    std::string sheet;
    cells::Address at;
    std::string text;
    std::string meant;
};

} // namespace engine
