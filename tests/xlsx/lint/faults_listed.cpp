#include "tests/xlsx/lint/faults_listed.h"

#include "tests/xlsx/edit/editing.h"

namespace support {

std::string listed(const std::vector<xlsx::Fault>& faults) {
    std::string lines;
    for (const xlsx::Fault& fault : faults)
        lines += fault.invariant + " " + fault.part + ": " + fault.what + "\n";
    return lines;
}

std::vector<xlsx::Fault> faults_of(const Parts& parts) {
    auto package = open_workbook(archive(parts));
    return xlsx::lint(package);
}

} // namespace support
