#include "xlsx/fill/repeat_sheets.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/fill/copy_parts.h"
#include "xlsx/fill/slot_filler.h"
#include "xlsx/read/attributes.h"
#include "xlsx/rows/element_copy.h"

#include <algorithm>
#include <optional>

namespace xlsx {

using cells::Error;
using cells::SlotScope;

namespace {

class SheetRepeater {
public:
    SheetRepeater(Package& package, const cells::Slots& slots, FilledSlots& note)
        : package_(package), slots_(slots), note_(note) {}
    std::expected<RepeatedSheets, Error> repeat();

private:
    using Done = std::expected<void, Error>;
    /// A sheet of the output.
    struct Sheet {
        std::size_t listed = 0; ///< of the template
        std::string name;
        std::string part;
        std::string id; ///< of its relationship, where it is a copy
    };

    std::unexpected<Error> fault(const ListedSheet& sheet, SlotFault fault) const {
        return std::unexpected(Error{Error::Kind::bad_template, package_.name() + ": " + sheet.name,
                                     std::move(fault.what), std::move(fault.next)});
    }
    std::expected<std::vector<SheetScope>, SlotFault> scopes_of(const std::string& name) const;
    Done name_sheets();
    Done name_copies(std::size_t listed);
    Done make_copies();
    Done drop(const std::string& part);
    Done point_references();
    Done point_part(const std::string& part, const StandsIn& stands_in);
    void list_sheets();
    void list_names(Splices& edits) const;
    void show_first(Splices& edits) const;
    Done forget_titles();
    StandsIn standing_in(std::size_t sheet) const {
        return [&scopes = result_.scopes[sheet]](const SlotScope* scope) {
            return std::ranges::find(scopes.scopes, scope, &SheetScope::Around::scope) != scopes.scopes.end();
        };
    }
    /// Where the first copy of a template's sheet stands now, or what comes after it.
    std::size_t position(std::size_t listed) const {
        const auto found = std::ranges::find_if(sheets_, [&](const Sheet& s) { return s.listed >= listed; });
        return static_cast<std::size_t>(found - sheets_.begin());
    }

