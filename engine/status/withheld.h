#pragma once
// Which rows findings keep out of the plan and of reports: a row of their own, or a whole return.

#include "engine/records/finding.h"
#include "engine/records/returned.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>

namespace engine {

class Withheld {
public:
    /// Refers to the findings: they must outlive it.
    explicit Withheld(std::span<const Finding> findings);

    /// The finding that withholds a row, or null.
    const Finding* row(const std::string& file, const std::string& sheet, std::uint32_t row) const;
    /// The finding that withholds all of a return, or null: one about the file, or about its cover's service
    /// or period.
    const Finding* whole(const Return& from) const;

private:
    std::map<std::tuple<std::string, std::string, std::uint32_t>, const Finding*> rows_;
    std::span<const Finding> findings_;
};

} // namespace engine
