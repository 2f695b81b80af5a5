#pragma once
// Workbooks made to be shifted: figures in the first columns of three sheets, and around them whatever refers
// to cells. The same number gives the same workbook.

#include <cstdint>
#include <string>

namespace generated {

struct Workbook {
    std::string bytes;
    std::string sheet; ///< the one whose rows are to be shifted
    bool inserts = false;
    std::uint32_t first = 1;
    std::uint32_t count = 1;
};

Workbook workbook(std::uint32_t number);

} // namespace generated