    Package& package_;
    const cells::Slots& slots_;
    FilledSlots& note_;
    WorkbookPart workbook_;
    WorkbookPart names_; // the sheets whose names are taken
    std::vector<Sheet> sheets_;
    RepeatedSheets result_;
};

// The scopes of blocks within blocks, each with those around it.
void add_scopes(const SheetScope& around, const std::vector<std::string>& path, std::size_t depth,
                std::vector<SheetScope>& out) {
    if (depth == path.size()) {
        out.push_back(around);
        return;
    }
    const auto block = around.innermost().blocks.find(path[depth]);
    if (block == around.innermost().blocks.end()) return;
    for (const SlotScope& scope : block->second) {
        SheetScope inner = around;
        inner.scopes.push_back({path[depth], &scope});
        add_scopes(inner, path, depth + 1, out);
    }
}

// What a sheet of this name shows, copy by copy: the scopes of the innermost block that its name names.
std::expected<std::vector<SheetScope>, SlotFault> SheetRepeater::scopes_of(const std::string& name) const {
    std::vector<std::string> path;
    for (const SlotMark& mark : plain_slot_text(name).slots) {
        const auto dot = mark.slot.plain() ? mark.slot.name.find('.') : std::string::npos;
        if (dot == std::string::npos) continue;
        const std::string block = mark.slot.name.substr(0, dot);
        const auto ways = Level(slots_.root).ways_to(block);
        if (ways.size() > 1)
            return std::unexpected(SlotFault{"The sheet could repeat for the '" + block + "' of '"
                                                 + ways[0].front() + "' or of '" + ways[1].front() + "'",
                                             "Name it after another block"});
        if (!ways.empty() && ways.front().size() > path.size()) path = ways.front();
    }
    std::vector<SheetScope> scopes;
    add_scopes({{{"", &slots_.root}}}, path, 0, scopes);
    return scopes;
}

SheetRepeater::Done SheetRepeater::name_copies(std::size_t listed) {
    const ListedSheet& sheet = workbook_.sheets[listed];
    if (!sheet.worksheet)
        return fault(sheet, {"A sheet of this kind cannot repeat", "Put its chart onto a worksheet"});
    auto scopes = scopes_of(sheet.name);
    if (!scopes) return fault(sheet, std::move(scopes.error()));
    SheetGroup group{.name = sheet.name, .copies = {}, .scopes = {}};
    for (SheetScope& scope : *scopes) {
        const SheetPlan plan = plan_without_rows(scope);
        const auto name =
            SlotFiller(
                scope, plan, 0, [&](std::size_t) { return &scope.innermost(); },
                {.sheet = sheet.name, .where = "the sheet's name", .slot = {}, .value = {}}, note_)
                .fill({sheet.name});
        if (!name) return fault(sheet, name.error());
        const std::string free = free_sheet_name(names_, name->front());
        names_.sheets.push_back({.name = free, .part = {}, .worksheet = true, .element = {}});
        sheets_.push_back({.listed = listed, .name = free, .part = sheet.part, .id = {}});
        group.copies.push_back(free);
        group.scopes.push_back(&scope.innermost());
        result_.scopes.push_back(std::move(scope));
    }
    result_.groups.push_back(std::move(group));
    return {};
}

SheetRepeater::Done SheetRepeater::name_sheets() {
    names_ = workbook_;
    std::erase_if(names_.sheets, [](const ListedSheet& sheet) { return sheet.name.contains("{{"); });
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
        const ListedSheet& sheet = workbook_.sheets[i];
        if (!sheet.name.contains("{{")) {
            sheets_.push_back({.listed = i, .name = sheet.name, .part = sheet.part, .id = {}});
            result_.scopes.push_back({{{"", &slots_.root}}});
        } else if (auto done = name_copies(i); !done) {
            return done;
        }
    }
    if (sheets_.empty())
        return std::unexpected(Error{Error::Kind::bad_template, package_.name(),
                                     "There is nothing for which a sheet would be there",
                                     "Give the template a sheet that does not repeat"});
    return {};
}

SheetRepeater::Done SheetRepeater::drop(const std::string& part) {
    for (const std::string& gone : {Package::relationships_part(part), part}) {
        if (!package_.has(gone)) continue;
        if (auto done = package_.undeclare(gone); !done) return done;
        package_.remove(gone);
    }
    return {};
}

SheetRepeater::Done SheetRepeater::make_copies() {
    const std::string root = package_.workbook_part();
    auto copier = PartCopier::begin(package_);
    if (!copier) return std::unexpected(std::move(copier.error()));
    for (std::size_t i = 1; i < sheets_.size(); ++i) {
        if (sheets_[i].listed != sheets_[i - 1].listed) continue;
        auto part = copier->copy_sheet(sheets_[i].part);
        if (!part) return std::unexpected(std::move(part.error()));
        auto id = package_.relate(root, "worksheet", relative_target(root, *part));
        if (!id) return std::unexpected(std::move(id.error()));
        sheets_[i].part = std::move(*part);
        sheets_[i].id = std::move(*id);
    }
    for (const Sheet& sheet : sheets_) {
        const auto parts = copier->own_parts(sheet.part);
        if (!parts) return std::unexpected(parts.error());
        for (const std::string& part : *parts)
            if (copier->origin(part) != part) result_.origins[part] = copier->origin(part);
    }
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
        if (std::ranges::find(sheets_, i, &Sheet::listed) != sheets_.end()) continue;
        const auto parts = copier->own_parts(workbook_.sheets[i].part);
        if (!parts) return std::unexpected(parts.error());
        if (auto done = unrelate_part(package_, root, parts->front()); !done) return done;
        for (const std::string& part : *parts)
            if (auto done = drop(part); !done) return done;
    }
    return {};
}

// Cells keep their references until they are written: each copy of a row may mean another sheet.
SheetRepeater::Done SheetRepeater::point_part(const std::string& part, const StandsIn& stands_in) {
    if (!part.ends_with(".xml")) return {};
    auto text = package_.text(part);
    if (!text) return std::unexpected(std::move(text.error()));
    if (!text->contains("{{")) return {};
    const auto root = outline(*text);
    const XmlElement* rows = root ? root->find("sheetData") : nullptr;
    std::string now;
    if (rows)
        now = with_copies(text->substr(0, rows->offset()), result_.groups, stands_in)
              + std::string(text->substr(rows->offset(), rows->end - rows->offset()))
              + with_copies(text->substr(rows->end), result_.groups, stands_in);
    else
        now = with_copies(*text, result_.groups, stands_in);
    if (now != *text) package_.replace(part, std::move(now));
    return {};
}

SheetRepeater::Done SheetRepeater::point_references() {
    auto copier = PartCopier::begin(package_);
    if (!copier) return std::unexpected(std::move(copier.error()));
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const auto parts = copier->own_parts(sheets_[i].part);
        if (!parts) return std::unexpected(parts.error());
        for (const std::string& part : *parts)
            if (auto done = point_part(part, standing_in(i)); !done) return done;
    }
    return {};
}

