#include "xlsx/edit/workbook_part.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/edit/related.h"
#include "xlsx/edit/sheet_titles.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

std::expected<WorkbookPart, Error> WorkbookPart::read(Package& package) {
    const std::string& part = package.workbook_part();
    auto text = package.text(part);
    if (!text) return std::unexpected(std::move(text.error()));
    auto related = package.relationships(part);
    if (!related) return std::unexpected(std::move(related.error()));
    auto found = xlsx::outline(*text);
    if (!found || !found->find("sheets"))
        return std::unexpected(damaged(package, part, "The workbook has no list of sheets"));

    WorkbookPart workbook{std::move(*found), {}, false};
    if (const XmlElement* properties = workbook.outline.find("workbookPr"))
        workbook.date1904 = true_attribute(properties->tag, "date1904");
    for (const XmlElement& element : children(*text, *workbook.outline.find("sheets"))) {
        if (element.name != "sheet") continue;
        ListedSheet sheet;
        sheet.name = unescape(attribute(element.tag, "name").value_or(""));
        sheet.element = element;
        const auto id = attribute_local(element.tag, "id").value_or("");
        for (const Relationship& one : *related) {
            if (one.id != id || one.external) continue;
            sheet.part = Package::resolve(part, one.target);
            sheet.worksheet = Package::type_is(one, "worksheet") && package.has(sheet.part);
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

const ListedSheet* WorkbookPart::find(std::string_view name) const {
    const auto found = std::ranges::find(sheets, name, &ListedSheet::name);
    return found == sheets.end() ? nullptr : &*found;
}

// A name cut to so many UTF-16 units, without the ellipsis that a text would get.
static std::string cut(std::string_view name, std::size_t units) {
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < name.size()) {
        const auto byte = static_cast<unsigned char>(name[at]);
        const std::size_t bytes = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        used += bytes == 4 ? 2 : 1;
        if (used > units) break;
        at = std::min(at + bytes, name.size());
    }
    return std::string(name.substr(0, at));
}

std::string free_sheet_name(const WorkbookPart& workbook, std::string_view wanted) {
    static constexpr std::size_t longest = 31;
    std::string plain(wanted);
    for (char& c : plain)
        if (std::string_view("\\/?*[]:").find(c) != std::string_view::npos
            || static_cast<unsigned char>(c) < ' ')
            c = ' ';
    const auto first = plain.find_first_not_of("' ");
    plain.erase(0, first);
    plain.erase(plain.find_last_not_of("' ") + 1);
    if (plain.empty()) plain = "Sheet";
    const auto taken = [&](const std::string& name) {
        return std::ranges::any_of(
            workbook.sheets, [&](const ListedSheet& sheet) { return folded(sheet.name) == folded(name); });
    };
    std::string name = cut(plain, longest);
    for (unsigned number = 2; taken(name); ++number) {
        const std::string suffix = " (" + std::to_string(number) + ")";
        name = cut(plain, longest - suffix.size()) + suffix;
    }
    return name;
}

std::expected<std::string, Error> add_sheet(PartEdits& edits, const WorkbookPart& workbook,
                                            const std::string& name) {
    Package& package = edits.package();
    const std::string part =
        free_part_name(package, folder_of(package.workbook_part()) + "worksheets/sheet", ".xml");
    auto id =
        package.relate(package.workbook_part(), "worksheet", relative_target(package.workbook_part(), part));
    if (!id) return id;
    auto declared =
        package.declare(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    if (!declared) return std::unexpected(std::move(declared.error()));

    std::uint32_t highest = 0;
    for (const ListedSheet& sheet : workbook.sheets)
        highest = std::max(highest, number_attribute(sheet.element.tag, "sheetId").value_or(0));
    const std::string tag = workbook.outline.prefix() + "sheet";
    append_inside(edits.of(package.workbook_part()), *workbook.outline.find("sheets"), workbook.outline.text,
                  "<" + tag + " name=\"" + escape(name) + "\" sheetId=\"" + std::to_string(highest + 1)
                      + "\" " + relationship_attribute(workbook.outline, *id) + "/>");
    if (auto done = add_title(edits, workbook, name); !done) return std::unexpected(std::move(done.error()));
    return part;
}

// Names that belong to a sheet count sheets from 0 (localSheetId).
static void renumber_names(Splices& edits, const XmlOutline& workbook, std::uint32_t gone) {
    const XmlElement* list = workbook.find("definedNames");
    if (!list) return;
    const auto names = children(workbook.text, *list);
    const auto of_gone = [&](const XmlElement& name) {
        return number_attribute(name.tag, "localSheetId") == gone;
    };
    if (std::ranges::all_of(names, of_gone)) {
        edits.erase(list->offset(), list->end - list->offset());
        return;
    }
    for (const XmlElement& name : names) {
        const auto sheet = number_attribute(name.tag, "localSheetId");
        if (sheet == gone) edits.erase(name.offset(), name.end - name.offset());
        if (sheet && *sheet > gone)
            set_attribute(edits, workbook.text, name.tag, "localSheetId", std::to_string(*sheet - 1));
    }
}

static void renumber_views(Splices& edits, const XmlOutline& workbook, std::uint32_t gone) {
    const XmlElement* views = workbook.find("bookViews");
    if (!views) return;
    for (const XmlElement& view : children(workbook.text, *views)) {
        for (const std::string_view name : {"activeTab", "firstSheet"}) {
            const auto sheet = number_attribute(view.tag, name);
            if (sheet && *sheet >= gone && *sheet > 0)
                set_attribute(edits, workbook.text, view.tag, name, std::to_string(*sheet - 1));
        }
    }
}

std::expected<void, Error> remove_sheet(PartEdits& edits, const WorkbookPart& workbook,
                                        const ListedSheet& sheet) {
    Package& package = edits.package();
    for (const std::string_view kind : {"comments", "vmlDrawing", "printerSettings", "drawing", "table"}) {
        auto parts = related_parts(package, sheet.part, kind);
        if (!parts) return std::unexpected(std::move(parts.error()));
        for (const std::string& part : *parts)
            if (auto done = edits.drop(sheet.part, part); !done) return done;
    }
    if (auto done = remove_title(edits, workbook, sheet.name); !done) return done;
    Splices& workbook_edits = edits.of(package.workbook_part());
    const auto position = static_cast<std::uint32_t>(&sheet - workbook.sheets.data());
    workbook_edits.erase(sheet.element.offset(), sheet.element.end - sheet.element.offset());
    renumber_names(workbook_edits, workbook.outline, position);
    renumber_views(workbook_edits, workbook.outline, position);
    return edits.drop(package.workbook_part(), sheet.part);
}

void recalculate_on_load(PartEdits& edits, const WorkbookPart& workbook) {
    Splices& workbook_edits = edits.of(edits.package().workbook_part());
    const XmlOutline& part = workbook.outline;
    if (const XmlElement* calculation = part.find("calcPr")) {
        if (!true_attribute(calculation->tag, "fullCalcOnLoad"))
            set_attribute(workbook_edits, part.text, calculation->tag, "fullCalcOnLoad", "1");
    } else {
        workbook_edits.insert(part.place("calcPr", workbook_order),
                              "<" + part.prefix() + "calcPr fullCalcOnLoad=\"1\"/>");
    }
}

} // namespace xlsx
