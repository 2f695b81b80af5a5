#pragma once
// A formula as a tree, by Excel's rules of precedence: a sign binds more tightly than a power, and all
// operators of one rank go from left to right. Reads no more than can be calculated here; what is beyond that
// (arrays, names, tables) stands in the tree as unknown. ECMA-376 part 1, 18.17.2.

#include "xlsx/rows/formula.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

struct Expression {
    enum class Kind : std::uint8_t {
        number,
        text,
        boolean,
        error,
        reference, ///< `reference`
        call,      ///< `text` is the function in capitals, without _XLFN.; `parts` its arguments
        negate,
        percent,
        power,
        times,
        divide,
        add,
        subtract,
        join,
        equal,
        unequal,
        less,
        at_most,
        more,
        at_least,
        missing, ///< an argument left out: IF(A1,,2)
        unknown  ///< cannot be calculated here
    };
    Kind kind = Kind::unknown;
    double number = 0;
    std::string text;
    std::optional<Reference> reference;
    std::vector<Expression> parts;
};

/// Nothing where the formula is not understood as a whole.
std::optional<Expression> parse_expression(const Formula& formula);

} // namespace xlsx
