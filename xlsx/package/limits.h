#pragma once
// How much of a workbook we are ready to take in. A hostile or broken file meets a limit with a message that
// names it, never an allocation of its choosing. The defaults suit a council's workbook many times over.

#include <cstdint>

namespace xlsx {

struct Limits {
    std::uint64_t file_bytes = 50ULL << 20;
    std::uint32_t entries = 2'000;
    std::uint64_t part_bytes = 256ULL << 20;  ///< one part, inflated
    std::uint64_t total_bytes = 512ULL << 20; ///< all parts read, inflated
    std::uint32_t ratio = 250;                ///< inflated : stored, for parts above 1 MiB
    std::uint32_t depth = 64;                 ///< nesting of XML elements
    std::uint32_t sheets = 1'024;
    std::uint64_t cells = 5'000'000;
    std::uint64_t text_bytes = 256ULL << 20; ///< of all cells: one shared text may stand in many
    std::uint32_t shared_strings = 2'000'000;
    std::uint32_t formats = 65'000; ///< cellXfs
    std::uint32_t merges = 100'000;
};

} // namespace xlsx
