#include "xlsx/edit/stale_formulas.h"

#include "xlsx/edit/hidden_references.h"
#include "xlsx/edit/related.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

namespace xlsx {

using cells::Address;
using cells::Error;
using cells::Range;

namespace {

/// A cell whose value is computed: by its own formula or by that of the array that it lies in.
struct Computed {
    std::size_t sheet = 0;
    Range covers; ///< its own cell, or the whole array for its first cell
    std::shared_ptr<const Dependence> looks_at;
    std::size_t array = SIZE_MAX; ///< for another cell of an array: the index of its first
    XmlToken tag;
    std::size_t value = 0, value_end = 0; ///< its v element, if it has one
    bool stale = false;
};

/// Whether text may hold a formula element of any prefix: a look before the walk.
bool may_hold_formulas(std::string_view text) {
    for (const std::string_view start : {"<f>", "<f ", ":f>", ":f "})
        if (text.find(start) != std::string_view::npos) return true;
    return false;
}

/// Gathers the computed cells of one sheet.
class Collector {
public:
    Collector(const HiddenReferences& known, std::size_t sheet, std::vector<Computed>& into)
        : known_(known), sheet_(sheet), into_(into) {}

    void walk(const XmlOutline& sheet) {
        const XmlElement* rows = sheet.find("sheetData");
        if (!rows) return;
        XmlLexer lexer(sheet.text.substr(rows->offset(), rows->end - rows->offset()));
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.depth == 1 && token.opens("row")) {
                row = number_attribute(token, "r").value_or(row + 1);
                column = 0;
            } else if (token.depth == 2 && token.opens("c")) {
                const auto at = cells::parse_address(attribute(token, "r").value_or(""));
                column = at ? at->column : column + 1;
                if (token.kind == XmlToken::Kind::open)
                    take_cell(lexer, token, {row, column}, rows->offset());
            }
        }
    }

private:
    void take_cell(XmlLexer& lexer, const XmlToken& tag, Address at, std::size_t base) {
        Computed cell{sheet_, {at, at}, nullptr, array_of(at), tag, 0, 0, false};
        cell.tag.offset += base;
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == 2) break;
            if (token.depth != 3) continue;
            if (token.opens("f")) take_formula(lexer, token, at, cell);
            if (token.opens("v")) {
                cell.value = token.offset + base;
                cell.value_end = token.kind == XmlToken::Kind::open ? lexer.skip().end_offset() + base
                                                                    : token.end_offset() + base;
            }
        }
        if (!cell.looks_at && cell.array == SIZE_MAX) return;
        if (cell.looks_at && cell.covers.first != cell.covers.last)
            arrays_.emplace_back(cell.covers, into_.size());
        into_.push_back(std::move(cell));
    }

    void take_formula(XmlLexer& lexer, const XmlToken& tag, Address at, Computed& cell) {
        std::string text;
        if (tag.kind == XmlToken::Kind::open)
            for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
                if (token.holds_text()) text += unescape(token.body);
                if (token.kind == XmlToken::Kind::close) break;
            }
        const auto type = attribute(tag, "t");
        const std::uint32_t group = number_attribute(tag, "si").value_or(0);
        if (type == "shared" && text.empty()) {
            const auto master = shared_.find(group);
            cell.looks_at = master == shared_.end() ? anything() : of(moved(master->second, at));
            return;
        }
        Formula formula(std::move(text));
        cell.looks_at = type == "dataTable" ? anything() : of(formula);
        const auto ref = cells::parse_range(attribute(tag, "ref").value_or(""));
        if (ref && (type == "array" || type == "dataTable")) cell.covers = *ref;
        if (type == "shared") shared_.insert_or_assign(group, Shared{at, std::move(formula)});
    }

    struct Shared {
        Address at;
        Formula formula;
    };
    static Formula moved(const Shared& master, Address at) {
        return master.formula.translated(static_cast<std::int64_t>(at.row) - master.at.row,
                                         static_cast<std::int64_t>(at.column) - master.at.column);
    }
    std::shared_ptr<const Dependence> of(const Formula& formula) const {
        return std::make_shared<Dependence>(known_.of(formula, sheet_));
    }
    static std::shared_ptr<const Dependence> anything() {
        return std::make_shared<Dependence>(Dependence{{}, true});
    }
    std::size_t array_of(Address at) const {
        for (const auto& [range, index] : arrays_)
            if (range.contains(at)) return index;
        return SIZE_MAX;
    }

    const HiddenReferences& known_;
    std::size_t sheet_;
    std::vector<Computed>& into_;
    std::unordered_map<std::uint32_t, Shared> shared_;
    std::vector<std::pair<Range, std::size_t>> arrays_;
};

