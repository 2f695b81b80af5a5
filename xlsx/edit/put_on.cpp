#include "xlsx/edit/put_on.h"

#include "xlsx/calc/recalculate.h"
#include "xlsx/edit/calculation_chain.h"
#include "xlsx/edit/edit_run.h"
#include "xlsx/edit/highlights.h"
#include "xlsx/edit/list_sheet.h"
#include "xlsx/edit/notes.h"
#include "xlsx/edit/sheet_values.h"
#include "xlsx/read/element_stream.h"

#include <algorithm>
#include <map>

namespace xlsx {

using cells::Address;
using cells::Error;

namespace {

/// All that is to be written on one sheet, by cell.
struct SheetMarks {
    std::map<Address, ValueMark> values;
    std::map<Address, std::string> notes;
    std::map<Address, cells::Colours> colours;
    bool empty() const { return values.empty() && notes.empty() && colours.empty(); }
};

/// Merged cells show what their top left corner holds, so that is where marks go.
class Merges {
public:
    explicit Merges(const XmlOutline& sheet) {
        const XmlElement* list = sheet.find("mergeCells");
        if (!list) return;
        for (const XmlElement& merge : children(sheet.text, *list))
            if (const auto range = cells::parse_range(attribute(merge.tag, "ref").value_or("")))
                ranges_.push_back(*range);
    }
    Address corner(Address at) const {
        const auto found =
            std::ranges::find_if(ranges_, [&](const cells::Range& range) { return range.contains(at); });
        return found == ranges_.end() ? at : found->first;
    }

private:
    std::vector<cells::Range> ranges_;
};

std::string shown_as(const cells::Written& written, const CellValue& value) {
    const auto* date = std::get_if<cells::Date>(&written);
    return date ? cells::to_text(*date) : value.text;
}

SheetMarks marks_of(const std::string& sheet, const Merges& merges, const cells::Marks& marks,
                    const std::vector<RememberedCell>& kept, bool date1904) {
    SheetMarks out;
    for (const RememberedCell& cell : kept)
        if (cell.sheet == sheet) out.values[cell.at] = {cell.wrote, cell.number_format, cell.wrote_shown};
    for (const cells::Mark& mark : marks.cells) {
        if (mark.sheet != sheet || !mark.at) continue;
        const Address at = merges.corner(mark.at);
        if (mark.value) {
            const CellValue value = cell_value(*mark.value, date1904);
            const bool date = std::holds_alternative<cells::Date>(*mark.value);
            out.values[at] = {value, date ? std::string(date_format) : mark.number_format,
                              shown_as(*mark.value, value), mark.edited_from};
        }
        if (!mark.note.empty()) {
            std::string& note = out.notes[at];
            note += (note.empty() ? "" : "\n") + mark.note;
        }
        if (mark.colours) out.colours.emplace(at, *mark.colours);
    }
    return out;
}

class Putting {
public:
    Putting(EditRun& run, const cells::Marks& marks, const Author& author,
            const std::vector<RememberedCell>& kept)
        : run_(run), marks_(marks), author_(author), kept_(kept) {
        memory_.author = author.name;
        memory_.version = author.version;
    }

    std::expected<ValuesReport, Error> put_on() {
        if (auto done = put_marks(); !done) return std::unexpected(std::move(done.error()));
        auto values = recalculate(run_.edits(), run_.workbook(), changed_);
        if (!values) return std::unexpected(std::move(values.error()));
        if (values->report.any()) recalculate_on_load(run_.edits(), run_.workbook());
        auto part = add_memory_part(run_.edits());
        if (!part) return std::unexpected(std::move(part.error()));
        auto changes = run_.finish();
        if (!changes) return std::unexpected(std::move(changes.error()));
        memory_.changes = std::move(*changes);
        run_.package().replace(*part, memory_xml(memory_));
        return std::move(values->report);
    }

private:
    std::expected<void, Error> put_marks() {
        for (const ListedSheet& listed : run_.workbook().sheets) {
            if (!concerns(listed)) continue;
            if (auto done = mark_sheet(listed); !done) return done;
        }
        if (!marks_.list_sheet.empty())
            if (auto done = add_list(); !done) return done;
        return forget_formulas(run_, formulas_replaced_);
    }

