#include "engine/records/place.h"

namespace engine {

std::string to_text(const Place& place) {
    if (place.sheet.empty()) return place.file;
    const std::string cell = place.at ? cells::to_text(place.sheet, place.at) : place.sheet;
    return place.file.empty() ? cell : place.file + ": " + cell;
}

} // namespace engine
