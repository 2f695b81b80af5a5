#include "xlsx/rows/shift_run.h"

#include "xlsx/edit/related.h"
#include "xlsx/lint/new_faults.h"
#include "xlsx/rows/follow/filled_values.h"
#include "xlsx/rows/moved_formulas.h"
#include "xlsx/rows/shifted_rows.h"
#include "xlsx/rows/table_columns.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

Error ShiftRun::not_allowed(const std::string& where, std::string what, std::string next) const {
    return {Error::Kind::not_allowed, package_.name() + where, std::move(what), std::move(next)};
}

ShiftRun::Done ShiftRun::read() {
    if (std::ranges::any_of(package_.parts(),
                            [](const std::string& part) { return part.starts_with("_xmlsignatures/"); }))
        return std::unexpected(
            not_allowed("", "The workbook carries a digital signature, which shifting rows would break",
                        "Save a copy of it without the signature"));
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    edits_ = std::move(*edits);
    auto workbook = WorkbookPart::read(package_);
    if (!workbook) return std::unexpected(std::move(workbook.error()));
    workbook_ = std::move(*workbook);

    const ListedSheet* sheet = workbook_->find(sheet_);
    if (!sheet || !sheet->worksheet || sheet->part.empty())
        return std::unexpected(Error{Error::Kind::not_found, package_.name(),
                                     "There is no sheet '" + std::string(sheet_) + "' with cells",
                                     "Name one of the workbook's sheets"});
    if (shift_.first == 0 || shift_.count == 0 || shift_.first > cells::last_row
        || shift_.count > cells::last_row - shift_.first + 1)
        return std::unexpected(Error{Error::Kind::too_large, package_.name() + ": " + sheet->name,
                                     std::to_string(shift_.count) + " rows from row "
                                         + std::to_string(shift_.first) + " are not within the sheet",
                                     "Rows are numbered from 1 to " + std::to_string(cells::last_row)});
    shift_.sheet = static_cast<std::size_t>(sheet - workbook_->sheets.data());
    for (std::size_t i = 0; i < workbook_->sheets.size(); ++i)
        movement_.add(workbook_->sheets[i].name, i == shift_.sheet ? shift_.map() : RowMap());
    return {};
}

FollowAll ShiftRun::followers() const {
    return {*workbook_, movement_,
            [this](std::size_t sheet, const Follower& follower, const std::string& why) {
                const auto& sheets = workbook_->sheets;
                return not_allowed(sheet < sheets.size() ? ": " + sheets[sheet].name : std::string(),
                                   std::string(follower.words) + " cannot follow the rows: " + why,
                                   "Choose other rows, or take it away first");
            }};
}