    bool concerns(const ListedSheet& listed) const {
        return listed.worksheet
               && (std::ranges::find(marks_.cells, listed.name, &cells::Mark::sheet) != marks_.cells.end()
                   || std::ranges::find(kept_, listed.name, &RememberedCell::sheet) != kept_.end());
    }

    std::expected<void, Error> mark_sheet(const ListedSheet& listed) {
        auto sheet = run_.sheet(listed);
        if (!sheet) return std::unexpected(std::move(sheet.error()));
        const SheetMarks marks =
            marks_of(listed.name, Merges(*sheet), marks_, kept_, run_.workbook().date1904);
        if (marks.empty()) return {};
        auto written = write_values(run_, listed, *sheet, marks.values);
        if (!written) return std::unexpected(std::move(written.error()));
        std::ranges::move(written->cells, std::back_inserter(memory_.cells));
        if (!written->changed.cells.empty())
            changed_[run_.workbook().index_of(listed)] = std::move(written->changed);
        if (!written->formulas_replaced.empty())
            formulas_replaced_[listed.name] = std::move(written->formulas_replaced);
        if (auto done = add_colours(listed, *sheet, marks); !done) return done;
        return add_notes(listed, *sheet, marks, std::move(written->heights));
    }

    std::expected<void, Error> add_colours(const ListedSheet& listed, const XmlOutline& sheet,
                                           const SheetMarks& marks) {
        if (marks.colours.empty()) return {};
        auto styles = run_.styles();
        if (!styles) return std::unexpected(std::move(styles.error()));
        std::vector<Highlight> highlights;
        for (const auto& [at, colours] : marks.colours) highlights.push_back({at, colours});
        add_highlights(run_.edits().of(listed.part), sheet, highlights, **styles, author_.name);
        return {};
    }

    std::expected<void, Error> add_notes(const ListedSheet& listed, const XmlOutline& sheet,
                                         const SheetMarks& marks, std::vector<RowHeight> heights) {
        if (marks.notes.empty()) return {};
        auto blocks = run_.shape_blocks();
        if (!blocks) return std::unexpected(std::move(blocks.error()));
        std::vector<Note> notes;
        for (const auto& [at, text] : marks.notes) notes.push_back({at, text});
        const SheetGrid grid(sheet, std::move(heights));
        auto written = write_notes(run_.edits(), **blocks, listed.part, sheet, grid, notes, author_.name);
        if (!written) return std::unexpected(std::move(written.error()));
        for (Note& note : *written) memory_.notes.push_back({listed.name, std::move(note)});
        return {};
    }

    std::expected<void, Error> add_list() {
        auto styles = run_.styles();
        if (!styles) return std::unexpected(std::move(styles.error()));
        memory_.list_sheet = free_sheet_name(run_.workbook(), marks_.list_sheet);
        auto part = add_sheet(run_.edits(), run_.workbook(), memory_.list_sheet);
        if (!part) return std::unexpected(std::move(part.error()));
        ListSheet list{marks_, author_.name, author_.version, is_strict(run_.workbook().outline), {}};
        for (const ListedSheet& sheet : run_.workbook().sheets) list.sheets.push_back(sheet.name);
        run_.package().add(*part, list_sheet_xml(list, **styles));
        return {};
    }

    EditRun& run_;
    const cells::Marks& marks_;
    const Author& author_;
    const std::vector<RememberedCell>& kept_;
    Memory memory_;
    Written changed_;
    std::map<std::string, std::vector<Address>> formulas_replaced_;
};

} // namespace

std::expected<ValuesReport, Error> put_on(Package& package, const cells::Marks& marks, const Author& author,
                                          const std::vector<RememberedCell>& kept) {
    if (marks.cells.empty() && marks.list_sheet.empty() && kept.empty()) return ValuesReport{};
    auto run = EditRun::begin(package);
    if (!run) return std::unexpected(std::move(run.error()));
    // One sheet more than we read: the workbook would be refused the next time.
    if (!marks.list_sheet.empty() && run->workbook().sheets.size() >= package.limits().sheets)
        return std::unexpected(
            too_many(package, package.workbook_part(), package.limits().sheets - 1, "sheets beside our own"));
    return Putting(*run, marks, author, kept).put_on();
}

} // namespace xlsx
