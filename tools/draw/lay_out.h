#pragma once
// Draws a paper as a workbook and tells where everything came to stand. With an empty file name it only
// tells.

#include "tools/draw/paper.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace draw {

/// Where the records of a grid stand.
struct LaidGrid {
    std::string sheet;                  ///< what it is called here
    std::map<int, std::uint32_t> rows;  ///< by record id
    std::vector<std::uint32_t> columns; ///< by column index
    std::uint32_t headings = 0;         ///< the row that names the columns
    std::uint32_t last_row = 0;
};

struct Laid {
    std::string cover;                            ///< the sheet's name
    std::map<std::string, cells::Address> labels; ///< of the values on the cover
    std::map<std::string, LaidGrid> grids;        ///< by the paper's sheet
};

/// As the council's template has it. Rows of a plan carry two rows of headings, those of a return one.
Laid lay_out(const Paper& paper, const std::filesystem::path& file);
/// As one service really sends it: everything is there, and nothing where it should be.
Laid lay_out_untidily(const Paper& paper, const std::filesystem::path& file);

/// A formula with the columns that it names replaced by their cells in that row.
Formula placed(const Formula& formula, const Grid& grid, const LaidGrid& laid, std::uint32_t row);
/// The height in points that wrapped text needs in columns of these widths.
double height_for(const std::vector<std::pair<std::size_t, double>>& lengths_and_widths);

} // namespace draw
