#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const FigureCase& c) {
    if (c.figure.marker != Marker::uncalculated) return {};
    return Breach{c.figure.at, std::string(c.name)};
}

extern constinit const Rule v015{
    .id = "V015",
    .withholds = true,
    .title = "The formula has never been calculated",
    .why = "The workbook holds the formula and not its result, so there is no figure to read.",
    .fix = "Open the workbook in Excel, let it calculate, and save it.",
    .source = "CWaC 2.6; CW-30",
    .examples = R"(
        return:
            Ref   | Actual  | expect
            BS-01 | =86.2%  |
            BS-02 | =?      | V015
    )",
    .check = each_figure<breaks>,
};

} // namespace engine::rules
