#include "tests/xlsx/lint/mutant.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>

namespace support {

Parts mutated(const Mutant& mutant) {
    Parts parts = whole_workbook();
    if (mutant.edit == Mutant::Edit::add) {
        parts.emplace_back(mutant.part, mutant.is);
        return parts;
    }
    const auto part = std::ranges::find(parts, mutant.part, &Parts::value_type::first);
    REQUIRE(part != parts.end());
    const auto at = part->second.find(mutant.was);
    REQUIRE(at != std::string::npos);
    part->second.replace(at, mutant.was.size(), mutant.is);
    return parts;
}

std::vector<Mutant> all_mutants() {
    std::vector<Mutant> all;
    for (auto* chapter :
         {package_mutants, workbook_mutants, sheet_mutants, format_mutants, note_mutants, table_mutants})
        std::ranges::move(chapter(), std::back_inserter(all));
    return all;
}

} // namespace support