// Names of a sheet's own come once for each copy.
void SheetRepeater::list_names(Splices& edits) const {
    const XmlElement* list = workbook_.outline.find("definedNames");
    if (!list || list->single()) return;
    const std::string_view text = workbook_.outline.text;
    std::string now;
    for (const XmlElement& name : children(text, *list)) {
        const std::string xml(text.substr(name.offset(), name.end - name.offset()));
        const auto home = number_attribute(name.tag, "localSheetId");
        if (!home) now += with_copies(xml, result_.groups, [](const SlotScope*) { return false; });
        for (std::size_t i = 0; home && i < sheets_.size(); ++i)
            if (sheets_[i].listed == *home)
                now += with_copies(with_attributes(xml, {{"localSheetId", std::to_string(i)}}),
                                   result_.groups, standing_in(i));
    }
    if (now.empty())
        edits.erase(list->offset(), list->end - list->offset());
    else
        edits.replace(list->content(), list->inner(text).size(), std::move(now));
}

void SheetRepeater::show_first(Splices& edits) const {
    const XmlElement* views = workbook_.outline.find("bookViews");
    if (!views || views->single()) return;
    for (const XmlElement& view : children(workbook_.outline.text, *views)) {
        for (const std::string_view name : {"activeTab", "firstSheet"}) {
            const auto shown = number_attribute(view.tag, name);
            if (shown)
                set_attribute(edits, workbook_.outline.text, view.tag, name,
                              std::to_string(std::min(position(*shown), sheets_.size() - 1)));
        }
    }
}

void SheetRepeater::list_sheets() {
    const std::string_view text = workbook_.outline.text;
    const XmlElement* list = workbook_.outline.find("sheets");
    std::uint32_t last = 0;
    for (const ListedSheet& sheet : workbook_.sheets)
        last = std::max(last, number_attribute(sheet.element.tag, "sheetId").value_or(0));
    std::string now;
    for (const Sheet& sheet : sheets_) {
        const XmlElement& listed = workbook_.sheets[sheet.listed].element;
        std::string xml(text.substr(listed.offset(), listed.end - listed.offset()));
        xml = with_attributes(xml, {{"name", sheet.name}});
        if (!sheet.id.empty()) {
            std::string_view body = listed.tag.body;
            std::string id_name = "r:id";
            while (const auto attribute = take_attribute(body))
                if (attribute->name.ends_with(":id")) id_name = attribute->name;
            xml = with_attributes(xml, {{"sheetId", std::to_string(++last)}, {id_name, sheet.id}});
        }
        now += xml;
    }
    Splices edits;
    edits.replace(list->content(), list->inner(text).size(), std::move(now));
    list_names(edits);
    show_first(edits);
    package_.replace(package_.workbook_part(), edits.apply(text));
}

// The document's properties list the sheets, if anybody cares; Excel lists them again.
SheetRepeater::Done SheetRepeater::forget_titles() {
    auto part = related_part(package_, "", "extended-properties");
    if (!part) return std::unexpected(std::move(part.error()));
    if (part->empty()) return {};
    auto text = package_.text(*part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto root = outline(*text);
    if (!root) return {};
    Splices edits;
    for (const std::string_view name : {"HeadingPairs", "TitlesOfParts"})
        if (const XmlElement* element = root->find(name))
            edits.erase(element->offset(), element->end - element->offset());
    package_.replace(*part, edits.apply(*text));
    return {};
}

std::expected<RepeatedSheets, Error> SheetRepeater::repeat() {
    auto workbook = WorkbookPart::read(package_);
    if (!workbook) return std::unexpected(std::move(workbook.error()));
    workbook_ = std::move(*workbook);
    if (auto done = name_sheets(); !done) return std::unexpected(std::move(done.error()));
    if (result_.groups.empty()) return std::move(result_);
    if (auto done = make_copies(); !done) return std::unexpected(std::move(done.error()));
    if (auto done = point_references(); !done) return std::unexpected(std::move(done.error()));
    if (auto done = forget_titles(); !done) return std::unexpected(std::move(done.error()));
    list_sheets();
    return std::move(result_);
}

} // namespace

std::expected<RepeatedSheets, Error> repeat_sheets(Package& package, const cells::Slots& slots,
                                                   FilledSlots& note) {
    return SheetRepeater(package, slots, note).repeat();
}

} // namespace xlsx
