// The list of all that follows the rows.
#include "xlsx/rows/follow/follow.h"

#include <array>

namespace xlsx {

std::span<const Follower> sheet_followers() {
    static constexpr std::array<Follower, 18> followers = {{
        {"dimension", "The used range", follow_dimension},
        {"sheetViews", "The view", follow_views},
        {"protectedRanges", "Protected ranges", follow_areas},
        {"scenarios", "Scenarios", follow_scenarios},
        {"autoFilter", "The filter", follow_filter},
        {"sortState", "The sorting", follow_filter},
        {"dataConsolidate", "A consolidation", follow_consolidation},
        {"customSheetViews", "Custom views", follow_custom_views},
        {"mergeCells", "Merged cells", follow_merges},
        {"conditionalFormatting", "A conditional format", follow_conditional_formats},
        {"dataValidations", "A data validation", follow_validations},
        {"hyperlinks", "A link", follow_hyperlinks},
        {"rowBreaks", "Page breaks", follow_breaks},
        {"cellWatches", "Watched cells", follow_areas},
        {"ignoredErrors", "Ignored errors", follow_areas},
        {"oleObjects", "Embedded objects", follow_controls},
        {"controls", "Form controls", follow_controls},
        {"extLst", "A sparkline or newer format", follow_extensions},
    }};
    return followers;
}

std::span<const Follower> part_followers() {
    static constexpr std::array<Follower, 7> followers = {{
        {"comments", "Notes", follow_comments},
        {"ctrlProp", "A form control", follow_control_properties},
        {"threadedComment", "Comments", follow_comments},
        {"drawing", "A drawing", follow_drawing},
        {"pivotTable", "A pivot table", follow_pivot_table},
        {"table", "A table", follow_table},
        {"vmlDrawing", "Form controls", follow_note_shapes},
    }};
    return followers;
}

std::span<const Follower> drawing_followers() {
    static constexpr std::array<Follower, 2> followers = {{
        {"chart", "A chart", follow_chart},
        {"chartEx", "A chart", follow_chart_ex},
    }};
    return followers;
}

std::span<const Follower> workbook_followers() {
    static constexpr std::array<Follower, 2> followers = {{
        {"definedNames", "A name", follow_names},
        {"pivotCacheDefinition", "A pivot table's source", follow_pivot_source},
    }};
    return followers;
}

} // namespace xlsx
