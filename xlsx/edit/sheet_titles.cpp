#include "xlsx/edit/sheet_titles.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <set>

namespace xlsx {

using cells::Error;

namespace {

/// The lists as they stand in the part.
struct Titles {
    std::string part; ///< empty: there is no such list, or it does not agree with the workbook
    std::string_view text;
    XmlElement count;               ///< vt:i4, how many worksheets there are
    std::uint32_t worksheets = 0;   ///< what it says
    XmlElement vector;              ///< vt:vector of the titles
    std::vector<XmlElement> titles; ///< of all kinds of parts, worksheets first
};

std::vector<XmlElement> children_named(std::string_view text, const XmlElement& element,
                                       std::string_view name) {
    auto found = children(text, element);
    std::erase_if(found, [&](const XmlElement& child) { return child.name != name; });
    return found;
}

std::expected<Titles, Error> find_titles(PartEdits& edits, const WorkbookPart& workbook) {
    auto part = related_part(edits.package(), "", "extended-properties");
    if (!part) return std::unexpected(std::move(part.error()));
    Titles titles;
    if (part->empty()) return titles;
    auto text = edits.text(*part);
    if (!text) return std::unexpected(std::move(text.error()));
    titles.text = *text;

    const auto root = outline(*text);
    const XmlElement* pairs = root ? root->find("HeadingPairs") : nullptr;
    const XmlElement* names = root ? root->find("TitlesOfParts") : nullptr;
    if (!pairs || !names) return titles;
    const auto pair_vector = children_named(*text, *pairs, "vector");
    const auto name_vector = children_named(*text, *names, "vector");
    if (pair_vector.empty() || name_vector.empty()) return titles;
    const auto variants = children_named(*text, pair_vector.front(), "variant");
    if (variants.size() < 2) return titles;
    const auto counts = children_named(*text, variants[1], "i4");
    if (counts.empty()) return titles;

    titles.count = counts.front();
    titles.worksheets = number_of(titles.count.inner(*text)).value_or(0);
    titles.vector = name_vector.front();
    titles.titles = children_named(*text, titles.vector, "lpstr");
    if (titles.worksheets == 0 || titles.titles.size() < titles.worksheets
        || number_attribute(titles.vector.tag, "size") != titles.titles.size())
        return titles;
    std::set<std::string> listed;
    for (std::size_t i = 0; i < titles.worksheets; ++i)
        listed.insert(unescape(titles.titles[i].inner(*text)));
    std::set<std::string> sheets;
    for (const ListedSheet& sheet : workbook.sheets) {
        sheets.insert(sheet.name);
        // Excel leaves out sheets that only macros can show.
        const bool missing = sheet.worksheet && attribute(sheet.element.tag, "state") != "veryHidden"
                             && !listed.contains(sheet.name);
        if (missing) return titles;
    }
    if (!std::ranges::includes(sheets, listed)) return titles;
    titles.part = std::move(*part);
    return titles;
}

void set_counts(Splices& edits, const Titles& titles, int more) {
    const auto changed = [&](std::size_t count) { return std::to_string(static_cast<int>(count) + more); };
    const auto count = titles.count.inner(titles.text);
    edits.replace(titles.count.content(), count.size(), changed(titles.worksheets));
    set_attribute(edits, titles.text, titles.vector.tag, "size", changed(titles.titles.size()));
}

} // namespace

std::expected<void, Error> add_title(PartEdits& edits, const WorkbookPart& workbook,
                                     const std::string& name) {
    auto titles = find_titles(edits, workbook);
    if (!titles) return std::unexpected(std::move(titles.error()));
    if (titles->part.empty()) return {};
    const XmlElement& last = titles->titles[titles->worksheets - 1];
    const std::string tag(last.tag.name);
    edits.of(titles->part).insert(last.end, "<" + tag + ">" + escape(name) + "</" + tag + ">");
    set_counts(edits.of(titles->part), *titles, 1);
    return {};
}

std::expected<void, Error> remove_title(PartEdits& edits, const WorkbookPart& workbook,
                                        const std::string& name) {
    auto titles = find_titles(edits, workbook);
    if (!titles) return std::unexpected(std::move(titles.error()));
    if (titles->part.empty()) return {};
    for (std::size_t i = 0; i < titles->worksheets; ++i) {
        const XmlElement& title = titles->titles[i];
        if (unescape(title.inner(titles->text)) != name) continue;
        edits.of(titles->part).erase(title.offset(), title.end - title.offset());
        set_counts(edits.of(titles->part), *titles, -1);
        break;
    }
    return {};
}

} // namespace xlsx
