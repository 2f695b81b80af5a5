#include "tests/support/example_workbooks.h"

#include "engine/figures/words.h"
#include "tests/support/example_columns.h"
#include "tests/support/sheet_drawing.h"

#include <algorithm>
#include <utility>

namespace support {

namespace {

/// Takes the columns' looks where the row does not name the heading.
void complete(ExampleRow& row, const Columns& columns) {
    for (const Column& column : columns) row.looks.try_emplace(column.heading, column.look);
}

ExampleRow row_named(const std::string& ref) {
    return {.looks = {{"Ref", ref}}, .expected = {}, .hidden = false};
}

std::string key(const std::string& ref) {
    return engine::words::plain(ref);
}

/// The sections of one kind, by workbook.
using Tables = std::map<std::string, std::vector<ExampleRow>>;

/// Everything that an example has, with the gaps filled in.
class Completion {
public:
    Completion(const ExampleText& text, engine::Period now) : now_(now) {
        for (const ExampleSection& section : text.sections) {
            const bool plan = section.kind.starts_with("plan") || section.kind == "benchmarks"
                              || section.kind == "change log";
            const std::string name = section.name.empty() ? (plan ? "plan" : "return") : section.name;
            tables_[section.kind][name] = section.rows;
            auto& names = plan ? plans_ : returns_;
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        }
        if (plans_.empty()) plans_.push_back("plan");
        if (returns_.empty()) returns_.push_back("return");
        plan_what_is_returned("plan", "return", "BS-01");
        plan_what_is_returned("plan actions", "return actions", "BS-A01");
        complete_plans();
        return_what_is_planned("return", "plan");
        return_what_is_planned("return actions", "plan actions");
        complete_returns();
    }

    const std::vector<std::string>& plans() const { return plans_; }
    const std::vector<std::string>& returns() const { return returns_; }
    const std::vector<ExampleRow>& rows(const std::string& kind, const std::string& name) {
        return tables_[kind][name];
    }
    std::vector<ExampleRow> cover(const std::string& kind, const std::string& name, const Columns& columns) {
        std::vector<ExampleRow> rows = tables_[kind][name];
        for (const Column& column : columns)
            if (std::ranges::none_of(rows, [&](const ExampleRow& row) {
                    return look_of(row.looks, "Label") == column.heading;
                }))
                rows.push_back({.looks = {{"Label", column.heading}, {"Value", column.look}},
                                .expected = {},
                                .hidden = false});
        return rows;
    }

private:
    /// Without a plan's table: the references that are returned, each once, with what the return says of
    /// them.
    void plan_what_is_returned(const std::string& kind, const std::string& returned, const char* otherwise) {
        if (tables_.contains(kind)) return;
        std::set<std::string> seen;
        auto& planned = tables_[kind][plans_.front()];
        for (const auto& [name, rows] : tables_[returned])
            for (const ExampleRow& row : rows) {
                const std::string ref = look_of(row.looks, "Ref");
                if (ref.empty() || !seen.insert(key(ref)).second) continue;
                ExampleRow plan = row_named(ref);
                for (const char* heading : {"Indicator", "Unit", "Good is"})
                    if (row.looks.contains(heading)) plan.looks[heading] = row.looks.at(heading);
                if (row.looks.contains("Annual target"))
                    plan.looks["Annual target / " + engine::year_text(now_.year)] =
                        row.looks.at("Annual target");
                planned.push_back(std::move(plan));
            }
        if (planned.empty()) planned.push_back(row_named(otherwise));
        if (tables_[returned].empty()) tables_.erase(returned);
    }

    void complete_plans() {
        const bool benchmarked = tables_.contains("benchmarks");
        for (auto& [name, rows] : tables_["plan"])
            for (ExampleRow& row : rows) {
                complete(row, plan_columns(row.looks, now_));
                if (!benchmarked && !row.looks.at("Ref").empty())
                    tables_["benchmarks"][name].push_back(row_named(row.looks.at("Ref")));
            }
        for (auto& [name, rows] : tables_["plan actions"])
            for (ExampleRow& row : rows) complete(row, plan_action_columns(row.looks));
        for (auto& [name, rows] : tables_["benchmarks"])
            for (ExampleRow& row : rows) complete(row, benchmark_columns());
        for (auto& [name, rows] : tables_["change log"])
            for (ExampleRow& row : rows) complete(row, change_columns());
    }

    std::string service_of(const std::string& name) {
        for (const ExampleRow& row : cover("cover", name, return_cover(now_)))
            if (row.looks.at("Label") == "Service") return key(row.looks.at("Value"));
        return {};
    }

    /// Without a return's table: all that is planned for its service.
    void return_what_is_planned(const std::string& kind, const std::string& planned) {
        if (tables_.contains(kind)) return;
        for (const std::string& name : returns_)
            for (const auto& [plan, rows] : tables_[planned])
                for (const ExampleRow& row : rows)
                    if (!row.looks.at("Ref").empty()
                        && key(row.looks.at("Responsible service")) == service_of(name)
                        && std::ranges::none_of(tables_[kind][name], [&](const ExampleRow& there) {
                               return key(there.looks.at("Ref")) == key(row.looks.at("Ref"));
                           }))
                        tables_[kind][name].push_back(row_named(row.looks.at("Ref")));
    }

