#pragma once
// Lets everything outside the cells follow the rows: elements of the sheets, the parts that hang on them, the
// workbook's own. What there is to follow is listed in follow/followers.cpp; this walks the package for it.

#include "engine/cells/error.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/rows/follow/follow.h"

#include <cstddef>
#include <expected>
#include <functional>
#include <string>

namespace xlsx {

class FollowAll {
public:
    using Done = std::expected<void, cells::Error>;
    /// Words a failure; `sheet` is the number of sheets for what belongs to none.
    using Explain =
        std::function<cells::Error(std::size_t sheet, const Follower& follower, const std::string& why)>;

    /// The workbook and the movement must outlive this; the movement's sheets are the workbook's.
    FollowAll(const WorkbookPart& workbook, const Movement& movement, Explain explain)
        : workbook_(workbook), movement_(movement), explain_(std::move(explain)) {}

    /// The elements of a worksheet besides its rows.
    Done elements(std::size_t sheet, const XmlOutline& part, PartEdits& edits) const;
    /// The parts that a worksheet points at.
    Done parts(std::size_t sheet, PartEdits& edits) const;
    /// Names, and the parts that the workbook points at.
    Done workbook(PartEdits& edits) const;
    /// The charts of all sheets, whose caches show what the cells hold by now: after the rest is committed.
    Done charts(PartEdits& edits, FilledValues& values) const;

private:
    Done part(std::size_t sheet, const Follower& follower, const std::string& part, PartEdits& edits,
              FilledValues* values) const;

    const WorkbookPart& workbook_;
    const Movement& movement_;
    Explain explain_;
};

} // namespace xlsx
