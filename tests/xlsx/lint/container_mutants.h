#pragma once
// Faults of the zip container, put into the whole workbook's bytes.

#include <functional>
#include <string>
#include <vector>

namespace support {

struct ContainerMutant {
    std::string sentence;
    std::string invariant; ///< "Z5"
    std::function<void(std::string& file)> spoil;
};

std::vector<ContainerMutant> container_mutants();

} // namespace support
