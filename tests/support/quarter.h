#pragma once
// A quarter's plans and returns in a test, one line for each indicator and action, so that a test shows all
// that it is about. What a line says, between bars and in any order:
//
//   indicator("BS-01 | lower | target 40 | Q1 44 | actual 42.5")
//     of the plan    higher, lower, range 4 to 6      unless said: higher
//                    %, number, days, £, score           %
//                    annual, survey                   quarterly
//                    cumulative                       snapshot
//                    kpi                              no key performance indicator
//                    places 0                         1
//                    baseline 90 (or baseline TBC)    50
//                    target 99, target 2017-18 98     none; without a year it is the quarter's
//                    profiled 40, profiled Q1 20      none; without a quarter it is the quarter's own
//                    definition Some words
//                    Q1 94, 2015-16 Q4 93             actuals of earlier quarters: Q1 is of the quarter's
//                    year forecast Q1 98                   forecasts of earlier quarters edited Some words
//                    commentary that the plan holds for the quarter
//     of the return  actual 94.7, forecast 98, last 94, corrective ..., commentary ..., status Green
//                    returned                         a row that says nothing
//
//   action("BS-A01 | 01/04/2016 to 31/03/2017 | Q1 30/04/2017 | revised 31/05/2017")
//     of the plan    start to end, Q1 30/04/2017 (revised then), done 01/06/2016, was No longer viable
//     of the return  revised, completed, status, reason, corrective, commentary, returned
//
// A figure is typed as in support/sheet_drawing.h: 94.7 | 94.7% | <5 | TBC.

#include "engine/status/decided.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace support {

class Quarter {
public:
    explicit Quarter(std::string_view period);

    engine::Framework framework; ///< Cheshire West's; a test changes what it is about

    /// Begins another plan, which has the lines that follow: "2 | v1.1 | from 01/07/2016 | theme Places". A
    /// first plan of priority 1 is there without.
    Quarter& plan(std::string_view line);
    Quarter& indicator(std::string_view line);
    Quarter& action(std::string_view line);
    /// "BS-01 | Definition | old words | new words | from 01/07/2016"
    Quarter& change(std::string_view line);
    Quarter& unsigned_return();

    /// What was decided; the first call decides, and lines after it are refused.
    const engine::Decided& decided();
    const engine::Papers& papers();
    const engine::IndicatorDecided& of(std::string_view ref);
    const engine::ActionDecided& action_of(std::string_view ref);

    /// "Amber", "M", "Not rated"
    std::string status(std::string_view ref);
    /// "Improving"
    std::string direction(std::string_view ref);
    /// "Slipped (less than 3 months)"
    std::string action_status(std::string_view ref);

private:
    engine::Plan& current_plan();
    engine::Papers papers_;
    std::vector<engine::Plan> plans_;
    engine::Return return_;
    std::unique_ptr<engine::Decided> decided_;
};

/// The status and the reason of one indicator: "Amber: 4.34% short of the target; within 5%". The line may
/// leave out its reference.
std::string rated(std::string_view period, std::string_view line);
std::string rated(std::string_view period, std::string_view line, const engine::Settings& settings);

/// The word of one action's status.
std::string tracked(std::string_view period, std::string_view line);
std::string tracked(std::string_view period, std::string_view line, const engine::Settings& settings);

} // namespace support
