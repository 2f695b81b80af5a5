// Reads every cell of a workbook row by row, and says how many there are and what they add up to: read_cells
// FILE.
#include "xlsx/read/workbook.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

int main(int count, char** names) {
    if (count < 2) return 2;
    std::ifstream in(names[1], std::ios::binary);
    xlsx::Limits limits;
    limits.cells = UINT64_MAX; // what is timed is trusted
    limits.text_bytes = UINT64_MAX;
    limits.part_bytes = UINT64_MAX;
    auto package = xlsx::Package::open({std::istreambuf_iterator<char>(in), {}}, names[1], limits);
    if (!package) {
        std::fprintf(stderr, "%s\n", cells::to_text(package.error()).c_str());
        return 1;
    }
    package->use_threads(count > 2 ? static_cast<unsigned>(std::strtoul(names[2], nullptr, 10)) : 1);
    const auto workbook = xlsx::Workbook::open(*package);
    if (!workbook) return 1;
    std::uint64_t cells = 0, sum = 0;
    for (std::size_t i = 0; i < workbook->sheets().size(); ++i) {
        const auto shape = workbook->stream(i, [&](std::uint32_t, std::span<cells::Cell> row) {
            cells += row.size();
            for (const cells::Cell& cell : row)
                sum = sum * 31
                      + (cell.text.empty() ? 1
                                           : cell.text.size() + static_cast<unsigned char>(cell.text.back()));
        });
        if (!shape) {
            std::fprintf(stderr, "%s\n", cells::to_text(shape.error()).c_str());
            return 1;
        }
    }
    std::printf("%llu %llu\n", static_cast<unsigned long long>(cells), static_cast<unsigned long long>(sum));
}
