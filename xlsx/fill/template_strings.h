#pragma once
// The strings of a template that hold slots, by their number in the shared strings part. They leave the part
// when the template is filled: what was a slot must not be found in the output.
// ECMA-376 part 1, 18.4.9 (sst).

#include "xlsx/fill/slot_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

class TemplateStrings {
public:
    TemplateStrings() = default;
    /// Nothing where the part is ill-formed.
    static std::optional<TemplateStrings> read(std::string_view part);

    /// The string, where it holds braces that may be slots; else nullptr.
    const SlotText* find(std::uint32_t index) const;
    bool any() const { return !texts_.empty(); }
    /// The part with these strings emptied; the others keep their numbers and their bytes. `references` is by
    /// how many the cells that use the part have grown.
    static std::string emptied(std::string_view part, std::int64_t references);

private:
    std::map<std::uint32_t, SlotText> texts_;
};

} // namespace xlsx
