#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const FigureCase& c) {
    if (c.figure.marker != Marker::excel_error) return {};
    return Breach{c.figure.at, std::string(c.name) + ": " + c.figure.shown};
}

extern constinit const Rule v016{
    .id = "V016",
    .withholds = true,
    .title = "The cell holds an Excel error",
    .why = "The formula could not be worked out: often a division by a blank cell or a lookup that found "
           "nothing.",
    .fix = "Mend the formula, or type the figure in its place.",
    .source = "CWaC 2.6; CW-30",
    .examples = R"(
        return:
            Ref   | Actual    | Year-end forecast | expect
            BS-01 | 86.2%     | 87.0%             |
            BS-02 | #DIV/0!   |                   | V016
            BS-03 | "#DIV/0!" |                   | V016
            BS-04 | 86.2%     | #REF!             | V016
    )",
    .check = each_figure<breaks>,
};

} // namespace engine::rules
