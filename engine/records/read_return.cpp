#include "engine/records/read_return.h"

#include "engine/records/layout_tables.h"

namespace engine {

using cells::Address;

namespace {

/// A row of a return. A column may be headed with the period ("Q2 actual") or without.
class ReturnRow {
public:
    ReturnRow(const TableCells& cells, const FoundRow& row, Period period)
        : cells_(cells), row_(row), period_(period) {}

    Text text(std::string_view field) const { return cells_.text(at(field)); }
    Figure figure(std::string_view field, Unit unit) const { return cells_.figure(at(field), unit); }
    DateField date(std::string_view field, End end) const { return cells_.date(at(field), end); }

private:
    Address at(std::string_view field) const {
        for (const Period period : {Period{}, period_, Period{period_.year, 0}, Period{0, period_.quarter}})
            if (const Address found = cells_.at(row_, field, period)) return found;
        return {};
    }

    const TableCells& cells_;
    const FoundRow& row_;
    Period period_;
};

} // namespace

static ReturnedIndicator read_indicator(const ReturnRow& row) {
    ReturnedIndicator indicator;
    indicator.ref = row.text("ref");
    indicator.name = row.text("name");
    indicator.unit_text = row.text("unit");
    indicator.polarity_text = row.text("polarity");
    indicator.status = row.text("status");
    indicator.commentary = row.text("commentary");
    indicator.corrective = row.text("corrective");
    const Unit unit = parse_unit(indicator.unit_text.value).value_or(Unit::other);
    indicator.target = row.figure("target", unit);
    indicator.last = row.figure("last", unit);
    indicator.numerator = row.figure("numerator", Unit::count);
    indicator.denominator = row.figure("denominator", Unit::count);
    indicator.actual = row.figure("actual", unit);
    indicator.forecast = row.figure("forecast", unit);
    return indicator;
}

static ReturnedAction read_action(const ReturnRow& row) {
    ReturnedAction action;
    action.ref = row.text("ref");
    action.title = row.text("title");
    action.status = row.text("status");
    action.reason = row.text("reason");
    action.corrective = row.text("corrective");
    action.commentary = row.text("commentary");
    action.start = row.date("start", End::first);
    action.end = row.date("end", End::last);
    action.revised = row.date("revised", End::last);
    action.completed = row.date("completed", End::last);
    return action;
}

static void read_cover(const FormCells& cover, Return& returned) {
    returned.cover_sheet = cover.sheet().name;
    returned.council = cover.text("council");
    returned.service = cover.text("service");
    returned.directorate = cover.text("directorate");
    returned.period_text = cover.text("period");
    returned.template_version = cover.text("template_version");
    returned.finance_period = cover.text("finance_period");
    returned.risk_period = cover.text("risk_period");
    returned.completed_by = cover.text("completed_by");
    returned.verified_by = cover.text("verified_by");
    returned.approved_by = cover.text("approved_by");
    returned.period = parse_period(returned.period_text.value);
    returned.as_at = cover.date("as_at", End::last);
    returned.completed_on = cover.date("completed_on", End::last);
    returned.verified_on = cover.date("verified_on", End::last);
    returned.approved_on = cover.date("approved_on", End::last);
}

/// Reads the rows of a table that have a reference, and where its status column is.
template <class Record>
static void read_records(LayoutTables& tables, std::string_view id, Record (*read_row)(const ReturnRow&),
                         std::string& sheet, std::vector<Record>& records, std::uint32_t& status_column,
                         Return& returned) {
    const auto cells = tables.open(id, sheet, returned.observed);
    if (!cells) return;
    for (const FoundRow& row : cells->records()) {
        Record record = read_row(ReturnRow(*cells, row, returned.period.value_or(Period{})));
        record.row = row.row;
        record.section = row.section;
        record.hidden = cells->sheet().row_hidden(row.row);
        records.push_back(std::move(record));
    }
    for (const FoundColumn& column : cells->columns("status"))
        if (cells->table().columns[column.column].output) status_column = column.letter;
}

std::expected<Return, cells::Error> read_return(const std::vector<cells::Sheet>& sheets,
                                                const Framework& framework, std::string_view file) {
    Return returned;
    returned.file = file;
    LayoutTables tables(sheets, framework.returned, framework, file);
    const auto cover = tables.cover(returned.observed);
    if (!cover) return std::unexpected(cover.error());
    read_cover(*cover, returned);
    read_records(tables, "indicators", read_indicator, returned.indicators_sheet, returned.indicators,
                 returned.indicator_status_column, returned);
    read_records(tables, "actions", read_action, returned.actions_sheet, returned.actions,
                 returned.action_status_column, returned);
    if (tables.error()) return std::unexpected(*tables.error());
    return returned;
}

static std::string required_labels(const LayoutForm& form) {
    std::string labels;
    for (const LayoutColumn& field : form.fields)
        if (field.required) labels += (labels.empty() ? "\"" : ", \"") + field.headings.front() + "\"";
    return labels;
}

std::expected<std::string, cells::Error> recognise(const std::vector<cells::Sheet>& sheets,
                                                   const Framework& framework, std::string_view file) {
    const auto plan = find_form(sheets, framework.plan.cover, file);
    const auto returned = find_form(sheets, framework.returned.cover, file);
    if (plan && (!returned || plan->fields.size() > returned->fields.size())) return framework.plan.id;
    if (returned) return framework.returned.id;
    return std::unexpected(cells::Error{
        .kind = cells::Error::Kind::not_found,
        .where = std::string(file),
        .what = "The workbook is neither an " + framework.plan.name + " nor a " + framework.returned.name,
        .next = "A " + framework.plan.cover.name + " has the labels " + required_labels(framework.plan.cover)
                + "; a " + framework.returned.cover.name + " has " + required_labels(framework.returned.cover)
                + ". Add them, or leave this workbook out"});
}

} // namespace engine
