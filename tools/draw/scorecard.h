#pragma once
// Draws the Cabinet's template: what the committee would have made in Excel and marked with slots. The slots
// are listed in templates/cheshire-west-and-chester/README.md.

#include <filesystem>

namespace draw {

/// Throws std::runtime_error where the file cannot be written.
void draw_scorecard(const std::filesystem::path& file);

} // namespace draw
