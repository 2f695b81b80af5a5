#include "xlsx/edit/take_off.h"

#include "xlsx/calc/recalculate.h"
#include "xlsx/edit/edit_run.h"
#include "xlsx/edit/highlights.h"
#include "xlsx/edit/list_sheet.h"
#include "xlsx/edit/related.h"
#include "xlsx/edit/sheet_values.h"

#include <algorithm>
#include <map>

namespace xlsx {

using cells::Address;
using cells::Error;

bool same_value(const CellValue& a, const CellValue& b) {
    if (a.kind != b.kind) return false;
    if (a.text == b.text) return true;
    if (a.kind != CellValue::Kind::number) return false;
    const auto left = cells::Decimal::parse(a.text);
    const auto right = cells::Decimal::parse(b.text);
    return left && right && *left == *right;
}

namespace {

/// The parts as they were, if each is as we left it and the way back leads where it should.
std::expected<std::optional<std::map<std::string, std::string>>, Error>
exact_way_back(Package& package, const Changes& changes) {
    std::map<std::string, std::string> before;
    for (const PartChange& change : changes.parts) {
        std::string_view text;
        if (package.has(change.part) == change.left.empty()) return std::nullopt;
        if (!change.left.empty()) {
            auto now = package.text(change.part);
            if (!now) return std::unexpected(std::move(now.error()));
            text = *now;
            if (fingerprint(text) != change.left) return std::nullopt;
        }
        if (!fits(text.size(), change.back)) return std::nullopt;
        std::string was = apply(text, change.back);
        if (fingerprint(was) != change.was) return std::nullopt;
        before.emplace(change.part, std::move(was));
    }
    const bool all_there =
        std::ranges::all_of(changes.added, [&](const std::string& part) { return package.has(part); });
    if (!all_there || before.empty()) return std::nullopt;
    return before;
}

/// Whether a part holds some text, without keeping the part.
std::expected<bool, Error> mentions(Package& package, const std::string& part, std::string_view needle) {
    bool found = false;
    std::string tail; // of the piece before, in case the text lies across
    auto done = package.stream(part, [&](std::string_view piece) {
        tail += piece.substr(0, needle.size());
        found = piece.find(needle) != std::string_view::npos || tail.find(needle) != std::string::npos;
        tail = piece.substr(piece.size() - std::min(piece.size(), needle.size()));
        return !found;
    });
    if (!done) return std::unexpected(std::move(done.error()));
    return found;
}

/// Takes marks off one workbook that another program has saved.
class Resaved {
public:
    Resaved(EditRun& run, const Memory& memory, std::string_view author)
        : run_(run), memory_(memory), author_(author) {}

    std::expected<TakenOff, Error> take_off() {
        for (const ListedSheet& listed : run_.workbook().sheets) {
            if (!listed.worksheet) continue;
            if (auto done = take_off_sheet(listed); !done) return std::unexpected(std::move(done.error()));
        }
        if (!memory_.part.empty()) {
            out_.any = true;
            if (auto done = drop_memory(); !done) return std::unexpected(std::move(done.error()));
        }
        const auto values = recalculate(run_.edits(), run_.workbook(), changed_);
        if (!values) return std::unexpected(values.error());
        if (values->report.any()) recalculate_on_load(run_.edits(), run_.workbook());
        if (auto done = run_.finish(); !done) return std::unexpected(std::move(done.error()));
        return std::move(out_);
    }

private:
    std::expected<void, Error> take_off_sheet(const ListedSheet& listed) {
        const bool remembered = std::ranges::any_of(
            memory_.cells, [&](const RememberedCell& cell) { return cell.sheet == listed.name; });
        auto named = is_named_in(listed);
        if (!named) return std::unexpected(std::move(named.error()));
        if (!remembered && !*named) return {};
        auto sheet = run_.sheet(listed);
        if (!sheet) return std::unexpected(std::move(sheet.error()));
        if (is_list(listed, *sheet) && run_.workbook().sheets.size() > 1) {
            out_.any = true;
            return remove_sheet(run_.edits(), run_.workbook(), listed);
        }
        std::vector<Note> notes;
        for (const RememberedNote& one : memory_.notes)
            if (one.sheet == listed.name) notes.push_back(one.note);
        auto removed = remove_notes(run_.edits(), listed.part, *sheet, notes, author_);
        if (!removed) return std::unexpected(std::move(removed.error()));
        const bool filled = remove_highlights(run_.edits().of(listed.part), *sheet, author_);
        out_.any = out_.any || *removed || filled;
        return give_back_values(listed, *sheet);
    }

