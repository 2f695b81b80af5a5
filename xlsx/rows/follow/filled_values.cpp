#include "xlsx/rows/follow/filled_values.h"

namespace xlsx {

// Beyond this a chart is not drawn by anybody: whole columns are left to Excel.
static constexpr std::uint64_t most_cells = 100'000;

const cells::Sheet* FilledValues::sheet(std::size_t index) {
    if (const auto known = sheets_.find(index); known != sheets_.end()) return &known->second;
    if (!workbook_) {
        auto opened = Workbook::open(package_);
        if (!opened) return nullptr;
        workbook_ = std::move(*opened);
    }
    auto read = workbook_->read(index);
    if (!read) return nullptr;
    return &sheets_.emplace(index, std::move(*read)).first->second;
}

std::optional<std::vector<cells::Cell>> FilledValues::cells_of(const Formula& formula) {
    std::vector<cells::Cell> found;
    if (formula.opaque()) return std::nullopt;
    for (const Reference& reference : formula.references()) {
        const auto index = movement_.target(reference, 0);
        if (reference.prefix.empty() || !index) return std::nullopt;
        if (reference.first.row == 0 || reference.first.column == 0) return std::nullopt;
        const std::uint64_t rows = reference.last.row - reference.first.row + 1;
        const std::uint64_t columns = reference.last.column - reference.first.column + 1;
        if (found.size() + rows * columns > most_cells) return std::nullopt;
        const cells::Sheet* values = sheet(*index);
        if (!values) return std::nullopt;
        for (std::uint32_t row = reference.first.row; row <= reference.last.row; ++row) {
            for (std::uint32_t column = reference.first.column; column <= reference.last.column; ++column) {
                const cells::Cell* cell = values->find({row, column});
                if (cell && cell->uncalculated) return std::nullopt;
                found.push_back(cell ? *cell : cells::Cell{.at = {row, column}, .number = {}, .text = {}});
            }
        }
    }
    return found;
}

} // namespace xlsx
