#pragma once
// Draws all workbooks of the sample councils, with the mistakes that tables/planted.txt lists or without, and
// writes the list of mistakes into the samples' README.

#include <filesystem>
#include <string>

namespace draw {

struct SampleOptions {
    std::filesystem::path from; ///< the folder samples/, with its tables
    std::filesystem::path into; ///< where the workbooks go; may be the same
    bool clean = false;         ///< without the mistakes
    /// Only those that tools/draw/resave takes through another program, instead of only the others.
    bool resaved = false;
};

/// Throws std::runtime_error with the place where a table or a workbook cannot be read or written.
void draw_samples(const SampleOptions& options);

} // namespace draw
