#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const FigureCase& c) {
    if (c.figure.marker != Marker::unreadable && c.figure.marker != Marker::out_of_range) return {};
    const char* const why = c.figure.marker == Marker::out_of_range ? ", a million millions or more" : "";
    return Breach{c.figure.at, std::string(c.name) + ": '" + c.figure.shown + "'" + why};
}

extern constinit const Rule v014{
    .id = "V014",
    .withholds = true,
    .title = "This is no figure",
    .why = "Text in a figure's cell is not counted as zero and not guessed at; the measure has no status "
           "until it is a figure. Nor is a million millions one: a key was held down.",
    .fix =
        "Type the number alone, and put the words into the commentary. Write TBC where it is still awaited.",
    .source = "CWaC 2.6; CW-30",
    .examples = R"(
        return:
            Ref   | Actual        | expect
            BS-01 | 86.2%         |
            BS-02 | see narrative | V014
            BS-03 | 86.2% (prov)  | V025
            BS-04 | c. 90%        | V025
            BS-05 | 1E12          | V014
    )",
    .check = each_figure<breaks>,
};

} // namespace engine::rules
