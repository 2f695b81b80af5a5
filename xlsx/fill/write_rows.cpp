#include "xlsx/fill/write_rows.h"

#include "xlsx/edit/cell_value.h"
#include "xlsx/fill/number_text.h"
#include "xlsx/fill/place_blocks.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/number_format.h"
#include "xlsx/rows/element_copy.h"

#include <algorithm>
#include <cmath>

namespace xlsx {

namespace {

using Copy = RowMap::Copy;

std::string address_text(std::uint32_t row, std::uint32_t column) {
    return cells::to_text(cells::Address{row, column});
}

class RowsWriter {
public:
    explicit RowsWriter(const RowsInput& input) : in_(input), map_(input.movement.rows(input.index)) {}
    std::expected<WrittenRows, PlanFault> write();

private:
    void row(const TemplateRow& row, Copy copy, std::uint32_t at);
    void cell(const TemplateRow& row, const TemplateCell& cell, Copy copy, std::uint32_t at);
    void blank_cell(const TemplateCell& cell, std::uint32_t at);
    void formula_cell(const TemplateRow& row, const TemplateCell& cell, Copy copy, std::uint32_t at);
    void slot_cell(const TemplateRow& row, const TemplateCell& cell, Copy copy, std::uint32_t at);
    std::expected<std::string, std::string> moved(const Formula& formula, Copy copy) const;
    double points_of(std::uint32_t first, std::uint32_t count) const;
    bool stands_in(const cells::SlotScope* scope, Copy copy) const;
    void link(const TemplateRow& row, const TemplateCell& cell, const Binding& binding, Copy copy,
              std::uint32_t at);
    std::optional<cells::Range> area_of(const CellFormula& formula, Copy copy) const;
    bool splits(const cells::Range& area) const;
    bool quiet(const TemplateRow& row) const;
    void fail(const TemplateRow& row, const TemplateCell& cell, std::string what, std::string next);
    void place(const Placed& place, const std::string& r);

