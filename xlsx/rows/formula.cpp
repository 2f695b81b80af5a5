#include "xlsx/rows/formula.h"

#include "xlsx/rows/formula_scanner.h"

#include <algorithm>
#include <utility>

namespace xlsx {

static void append_corner(std::string& out, const Corner& corner) {
    if (corner.column != 0) {
        if (corner.column_fixed) out += '$';
        out += cells::column_letters(corner.column);
    }
    if (corner.row != 0) {
        if (corner.row_fixed) out += '$';
        out += std::to_string(corner.row);
    }
}

cells::Range area_of(const Reference& reference) {
    const auto or_last = [](std::uint32_t line, std::uint32_t all) { return line == 0 ? all : line; };
    const auto [left, right] = std::minmax(reference.first.column, reference.last.column);
    return {{std::max(reference.first.row, 1U), std::max(left, 1U)},
            {or_last(reference.last.row, cells::last_row), or_last(right, cells::last_column)}};
}

void append_text(std::string& out, const Reference& reference) {
    out += reference.prefix;
    append_corner(out, reference.first);
    if (!reference.range) return;
    out += ':';
    out += reference.last_prefix;
    append_corner(out, reference.last);
}

Formula::Formula(std::string text) : text_(std::move(text)) {
    opaque_ = FormulaScanner(text_, references_, names_).scan();
}

// Past an edge Excel goes on at the other one.
static void move(std::uint32_t& line, bool fixed, std::int64_t by, std::int64_t lines) {
    if (line == 0 || fixed) return;
    const std::int64_t moved = (static_cast<std::int64_t>(line) - 1 + by) % lines;
    line = static_cast<std::uint32_t>((moved + lines) % lines + 1);
}

Formula Formula::translated(std::int64_t rows, std::int64_t columns) const {
    return Formula(rewritten([&](std::string& out, Reference reference) {
        for (Corner* corner : {&reference.first, &reference.last}) {
            move(corner->row, corner->row_fixed, rows, cells::last_row);
            move(corner->column, corner->column_fixed, columns, cells::last_column);
        }
        append_text(out, reference);
    }));
}

} // namespace xlsx
