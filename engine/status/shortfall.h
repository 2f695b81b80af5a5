#pragma once
// How far a figure falls short of what was agreed, and which band that is. Exact: a shortfall is kept as a
// fraction and compared with a band by multiplying across, never by dividing.

#include "engine/framework/framework.h"
#include "engine/records/plan.h"

#include <optional>
#include <span>
#include <string>

namespace engine {

/// What a figure is held against: a target, or a good range with one or both ends.
struct Goal {
    Polarity polarity = Polarity::higher;
    std::optional<cells::Decimal> target;
    std::optional<cells::Decimal> from, to; ///< for Polarity::in_range
    const char* name = "target";            ///< what messages call it
};

/// What a year's figures are held against; nothing where the plan has neither target nor range. A range
/// without ends is the one point of its target.
std::optional<Goal> annual_goal(const Indicator& indicator, int year);

/// `by` of `of`; not short where `by` is zero or negative. The sign comes from polarity alone (CW-22).
struct Shortfall {
    cells::Decimal by;
    cells::Decimal of; ///< |target|, or that of the range's nearer end

    bool is_short() const { return !by.is_negative() && !by.is_zero(); }
    /// In per cent of `of`, to 2 places: for words and ordering only. Nothing of nothing has none.
    std::optional<cells::Decimal> per_cent() const;
};

Shortfall shortfall(const Goal& goal, const cells::Decimal& figure);

struct Banded {
    StatusRole role = StatusRole::missed;
    bool on_boundary = false;    ///< exactly on the end of a band
    const Band* bound = nullptr; ///< the last band whose end decided; null before the first
};

/// The band of a shortfall, taken in per cent of what was agreed, or with `points` in the figure's own units.
/// Requires: `of` is not zero, or the figure is not short, or `points`.
Banded banded(const Shortfall& shortfall, bool points, std::span<const Band> bands);

} // namespace engine