    Looks planned(const std::string& kind, const std::string& ref) {
        for (const auto& [name, rows] : tables_[kind])
            for (const ExampleRow& row : rows)
                if (!ref.empty() && key(row.looks.at("Ref")) == key(ref)) return row.looks;
        return {};
    }

    void complete_returns() {
        for (auto& [name, rows] : tables_["return"])
            for (ExampleRow& row : rows)
                complete(row, return_columns(row.looks, planned("plan", row.looks.at("Ref")), now_));
        for (auto& [name, rows] : tables_["return actions"])
            for (ExampleRow& row : rows)
                complete(row, return_action_columns(planned("plan actions", row.looks.at("Ref"))));
    }

    engine::Period now_;
    std::vector<std::string> plans_, returns_;
    std::map<std::string, Tables> tables_;
};

/// Draws sheets and notes where the rows are.
class Desk {
public:
    Desk(DrawnWorkbook& workbook, std::vector<PlacedRow>& placed) : workbook_(workbook), placed_(placed) {}

    /// Title, headings (with what stands over them in a row of its own), rows.
    void table(const std::string& sheet, const std::string& kind, const Columns& columns,
               const std::vector<ExampleRow>& rows) {
        begin(sheet);
        for (std::uint32_t i = 0; i < columns.size(); ++i) {
            const std::string& heading = columns[i].heading;
            const auto divide = heading.find(" / ");
            if (divide != std::string::npos) put({2, i + 1}, '"' + heading.substr(0, divide) + '"');
            put({3, i + 1}, '"' + (divide == std::string::npos ? heading : heading.substr(divide + 3)) + '"');
        }
        std::uint32_t at = 4;
        for (const ExampleRow& row : rows) {
            for (std::uint32_t i = 0; i < columns.size(); ++i)
                put({at, i + 1}, look_of(row.looks, columns[i].heading));
            place(at++, kind, look_of(row.looks, "Ref"), row);
        }
        end();
    }

    void cover(const std::string& sheet, const std::string& kind, const std::vector<ExampleRow>& rows) {
        begin(sheet);
        std::uint32_t at = 3;
        for (const ExampleRow& row : rows) {
            put({at, 1}, look_of(row.looks, "Label"));
            put({at, 2}, look_of(row.looks, "Value"));
            place(at++, kind, look_of(row.looks, "Label"), row);
        }
        end();
    }

private:
    void begin(const std::string& name) {
        sheet_ = {};
        sheet_.name = name;
        put({1, 1}, "Marlbridge Borough Council");
    }
    void end() {
        std::ranges::sort(sheet_.cells, {}, &cells::Cell::at);
        workbook_.sheets.push_back(std::move(sheet_));
    }
    void put(cells::Address at, const std::string& look) {
        if (look.empty()) return;
        cells::Cell cell = draw_cell(look);
        cell.at = at;
        sheet_.cells.push_back(std::move(cell));
    }
    void place(std::uint32_t at, const std::string& kind, const std::string& name, const ExampleRow& row) {
        if (row.hidden) sheet_.hidden_rows.push_back(at);
        placed_.push_back({workbook_.file, sheet_.name, at,
                           kind + " in " + workbook_.file + ", row " + std::to_string(at) + " (" + name + ")",
                           row.expected});
    }

    DrawnWorkbook& workbook_;
    std::vector<PlacedRow>& placed_;
    cells::Sheet sheet_;
};

} // namespace

std::vector<DrawnWorkbook> draw_workbooks(const ExampleText& text, engine::Period period,
                                          std::vector<PlacedRow>& rows) {
    Completion all(text, period);
    std::vector<DrawnWorkbook> workbooks;
    for (const std::string& name : all.plans()) {
        DrawnWorkbook& workbook = workbooks.emplace_back(DrawnWorkbook{name + ".xlsx", true, {}});
        Desk desk(workbook, rows);
        desk.cover("Outcome plan", "plan cover", all.cover("plan cover", name, plan_cover()));
        desk.table("Indicators", "plan", plan_columns({}, period), all.rows("plan", name));
        desk.table("Actions", "plan actions", plan_action_columns({}), all.rows("plan actions", name));
        desk.table("Benchmarks", "benchmarks", benchmark_columns(), all.rows("benchmarks", name));
        desk.table("Change log", "change log", change_columns(), all.rows("change log", name));
    }
    for (const std::string& name : all.returns()) {
        DrawnWorkbook& workbook = workbooks.emplace_back(DrawnWorkbook{name + ".xlsx", false, {}});
        Desk desk(workbook, rows);
        desk.cover("Return", "cover", all.cover("cover", name, return_cover(period)));
        desk.table("Indicators", "return", return_columns({}, {}, period), all.rows("return", name));
        desk.table("Actions", "return actions", return_action_columns({}), all.rows("return actions", name));
    }
    return workbooks;
}

} // namespace support
