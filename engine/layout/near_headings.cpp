#include "engine/layout/header.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

/// The headings of the columns that were not found, and which column each is of.
struct Wanted {
    std::vector<std::string> headings;
    std::vector<std::size_t> columns;
};

} // namespace

/// Headings of families are not among them: a near year would be a guess at which column is meant.
static Wanted wanted_by(const Header& header, const LayoutTable& table) {
    Wanted wanted;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const LayoutColumn& column = table.columns[i];
        if (!column.parents.empty() || header.has(table, column.field)) continue;
        for (const std::string& heading : column.headings) {
            if (heading.find('{') != std::string::npos) continue;
            wanted.headings.push_back(heading);
            wanted.columns.push_back(i);
        }
    }
    return wanted;
}

void read_near(Header& header, const TablePatterns& patterns) {
    const LayoutTable& table = patterns.table();
    const Wanted wanted = wanted_by(header, table);
    if (wanted.headings.empty()) return;
    // By field: two headings that are near one column leave it open which is meant.
    std::map<std::string_view, std::vector<std::pair<std::size_t, std::size_t>>> near;
    for (std::size_t i = 0; i < header.unknown.size(); ++i)
        if (const auto found = nearest(header.unknown[i].text, wanted.headings))
            near[table.columns[wanted.columns[*found]].field].emplace_back(i, *found);

    std::vector<std::size_t> taken;
    for (const auto& [field, places] : near) {
        if (places.size() != 1) continue;
        const auto [index, heading] = places.front();
        const UnknownHeading& unknown = header.unknown[index];
        header.columns.push_back({wanted.columns[heading], unknown.letter, unknown.at, 0, 0});
        header.near.push_back({unknown.at, unknown.text, wanted.headings[heading]});
        taken.push_back(index);
    }
    std::ranges::sort(taken);
    for (auto index = taken.rbegin(); index != taken.rend(); ++index)
        header.unknown.erase(header.unknown.begin() + static_cast<std::ptrdiff_t>(*index));
    std::ranges::sort(header.columns, {}, &FoundColumn::letter);
    std::ranges::sort(header.near, {}, &NearHeading::at);
}

} // namespace engine
