#include "xlsx/lint/changed_rows.h"

#include "xlsx/read/attributes.h"

#include <algorithm>
#include <string>

namespace xlsx {

static std::string_view rows_of(const XmlOutline& sheet) {
    const XmlElement* rows = sheet.find("sheetData");
    return rows ? rows->inner(sheet.text) : std::string_view{};
}

// The end of the row that ends at or behind `from`, and of the one behind it.
static std::size_t behind_next_row(std::string_view rows, std::string_view close, std::size_t from) {
    for (int more = 0; more < 2; ++more) {
        const auto found = rows.find(close, from);
        if (found == std::string_view::npos) return rows.size();
        from = found + close.size();
    }
    return from;
}

static bool reaches_beyond(std::string_view rows) {
    return rows.find(" si=") != std::string_view::npos || rows.find(" ref=") != std::string_view::npos;
}

std::optional<ChangedRows> changed_rows(const XmlOutline& before, const XmlOutline& now) {
    const std::string_view old_rows = rows_of(before);
    const std::string_view rows = rows_of(now);
    if (old_rows.empty() || rows.empty() || before.prefix() != now.prefix()) return std::nullopt;
    const auto [old_from, from] = std::ranges::mismatch(old_rows, rows);
    if (old_from == old_rows.end() && from == rows.end()) return ChangedRows{};
    const auto same = static_cast<std::size_t>(from - rows.begin());
    const std::string open = "<" + now.prefix() + "row ";
    const std::string close = "</" + now.prefix() + "row>";

    const std::size_t start = rows.rfind(open, same);
    if (start == std::string_view::npos) return std::nullopt;
    std::optional<std::uint32_t> row_before = 0;
    if (start != 0) {
        const std::size_t open_before = rows.rfind(open, start - 1);
        if (open_before == std::string_view::npos) return std::nullopt;
        row_before = number_attribute(XmlLexer(rows.substr(open_before)).next(), "r");
    }
    if (!row_before) return std::nullopt;

    const std::string_view old_rest = old_rows.substr(start);
    const std::string_view rest = rows.substr(start);
    std::size_t same_behind = 0;
    const std::size_t most = std::min(old_rest.size(), rest.size()) - (same - start);
    while (same_behind < most
           && old_rest[old_rest.size() - 1 - same_behind] == rest[rest.size() - 1 - same_behind])
        ++same_behind;
    const std::size_t end = behind_next_row(rest, close, rest.size() - same_behind);
    // What is the same behind is as long in both.
    const std::size_t old_end = old_rest.size() - (rest.size() - end);
    if (reaches_beyond(rest.substr(0, end)) || reaches_beyond(old_rest.substr(0, old_end)))
        return std::nullopt;
    return ChangedRows{rest.substr(0, end), *row_before};
}

} // namespace xlsx
