#include "tests/support/example_columns.h"

#include "engine/cells/date.h"

#include <array>

namespace support {

static const std::string service = "Housing Services";
static const std::array<std::string, 4> years{"2016-17", "2017-18", "2018-19", "2019-20"};

static std::string date_look(cells::Date date) {
    const std::string iso = cells::to_iso(date);
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string look_of(const Looks& looks, const std::string& heading) {
    const auto found = looks.find(heading);
    return found == looks.end() ? std::string() : found->second;
}

static std::string year_column(const std::string& parent, engine::Period period) {
    return parent + " / Q" + std::to_string(period.quarter);
}

Columns plan_columns(const Looks& written, engine::Period now) {
    const bool percent = !written.contains("Unit") || written.at("Unit") == "%";
    const auto figure = [&](int value) { return std::to_string(value) + (percent ? "%" : ""); };
    Columns columns{{"Ref", ""},
                    {"Indicator", "Measure " + look_of(written, "Ref")},
                    {"Definition", "Counted on the quarter's last day"},
                    {"Unit", "%"},
                    {"Good is", "Higher"},
                    {"Range from", ""},
                    {"Range to", ""},
                    {"KPI", "Yes"},
                    {"Frequency", "Quarterly"},
                    {"Measured as", "Snapshot"},
                    {"Decimals", "1"},
                    {"Responsible service", service},
                    {"Baseline", figure(80)},
                    {"Baseline period", "2014-15"},
                    {"Target basis", "Trend of three years"}};
    for (const std::string& year : years) columns.push_back({"Annual target / " + year, figure(85)});
    columns.push_back({"2015-16 / Target", figure(83)});
    for (engine::Period period{2015, 1}; period < engine::Period{2017, 1};) {
        const std::string year = engine::year_text(period.year);
        const int reached = period.year == 2015 ? 80 + period.quarter : 84;
        columns.push_back({year_column(year, period), period < now ? figure(reached) : ""});
        if (period.year == 2016)
            for (const char* family : {" profiled target", " forecast", " status", " commentary"})
                columns.push_back({year_column(year + family, period), ""});
        period = period.quarter == 4 ? engine::Period{period.year + 1, 1}
                                     : engine::Period{period.year, period.quarter + 1};
    }
    return columns;
}

Columns plan_action_columns(const Looks& written) {
    Columns columns{{"Ref", ""},
                    {"Action", "Action " + look_of(written, "Ref")},
                    {"Lead officer", "Head of Housing"},
                    {"Responsible service", service},
                    {"Start date", "01/04/2016"},
                    {"End date", "31/03/2018"},
                    {"Completed on", ""}};
    for (const char* family : {"2016-17 revised end date", "2016-17 status", "2016-17 commentary"})
        for (int quarter = 1; quarter <= 4; ++quarter)
            columns.push_back({year_column(family, {0, quarter}), ""});
    return columns;
}

Columns benchmark_columns() {
    return {{"Ref", ""},
            {"Indicator", "As in the plan"},
            {"Period", "2015-16"},
            {"Our value", "84%"},
            {"Comparator group", "Nearest neighbours"},
            {"Comparator value", "82.4%"}};
}

Columns change_columns() {
    return {{"Ref", ""},
            {"Item changed", "Annual target 2016-17"},
            {"Old value", "83%"},
            {"New value", "85%"},
            {"Plan version", "1.0"},
            {"Effective from", "01/04/2016"},
            {"Approved by", "Cabinet"},
            {"Reason", "Ahead of the plan in June"}};
}

Columns return_columns(const Looks& written, const Looks& planned, engine::Period now) {
    const std::string unit = written.contains("Unit") ? written.at("Unit") : look_of(planned, "Unit");
    const bool percent = look_of(planned, "Unit") == "%" || (planned.empty() && unit.empty());
    const bool lower = look_of(planned, "Good is") == "Lower";
    const engine::Period last = now.preceding();
    return {{"Ref", ""},
            {"Indicator", look_of(planned, "Indicator")},
            {"Unit", unit},
            {"Good is", look_of(planned, "Good is")},
            {"Annual target", look_of(planned, "Annual target / " + engine::year_text(now.year))},
            {"Last quarter", look_of(planned, year_column(engine::year_text(last.year), last))},
            {"Numerator", ""},
            {"Denominator", ""},
            {"Actual", std::string(lower ? "83" : "86") + (percent ? ".2%" : "")},
            {"Year-end forecast", ""},
            {"Status", ""},
            {"Commentary", "In line with what was expected this summer, " + look_of(written, "Ref")},
            {"Corrective action", ""}};
}

Columns return_action_columns(const Looks& planned) {
    return {{"Ref", ""},
            {"Action", look_of(planned, "Action")},
            {"Start date", look_of(planned, "Start date")},
            {"End date", look_of(planned, "End date")},
            {"Revised end date", ""},
            {"Completed on", ""},
            {"Status", ""},
            {"Reason for delay", ""},
            {"Corrective action", ""},
            {"Commentary", ""}};
}

Columns plan_cover() {
    return {{"Council", "Marlbridge Borough Council"},
            {"Priority", "1"},
            {"Outcome", "Every child has the best start in life"},
            {"Short name", "Best start in life"},
            {"Theme", "People"},
            {"Outcome owner", "Cabinet Member for Children and Families"},
            {"Lead director", "Director of Education"},
            {"Plan version", "\"1.0\""},
            {"Approved on", "15/03/2016"},
            {"Effective from", "01/04/2016"},
            {"Template version", "OP-2016-1"}};
}

Columns return_cover(engine::Period now) {
    const std::string period = engine::to_text(now);
    return {{"Council", "Marlbridge Borough Council"},
            {"Service", service},
            {"Directorate", "Places"},
            {"Period", period},
            {"Figures as at", date_look(engine::last_day(now))},
            {"Finance report period", period},
            {"Risk report period", period},
            {"Template version", "QR-2016-1"},
            {"Completed by", "Performance Officer"},
            {"Completed on", "07/10/2016"},
            {"Verified by", "Head of Housing"},
            {"Verified on", "10/10/2016"},
            {"Approved by", "Director of Places"},
            {"Approved on", "12/10/2016"}};
}

} // namespace support