// Tables whose rows all go.
ShiftRun::Done ShiftRun::drop_tables() {
    const std::string& part = workbook_->sheets[shift_.sheet].part;
    auto tables = table_columns(package_, part);
    if (!tables) return std::unexpected(std::move(tables.error()));
    auto text = edits_->text(part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto sheet = outline(*text);
    const XmlElement* list = sheet ? sheet->find("tableParts") : nullptr;
    if (!list) return {};
    const auto entries = children(*text, *list);
    std::vector<const XmlElement*> gone;
    for (const TableColumns& table : *tables) {
        if (!shift_.removes(table.range.first.row) || !shift_.removes(table.range.last.row)) continue;
        movement_.lose_table(table.name);
        dropped_.push_back(table.part);
        for (const XmlElement& entry : entries) {
            auto target = part_of_id(package_, part, attribute_local(entry.tag, "id").value_or(""));
            if (!target) return std::unexpected(std::move(target.error()));
            if (*target == table.part) gone.push_back(&entry);
        }
    }
    if (gone.empty()) return {};
    Splices& edits = edits_->of(part);
    if (gone.size() == entries.size())
        gone = {list};
    else if (attribute(list->tag, "count"))
        set_attribute(edits, *text, list->tag, "count", std::to_string(entries.size() - gone.size()));
    for (const XmlElement* element : gone) edits.erase(element->offset(), element->end - element->offset());
    return {};
}

ShiftRun::Done ShiftRun::write() {
    if (!shift_.inserts)
        if (auto done = drop_tables(); !done) return done;
    for (std::size_t i = 0; i < workbook_->sheets.size(); ++i) {
        if (!workbook_->sheets[i].worksheet || workbook_->sheets[i].part.empty()) continue;
        if (auto done = write_sheet(i); !done) return done;
        if (auto done = followers().parts(i, *edits_); !done) return done;
    }
    return followers().workbook(*edits_);
}

ShiftRun::Done ShiftRun::write_sheet(std::size_t index) {
    const ListedSheet& listed = workbook_->sheets[index];
    const auto damaged = [&](const std::string& why) {
        return std::unexpected(Error{Error::Kind::damaged, package_.name() + ": " + listed.name,
                                     "The sheet cannot be understood: " + why,
                                     "Open the workbook in Excel and save it again"});
    };
    auto text = edits_->text(listed.part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto sheet = outline(*text);
    if (!sheet) return damaged("its XML breaks off");
    if (auto done = followers().elements(index, *sheet, *edits_); !done) return done;
    const XmlElement* data = sheet->find("sheetData");
    if (!data || data->single()) return {};

    const std::string_view before = text->substr(data->offset(), data->end - data->offset());
    auto formulas = moved_formulas(before, movement_, shift_, index);
    if (!formulas)
        return std::unexpected(not_allowed(": " + listed.name + "!" + cells::to_text(formulas.error().at),
                                           formulas.error().what,
                                           "Choose other rows, or replace it by one formula for each cell"));
    std::string now = formulas->edits.empty() ? std::string(before) : formulas->edits.apply(before);
    if (index == shift_.sheet) {
        RowContents contents{.formulas = {}, .emptied = std::move(formulas->emptied)};
        if (shift_.inserts) {
            auto tables = table_columns(package_, listed.part);
            if (!tables) return std::unexpected(std::move(tables.error()));
            contents.formulas = calculated_formulas(*tables, shift_, *formulas, movement_);
            formulas->unknown.push_back({{shift_.first, 1}, {shift_.last(), cells::last_column}});
        }
        auto rows = shifted_rows(now, shift_, contents);
        if (!rows) return damaged(rows.error());
        now = *std::move(rows);
    } else if (!formulas->emptied.empty()) {
        auto rows = emptied_rows(now, formulas->emptied);
        if (!rows) return damaged(rows.error());
        now = *std::move(rows);
    }
    if (!formulas->unknown.empty()) written_[index].unknown = std::move(formulas->unknown);
    if (now != before) edits_->of(listed.part).replace(data->offset(), before.size(), std::move(now));
    return {};
}

// The chain of calculation lists cells that have moved; Excel makes a new one.
ShiftRun::Done ShiftRun::forget_chain() {
    auto chain = related_part(package_, package_.workbook_part(), "calcChain");
    if (!chain) return std::unexpected(std::move(chain.error()));
    if (chain->empty()) return {};
    return edits_->drop(package_.workbook_part(), *chain);
}

ShiftRun::Done ShiftRun::commit() {
    if (auto done = forget_chain(); !done) return done;
    for (const std::string& table : dropped_)
        if (auto done = edits_->drop(workbook_->sheets[shift_.sheet].part, table); !done) return done;
    if (auto done = edits_->commit(); !done) return std::unexpected(std::move(done.error()));
    if (auto done = correct_values(); !done) return done;
    return follow_charts();
}

ShiftRun::Done ShiftRun::correct_values() {
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    const auto workbook = WorkbookPart::read(package_);
    if (!workbook) return std::unexpected(workbook.error());
    auto changed = recalculate(*edits, *workbook, written_);
    if (!changed) return std::unexpected(std::move(changed.error()));
    changed_ = std::move(changed->changed);
    if (auto done = edits->commit(); !done) return std::unexpected(std::move(done.error()));
    return {};
}

// A chart over the shifted sheet may show other rows than before, one over others other values.
bool ShiftRun::has_changed(const Formula& shown) const {
    if (shown.opaque() || shown.references().empty()) return true;
    return std::ranges::any_of(shown.references(), [this](const Reference& reference) {
        const auto sheet = movement_.target(reference, 0);
        return sheet && (*sheet == shift_.sheet || changed_->touch({*sheet, area_of(reference)}));
    });
}

// What looks at values; and the workbook is calculated on load.
ShiftRun::Done ShiftRun::follow_charts() {
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    FilledValues values(package_, movement_, [this](const Formula& shown) { return has_changed(shown); });
    if (auto done = followers().charts(*edits, values); !done) return done;
    // Last, since it says that cached values do not count.
    const auto workbook = WorkbookPart::read(package_);
    if (!workbook) return std::unexpected(workbook.error());
    recalculate_on_load(*edits, *workbook);
    auto done = edits->commit();
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

ShiftRun::Done ShiftRun::check() {
    // A fault that the workbook had may stand in another row by now.
    const auto faults = new_faults(package_, [](const std::string& part) { return part; });
    if (!faults) return std::unexpected(faults.error());
    if (faults->empty()) return {};
    const auto fault = faults->begin();
    return std::unexpected(Error{Error::Kind::refused, package_.name() + ": " + fault->part,
                                 "The workbook would be faulty (" + fault->invariant + "): " + fault->what,
                                 "Please report this, with the workbook"});
}

} // namespace xlsx
