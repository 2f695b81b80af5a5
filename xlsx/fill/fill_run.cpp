#include "xlsx/fill/fill_run.h"

#include "xlsx/edit/related.h"
#include "xlsx/fill/keep_rows.h"
#include "xlsx/fill/other_slots.h"
#include "xlsx/fill/place_blocks.h"
#include "xlsx/fill/write_rows.h"
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/filled_values.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

Error FillRun::fault_at(std::size_t sheet, const PlanFault& fault) const {
    return {Error::Kind::bad_template,
            package_.name() + ": " + workbook_->sheets[sheet].name + "!" + cells::to_text(fault.at),
            fault.what, fault.next};
}

Error FillRun::cannot_follow(std::size_t sheet, const Follower& follower, const std::string& why) const {
    const std::string where = sheet < sheets_.size() ? ": " + workbook_->sheets[sheet].name : std::string();
    return {Error::Kind::bad_template, package_.name() + where,
            std::string(follower.words) + " cannot follow the rows that repeat: " + why,
            "Take it away in the template, or let it stand on a sheet whose rows do not repeat"};
}

Error FillRun::damaged_sheet(std::size_t sheet, const std::string& why) const {
    return {Error::Kind::damaged, package_.name() + ": " + workbook_->sheets[sheet].name,
            "The sheet cannot be understood: " + why, "Open the template in Excel and save it again"};
}

FillRun::Done FillRun::repeat_sheets() {
    auto repeated = xlsx::repeat_sheets(package_, slots_, filled_slots_);
    if (!repeated) return std::unexpected(std::move(repeated.error()));
    repeated_ = std::move(*repeated);
    return {};
}

const std::string& FillRun::origin(const std::string& part) const {
    const auto found = repeated_.origins.find(part);
    return found == repeated_.origins.end() ? part : found->second;
}

FillRun::Done FillRun::read() {
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    edits_ = std::move(*edits);
    auto workbook = WorkbookPart::read(package_);
    if (!workbook) return std::unexpected(std::move(workbook.error()));
    workbook_ = std::move(*workbook);

    const std::string& root = package_.workbook_part();
    auto strings = related_part(package_, root, "sharedStrings");
    if (!strings) return std::unexpected(std::move(strings.error()));
    strings_part_ = std::move(*strings);
    if (!strings_part_.empty()) {
        auto text = package_.text(strings_part_);
        if (!text) return std::unexpected(std::move(text.error()));
        strings_ = TemplateStrings::read(*text).value_or(TemplateStrings());
    }
    auto styles = related_part(package_, root, "styles");
    if (!styles) return std::unexpected(std::move(styles.error()));
    styles_part_ = std::move(*styles);
    if (!styles_part_.empty()) {
        auto text = package_.text(styles_part_);
        if (!text) return std::unexpected(std::move(text.error()));
        formats_ = LayeredFormats::read(*text);
    }
    const std::size_t count = workbook_->sheets.size();
    sheets_.resize(count);
    rows_.resize(count);
    plans_.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        if (auto done = read_sheet(i); !done) return done;
    return {};
}

FillRun::Done FillRun::read_sheet(std::size_t index) {
    const ListedSheet& listed = workbook_->sheets[index];
    Sheet& sheet = sheets_[index];
    plans_[index] = plan_without_rows(repeated_.scopes[index]);
    if (!listed.worksheet) return {};
    auto text = package_.text(listed.part);
    if (!text) return std::unexpected(std::move(text.error()));
    sheet.text = *text;
    sheet.outline = outline(*text);
    if (!sheet.outline) return std::unexpected(damaged_sheet(index, "its XML breaks off"));
    auto rows = read_rows(*text, strings_);
    if (!rows) return std::unexpected(damaged_sheet(index, rows.error()));
    rows_[index] = std::move(*rows);
    sheet.worksheet = true;
    auto plan = plan_sheet(rows_[index], repeated_.scopes[index]);
    if (!plan) return std::unexpected(fault_at(index, plan.error()));
    plans_[index] = std::move(*plan);
    return {};
}

