#include "xlsx/read/workbook.h"

#include "xlsx/package/small_part.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/shared_strings.h"
#include "xlsx/read/sheet_reader.h"
#include "xlsx/read/styles.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace xlsx {

using cells::Error;

struct Workbook::State {
    Package& package;
    std::vector<SheetEntry> sheets;
    std::vector<NumberFormat> formats;
    SharedStrings strings;
    Notices notices;
    bool date1904 = false;

    std::expected<void, Error> read_workbook_part();
    std::expected<SheetEntry, Error> sheet_of(const pugi::xml_node& element,
                                              const std::vector<Relationship>& related) const;
    void read_notices(const std::vector<Relationship>& related);
    std::expected<cells::Sheet, Error> read(const SheetEntry& entry, SheetBudget& budget) const;
};

static const Relationship* find_kind(const std::vector<Relationship>& related, std::string_view kind) {
    const auto found =
        std::ranges::find_if(related, [&](const Relationship& one) { return Package::type_is(one, kind); });
    return found == related.end() ? nullptr : &*found;
}

std::expected<SheetEntry, Error> Workbook::State::sheet_of(const pugi::xml_node& element,
                                                           const std::vector<Relationship>& related) const {
    SheetEntry sheet;
    sheet.name = element.attribute("name").value();
    const std::string_view state = element.attribute("state").value();
    sheet.hidden = state == "hidden" || state == "veryHidden";
    const auto id = value_by_local_name(element, "id"); // r:id, whatever the prefix
    if (id.empty()) { // Excel's own for a module of Visual Basic that was a sheet once
        sheet.worksheet = false;
        return sheet;
    }
    const auto found = std::ranges::find_if(related, [&](const Relationship& one) { return one.id == id; });
    if (found == related.end() || found->external)
        return std::unexpected(damaged(package, sheet.name, "The sheet is listed, and is not there"));
    sheet.part = Package::resolve(package.workbook_part(), found->target);
    sheet.worksheet = Package::type_is(*found, "worksheet");
    return sheet;
}

void Workbook::State::read_notices(const std::vector<Relationship>& related) {
    notices.macros = find_kind(related, "vbaProject") != nullptr;
    notices.external_links = find_kind(related, "externalLink") != nullptr;
    for (const std::string& part : package.parts()) {
        const std::string name = folded(part);
        notices.digital_signature = notices.digital_signature || name.starts_with("_xmlsignatures/");
        notices.embedded_objects =
            notices.embedded_objects || name.starts_with("xl/embeddings/") || name.starts_with("xl/activex/");
    }
}

std::expected<void, Error> Workbook::State::read_workbook_part() {
    const std::string& part = package.workbook_part();
    auto related = package.relationships(part);
    if (!related) return std::unexpected(std::move(related.error()));
    const auto tree = small_part(package, part);
    if (!tree) return std::unexpected(tree.error());

    for (const pugi::xml_node& child : tree->document_element().children()) {
        const auto name = local_name(child);
        if (name == "workbookPr") date1904 = is_true(child.attribute("date1904").value());
        if (name == "workbookProtection")
            notices.structure_protected = is_true(child.attribute("lockStructure").value());
        if (name != "sheets") continue;
        for (const pugi::xml_node& listed : child.children()) {
            if (local_name(listed) != "sheet") continue;
            auto sheet = sheet_of(listed, *related);
            if (!sheet) return std::unexpected(std::move(sheet.error()));
            sheets.push_back(std::move(*sheet));
            if (sheets.size() > package.limits().sheets)
                return std::unexpected(too_many(package, part, package.limits().sheets, "sheets"));
        }
    }
    if (sheets.empty()) return std::unexpected(damaged(package, part, "The workbook has no sheets"));
    read_notices(*related);

    // LibreOffice has written relationships to styles and texts that it then left out.
    const auto part_of_kind = [&](std::string_view kind) -> std::optional<std::string> {
        const auto* found = find_kind(*related, kind);
        auto name = Package::resolve(part, found ? found->target : "");
        return found && package.has(name) ? std::optional(std::move(name)) : std::nullopt;
    };
    if (const auto styles = part_of_kind("styles")) {
        auto read = read_styles(package, *styles);
        if (!read) return std::unexpected(std::move(read.error()));
        formats = std::move(*read);
    }
    if (const auto texts = part_of_kind("sharedStrings")) {
        auto read = SharedStrings::read(package, *texts);
        if (!read) return std::unexpected(std::move(read.error()));
        strings = std::move(*read);
    }
    return {};
}

std::expected<cells::Sheet, Error> Workbook::State::read(const SheetEntry& entry, SheetBudget& budget) const {
    cells::Sheet sheet;
    if (entry.worksheet) {
        auto read = read_sheet(package, entry.part, entry.name, {formats, strings, date1904}, budget);
        if (!read) return read;
        sheet = std::move(*read);
    } else {
        sheet.name = entry.name;
        sheet.date1904 = date1904;
    }
    sheet.hidden = entry.hidden;
    return sheet;
}

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

std::expected<Workbook, Error> Workbook::open(Package& package) {
    auto state = std::make_unique<State>(State{package, {}, {}, {}, {}, false});
    if (auto read = state->read_workbook_part(); !read) return std::unexpected(std::move(read.error()));
    return Workbook(std::move(state));
}

const std::vector<SheetEntry>& Workbook::sheets() const {
    return state_->sheets;
}

bool Workbook::date1904() const {
    return state_->date1904;
}

Notices Workbook::notices() const {
    return state_->notices;
}

std::expected<cells::Sheet, Error> Workbook::read(std::size_t index) const {
    SheetBudget budget(state_->package.limits());
    return state_->read(state_->sheets[index], budget);
}

std::expected<SheetShape, Error> Workbook::stream(std::size_t index, const TakeRow& take_row) const {
    const SheetEntry& entry = state_->sheets[index];
    if (!entry.worksheet) return SheetShape{};
    SheetBudget budget(state_->package.limits());
    return read_rows(state_->package, entry.part, entry.name,
                     {state_->formats, state_->strings, state_->date1904}, budget, take_row);
}

std::expected<std::vector<cells::Sheet>, Error> Workbook::read_all() const {
    std::vector<cells::Sheet> all;
    SheetBudget budget(state_->package.limits());
    for (const SheetEntry& entry : state_->sheets) {
        if (!entry.worksheet) continue;
        auto sheet = state_->read(entry, budget);
        if (!sheet) return std::unexpected(std::move(sheet.error()));
        all.push_back(std::move(*sheet));
    }
    return all;
}

} // namespace xlsx
