#include "engine/rules/typed_status.h"

#include "engine/layout/find_table.h"

namespace engine::rules {

std::optional<StatusRole> typed_role(std::string_view typed, const Framework& framework) {
    // What follows in brackets or after a dash is a reason, not the status.
    const std::string status = folded(typed.substr(0, typed.find_first_of("(:-")));
    if (status.empty()) return {};
    for (const StatusWords& words : framework.statuses)
        if (status == folded(words.word) || status == folded(words.letter)) return words.role;
    if (status == folded(framework.words(Direction::measured).word)) return StatusRole::measured;
    return {};
}

bool says(std::string_view typed, const ActionWords& words) {
    const std::string said = folded(typed);
    const std::string word = folded(words.word);
    return word.starts_with(said) || said.starts_with(word);
}

} // namespace engine::rules
