#pragma once
// One fault, put into the whole workbook by one edit of one part, and the invariant that the linter must name
// for it, alone.

#include "tests/xlsx/lint/whole_workbook.h"

#include <cstdint>
#include <string>
#include <vector>

namespace support {

struct Mutant {
    enum class Edit : std::uint8_t {
        change, ///< the first `was` in the part becomes `is`
        add     ///< a part of the text `is`
    };
    std::string sentence;  ///< what is wrong
    std::string invariant; ///< "N2"
    Edit edit = Edit::change;
    std::string part;
    std::string was;
    std::string is;
};

/// The whole workbook with the fault. Fails the test where the edit finds nothing to change.
Parts mutated(const Mutant& mutant);

/// All mutants of the parts.
std::vector<Mutant> all_mutants();

/// Chapter by chapter.
std::vector<Mutant> package_mutants();
std::vector<Mutant> workbook_mutants();
std::vector<Mutant> sheet_mutants();
std::vector<Mutant> format_mutants();
std::vector<Mutant> note_mutants();
std::vector<Mutant> table_mutants();

} // namespace support
