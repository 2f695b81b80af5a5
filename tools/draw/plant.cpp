#include "tools/draw/plant.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace draw {

/// What follows the word, or nothing where the text does not begin with it.
static std::optional<std::string> after(const std::string& text, std::string_view word) {
    if (!text.starts_with(word)) return {};
    return text.substr(word.size());
}

/// Typed as the entry was; an empty figure takes the form of its neighbour.
static Entry like(const Entry& entry, const Entry& neighbour, Holds holds, const std::string& put) {
    if (holds == Holds::date) return date(put);
    if (holds != Holds::figure) return text(put);
    const auto value = cells::Decimal::parse(put);
    if (!value) return text(put);
    const std::string& format = entry.number_format.empty() ? neighbour.number_format : entry.number_format;
    return {format.ends_with('%') ? *value * *cells::Decimal::parse("0.01") : *value, format};
}

static Entry entry_of(const std::string& put, const Entry& before, const Entry& neighbour, Holds holds) {
    if (put == "(blank)") return {};
    if (const auto words = after(put, "text ")) return {*words};
    if (const auto number = after(put, "general ")) return {*cells::Decimal::parse(*number)};
    if (const auto formula = after(put, "formula ")) return {Formula{*formula, 0.0}, before.number_format};
    if (const auto error = after(put, "error ")) return {Formula{"=1/0", *error}, before.number_format};
    return like(before, neighbour, holds, put);
}

static Spot plant_on_cover(Cover& cover, const Line& mistake) {
    for (Label& label : cover.labels) {
        if (label.name != mistake["Ref"]) continue;
        if (mistake["Column"] == "heading") {
            label.misspelt = mistake["Put"];
            return {.sheet = cover.sheet, .label = label.name, .heading = true};
        }
        const bool is_date = std::holds_alternative<cells::Date>(label.entry.content);
        label.entry = entry_of(mistake["Put"], label.entry, {}, is_date ? Holds::date : Holds::text);
        return {.sheet = cover.sheet, .label = label.name};
    }
    throw std::runtime_error(fmt::format("{}: the cover has no \"{}\"", mistake.where(), mistake["Ref"]));
}

static Spot plant_in_row(Grid& grid, std::vector<Record>::iterator record, const Line& mistake) {
    const std::string& put = mistake["Put"];
    if (put == "remove") {
        grid.records.erase(record);
        return {.sheet = grid.sheet, .ref = mistake["Ref"]};
    }
    if (put == "hide") {
        record->hidden = true;
        return {.sheet = grid.sheet, .record = record->id, .ref = record->ref};
    }
    if (const auto ref = after(put, "copy as")) {
        Record copy = *record;
        copy.id = 1000 + static_cast<int>(grid.records.size());
        copy.ref = ref->empty() ? "" : ref->substr(1);
        copy.entries[0] = text(copy.ref);
        const Spot spot{.sheet = grid.sheet, .record = copy.id, .ref = copy.ref};
        grid.records.insert(record + 1, std::move(copy));
        return spot;
    }
    throw std::runtime_error(
        fmt::format("{}: \"{}\" cannot be done to a row; remove, hide or copy as can", mistake.where(), put));
}

Spot plant(Paper& paper, const Line& mistake) {
    const std::string& sheet = mistake["Sheet"];
    if (sheet == paper.cover.sheet) return plant_on_cover(paper.cover, mistake);
    const auto grid = std::ranges::find(paper.grids, sheet, &Grid::sheet);
    if (grid == paper.grids.end())
        throw std::runtime_error(fmt::format("{}: there is no sheet {}", mistake.where(), sheet));
    if (mistake["Column"] == "heading") {
        const std::size_t column = grid->column(mistake["Ref"]);
        grid->columns[column].misspelt = mistake["Put"];
        return {.sheet = sheet, .column = column, .heading = true};
    }
    const auto record = std::ranges::find(grid->records, mistake["Ref"], &Record::ref);
    if (record == grid->records.end())
        throw std::runtime_error(fmt::format("{}: {} has no {}", mistake.where(), sheet, mistake["Ref"]));
    if (mistake["Column"] == "row") return plant_in_row(*grid, record, mistake);

    const std::size_t column = grid->column(mistake["Column"]);
    Entry neighbour;
    if (const auto target = grid->find("Annual target")) neighbour = record->entries[*target];
    Entry& entry = record->entries[column];
    entry = entry_of(mistake["Put"], entry, neighbour, grid->columns[column].holds);
    const bool renamed = grid->columns[column].heading == "Ref";
    return {.sheet = sheet,
            .record = record->id,
            .column = column,
            .ref = renamed ? mistake["Put"] : record->ref};
}

std::string place_of(const Spot& spot, const Laid& laid) {
    if (!spot.label.empty()) {
        cells::Address at = laid.labels.at(spot.label);
        if (spot.heading) --at.column; // labels stand left of their values
        return laid.cover + "!" + cells::to_text(at);
    }
    const LaidGrid& grid = laid.grids.at(spot.sheet);
    if (!spot.record && !spot.heading) return grid.sheet;
    const std::uint32_t row = spot.heading ? grid.headings : grid.rows.at(*spot.record);
    return grid.sheet + "!" + cells::to_text(cells::Address{row, grid.columns[spot.column.value_or(0)]});
}

} // namespace draw
