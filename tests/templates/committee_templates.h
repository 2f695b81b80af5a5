#pragma once
// Ten templates such as councils have, after the layouts that they publish: what stands in them is invented.
// Each is drawn with the drawing tool and comes with slots to fill it.

#include "engine/cells/slots.h"
#include "tools/draw/book.h"

#include <string>
#include <vector>

namespace committee {

struct Template {
    std::string name; ///< "grouped-indicators": of its files, too
    void (*draw)(draw::Book& book) = nullptr;
    cells::Slots slots;
};

/// Key, two summary tables, an indicator table by service, bullets with their base.
Template grouped_indicators();
/// Four past years and this one under a heading of two rows.
Template five_years();
/// Which way is good, and a coloured figure for each past quarter, with symbols as pictures.
Template good_is();
/// A page for each of a hundred indicators with its chart, and a list of contents.
Template page_per_indicator();
/// Measures by priority with four quarters of status; exceptions below.
Template four_quarters();
/// Fixed rows with nothing to repeat; totals are formulas.
Template fixed_rows();
/// Three blocks of counts for each outcome with a chart, and a sheet for each underperforming measure.
Template three_blocks();
/// Budget and variance by service, with subtotals and a key of thresholds.
Template finance();
/// Counts of red, amber and green, now and forecast.
Template two_row_counts();
/// Risks with their score, now and as aimed for, and the matrix behind it.
Template risk_register();

} // namespace committee
