#include "engine/records/place.h"

#include <algorithm>

namespace engine {

/// A sheet's name as Excel writes it before a "!": in quotes where it is not a plain word.
static std::string sheet_reference(const std::string& name) {
    const bool plain = std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    });
    if (plain && (name.front() < '0' || name.front() > '9')) return name;
    std::string quoted = "'";
    for (const char c : name) quoted += c == '\'' ? "''" : std::string(1, c);
    return quoted + "'";
}

std::string to_text(const Place& place) {
    if (place.sheet.empty()) return place.file;
    const std::string sheet = place.at ? sheet_reference(place.sheet) + "!" + to_text(place.at) : place.sheet;
    return place.file.empty() ? sheet : place.file + ": " + sheet;
}

} // namespace engine