/// Cells whose values are other ones now, by sheet.
class Changed {
public:
    explicit Changed(std::size_t sheets) : cells_(sheets), areas_(sheets) {}
    void add(std::size_t sheet, const Range& range) {
        if (range.first == range.last)
            cells_[sheet].insert(range.first);
        else
            areas_[sheet].push_back(range);
    }
    bool contains(std::size_t sheet, Address at) const { return cells_[sheet].contains(at); }
    bool touch(const SheetRange& wanted) const {
        const auto& cells = cells_[wanted.sheet];
        for (auto at = cells.lower_bound(wanted.range.first);
             at != cells.end() && at->row <= wanted.range.last.row; ++at)
            if (wanted.range.contains(*at)) return true;
        return std::ranges::any_of(areas_[wanted.sheet], [&](const Range& area) {
            return area.first.row <= wanted.range.last.row && wanted.range.first.row <= area.last.row
                   && area.first.column <= wanted.range.last.column
                   && wanted.range.first.column <= area.last.column;
        });
    }

private:
    std::vector<std::set<Address>> cells_;
    std::vector<std::vector<Range>> areas_;
};

/// Marks what is stale, until nothing more is. True if anything is.
bool spread(std::vector<Computed>& computed, Changed& changed) {
    static constexpr int most_passes = 100; // chains against the reading order need one pass a link
    bool any = false;
    for (int pass = 0;; ++pass) {
        bool more = false;
        for (Computed& cell : computed) {
            if (cell.stale) continue;
            if (cell.array != SIZE_MAX) {
                cell.stale = computed[cell.array].stale;
            } else {
                cell.stale = pass == most_passes || cell.looks_at->unknown
                             || std::ranges::any_of(cell.looks_at->ranges, [&](const SheetRange& range) {
                                    return changed.touch(range);
                                });
                if (cell.stale) changed.add(cell.sheet, cell.covers);
            }
            more = more || cell.stale;
        }
        any = any || more;
        if (!more || pass == most_passes) return any;
    }
}

} // namespace

std::expected<void, Error> drop_stale_values(EditRun& run, const ChangedCells& changed) {
    if (changed.empty()) return {};
    const auto& sheets = run.workbook().sheets;
    auto known = HiddenReferences::read(run);
    if (!known) return std::unexpected(std::move(known.error()));

    Changed now(sheets.size());
    std::vector<Computed> computed;
    std::vector<XmlOutline> outlines(sheets.size());
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (const auto cells = changed.find(sheets[i].name); cells != changed.end())
            for (const Address at : cells->second) now.add(i, {at, at});
        if (!sheets[i].worksheet || !run.package().has(sheets[i].part)) continue; // taken away in this run
        auto text = run.edits().text(sheets[i].part);
        if (!text) return std::unexpected(std::move(text.error()));
        if (!may_hold_formulas(*text)) continue;
        auto sheet = run.sheet(sheets[i]);
        if (!sheet) return std::unexpected(std::move(sheet.error()));
        outlines[i] = std::move(*sheet);
        Collector(*known, i, computed).walk(outlines[i]);
    }
    // What was written over is no formula any more.
    for (Computed& cell : computed) {
        if (cell.array != SIZE_MAX || !now.contains(cell.sheet, cell.covers.first)) continue;
        cell.looks_at = std::make_shared<Dependence>();
        cell.value = cell.value_end = 0;
    }
    if (!spread(computed, now)) return {};
    for (const Computed& cell : computed) {
        if (!cell.stale || cell.value == cell.value_end) continue;
        Splices& edits = run.edits().of(sheets[cell.sheet].part);
        edits.erase(cell.value, cell.value_end - cell.value);
        drop_attribute(edits, outlines[cell.sheet].text, cell.tag, "t");
    }
    recalculate_on_load(run.edits(), run.workbook());
    return {};
}

std::expected<void, Error> forget_formulas(EditRun& run, const ChangedCells& replaced) {
    if (replaced.empty()) return {};
    Package& package = run.package();
    auto part = related_part(package, package.workbook_part(), "calcChain");
    if (!part) return std::unexpected(std::move(part.error()));
    if (part->empty()) return {};
    auto text = run.edits().text(*part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto chain = outline(*text);
    if (!chain) return {};

    std::set<std::pair<std::uint32_t, Address>> gone;
    for (const auto& [name, cells] : replaced)
        if (const ListedSheet* sheet = run.workbook().find(name))
            for (const Address at : cells)
                gone.emplace(number_attribute(sheet->element.tag, "sheetId").value_or(0), at);

    Splices edits;
    std::size_t left = 0;
    std::uint32_t sheet_id = 0;
    std::uint32_t last_kept = 0; // an entry without i is on the sheet of the one before it
    for (const XmlElement& entry : chain->children) {
        const auto own_id = number_attribute(entry.tag, "i");
        sheet_id = own_id.value_or(sheet_id);
        const auto at = cells::parse_address(attribute(entry.tag, "r").value_or(""));
        if (at && gone.contains({sheet_id, *at})) {
            edits.erase(entry.offset(), entry.end - entry.offset());
            continue;
        }
        if (!own_id && sheet_id != last_kept)
            set_attribute(edits, *text, entry.tag, "i", std::to_string(sheet_id));
        last_kept = sheet_id;
        ++left;
    }
    if (left == 0) return run.edits().drop(package.workbook_part(), *part);
    run.edits().of(*part) = std::move(edits);
    return {};
}

} // namespace xlsx
