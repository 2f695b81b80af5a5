// Invariants W2 to W4: names of ranges and values.
#include "xlsx/lint/lint_context.h"

#include "xlsx/read/attributes.h"

#include "engine/cells/ascii.h"

#include <algorithm>

namespace xlsx {

// A letter, an underscore, a backslash or what is not ASCII first, then letters, digits and dots too.
static bool is_name(std::string_view name) {
    const auto may_start = [](char c) {
        return cells::is_letter(c) || c == '_' || c == '\\' || static_cast<unsigned char>(c) >= 0x80;
    };
    return !name.empty() && utf16_units(name) <= 255 && may_start(name.front())
           && std::ranges::all_of(
               name, [&](char c) { return may_start(c) || cells::is_digit(c) || c == '.' || c == '?'; })
           && !cells::parse_address(name);
}

// The sheets that the areas "'Q1 return'!$A$1:$B$2,Lists!$C:$C" stand on, or nothing where the text is
// another kind of formula.
static std::optional<std::vector<std::string>> sheets_of_areas(std::string_view areas) {
    std::vector<std::string> sheets;
    while (!areas.empty()) {
        std::string sheet;
        if (areas.starts_with('\'')) {
            std::size_t i = 1;
            for (; i < areas.size(); ++i) {
                if (areas[i] == '\'' && areas.substr(i + 1, 1) != "'") break;
                if (areas[i] == '\'') ++i;
                sheet += areas[i];
            }
            areas.remove_prefix(std::min(i + 1, areas.size()));
        } else {
            const auto bang = areas.find('!');
            if (bang == std::string_view::npos) return std::nullopt;
            sheet = areas.substr(0, bang);
            if (sheet.find_first_of("(),+*&#") != std::string::npos) return std::nullopt;
            areas.remove_prefix(bang);
        }
        if (!areas.starts_with('!')) return std::nullopt;
        const auto end = std::min(areas.find(','), areas.size());
        if (areas.substr(0, end).find_first_of("(#") != std::string_view::npos) return std::nullopt;
        areas.remove_prefix(std::min(end + 1, areas.size()));
        if (sheet.find('[') != std::string::npos) return std::nullopt; // another workbook's
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

static void lint_built_in(LintContext& context, const WorkbookPart& workbook, const std::string& name,
                          std::optional<std::uint32_t> scope, const std::string& stands_for) {
    if (name != "_xlnm.Print_Area" && name != "_xlnm.Print_Titles" && name != "_xlnm._FilterDatabase") return;
    if (!scope || *scope >= workbook.sheets.size()) return;
    const std::string own = small_letters(workbook.sheets[*scope].name);
    for (const std::string& sheet : sheets_of_areas(stands_for).value_or(std::vector<std::string>{}))
        if (small_letters(sheet) != own)
            context.fault("W4", context.package.workbook_part(),
                          name + " of sheet '" + workbook.sheets[*scope].name + "' stands on another, '"
                              + sheet + "'");
}

void lint_names(LintContext& context, const WorkbookPart& workbook) {
    const std::string& part = context.package.workbook_part();
    const XmlOutline& root = workbook.outline;
    const XmlElement* names = root.find("definedNames");
    if (!names) return;
    std::set<std::string> seen;
    for (const XmlElement& name : children(root.text, *names)) {
        const std::string text = unescape(attribute(name.tag, "name").value_or(""));
        const auto scope = number_attribute(name.tag, "localSheetId");
        const std::string key = small_letters(text);
        context.defined_names.insert(key);
        if (!seen.insert(key + (scope ? "|" + std::to_string(*scope) : "")).second)
            context.fault("W3", part, "The name '" + text + "' is defined twice");
        const std::string stands_for = unescape(name.inner(root.text));
        if (stands_for.empty()) context.fault("W3", part, "The name '" + text + "' stands for nothing");
        // Names of macros and of functions to come ("_xlfn.") have rules of their own.
        if (!is_name(text) && !true_attribute(name.tag, "function") && !true_attribute(name.tag, "xlm"))
            context.fault("W3", part, "Excel takes no name '" + text + "'");
        if (scope && *scope >= workbook.sheets.size())
            context.fault("W2", part, "The name '" + text + "' belongs to a sheet that is not there");
        lint_built_in(context, workbook, text, scope, stands_for);
    }
}

} // namespace xlsx