    /// Our rules, notes and the list all name their author; most sheets of most workbooks do not.
    std::expected<bool, Error> is_named_in(const ListedSheet& listed) {
        const std::string name = escape(author_);
        auto comments = related_parts(run_.package(), listed.part, "comments");
        if (!comments) return std::unexpected(std::move(comments.error()));
        comments->push_back(listed.part);
        for (const std::string& part : *comments) {
            auto found = mentions(run_.package(), part, name);
            if (!found || *found) return found;
        }
        return false;
    }

    bool is_list(const ListedSheet& listed, const XmlOutline& sheet) const {
        if (!memory_.list_sheet.empty() && listed.name == memory_.list_sheet) return true;
        const XmlElement* footer = sheet.find("headerFooter");
        return footer
               && unescape(footer->inner(sheet.text)).find(list_signature(author_)) != std::string::npos;
    }

    std::expected<void, Error> give_back_values(const ListedSheet& listed, const XmlOutline& sheet) {
        std::map<Address, const RememberedCell*> remembered;
        for (const RememberedCell& cell : memory_.cells)
            if (cell.sheet == listed.name) remembered[cell.at] = &cell;
        if (remembered.empty()) return {};
        std::vector<Address> wanted;
        for (const auto& [at, cell] : remembered) wanted.push_back(at);
        SheetCells found = find_cells(sheet, wanted);
        if (auto done = resolve_strings(run_, found.cells); !done) return done;
        std::vector<CellWrite> writes;
        for (const FoundCell& cell : found.cells) {
            const RememberedCell& memory = *remembered[cell.at];
            if (cell.formula != FoundCell::Formula::none || !same_value(cell.value, memory.wrote)) continue;
            out_.ours.push_back(memory);
            if (same_value(memory.before, memory.wrote)) continue;
            std::uint32_t style = cell.style;
            if (!memory.format_before.empty()) {
                auto styles = run_.styles();
                if (!styles) return std::unexpected(std::move(styles.error()));
                if (read_number_format((*styles)->number_format_of(style))
                    == read_number_format(memory.number_format))
                    style = (*styles)->like(style, memory.format_before);
            }
            writes.push_back({&cell, memory.before, style});
            changed_[run_.workbook().index_of(listed)].cells.emplace(cell.at, memory.before);
        }
        write_cells(run_.edits().of(listed.part), sheet, found, writes);
        return {};
    }

    std::expected<void, Error> drop_memory() {
        Package& package = run_.package();
        auto properties = related_parts(package, memory_.part, "customXmlProps");
        if (!properties) return std::unexpected(std::move(properties.error()));
        for (const std::string& part : *properties)
            if (auto done = run_.edits().drop(memory_.part, part); !done) return done;
        if (auto done = unrelate_part(package, "", memory_.part); !done) return done;
        return run_.edits().drop(package.workbook_part(), memory_.part);
    }

    EditRun& run_;
    const Memory& memory_;
    std::string_view author_;
    TakenOff out_;
    Written changed_;
};

} // namespace

std::expected<TakenOff, Error> take_off(Package& package, const Memory& memory, std::string_view author) {
    auto before = exact_way_back(package, memory.changes);
    if (!before) return std::unexpected(std::move(before.error()));
    if (*before) {
        for (const std::string& part : memory.changes.added) package.remove(part);
        for (auto& [part, text] : **before) package.replace(part, std::move(text));
        return TakenOff{true, true, memory.cells};
    }
    auto run = EditRun::begin(package);
    if (!run) return std::unexpected(std::move(run.error()));
    return Resaved(*run, memory, author).take_off();
}

} // namespace xlsx
