#include "xlsx/calc/recalculate.h"

#include "xlsx/calc/calculation.h"
#include "xlsx/calc/dependents.h"
#include "xlsx/read/attributes.h"

namespace xlsx {

using cells::Error;

static constexpr std::size_t most_named = 5; // of the dropped, in a report

// What the workbook says of how it is calculated (ECMA-376 part 1, 18.2.2).
struct CalculationSettings {
    bool as_displayed = false; ///< every value is rounded to what its format shows
    /// To be calculated on load: whoever wrote the file did not trust its values, or made them up.
    bool on_load = false;
};

static CalculationSettings settings_of(const WorkbookPart& workbook) {
    const XmlElement* element = workbook.outline.find("calcPr");
    if (!element) return {};
    const auto precise = attribute(element->tag, "fullPrecision");
    return {precise && !is_true(*precise), true_attribute(element->tag, "fullCalcOnLoad")};
}

static std::string_view type_of(const CalcValue& value) {
    switch (value.kind) {
    case CalcValue::Kind::text:
        return "str";
    case CalcValue::Kind::boolean:
        return "b";
    case CalcValue::Kind::error:
        return "e";
    case CalcValue::Kind::number:
    case CalcValue::Kind::empty:
        break;
    }
    return "";
}

// A cell's type and v element, where they are not what they should be already; nothing for no value.
static void write_value(Splices& splices, std::string_view text, const ComputedCell& cell,
                        const Result& value) {
    const std::string_view type = value ? type_of(*value) : "";
    const auto before = attribute(cell.tag, "t");
    if (type.empty() && before) drop_attribute(splices, text, cell.tag, "t");
    if (!type.empty() && before != type) set_attribute(splices, text, cell.tag, "t", type);

    const std::size_t length = cell.value_end - cell.value;
    std::string element;
    if (value) {
        const std::string name =
            std::string(cell.tag.name.substr(0, cell.tag.name.size() - cell.tag.local().size())) + "v";
        const std::string content = value->is(CalcValue::Kind::number) ? number_text(value->number)
                                    : value->is(CalcValue::Kind::boolean)
                                        ? value->number != 0 ? "1" : "0"
                                        : escape(encode_xstring(value->text));
        element = "<" + name + ">" + content + "</" + name + ">";
    }
    if (element == text.substr(cell.value, length)) return;
    splices.replace(length == 0 ? cell.formula_end : cell.value, length, std::move(element));
}

static bool fits_a_cell(const CalcValue& value) {
    return clipped(value.text, longest_text) == value.text;
}

std::expected<Recalculated, Error> recalculate(PartEdits& edits, const WorkbookPart& workbook,
                                               const Written& written) {
    ChangedCells overwritten(workbook.sheets.size());
    ChangedCells unknown(workbook.sheets.size());
    Recalculated out{ChangedCells(workbook.sheets.size()), {}};
    for (const auto& [sheet, what] : written) {
        for (const auto& [at, value] : what.cells) {
            overwritten.add(sheet, {at, at});
            out.changed.add(sheet, {at, at});
        }
        for (const cells::Range& range : what.unknown) {
            unknown.add(sheet, range);
            out.changed.add(sheet, range);
        }
        if (what.moved_from != 0)
            out.changed.add(sheet, {{what.moved_from, 1}, {cells::last_row, cells::last_column}});
    }
    if (!out.changed.any()) return out;
    const auto computed = ComputedCells::read(edits, workbook);
    if (!computed) return std::unexpected(computed.error());
    const auto dependents =
        find_dependents(*computed, out.changed, {.overwritten = overwritten, .unknown = unknown});
    if (dependents.empty()) return out;

    const CalculationSettings settings = settings_of(workbook);
    KnownValues known(edits, workbook, written);
    Calculation calculation({.workbook = workbook,
                             .computed = *computed,
                             .known = known,
                             .dependents = dependents,
                             .overwritten = overwritten,
                             .caches_count = !settings.on_load});
    if (!settings.as_displayed) calculation.run();
    for (const std::size_t index : dependents) {
        const ComputedCell& cell = computed->cells()[index];
        Result value = calculation.value(index);
        if (value && !fits_a_cell(*value)) value.reset();
        const ListedSheet& listed = workbook.sheets[cell.sheet];
        write_value(edits.of(listed.part), computed->sheet(cell.sheet)->text, cell, value);
        if (value) {
            ++out.report.calculated;
        } else if (++out.report.dropped <= most_named) {
            out.report.first_dropped.push_back(cells::to_text(listed.name, cell.at()));
        }
    }
    return out;
}

} // namespace xlsx
