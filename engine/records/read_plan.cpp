#include "engine/records/read_plan.h"

#include "engine/records/layout_tables.h"

#include <charconv>

namespace engine {

static bool says_yes(const Text& text) {
    const std::string said = folded(text.value);
    return said == "yes" || said == "y" || said == "true" || said == "kpi" || said == "x" || said == "✓";
}

/// The published precision: as the plan says, else whole numbers for a count and one place for the rest.
static int places_of(const Text& text, std::optional<Unit> unit) {
    static constexpr int most_places = 6;
    int places = -1;
    std::from_chars(text.value.data(), text.value.data() + text.value.size(), places);
    if (places >= 0 && places <= most_places) return places;
    return unit == Unit::count ? 0 : 1;
}

static Indicator read_indicator(const TableCells& cells, const FoundRow& row) {
    const auto text = [&](std::string_view field) { return cells.text(cells.at(row, field)); };
    Indicator indicator;
    indicator.sheet = cells.sheet().name;
    indicator.row = row.row;
    indicator.section = row.section;
    indicator.ref = text("ref");
    indicator.name = text("name");
    indicator.definition = text("definition");
    indicator.unit_text = text("unit");
    indicator.polarity_text = text("polarity");
    indicator.kpi_text = text("kpi");
    indicator.frequency_text = text("frequency");
    indicator.measured_text = text("measured");
    indicator.service = text("service");
    indicator.area = text("area");
    indicator.target_basis = text("target_basis");
    indicator.baseline_period = text("baseline_period");

    indicator.unit = parse_unit(indicator.unit_text.value);
    indicator.polarity = parse_polarity(indicator.polarity_text.value);
    indicator.frequency = parse_frequency(indicator.frequency_text.value);
    indicator.measured = parse_measured(indicator.measured_text.value).value_or(Measured::snapshot);
    indicator.kpi = says_yes(indicator.kpi_text);

    const Unit unit = indicator.unit.value_or(Unit::other);
    const auto figure = [&](std::string_view field) { return cells.figure(cells.at(row, field), unit); };
    indicator.range_from = figure("range_from");
    indicator.range_to = figure("range_to");
    indicator.baseline = figure("baseline");
    indicator.places = places_of(text("places"), indicator.unit);

    for (const FoundColumn& column : cells.columns("target"))
        indicator.targets.emplace(column.year, cells.figure({row.row, column.letter}, unit));
    indicator.profiled = cells.figures(row, "profiled", unit);
    indicator.actuals = cells.figures(row, "actual", unit);
    indicator.forecasts = cells.figures(row, "forecast", unit);
    indicator.statuses = cells.texts(row, "status");
    indicator.commentaries = cells.texts(row, "commentary");
    return indicator;
}

static PlannedAction read_action(const TableCells& cells, const FoundRow& row) {
    const auto text = [&](std::string_view field) { return cells.text(cells.at(row, field)); };
    PlannedAction action;
    action.sheet = cells.sheet().name;
    action.row = row.row;
    action.ref = text("ref");
    action.title = text("title");
    action.lead = text("lead");
    action.service = text("service");
    action.start = cells.date(cells.at(row, "start"), End::first);
    action.end = cells.date(cells.at(row, "end"), End::last);
    action.completed = cells.date(cells.at(row, "completed"), End::last);
    action.revised = cells.dates(row, "revised", End::last);
    action.statuses = cells.texts(row, "status");
    action.commentaries = cells.texts(row, "commentary");
    return action;
}

static Benchmark read_benchmark(const TableCells& cells, const FoundRow& row) {
    Benchmark benchmark;
    benchmark.row = row.row;
    benchmark.ref = cells.text(cells.at(row, "ref"));
    benchmark.period = cells.text(cells.at(row, "period"));
    benchmark.group = cells.text(cells.at(row, "group"));
    benchmark.ours = cells.figure(cells.at(row, "ours"), Unit::other);
    benchmark.theirs = cells.figure(cells.at(row, "theirs"), Unit::other);
    benchmark.not_available =
        benchmark.theirs.marker == Marker::not_applicable || benchmark.theirs.marker == Marker::pending;
    return benchmark;
}

static PlanChange read_change(const TableCells& cells, const FoundRow& row) {
    const auto text = [&](std::string_view field) { return cells.text(cells.at(row, field)); };
    PlanChange change;
    change.row = row.row;
    change.ref = text("ref");
    change.item = text("item");
    change.before = text("before");
    change.after = text("after");
    change.version = text("version");
    change.approver = text("approver");
    change.reason = text("reason");
    change.effective = cells.date(cells.at(row, "effective"), End::first);
    return change;
}

/// "7", "Priority 7", "7. Good quality housing", or the name alone.
static int priority_number(const Text& text, const Framework& framework) {
    const auto digit = text.value.find_first_of("0123456789");
    int number = 0;
    if (digit != std::string::npos) {
        std::from_chars(text.value.data() + digit, text.value.data() + text.value.size(), number);
        return number;
    }
    const std::string name = folded(text.value);
    for (const Priority& priority : framework.priorities)
        if (!name.empty() && (name == folded(priority.short_name) || name == folded(priority.outcome)))
            return priority.number;
    return 0;
}

static void read_cover(const FormCells& cover, const Framework& framework, Plan& plan) {
    plan.cover_sheet = cover.sheet().name;
    plan.council = cover.text("council");
    plan.priority_text = cover.text("priority");
    plan.outcome = cover.text("outcome");
    plan.short_name = cover.text("short_name");
    plan.theme = cover.text("theme");
    plan.owner = cover.text("owner");
    plan.director = cover.text("director");
    plan.version = cover.text("version");
    plan.template_version = cover.text("template_version");
    plan.approved = cover.date("approved", End::first);
    plan.effective = cover.date("effective", End::first);
    plan.priority = priority_number(plan.priority_text, framework);
}

/// Reads the rows of a table that have a reference.
template <class Record>
static void read_records(LayoutTables& tables, std::string_view id,
                         Record (*read_row)(const TableCells&, const FoundRow&), std::string& sheet,
                         std::vector<Record>& records, std::vector<Observed>& observed) {
    const auto cells = tables.open(id, sheet, observed);
    if (!cells) return;
    for (const FoundRow& row : cells->records()) records.push_back(read_row(*cells, row));
}

std::expected<Plan, cells::Error> read_plan(const std::vector<cells::Sheet>& sheets,
                                            const Framework& framework, std::string_view file) {
    Plan plan;
    plan.file = file;
    LayoutTables tables(sheets, framework.plan, framework, file);
    const auto cover = tables.cover(plan.observed);
    if (!cover) return std::unexpected(cover.error());
    read_cover(*cover, framework, plan);
    read_records(tables, "indicators", read_indicator, plan.indicators_sheet, plan.indicators, plan.observed);
    read_records(tables, "actions", read_action, plan.actions_sheet, plan.actions, plan.observed);
    read_records(tables, "benchmarks", read_benchmark, plan.benchmarks_sheet, plan.benchmarks, plan.observed);
    read_records(tables, "changes", read_change, plan.changes_sheet, plan.changes, plan.observed);
    if (tables.error()) return std::unexpected(*tables.error());
    return plan;
}

} // namespace engine
