#include "tests/support/quarter.h"

#include "engine/records/in_force.h"
#include "engine/status/decide.h"
#include "tests/support/cheshire_west.h"
#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

namespace support {

using engine::Figure;
using engine::Period;

static std::string trim(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

static std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> parts;
    while (true) {
        const auto bar = line.find('|');
        parts.push_back(trim(line.substr(0, bar)));
        if (bar == std::string_view::npos) return parts;
        line.remove_prefix(bar + 1);
    }
}

namespace {

/// One part of a line: "target 2017-18 98" taken apart from the left.
class Part {
public:
    explicit Part(std::string text) : rest_(std::move(text)) {}

    const std::string& rest() const { return rest_; }
    /// Takes a word off the left, if it is that one.
    bool take(std::string_view word) {
        if (rest_ != word && !rest_.starts_with(std::string(word) + " ")) return false;
        rest_ = trim(std::string_view(rest_).substr(word.size()));
        return true;
    }
    /// Takes "2015-16", or stays with `year`.
    int take_year(int year) {
        const auto found = engine::parse_year(first_word());
        if (found) take(first_word());
        return found.value_or(year);
    }
    /// Takes "Q1" or "2015-16 Q1", or stays with `period`.
    Period take_period(Period period) {
        Part whole = *this;
        const int year = whole.take_year(period.year);
        const std::string word = whole.first_word();
        if (word.size() != 2 || word[0] != 'Q' || word[1] < '1' || word[1] > '4') return period;
        whole.take(word);
        *this = whole;
        return {year, word[1] - '0'};
    }

private:
    std::string first_word() const { return rest_.substr(0, rest_.find(' ')); }
    std::string rest_;
};

} // namespace

/// A look as the cell that it stands in.
static cells::Cell cell(const std::string& look, cells::Address at) {
    cells::Cell drawn = draw_cell(look);
    drawn.at = at;
    return drawn;
}

static Figure figure(const std::string& look, engine::Unit unit, cells::Address at) {
    const cells::Cell drawn = cell(look, at);
    return engine::read_figure(&drawn, unit);
}

static engine::DateField date(const std::string& look, cells::Address at,
                              engine::End end = engine::End::last) {
    const cells::Cell drawn = cell(look, at);
    return engine::read_date(&drawn, false, end);
}

/// Rows stand where they would in a workbook with two lines of headings.
static std::uint32_t row_after(std::size_t rows) {
    return static_cast<std::uint32_t>(rows) + 3;
}

Quarter::Quarter(std::string_view period) : framework(cheshire_west()) {
    const auto parsed = engine::parse_period(period);
    REQUIRE(parsed);
    papers_.period = *parsed;
    return_.file = "return.xlsx";
    return_.cover_sheet = "Return";
    return_.indicators_sheet = "Indicators";
    return_.actions_sheet = "Actions";
    return_.period = parsed;
    return_.period_text = {std::string(period), {6, 2}};
    return_.service = {"Housing Services", {4, 2}};
    return_.template_version = {framework.returned.template_versions.front(), {10, 2}};
    return_.verified_by = {"Head of Housing", {13, 2}};
    return_.approved_by = {"Director of Places Strategy", {15, 2}};
    return_.verified_on = date("07/10/2016", {14, 2});
    return_.approved_on = date("10/10/2016", {16, 2});
}

Quarter& Quarter::unsigned_return() {
    return_.verified_by = {};
    return *this;
}

engine::Plan& Quarter::current_plan() {
    REQUIRE(!decided_);
    if (plans_.empty()) plan("1");
    return plans_.back();
}

Quarter& Quarter::plan(std::string_view line) {
    engine::Plan plan;
    const auto parts = split(line);
    plan.priority = parts[0][0] - '0';
    plan.priority_text = {parts[0], {4, 2}};
    plan.version = {"1.0", {10, 2}};
    for (Part part : std::vector<Part>(parts.begin() + 1, parts.end())) {
        if (part.take("from"))
            plan.effective = date(part.rest(), {12, 2});
        else if (part.take("theme"))
            plan.theme = {part.rest(), {7, 2}};
        else
            plan.version.value = part.rest();
    }
    plan.file = "plan-" + parts[0] + (plan.version.value == "1.0" ? "" : "-" + plan.version.value) + ".xlsx";
    plan.cover_sheet = "Outcome plan";
    plan.indicators_sheet = "Indicators";
    plan.actions_sheet = "Actions";
    plan.changes_sheet = "Change log";
    plans_.push_back(std::move(plan));
    return *this;
}

/// A part of an indicator's line that the return says; false where the plan says it.
static bool take_returned(Part part, engine::ReturnedIndicator& row, engine::Unit unit) {
    if (part.take("returned")) return true;
    if (part.take("last"))
        row.last = figure(part.rest(), unit, {row.row, 6});
    else if (part.take("actual"))
        row.actual = figure(part.rest(), unit, {row.row, 9});
    else if (part.take("status"))
        row.status = {part.rest(), {row.row, 11}};
    else if (part.take("commentary"))
        row.commentary = {part.rest(), {row.row, 12}};
    else if (part.take("corrective"))
        row.corrective = {part.rest(), {row.row, 13}};
    else
        return false;
    return true;
}

static void take_planned(Part part, engine::Indicator& indicator, Period now) {
    const auto read = [&](std::uint32_t column) {
        return figure(part.rest(), *indicator.unit, {indicator.row, column});
    };
    if (part.take("annual"))
        indicator.frequency = engine::Frequency::annual;
    else if (part.take("survey"))
        indicator.frequency = engine::Frequency::survey;
    else if (part.take("cumulative"))
        indicator.measured = engine::Measured::cumulative;
    else if (part.take("kpi"))
        indicator.kpi = true;
    else if (part.take("places"))
        indicator.places = part.rest()[0] - '0';
    else if (part.take("baseline"))
        indicator.baseline = read(14);
    else if (part.take("definition"))
        indicator.definition = {part.rest(), {indicator.row, 3}};
    else if (part.take("edited"))
        indicator.commentaries[now] = {part.rest(), {indicator.row, 45}};
    else if (part.take("target")) {
        const int year = part.take_year(now.year);
        indicator.targets[year] = read(static_cast<std::uint32_t>(17 + year - 2016));
    } else if (part.take("profiled")) {
        const Period period = part.take_period(now);
        indicator.profiled[period] = read(static_cast<std::uint32_t>(25 + period.quarter));
    } else if (part.take("forecast")) {
        const Period period = part.take_period(now);
        indicator.forecasts[period] = read(static_cast<std::uint32_t>(33 + period.quarter));
    } else if (part.take("range")) {
        indicator.polarity = engine::Polarity::in_range;
        const auto to = part.rest().find(" to ");
        REQUIRE(to != std::string::npos);
        indicator.range_from = figure(part.rest().substr(0, to), *indicator.unit, {indicator.row, 6});
        indicator.range_to = figure(part.rest().substr(to + 4), *indicator.unit, {indicator.row, 7});
    } else if (const auto polarity = engine::parse_polarity(part.rest())) {
        indicator.polarity = polarity;
    } else {
        const Period period = part.take_period(now);
        INFO(part.rest() << " is no part of an indicator's line");
        REQUIRE(period != now);
        indicator.actuals[period] = read(static_cast<std::uint32_t>(29 + period.quarter));
    }
}

/// The unit is needed before any figure is read.
static engine::Unit take_unit(std::vector<Part>& parts) {
    static constexpr std::array<std::string_view, 5> units = {"%", "number", "days", "£", "score"};
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (std::ranges::find(units, part->rest()) == units.end()) continue;
        const auto unit = engine::parse_unit(part->rest());
        parts.erase(part);
        return unit.value_or(engine::Unit::other);
    }
    return engine::Unit::percent;
}

