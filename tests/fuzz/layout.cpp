// Any text as a drawing of sheets, a line a row and bars between cells, read as a plan and as a return.
#include "engine/framework/compile.h"
#include "engine/framework/toml/from_toml.h"
#include "engine/records/read_plan.h"
#include "engine/records/read_return.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <fstream>
#include <iterator>

static engine::Framework compiled() {
    std::ifstream in(OUTTURN_SOURCE_DIR "/templates/cheshire-west-and-chester/framework.toml");
    const auto tree =
        engine::from_toml(std::string(std::istreambuf_iterator<char>(in), {}), "framework.toml");
    fuzz::must(tree.has_value(), "the framework that ships is read");
    auto framework = engine::compile(*tree, "framework.toml");
    fuzz::must(framework.has_value(), "the framework that ships compiles");
    return *std::move(framework);
}

static cells::Cell cell_of(std::string_view text, cells::Address at) {
    cells::Cell cell;
    cell.at = at;
    cell.number = cells::Decimal::parse(text);
    cell.kind = cell.number ? cells::Cell::Kind::number : cells::Cell::Kind::text;
    if (!cell.number) cell.text = text;
    return cell;
}

static std::vector<cells::Sheet> sheets_of(std::string_view text) {
    std::vector<cells::Sheet> sheets(1);
    std::uint32_t row = 0;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.starts_with('[')) {
            sheets.emplace_back().name = line.substr(1, line.find(']') - 1);
            row = 0;
            continue;
        }
        ++row;
        for (std::uint32_t column = 1; !line.empty() && column < 200; ++column) {
            const auto cell = line.substr(0, line.find('|'));
            line.remove_prefix(std::min(cell.size() + 1, line.size()));
            if (cell == "<" && column > 1)
                sheets.back().merges.push_back({{row, column - 1}, {row, column}});
            else if (!cell.empty())
                sheets.back().cells.push_back(cell_of(cell, {row, column}));
        }
    }
    return sheets;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto sheets = sheets_of(fuzz::text_of(data, size));
    static const engine::Framework framework = compiled();
    (void)engine::recognise(sheets, framework, "any.xlsx");
    (void)engine::read_return(sheets, framework, "any.xlsx");
    if (const auto plan = engine::read_plan(sheets, framework, "any.xlsx"))
        (void)engine::output_cells(*plan, sheets, framework, {2016, 2});
    return 0;
}