FillRun::Done FillRun::keep_rows(const Movement& names) {
    RowKeeper keeper(names, plans_);
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        for (const TemplateRow& row : rows_[i].rows)
            for (const TemplateCell& cell : row.cells)
                if (cell.formula) keeper.keep(cell.formula->formula, i, row.row);
        if (!sheets_[i].worksheet) continue;
        keeper.keep_formats(i, *sheets_[i].outline);
        for (const std::string_view kind : {"table", "drawing"}) {
            auto parts = related_parts(package_, workbook_->sheets[i].part, kind);
            if (!parts) return std::unexpected(std::move(parts.error()));
            for (const std::string& part : *parts) {
                auto text = package_.text(part);
                if (!text) return std::unexpected(std::move(text.error()));
                const auto table = kind == "table" ? outline(*text) : std::nullopt;
                if (table) keeper.keep_table(i, *table);
                auto charts = related_parts(package_, part, "chart");
                if (!charts) return std::unexpected(std::move(charts.error()));
                for (const std::string& chart : *charts)
                    if (const auto xml = package_.text(chart)) keeper.keep_texts(*xml, "f");
            }
        }
    }
    keeper.keep_texts(workbook_->outline.text, "definedName");
    return {};
}

FillRun::Done FillRun::place() {
    Movement names;
    for (const ListedSheet& sheet : workbook_->sheets) names.add(sheet.name, RowMap());
    if (auto done = keep_rows(names); !done) return done;

    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        PlacedBlocks placed = place_blocks(plans_[i], repeated_.scopes[i].innermost());
        const std::uint32_t last = rows_[i].rows.empty() ? 0 : rows_[i].rows.back().row;
        if (last != 0 && placed.rows.through(last, 0) > cells::last_row)
            return std::unexpected(
                Error{Error::Kind::too_large, package_.name() + ": " + workbook_->sheets[i].name,
                      "The sheet would have more than " + std::to_string(cells::last_row) + " rows",
                      "Divide the report"});
        sheets_[i].scopes = std::move(placed.scopes);
        movement_.add(workbook_->sheets[i].name, std::move(placed.rows));
    }
    return {};
}

FillRun::Done FillRun::write() {
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const Sheet& sheet = sheets_[i];
        if (sheet.worksheet)
            if (auto done = write_sheet(i); !done) return done;
        auto done = fill_other_slots({.sheet = workbook_->sheets[i],
                                      .index = i,
                                      .outline = sheet.worksheet ? &*sheet.outline : nullptr,
                                      .rows_begin = rows_[i].tag.offset,
                                      .rows_end = rows_[i].end,
                                      .scope = repeated_.scopes[i],
                                      .plan = plans_[i],
                                      .scopes = sheet.scopes,
                                      .movement = movement_},
                                     filled_slots_, *edits_);
        if (!done) return done;
        if (!sheet.worksheet) continue;
        if (done = followers().parts(i, *edits_); !done) return done;
    }
    if (filled_slots_.empty() && std::ranges::none_of(plans_, &SheetPlan::fills))
        return std::unexpected(Error{Error::Kind::bad_template, package_.name(),
                                     "The template has nothing to fill",
                                     "Write slots such as {{report.period}} into its cells"});
    return followers().workbook(*edits_);
}

FillRun::Done FillRun::write_sheet(std::size_t index) {
    Sheet& sheet = sheets_[index];
    const CellWidths widths(*sheet.outline);
    auto written = write_rows({.index = index,
                               .rows = rows_[index],
                               .plan = plans_[index],
                               .scopes = sheet.scopes,
                               .around = repeated_.scopes[index],
                               .groups = repeated_.groups,
                               .movement = movement_,
                               .formats = formats_ ? &*formats_ : nullptr,
                               .widths = widths,
                               .note = listing_ ? &filled_slots_ : nullptr,
                               .date1904 = workbook_->date1904});
    if (!written) return std::unexpected(fault_at(index, written.error()));
    shared_references_ += written->shared_references;
    sheet.links = std::move(written->links);
    Splices& edits = edits_->of(workbook_->sheets[index].part);
    const std::size_t start = rows_[index].tag.offset;
    const std::size_t length = rows_[index].end - start;
    if (written->xml != sheet.text.substr(start, length))
        edits.replace(start, length, std::move(written->xml));
    return followers().elements(index, *sheet.outline, *edits_);
}

