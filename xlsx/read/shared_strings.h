#pragma once
// The texts that cells point at (ECMA-376 part 1, 18.4.9), in one block of memory.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

class SharedStrings {
public:
    static std::expected<SharedStrings, cells::Error> read(Package& package, std::string_view part);

    std::size_t size() const { return ends_.size(); }
    /// Requires: index < size().
    std::string_view at(std::size_t index) const {
        const std::size_t start = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(text_).substr(start, ends_[index] - start);
    }

private:
    std::string text_;
    std::vector<std::size_t> ends_; // of each string in text_
};

} // namespace xlsx
