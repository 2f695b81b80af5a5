#include "tests/support/example.h"

#include "engine/records/in_force.h"
#include "engine/records/read_plan.h"
#include "engine/records/read_return.h"
#include "tests/support/cheshire_west.h"
#include "tests/support/example_workbooks.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace support {

using engine::Finding;

std::unique_ptr<Example> read_example(std::string_view text) {
    const ExampleText parts = take_apart(text);
    auto example = std::make_unique<Example>();
    example->nowhere = parts.nowhere;
    example->framework = cheshire_west();
    std::erase_if(example->framework.priorities, [&](const engine::Priority& priority) {
        return !parts.priorities.contains(priority.number);
    });
    const auto period = engine::parse_period(parts.period);
    if (!period) FAIL("no period: " << parts.period);
    engine::Papers& papers = example->papers;
    papers.framework = &example->framework;
    papers.period = *period;

    std::vector<engine::Plan> plans;
    for (const DrawnWorkbook& workbook : draw_workbooks(parts, *period, example->rows)) {
        if (workbook.plan) {
            auto plan = engine::read_plan(workbook.sheets, example->framework, workbook.file);
            if (!plan) FAIL(to_text(plan.error()));
            plans.push_back(std::move(*plan));
        } else {
            auto returned = engine::read_return(workbook.sheets, example->framework, workbook.file);
            if (!returned) FAIL(to_text(returned.error()));
            papers.returns.push_back(std::move(*returned));
        }
    }
    engine::place_plans(papers, std::move(plans));
    return example;
}

static const std::string nowhere = "nowhere";

static std::string name_of(const Example& example, const engine::Place& place) {
    const auto found = std::ranges::find_if(example.rows, [&](const PlacedRow& row) {
        return row.file == place.file && row.sheet == place.sheet && row.row == place.at.row;
    });
    return found == example.rows.end() ? nowhere : found->name;
}

static std::string as_lines(const std::map<std::string, std::set<std::string>>& rows) {
    std::string lines;
    for (const auto& [name, ids] : rows) {
        if (ids.empty()) continue;
        lines += name + ":";
        for (const std::string& id : ids) lines += " " + id;
        lines += "\n";
    }
    return lines;
}

std::string expectations(const Example& example) {
    std::map<std::string, std::set<std::string>> rows{{nowhere, example.nowhere}};
    for (const PlacedRow& row : example.rows) rows[row.name].insert(row.expected.begin(), row.expected.end());
    return as_lines(rows);
}

std::string findings_by_row(const Example& example, const std::vector<Finding>& findings) {
    std::map<std::string, std::set<std::string>> rows;
    for (const Finding& finding : findings)
        rows[name_of(example, finding.place.at ? finding.place : finding.related)].insert(finding.rule);
    return as_lines(rows);
}

} // namespace support
