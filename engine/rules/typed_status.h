#pragma once
// What a service meant by the status that it typed. Nothing is decided by it: a typed status is compared with
// the one worked out (V047, V060).

#include "engine/framework/framework.h"

#include <optional>
#include <string_view>

namespace engine::rules {

/// The role of "Green", "g" or "M (annual)"; nothing for other words.
std::optional<StatusRole> typed_role(std::string_view typed, const Framework& framework);

/// Whether the typed words name that status: its beginning ("Slipped"), or all of it with words after it.
bool says(std::string_view typed, const ActionWords& words);

} // namespace engine::rules
