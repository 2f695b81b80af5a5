#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"

#include "engine/cells/ascii.h"

#include <algorithm>

namespace xlsx {

bool LintScope::takes_any(std::string_view piece) const {
    return all || std::ranges::any_of(touched, [&](const std::string& part) {
               return folded(part).find(piece) != std::string::npos;
           });
}

void LintContext::fault(InvariantId invariant, std::string_view part, std::string what) {
    faults.push_back({std::string(invariant.text()), std::string(part), std::move(what)});
}

std::optional<std::string_view> LintContext::text(const std::string& part) {
    auto found = package.text(part);
    if (found) return *found;
    fault("X1", part, std::move(found.error().what));
    return std::nullopt;
}

std::optional<XmlOutline> LintContext::outline(const std::string& part) {
    const auto found = text(part);
    if (!found) return std::nullopt;
    auto root = xlsx::outline(*found);
    if (!root) fault("X1", part, "The part is not well-formed");
    return root;
}

const VmlDrawing* LintContext::drawing(const std::string& part) {
    if (const auto known = drawings.find(part); known != drawings.end()) return &known->second;
    const auto found = text(part);
    return found ? &drawings.emplace(part, read_vml(*found)).first->second : nullptr;
}

std::vector<Relationship> LintContext::relationships(const std::string& part) {
    auto found = package.relationships(part);
    if (found) return std::move(*found);
    fault("X1", Package::relationships_part(part), std::move(found.error().what));
    return {};
}

std::string LintContext::of_workbook(std::string_view kind) {
    return related_part(package, package.workbook_part(), kind).value_or(std::string());
}

std::string small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), cells::lower);
    return small;
}

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

bool is_sheet_name(std::string_view name) {
    return !name.empty() && utf16_units(name) <= 31
           && name.find_first_of("\\/?*[]:") == std::string_view::npos && !name.starts_with('\'')
           && !name.ends_with('\'');
}

bool is_range_list(std::string_view text) {
    bool any = false;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t\r\n"), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.empty()) continue;
        any = true;
        if (cells::parse_range(one)) continue;
        // Whole columns and rows, "A:C" and "2:2", are ranges here as well.
        const auto colon = one.find(':');
        if (colon == std::string_view::npos) return false;
        for (const std::string_view end_of_range : {one.substr(0, colon), one.substr(colon + 1)})
            if (!cells::parse_address(std::string(end_of_range) + "1")
                && !cells::parse_address("A" + std::string(end_of_range)))
                return false;
    }
    return any;
}

bool overlap(const cells::Range& one, const cells::Range& other) {
    return one.first.row <= other.last.row && other.first.row <= one.last.row
           && one.first.column <= other.last.column && other.first.column <= one.last.column;
}

} // namespace xlsx
