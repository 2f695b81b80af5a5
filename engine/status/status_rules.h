#pragma once
// The rules by which a status or a direction is given, each with its id and its words, once. A Reason names
// one of them; `outturn explain` and the note at a cell print it. Thresholds and choices are not here: they
// are the framework's.

#include <array>
#include <string_view>

namespace engine {

struct StatusRule {
    std::string_view id; ///< "S12", never used again for another
    std::string_view words;
    std::string_view source; ///< "CWaC 5.5; CW-17"
};

namespace status_rules {

// Indicators: not rated
inline constexpr StatusRule withheld{"S01", "A finding on the row must be put right first", "CWaC 2.6"};
inline constexpr StatusRule no_return{"S02", "No figure was returned for the period", "CWaC 5.5; CW-28"};
inline constexpr StatusRule suppressed{"S03", "The figure is there and is not told", "CW-30"};
inline constexpr StatusRule no_polarity{"S04", "The plan does not say what good performance is", "CWaC 5.5"};
inline constexpr StatusRule not_comparable{
    "S05", "A cumulative measure within the year needs a profile or a forecast", "CWaC 5.5; A4"};

// Indicators: M
inline constexpr StatusRule measured_annual{"S06", "Reports once a year, and the year has not ended",
                                            "CWaC 5.5; CW-24"};
inline constexpr StatusRule measured_survey{"S07", "A survey without a result or forecast in the period",
                                            "CWaC 5.5; CW-26"};
inline constexpr StatusRule measured_target{"S08", "The target is in development", "CWaC 5.5; CW-05"};
inline constexpr StatusRule measured_baseline{"S09", "The baseline is in development", "CWaC 5.5; CW-06"};

// Indicators: rated
inline constexpr StatusRule achieved{"S10", "The actual is at or better than its target", "CWaC 5.5; CW-15"};
inline constexpr StatusRule on_track{"S11", "The forecast for the year's end is at or better than the target",
                                     "CWaC 5.5; CW-16"};
inline constexpr StatusRule short_by_actual{"S12", "The actual's shortfall decides",
                                            "CWaC 5.5; CW-17, CW-18"};
inline constexpr StatusRule short_by_forecast{"S13", "The forecast's shortfall decides",
                                              "CWaC 5.5; CW-17, CW-18"};
inline constexpr StatusRule zero_target{"S14", "The policy for a target of nothing decides", "CW-21; A8"};
inline constexpr StatusRule outside_range{"S15", "Outside the good range", "A9"};
inline constexpr StatusRule no_narrative{"S16", "Within tolerance, and no robust actions are described",
                                         "CWaC 5.5; CW-23"};

// Direction of travel
inline constexpr StatusRule actuals_compared{"S20", "Actual compared with actual", "CWaC 5.6"};
inline constexpr StatusRule forecasts_compared{"S21", "Forecast compared with forecast", "CWaC 5.6; CW-43"};
inline constexpr StatusRule mixed_compared{"S22", "Actual and forecast compared", "CWaC 5.6; CW-43"};
inline constexpr StatusRule increments_compared{"S23", "The quarters' own increments compared", "CW-44; A6"};
inline constexpr StatusRule shares_compared{"S24", "Shares of the profiled target compared", "CW-44; A6"};
inline constexpr StatusRule not_measured{"S25", "The indicator cannot be measured in this period",
                                         "CWaC 5.6; CW-40"};
inline constexpr StatusRule no_comparator{"S26", "There is no earlier figure to compare with", "CW-45"};
inline constexpr StatusRule definition_changed{"S27", "What is measured changed between the two periods",
                                               "CWaC 5.2; CW-46"};

// Actions
inline constexpr StatusRule action_withheld{"S30", "A finding on the row must be put right first",
                                            "CWaC 2.6"};
inline constexpr StatusRule action_no_return{"S31", "No answer was returned for the action", "CW-66"};
inline constexpr StatusRule action_undated{"S32", "The plan does not date the action", "CWaC 5.9; CW-07"};
inline constexpr StatusRule not_viable{"S33", "Marked as no longer viable", "CWaC 5.10; CW-58"};
inline constexpr StatusRule delivered{"S34", "Completed on or before the period's last day",
                                      "CWaC 5.10; CW-54"};
inline constexpr StatusRule scheduled{"S35", "Starts after the period's last day", "CWaC 5.10; CW-52"};
inline constexpr StatusRule on_target{"S36", "Expected to end as the plan says", "CWaC 5.10; CW-53"};
inline constexpr StatusRule slipped{"S37", "Re-phased to a later end", "CWaC 5.10; CW-55, CW-56"};
inline constexpr StatusRule overdue{"S38", "Due, not completed, and without a new date", "CW-59; A15"};

/// All of them, by id.
inline constexpr std::array all = {
    withheld,          no_return,          suppressed,      no_polarity,
    not_comparable,    measured_annual,    measured_survey, measured_target,
    measured_baseline, achieved,           on_track,        short_by_actual,
    short_by_forecast, zero_target,        outside_range,   no_narrative,
    actuals_compared,  forecasts_compared, mixed_compared,  increments_compared,
    shares_compared,   not_measured,       no_comparator,   definition_changed,
    action_withheld,   action_no_return,   action_undated,  not_viable,
    delivered,         scheduled,          on_target,       slipped,
    overdue,
};

} // namespace status_rules
} // namespace engine