Quarter& Quarter::indicator(std::string_view line) {
    engine::Plan& plan = current_plan();
    const auto texts = split(line);
    std::vector<Part> parts(texts.begin() + 1, texts.end());
    engine::Indicator indicator;
    indicator.sheet = plan.indicators_sheet;
    indicator.row = row_after(plan.indicators.size());
    indicator.ref = {texts[0], {indicator.row, 1}};
    indicator.name = {"Measure " + texts[0], {indicator.row, 2}};
    indicator.service = return_.service;
    indicator.unit = take_unit(parts);
    indicator.polarity = engine::Polarity::higher;
    indicator.frequency = engine::Frequency::quarterly;
    indicator.baseline = figure("50", *indicator.unit, {indicator.row, 14});
    engine::ReturnedIndicator row;
    row.row = row_after(return_.indicators.size());
    row.ref = {texts[0], {row.row, 1}};
    bool returned = false;
    for (const Part& part : parts) {
        Part forecast = part;
        if (take_returned(part, row, *indicator.unit)) {
            returned = true;
        } else if (forecast.take("forecast") && forecast.take_period({}) == Period{}) {
            row.forecast = figure(forecast.rest(), *indicator.unit, {row.row, 10});
            returned = true;
        } else {
            take_planned(part, indicator, papers_.period);
        }
    }
    plan.indicators.push_back(std::move(indicator));
    if (returned) return_.indicators.push_back(std::move(row));
    return *this;
}

