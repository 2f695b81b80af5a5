#include "engine/records/returned.h"

#include "engine/figures/words.h"

namespace engine {

/// Whether a cell names somebody, rather than saying that nobody has signed yet.
static bool names_somebody(const Text& text) {
    const std::string said = words::plain(text.value);
    for (const std::string_view nobody : {"", "-", "n/a", "tbc", "no", "not yet", "pending", "awaited"})
        if (said == nobody) return false;
    return true;
}

bool Return::signed_off() const {
    return names_somebody(verified_by) && verified_on.date && names_somebody(approved_by) && approved_on.date;
}

} // namespace engine
