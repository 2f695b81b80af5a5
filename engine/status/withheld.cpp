#include "engine/status/withheld.h"

namespace engine {

Withheld::Withheld(std::span<const Finding> findings) : findings_(findings) {
    for (const Finding& finding : findings)
        if (finding.withholds && finding.place.at)
            rows_.try_emplace({finding.place.file, finding.place.sheet, finding.place.at.row}, &finding);
}

const Finding* Withheld::row(const std::string& file, const std::string& sheet, std::uint32_t row) const {
    const auto found = rows_.find({file, sheet, row});
    return found == rows_.end() ? nullptr : found->second;
}

const Finding* Withheld::whole(const Return& from) const {
    for (const Finding& finding : findings_) {
        if (!finding.withholds || finding.place.file != from.file) continue;
        const cells::Address at = finding.place.at;
        const bool of_cover =
            finding.place.sheet == from.cover_sheet && (at == from.service.at || at == from.period_text.at);
        if (!at || of_cover) return &finding;
    }
    return nullptr;
}

} // namespace engine
