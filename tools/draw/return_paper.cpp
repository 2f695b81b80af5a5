#include "tools/draw/return_paper.h"

#include <fmt/format.h>

namespace draw {

static const std::vector<std::string> how_to_fill_in{
    "Indicators: give the figure for the quarter under Actual. A cumulative measure is the total since 1 "
    "April.",
    "Percentages: give numerator and denominator as well. The percentage must be one divided by the other.",
    "Year-end forecast: what you expect the figure to be on 31 March. Leave it blank where you cannot say.",
    "Status is worked out from the figures. You need not fill it in.",
    "Commentary is needed for every key performance indicator, and for any figure that changed by more than "
    "a "
    "quarter.",
    "Corrective action is needed wherever the target will be missed: what is being done, by whom, by when.",
    "If there is no figure, leave the cell blank and say why in the commentary. Do not type 0.",
    "Actions: give the date of completion, or a revised end date with the reason for the delay.",
    "An action re-phased by more than three months needs the corrective action too.",
    "For an action that cannot be delivered any more choose No longer viable under Status, and give the "
    "reason.",
    "Dates are day, month, year.",
    "The return must be verified by the key lead and approved by the Director before it is sent."};

Paper return_paper(const Council& council, const std::string& quarter, const std::string& service) {
    const Tables& returned = council.returned(quarter, service);
    const Line& habits = council.habits(service);
    const bool fraction = habits["Percentages"] == "with a % format";
    const bool formulas = habits["Actual"] == "formula";
    const bool types_statuses = habits["Status"] == "typed";
    const std::string who = returned.value("return", "Service") + ", " + returned.value("return", "Period");

    Grid indicators{"Indicators",
                    "Indicators: " + who,
                    "Fill in the white columns. Notes are on the sheet Guidance.",
                    {{"Ref", 8, Holds::text, "", true},
                     {"Indicator", 32, Holds::text, "", true},
                     {"Unit", 9, Holds::word, "", true},
                     {"Good is", 8, Holds::word, "", true},
                     {"Annual target", 10, Holds::figure, "", true},
                     {"Last quarter", 10, Holds::figure, "", true},
                     {"Numerator", 10, Holds::figure},
                     {"Denominator", 12, Holds::figure},
                     {"Actual", 10, Holds::figure},
                     {"Year-end forecast", 10, Holds::figure},
                     {"Status", 8, Holds::word},
                     {"Commentary", 44},
                     {"Corrective action", 38}},
                    {}};
    for (const Line& line : returned["indicators"]) {
        const std::string& ref = line["Ref"];
        const Council::Planned planned = council.indicator(ref);
        const std::string& unit = (*planned.line)["Unit"];
        const int places = std::stoi((*planned.line)["Decimals"]);
        const auto value = [&](const std::string& words) { return figure(words, unit, places, fraction); };
        const auto count = [](const std::string& words) { return figure(words, "number", 0, false); };
        Entry actual = value(line["Actual"]);
        if (formulas && !line["Numerator"].empty())
            actual.content =
                Formula{fraction ? fmt::format("=ROUND({{Numerator}}/{{Denominator}},{})", places + 2)
                                 : fmt::format("=ROUND(100*{{Numerator}}/{{Denominator}},{})", places),
                        as_double(std::get<cells::Decimal>(actual.content))};
        indicators.records.push_back(
            {static_cast<int>(indicators.records.size()),
             ref,
             planned.plan->value("plan", "Priority") + ". " + planned.plan->value("plan", "Short name"),
             {text(ref), text((*planned.line)["Indicator"]), text(unit), text((*planned.line)["Good is"]),
              value((*planned.plan->find("targets", ref))["2016-17"]),
              value(council.last_quarter(quarter, ref)), count(line["Numerator"]), count(line["Denominator"]),
              actual, value(line["Forecast"]), types_statuses ? text(line["Status"]) : Entry{},
              text(line["Commentary"]), text(line["Corrective action"])}});
    }

    Grid actions{"Actions",
                 "Actions: " + who,
                 "Actions delivered or given up in earlier quarters have been taken off.",
                 {{"Ref", 8, Holds::text, "", true},
                  {"Action", 40, Holds::text, "", true},
                  {"Start date", 11, Holds::date, "", true},
                  {"End date", 11, Holds::date, "", true},
                  {"Revised end date", 12, Holds::date},
                  {"Completed on", 12, Holds::date},
                  {"Status", 17, Holds::word},
                  {"Reason for delay", 36},
                  {"Corrective action", 36},
                  {"Commentary", 26}},
                 {}};
    for (const Line& line : returned["actions"]) {
        const Council::Planned planned = council.action(line["Ref"]);
        // Dates say every other status; that an action is given up can only be told in words.
        const bool typed = types_statuses || line["Status"] == "No longer viable";
        actions.records.push_back(
            {static_cast<int>(actions.records.size()),
             line["Ref"],
             planned.plan->value("plan", "Priority") + ". " + planned.plan->value("plan", "Short name"),
             {text(line["Ref"]), text((*planned.line)["Action"]), date((*planned.line)["Start date"]),
              date((*planned.line)["End date"]), date(line["Revised end date"]), date(line["Completed on"]),
              typed ? text(line["Status"]) : Entry{}, text(line["Reason for delay"]),
              text(line["Corrective action"]), text(line["Commentary"])}});
    }
    return {"Quarterly performance return: " + who,
            cover(returned["return"], "Return", "Quarterly performance return"),
            {std::move(indicators), std::move(actions)},
            how_to_fill_in};
}

} // namespace draw
