#include "tools/draw/plan_paper.h"

namespace draw {

static const std::vector<std::string> quarters_of_year{"Q1", "Q2", "Q3", "Q4"};

static void add_quarters(Grid& grid, const std::string& parent, double width, Holds holds) {
    for (const std::string& quarter : quarters_of_year)
        grid.columns.push_back({quarter, width, holds, parent});
}

static void add_blanks(Record& record, std::size_t count) {
    record.entries.resize(record.entries.size() + count);
}

static Entry whole(const std::string& digits) {
    if (digits.empty()) return {};
    return {*cells::Decimal::parse(digits), "0"};
}

static Grid indicators_grid(const Council& council, const Tables& plan) {
    Grid grid{
        "Indicators",
        "Performance indicators",
        "Columns from 2015-16 on are kept by the performance team: services report in the quarterly return.",
        {{"Ref", 8},
         {"Indicator", 34},
         {"Definition", 48},
         {"Unit", 10, Holds::word},
         {"Good is", 9, Holds::word},
         {"Range from", 8, Holds::figure},
         {"Range to", 8, Holds::figure},
         {"KPI", 6, Holds::word},
         {"Frequency", 10, Holds::word},
         {"Measured as", 11, Holds::word},
         {"Decimals", 8, Holds::figure},
         {"Responsible service", 20},
         {"Area", 9, Holds::word},
         {"Baseline", 10, Holds::figure},
         {"Baseline period", 9, Holds::word},
         {"Target basis", 26}},
        {}};
    const std::vector<std::string> years{"2016-17", "2017-18", "2018-19", "2019-20"};
    for (const std::string& year : years) grid.columns.push_back({year, 10, Holds::figure, "Annual target"});
    add_quarters(grid, "2015-16", 10, Holds::figure);
    grid.columns.push_back({"Target", 10, Holds::figure, "2015-16"});
    add_quarters(grid, "2016-17 profiled target", 10, Holds::figure);
    add_quarters(grid, "2016-17", 10, Holds::figure);
    add_quarters(grid, "2016-17 forecast", 10, Holds::figure);
    add_quarters(grid, "2016-17 status", 9, Holds::word);
    add_quarters(grid, "2016-17 commentary", 40, Holds::text);

    for (const Line& line : plan["indicators"]) {
        const std::string& ref = line["Ref"];
        const std::string& unit = line["Unit"];
        const int places = std::stoi(line["Decimals"]);
        const auto value = [&](const std::string& words) { return figure(words, unit, places, true); };
        const Line& targets = *plan.find("targets", ref);
        const Line* history = plan.find("2015-16", ref);
        const Line* profile = plan.find("profile", ref);
        const Line& reported = council.reported_in_first_quarter(ref);

        Record record{static_cast<int>(grid.records.size()), ref, {}, {}};
        auto& row = record.entries;
        row = {text(ref),
               text(line["Indicator"]),
               text(line["Definition"]),
               text(unit),
               text(line["Good is"]),
               value(line["Range from"]),
               value(line["Range to"]),
               text(line["KPI"]),
               text(line["Frequency"]),
               text(line["Measured as"]),
               whole(line["Decimals"]),
               text(line["Responsible service"]),
               text(line["Area"]),
               value(targets["Baseline"]),
               text(targets["Baseline period"]),
               text(line["Target basis"])};
        for (const std::string& year : years) row.push_back(value(targets[year]));
        for (const std::string& quarter : quarters_of_year)
            row.push_back(history != nullptr ? value((*history)[quarter]) : Entry{});
        row.push_back(history != nullptr ? value((*history)["Target"]) : Entry{});
        for (const std::string& quarter : quarters_of_year)
            row.push_back(profile != nullptr ? value((*profile)[quarter]) : Entry{});
        for (const Entry& known : {value(reported["Actual"]), value(reported["Forecast"]),
                                   text(reported["Status"]), text(reported["Commentary"])}) {
            row.push_back(known);
            add_blanks(record, 3);
        }
        grid.records.push_back(std::move(record));
    }
    return grid;
}

static Grid actions_grid(const Council& council, const Tables& plan) {
    Grid grid{"Actions",
              "Actions and tasks",
              "",
              {{"Ref", 9},
               {"Action", 52},
               {"Lead officer", 26},
               {"Responsible service", 24},
               {"Start date", 12, Holds::date},
               {"End date", 12, Holds::date}},
              {}};
    add_quarters(grid, "2016-17 revised end date", 12, Holds::date);
    grid.columns.push_back({"Completed on", 12, Holds::date});
    add_quarters(grid, "2016-17 status", 16, Holds::word);
    add_quarters(grid, "2016-17 commentary", 36, Holds::text);
    for (const Line& line : plan["actions"]) {
        const Line& reported = council.reported_in_first_quarter(line["Ref"]);
        Record record{static_cast<int>(grid.records.size()), line["Ref"], {}, {}};
        auto& row = record.entries;
        row = {text(line["Ref"]),
               text(line["Action"]),
               text(line["Lead officer"]),
               text(line["Responsible service"]),
               date(line["Start date"]),
               date(line["End date"]),
               date(reported["Revised end date"])};
        add_blanks(record, 3);
        row.push_back(date(reported["Completed on"]));
        row.push_back(text(reported["Status"]));
        add_blanks(record, 3);
        row.push_back(
            text(reported["Commentary"].empty() ? reported["Reason for delay"] : reported["Commentary"]));
        add_blanks(record, 3);
        grid.records.push_back(std::move(record));
    }
    return grid;
}

static Grid benchmarks_grid(const Tables& plan) {
    Grid grid{"Benchmarks",
              "Benchmarks",
              "The year before's figures beside those of comparator authorities, as published so far.",
              {{"Ref", 9},
               {"Indicator", 60},
               {"Period", 11, Holds::word},
               {"Our value", 13, Holds::figure},
               {"Comparator group", 30},
               {"Comparator value", 15, Holds::figure}},
              {}};
    for (const Line& line : plan["benchmarks"]) {
        const Line& indicator = *plan.find("indicators", line["Ref"]);
        const int places = std::stoi(indicator["Decimals"]);
        const auto value = [&](const std::string& words) {
            return figure(words, indicator["Unit"], places, true);
        };
        grid.records.push_back(
            {static_cast<int>(grid.records.size()),
             line["Ref"],
             {},
             {text(line["Ref"]), text(indicator["Indicator"]), text(line["Period"]), value(line["Our value"]),
              text(line["Comparator group"]), value(line["Comparator value"])}});
    }
    return grid;
}

static Grid changes_grid(const Tables& plan) {
    Grid grid{"Change log",
              "Change log",
              "",
              {{"Ref", 9},
               {"Item changed", 26},
               {"Old value", 26},
               {"New value", 26},
               {"Plan version", 10, Holds::word},
               {"Effective from", 13, Holds::date},
               {"Approved by", 34},
               {"Reason", 50}},
              {}};
    for (const Line& line : plan["changes"])
        grid.records.push_back(
            {static_cast<int>(grid.records.size()),
             line["Ref"],
             {},
             {text(line["Ref"]), text(line["Item changed"]), text(line["Old value"]), text(line["New value"]),
              text(line["Plan version"]), date(line["Effective from"]), text(line["Approved by"]),
              text(line["Reason"])}});
    return grid;
}

Paper plan_paper(const Council& council, const std::string& name) {
    const Tables& plan = council.plan(name);
    const std::string title = "Outcome plan 2016-2020: " + plan.value("plan", "Short name");
    return {title,
            cover(plan["plan"], "Outcome plan", title),
            {indicators_grid(council, plan), actions_grid(council, plan), benchmarks_grid(plan),
             changes_grid(plan)},
            {}};
}

} // namespace draw
