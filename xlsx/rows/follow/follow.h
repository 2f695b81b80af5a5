#pragma once
// What follows the rows when they move. Each kind of follower has a file of its own and one function of one
// signature; followers.cpp lists them all. A follower makes its edits in the part that it stands in and
// leaves what does not change byte for byte.

#include "xlsx/edit/xml_outline.h"
#include "xlsx/package/splice.h"
#include "xlsx/rows/movement.h"

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace xlsx {

class FilledValues;

/// One element to be followed, or a part by its root element.
struct Following {
    std::string_view text; ///< of the part
    const XmlElement& element;
    const Movement& movement;
    std::size_t sheet = 0; ///< the sheet that the part belongs to; means nothing for the workbook's own
    /// What the cells hold now; for charts, which remember it. nullptr before the sheets are filled.
    FilledValues* values = nullptr;

    const RowMap& rows() const { return movement.rows(sheet); }
    bool moves() const { return rows().moves(); }
};

/// The error is a sentence without its end: why this cannot follow.
using Followed = std::expected<void, std::string>;
using Follow = Followed (*)(const Following& following, Splices& edits);

struct Follower {
    std::string_view name;  ///< an element of the worksheet, or a kind of relationship
    std::string_view words; ///< what a message calls it: "Conditional formats"
    Follow follow;
};

/// Elements of a worksheet, besides its rows.
std::span<const Follower> sheet_followers();
/// Parts that a worksheet points at; `element` is the part's root. VML need not be well-formed, so it has
/// none.
std::span<const Follower> part_followers();
/// Parts that a drawing points at. They come last: their caches show the filled sheets.
std::span<const Follower> drawing_followers();
/// Parts that the workbook points at, and elements of the workbook part.
std::span<const Follower> workbook_followers();

Followed follow_areas(const Following& following, Splices& edits);
Followed follow_breaks(const Following& following, Splices& edits);
Followed follow_chart(const Following& following, Splices& edits);
Followed follow_chart_ex(const Following& following, Splices& edits);
Followed follow_comments(const Following& following, Splices& edits);
Followed follow_conditional_formats(const Following& following, Splices& edits);
Followed follow_consolidation(const Following& following, Splices& edits);
Followed follow_control_properties(const Following& following, Splices& edits);
Followed follow_controls(const Following& following, Splices& edits);
Followed follow_custom_views(const Following& following, Splices& edits);
Followed follow_dimension(const Following& following, Splices& edits);
Followed follow_drawing(const Following& following, Splices& edits);
Followed follow_extensions(const Following& following, Splices& edits);
Followed follow_filter(const Following& following, Splices& edits);
Followed follow_hyperlinks(const Following& following, Splices& edits);
Followed follow_merges(const Following& following, Splices& edits);
Followed follow_names(const Following& following, Splices& edits);
Followed follow_note_shapes(const Following& following, Splices& edits);
Followed follow_pivot_source(const Following& following, Splices& edits);
Followed follow_pivot_table(const Following& following, Splices& edits);
Followed follow_scenarios(const Following& following, Splices& edits);
Followed follow_table(const Following& following, Splices& edits);
Followed follow_validations(const Following& following, Splices& edits);
Followed follow_views(const Following& following, Splices& edits);
/// For what cannot follow yet: an error wherever rows move.
Followed refuse(const Following& following, Splices& edits);

} // namespace xlsx
