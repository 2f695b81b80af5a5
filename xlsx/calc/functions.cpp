#include "xlsx/calc/functions.h"

#include <algorithm>
#include <array>

namespace xlsx {

const Function* find_function(std::string_view name) {
    const std::array groups = {aggregate_functions(), logical_functions(),     number_functions(),
                               text_functions(),      conditional_functions(), lookup_functions()};
    for (const std::span<const Function> group : groups)
        if (const auto found = std::ranges::find(group, name, &Function::name); found != group.end())
            return &*found;
    return nullptr;
}

} // namespace xlsx
