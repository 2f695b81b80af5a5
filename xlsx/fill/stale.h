#pragma once
// Which formulas may show another value once a template is filled, so that their cached values must go. Errs
// on the side of going: a sheet that was filled, or has such a formula, counts as changed altogether.

#include "xlsx/fill/sheet_rows.h"
#include "xlsx/rows/movement.h"

#include <string>
#include <vector>

namespace xlsx {

class Stale {
public:
    /// `sheets` and `filled` by the movement's index; a sheet that was not read has no rows.
    Stale(const Movement& movement, const std::vector<SheetRows>& sheets, std::vector<bool> filled);

    bool formula(const Formula& formula, std::size_t home) const;
    /// Whether any sheet has changed.
    bool any() const;

private:
    const Movement& movement_;
    std::vector<bool> changed_;
};

} // namespace xlsx