static bool take_returned(Part part, engine::ReturnedAction& row) {
    if (part.take("returned")) return true;
    if (part.take("revised"))
        row.revised = date(part.rest(), {row.row, 5});
    else if (part.take("completed"))
        row.completed = date(part.rest(), {row.row, 6});
    else if (part.take("status"))
        row.status = {part.rest(), {row.row, 7}};
    else if (part.take("reason"))
        row.reason = {part.rest(), {row.row, 8}};
    else if (part.take("corrective"))
        row.corrective = {part.rest(), {row.row, 9}};
    else if (part.take("commentary"))
        row.commentary = {part.rest(), {row.row, 10}};
    else
        return false;
    return true;
}

static void take_planned(Part part, engine::PlannedAction& action, Period now) {
    if (part.take("done")) {
        action.completed = date(part.rest(), {action.row, 11});
    } else if (part.take("was")) {
        action.statuses[now.preceding()] = {part.rest(), {action.row, 12}};
    } else if (const auto to = part.rest().find(" to "); to != std::string::npos) {
        action.start = date(part.rest().substr(0, to), {action.row, 5}, engine::End::first);
        action.end = date(part.rest().substr(to + 4), {action.row, 6});
    } else {
        const Period period = part.take_period(now);
        INFO(part.rest() << " is no part of an action's line");
        REQUIRE(period != now);
        action.revised[period] =
            date(part.rest(), {action.row, static_cast<std::uint32_t>(6 + period.quarter)});
    }
}

Quarter& Quarter::action(std::string_view line) {
    engine::Plan& plan = current_plan();
    const auto texts = split(line);
    engine::PlannedAction action;
    action.sheet = plan.actions_sheet;
    action.row = row_after(plan.actions.size());
    action.ref = {texts[0], {action.row, 1}};
    action.title = {"Action " + texts[0], {action.row, 2}};
    action.service = return_.service;
    engine::ReturnedAction row;
    row.row = row_after(return_.actions.size());
    row.ref = {texts[0], {row.row, 1}};
    bool returned = false;
    for (const Part& part : std::vector<Part>(texts.begin() + 1, texts.end())) {
        if (take_returned(part, row))
            returned = true;
        else
            take_planned(part, action, papers_.period);
    }
    plan.actions.push_back(std::move(action));
    if (returned) return_.actions.push_back(std::move(row));
    return *this;
}

Quarter& Quarter::change(std::string_view line) {
    engine::Plan& plan = current_plan();
    const auto parts = split(line);
    engine::PlanChange change;
    change.row = row_after(plan.changes.size());
    change.ref = {parts[0], {change.row, 1}};
    change.item = {parts[1], {change.row, 2}};
    change.before = {parts[2], {change.row, 3}};
    change.after = {parts[3], {change.row, 4}};
    Part from(parts[4]);
    REQUIRE(from.take("from"));
    change.effective = date(from.rest(), {change.row, 6});
    plan.changes.push_back(std::move(change));
    return *this;
}

const engine::Decided& Quarter::decided() {
    if (!decided_) {
        current_plan();
        papers_.framework = &framework;
        place_plans(papers_, std::move(plans_));
        papers_.returns.push_back(std::move(return_));
        decided_ = std::make_unique<engine::Decided>(decide(papers_));
    }
    return *decided_;
}

const engine::Papers& Quarter::papers() {
    decided();
    return papers_;
}

const engine::IndicatorDecided& Quarter::of(std::string_view ref) {
    const auto& indicators = decided().indicators;
    const auto found = std::ranges::find_if(
        indicators, [&](const auto& decided) { return decided.indicator->ref.value == ref; });
    INFO(ref);
    REQUIRE(found != indicators.end());
    return *found;
}

const engine::ActionDecided& Quarter::action_of(std::string_view ref) {
    const auto& actions = decided().actions;
    const auto found =
        std::ranges::find_if(actions, [&](const auto& decided) { return decided.action->ref.value == ref; });
    INFO(ref);
    REQUIRE(found != actions.end());
    return *found;
}

std::string Quarter::status(std::string_view ref) {
    return framework.words(of(ref).rating.role).word;
}

std::string Quarter::direction(std::string_view ref) {
    return framework.words(of(ref).direction.direction).word;
}

std::string Quarter::action_status(std::string_view ref) {
    return framework.words(action_of(ref).status).word;
}

std::string rated(std::string_view period, std::string_view line, const engine::Settings& settings) {
    Quarter quarter(period);
    quarter.framework.settings = settings;
    quarter.indicator("BS-01 | " + std::string(line));
    return quarter.status("BS-01") + ": " + quarter.of("BS-01").rating.reason.words;
}

std::string rated(std::string_view period, std::string_view line) {
    return rated(period, line, cheshire_west().settings);
}

std::string tracked(std::string_view period, std::string_view line, const engine::Settings& settings) {
    Quarter quarter(period);
    quarter.framework.settings = settings;
    return quarter.action("BS-A01 | " + std::string(line)).action_status("BS-A01");
}

std::string tracked(std::string_view period, std::string_view line) {
    return tracked(period, line, cheshire_west().settings);
}

} // namespace support