FollowAll FillRun::followers() const {
    return {*workbook_, movement_,
            [this](std::size_t sheet, const Follower& follower, const std::string& why) {
                return cannot_follow(sheet, follower, why);
            }};
}

// The chain of calculation lists cells that have moved; Excel makes a new one.
FillRun::Done FillRun::forget_calculation() {
    auto chain = related_part(package_, package_.workbook_part(), "calcChain");
    if (!chain) return std::unexpected(std::move(chain.error()));
    if (chain->empty()) return {};
    return edits_->drop(package_.workbook_part(), *chain);
}

FillRun::Done FillRun::finish_strings_and_styles() {
    if (!strings_part_.empty() && (strings_.any() || shared_references_ != 0)) {
        auto text = package_.text(strings_part_);
        if (!text) return std::unexpected(std::move(text.error()));
        edits_->of(strings_part_)
            .replace(0, text->size(), TemplateStrings::emptied(*text, shared_references_));
    }
    if (formats_ && formats_->changed()) {
        auto text = package_.text(styles_part_);
        if (!text) return std::unexpected(std::move(text.error()));
        edits_->of(styles_part_).replace(0, text->size(), formats_->written());
    }
    return {};
}

FillRun::Done FillRun::commit() {
    if (auto done = finish_strings_and_styles(); !done) return done;
    if (auto done = forget_calculation(); !done) return done;
    if (auto done = edits_->commit(); !done) return std::unexpected(std::move(done.error()));
    if (auto done = add_links(); !done) return done;
    if (auto done = correct_values(); !done) return done;
    return follow_charts();
}

// After the template's own links have followed the rows.
FillRun::Done FillRun::add_links() {
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    for (std::size_t i = 0; i < sheets_.size(); ++i)
        if (auto done = xlsx::add_links(*edits, workbook_->sheets[i].part, sheets_[i].links); !done)
            return done;
    auto done = edits->commit();
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

// Slots that stand above all that moves; from there on every row counts as changed.
Written FillRun::written() const {
    Written written;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const RowMap& map = movement_.rows(i);
        SheetWritten sheet;
        if (map.moves()) sheet.moved_from = map.blocks()[map.blocks()[0].children.front()].first;
        for (const TemplateRow& row : rows_[i].rows) {
            if (map.moves() && row.row >= sheet.moved_from) break;
            for (const TemplateCell& cell : row.cells) {
                const cells::Address at{row.row, cell.column};
                if (cell.slots) sheet.cells[at] = std::nullopt;
                // It means other sheets than the template's did.
                if (cell.formula && cell.formula->formula.text().contains("{{"))
                    sheet.unknown.push_back({at, at});
            }
        }
        if (plans_[i].fills() || !sheet.unknown.empty()) written[i] = std::move(sheet);
    }
    return written;
}

FillRun::Done FillRun::correct_values() {
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    const auto workbook = WorkbookPart::read(package_);
    if (!workbook) return std::unexpected(workbook.error());
    auto done = recalculate(*edits, *workbook, written());
    if (!done) return std::unexpected(std::move(done.error()));
    recalculated_ = std::move(*done);
    recalculate_on_load(*edits, *workbook);
    if (auto changes = edits->commit(); !changes) return std::unexpected(std::move(changes.error()));
    return {};
}

// Whether any cell of a chart's references holds another value than in the template.
bool FillRun::has_changed(const Formula& shown) const {
    if (shown.opaque()) return recalculated_->changed.any();
    return std::ranges::any_of(shown.references(), [&](const Reference& reference) {
        if (reference.external) return false;
        const auto sheet = movement_.target(reference, 0);
        return sheet ? recalculated_->changed.touch({*sheet, area_of(reference)})
                     : recalculated_->changed.any();
    });
}

FillRun::Done FillRun::follow_charts() {
    auto edits = PartEdits::begin(package_);
    if (!edits) return std::unexpected(std::move(edits.error()));
    FilledValues values(package_, movement_, [this](const Formula& shown) { return has_changed(shown); });
    if (auto done = followers().charts(*edits, values); !done) return done;
    auto done = edits->commit();
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

} // namespace xlsx