    const RowsInput& in_;
    const RowMap& map_;
    std::string out_;
    std::int64_t shared_ = 0;
    std::vector<CellLink> links_;
    double height_ = 0; // that the row being written needs
    std::optional<PlanFault> fault_;
};

void RowsWriter::fail(const TemplateRow& row, const TemplateCell& cell, std::string what, std::string next) {
    if (!fault_) fault_ = {{row.row, cell.column}, std::move(what), std::move(next)};
}

// An open tag with its r attribute made `r`.
void RowsWriter::place(const Placed& place, const std::string& r) {
    out_ += place.xml.substr(0, place.r_begin);
    if (place.r_begin == place.r_end)
        out_ += " r=\"" + r + "\"";
    else
        out_ += r;
    out_ += place.xml.substr(place.r_end, place.tag_end - place.r_end);
}

// Whether an array's rows would come apart or be repeated in part.
bool RowsWriter::splits(const cells::Range& area) const {
    const std::uint32_t first = area.first.row;
    const std::uint32_t last = area.last.row;
    const std::size_t block = map_.block_at(first);
    if (block != map_.block_at(last)) return true;
    return std::ranges::any_of(map_.blocks()[block].children, [&](std::size_t child) {
        return map_.blocks()[child].first > first && map_.blocks()[child].last < last;
    });
}

// Whether the row's copies differ in their addresses only.
bool RowsWriter::quiet(const TemplateRow& row) const {
    return std::ranges::none_of(row.cells,
                                [&](const TemplateCell& cell) { return cell.formula || cell.slots; });
}

std::expected<WrittenRows, PlanFault> RowsWriter::write() {
    std::vector<std::uint32_t> numbers;
    for (const TemplateRow& row : in_.rows.rows) {
        numbers.push_back(row.row);
        for (const TemplateCell& cell : row.cells) {
            if (cell.type == "s") --shared_;
            if (!cell.formula || cell.formula->area.first.row == 0) continue;
            if (map_.moves() && (cell.formula->kind == FormulaKind::table || splits(cell.formula->area)))
                fail(row, cell,
                     "Rows that repeat would split the "
                         + std::string(cell.formula->kind == FormulaKind::table ? "data table"
                                                                                : "array formula")
                         + " in " + cells::to_text(cell.formula->area),
                     "Replace it by one formula for each cell");
        }
    }
    out_ = in_.rows.tag.kind == XmlToken::Kind::single ? std::string() : std::string(in_.rows.tag.raw);
    map_.each_row(numbers, [&](std::size_t index, Copy copy, std::uint32_t at) {
        row(in_.rows.rows[index], copy, at);
    });
    if (fault_) return std::unexpected(*std::move(fault_));
    out_ += in_.rows.tag.kind == XmlToken::Kind::single ? std::string(in_.rows.tag.raw)
                                                        : "</" + std::string(in_.rows.tag.name) + ">";
    return WrittenRows{std::move(out_), shared_, std::move(links_)};
}

void RowsWriter::row(const TemplateRow& row, Copy copy, std::uint32_t at) {
    if (fault_) return;
    const bool blank = in_.scopes[copy] == nullptr;
    if (!blank && at == row.row && quiet(row)) {
        out_ += row.place.xml;
        shared_ += std::ranges::count(row.cells, "s", &TemplateCell::type);
        return;
    }
    const std::string r = std::to_string(at);
    const std::size_t tag_at = out_.size();
    place(row.place, r);
    const std::size_t tag_length = out_.size() - tag_at;
    height_ = 0;
    for (const TemplateCell& cell : row.cells) {
        if (blank)
            blank_cell(cell, at);
        else
            this->cell(row, cell, copy, at);
    }
    if (!row.single) out_ += row.rest;

    const std::string tag = out_.substr(tag_at, tag_length);
    const double own = points_attribute(XmlLexer(tag).next(), "ht", in_.widths.default_height());
    if (blank) {
        out_.replace(tag_at, tag_length, with_attributes(tag, {{"hidden", "1"}}));
    } else if (height_ > own) {
        const auto points = static_cast<std::int64_t>(std::ceil(height_));
        out_.replace(tag_at, tag_length,
                     with_attributes(tag, {{"ht", std::to_string(points)}, {"customHeight", "1"}}));
    }
}

void RowsWriter::cell(const TemplateRow& row, const TemplateCell& cell, Copy copy, std::uint32_t at) {
    if (cell.slots) {
        slot_cell(row, cell, copy, at);
    } else if (cell.formula) {
        formula_cell(row, cell, copy, at);
    } else {
        if (cell.type == "s") ++shared_;
        place(cell.place, address_text(at, cell.column));
        out_ += cell.place.xml.substr(cell.place.tag_end);
    }
}

static std::string style_attribute(std::string_view style) {
    return style.empty() ? std::string() : " s=\"" + std::string(style) + "\"";
}

void RowsWriter::blank_cell(const TemplateCell& cell, std::uint32_t at) {
    out_ += "<" + std::string(cell.name) + " r=\"" + address_text(at, cell.column) + "\""
            + style_attribute(cell.style) + "/>";
}

// The cells of an array's copy.
std::optional<cells::Range> RowsWriter::area_of(const CellFormula& formula, Copy copy) const {
    if (formula.kind != FormulaKind::array) return std::nullopt;
    const RowSpan span = map_.cover(formula.area.first.row, formula.area.last.row, copy);
    return cells::Range{{span.first, formula.area.first.column}, {span.last, formula.area.last.column}};
}

// So many points are there from a row of the template on.
double RowsWriter::points_of(std::uint32_t first, std::uint32_t count) const {
    double points = in_.widths.default_height() * count;
    for (auto row = std::ranges::lower_bound(in_.rows.rows, first, {}, &TemplateRow::row);
         row != in_.rows.rows.end() && row->row < first + count; ++row)
        points += points_attribute(XmlLexer(row->place.xml).next(), "ht", in_.widths.default_height())
                  - in_.widths.default_height();
    return points;
}

// Whether one of the scopes around a copy is this one.
bool RowsWriter::stands_in(const cells::SlotScope* scope, Copy copy) const {
    for (; copy != 0; copy = map_.parent_of(copy))
        if (in_.scopes[copy] == scope) return true;
    return std::ranges::find(in_.around.scopes, scope, &SheetScope::Around::scope) != in_.around.scopes.end();
}

// The link that a slot makes of its cell: to its sheet, or to the address in a field, if it is one.
void RowsWriter::link(const TemplateRow& row, const TemplateCell& cell, const Binding& binding, Copy copy,
                      std::uint32_t at) {
    std::string target;
    if (binding.link) {
        target = words_of(*binding.link, scopes_around(map_, in_.scopes, copy));
        if (!is_link_target(target)) return;
    } else {
        for (const SheetGroup& group : in_.groups)
            for (std::size_t i = 0; i < group.copies.size(); ++i)
                if (target.empty() && stands_in(group.scopes[i], copy))
                    target = "#" + sheet_prefix(group.copies[i]) + "A1";
        if (target.empty())
            return fail(row, cell, "The slot " + binding.slot + " leads to no sheet",
                        "Let a sheet repeat for its block: name it {{block.field}}");
    }
    links_.push_back({{at, cell.column}, std::move(target)});
}

// What the formula says in this copy of its row: first which sheets it means, then which rows.
std::expected<std::string, std::string> RowsWriter::moved(const Formula& formula, Copy copy) const {
    if (!formula.text().contains("{{")) return in_.movement.moved(formula, {in_.index, copy});
    const auto pointed = pointed_at_copies(
        formula, in_.groups, [&](const cells::SlotScope* scope) { return stands_in(scope, copy); });
    if (!pointed) return pointed;
    return in_.movement.moved(Formula(*pointed), {in_.index, copy});
}

void RowsWriter::formula_cell(const TemplateRow& row, const TemplateCell& cell, Copy copy, std::uint32_t at) {
    const CellFormula& formula = *cell.formula;
    auto text = moved(formula.formula, copy);
    if (!text) {
        fail(row, cell, "The formula cannot follow the rows that repeat: " + text.error(),
             "Let it refer to the rows between the markers");
        return;
    }
    const bool orphan = formula.kind == FormulaKind::shared && formula.formula.text().empty();
    const bool same = *text == formula.formula.text() && formula.kind != FormulaKind::array
                      && (formula.kind != FormulaKind::shared || !map_.moves() || orphan);
    const std::string_view xml = cell.place.xml;
    if (formula.formula.text().contains("{{")) { // what it remembers is no copy's
        const std::string name(cell.name);
        out_ += "<" + name + " r=\"" + address_text(at, cell.column) + "\"" + style_attribute(cell.style)
                + ">" + formula_element(formula.tag, area_of(formula, copy), *text) + "</" + name + ">";
        return;
    }
    place(cell.place, address_text(at, cell.column));
    const auto f_begin = static_cast<std::size_t>(formula.xml.data() - xml.data());
    out_ += xml.substr(cell.place.tag_end, f_begin - cell.place.tag_end);
    if (same)
        out_ += formula.xml;
    else
        out_ += formula_element(formula.tag, area_of(formula, copy), *text);
    out_ += xml.substr(f_begin + formula.xml.size()); // with the template's value, which is corrected later
}

void RowsWriter::slot_cell(const TemplateRow& row, const TemplateCell& cell, Copy copy, std::uint32_t at) {
    const ScopeAt scope_at = scopes_around(map_, in_.scopes, copy);
    std::vector<cells::SlotValue> values;
    values.reserve(cell.slots->slots.size());
    for (std::size_t i = 0; i < cell.slots->slots.size(); ++i) {
        const Binding& binding = in_.plan.bindings[cell.binding + i];
        auto found = value_of(binding, scope_at);
        if (!found) {
            const std::string& name = cell.slots->slots[i].slot.name;
            fail(row, cell,
                 "The slot " + binding.slot + " has no value in row " + std::to_string(at) + " of the output",
                 "Give every '" + name.substr(0, name.find('.')) + "' a value for it, if only an empty one");
            return;
        }
        if (in_.note)
            in_.note->push_back({in_.movement.name(in_.index), address_text(at, cell.column),
                                 cell.slots->written(cell.slots->slots[i]), shown_text(*found)});
        values.push_back(*std::move(found));
        if (binding.link || binding.to_sheet) link(row, cell, binding, copy, at);
    }
    const std::uint32_t base = number_of(cell.style).value_or(0);
    std::uint32_t format = base;
    std::string shown; // for the row's height
    std::string content;
    std::string_view type;
    if (cell.slots->whole()) {
        const cells::SlotValue& only = values[0];
        const CellValue written = cell_value(only.value, in_.date1904);
        const bool date = std::holds_alternative<cells::Date>(only.value);
        std::string_view number_format =
            written.kind == CellValue::Kind::number ? std::string_view(only.number_format) : "";
        if (date && number_format.empty() && in_.formats && !in_.formats->shows_date(base))
            number_format = date_format;
        if (in_.formats) format = in_.formats->layered(base, number_format, only.colours);
        if (const auto* text = std::get_if<std::string>(&only.value)) shown = *text;
        if (written.kind != CellValue::Kind::text || !shown.empty())
            content = content_xml(written, in_.rows.prefix);
        if (!content.empty()) type = type_attribute(written);
    } else {
        std::vector<std::string> texts;
        texts.reserve(values.size());
        for (const cells::SlotValue& one : values) texts.push_back(shown_text(one));
        content = filled_text(*cell.slots, texts, in_.rows.prefix, shown);
        type = " t=\"inlineStr\"";
    }
    if (clipped(shown, longest_text) != shown) {
        fail(row, cell,
             "The text is longer than the " + std::to_string(longest_text)
                 + " characters that a cell can hold",
             "Shorten it");
        return;
    }
    if (in_.formats && !shown.empty()) {
        const LayeredFormats::Look& look = in_.formats->look(format);
        const cells::Address place{row.row, cell.column};
        if (look.wraps)
            height_ = std::max(height_, wrapped_height(shown, in_.widths.at(place), look.size, look.bold)
                                            - points_of(row.row + 1, in_.widths.rows_below(place)));
    }
    const std::string name(cell.name);
    out_ += "<" + name + " r=\"" + address_text(at, cell.column) + "\"";
    out_ += format == base ? style_attribute(cell.style) : " s=\"" + std::to_string(format) + "\"";
    out_ += type;
    out_ += content.empty() ? "/>" : ">" + content + "</" + name + ">";
}

} // namespace

std::expected<WrittenRows, PlanFault> write_rows(const RowsInput& input) {
    return RowsWriter(input).write();
}

} // namespace xlsx
