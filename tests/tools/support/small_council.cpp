#include "tests/tools/support/small_council.h"

#include "tests/support/cheshire_west.h"
#include "tests/support/shared_data.h"
#include "tests/tools/support/drawn_workbook.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace support {

std::string replaced(std::string text, std::string_view part, std::string_view by) {
    const auto at = text.find(part);
    INFO("looking for " << part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), by);
}

/// From the second [[priority]] to the rule that ends the section.
static std::string one_priority(std::string toml) {
    const auto first = toml.find("[[priority]]");
    const auto second = toml.find("[[priority]]", first + 1);
    const auto end = toml.find("\n# ----", second);
    REQUIRE(end != std::string::npos);
    return toml.erase(second, end - second);
}

SmallCouncil::SmallCouncil() {
    folder.write(
        "templates/small/framework.toml",
        replaced(one_priority(cheshire_west_toml()), "id = \"cheshire-west-and-chester\"", "id = \"small\""));
    folder.write("templates/small/cabinet-scorecard.xlsx",
                 bytes_of(OUTTURN_SOURCE_DIR "/templates/cheshire-west-and-chester/cabinet-scorecard.xlsx"));
    write_plan(plan_tables());
    write_return(return_tables());
}

std::string SmallCouncil::plan_tables() {
    return R"(
        [Outcome plan]
        | Council          | Smallbridge Town Council |
        | Priority         | 1          |
        | Outcome          | All of our families, children and young people are supported to get the best start in life. |
        | Short name       | Best start in life |
        | Theme            | People     |
        | Outcome owner    | Cabinet Member for Housing |
        | Lead director    | Director of Places |
        | Plan version     | 1.0        |
        | Approved on      | 16/03/2016 |
        | Effective from   | 01/04/2016 |
        | Template version | OP-2016-1  |
        [Indicators]
        |       |                     |                   |        |         |     |           |             |          |                     |          |                 |              | Annual target | Annual target | Annual target | Annual target | 2016-17 | 2016-17 | 2016-17 forecast | 2016-17 status | 2016-17 commentary |
        | Ref   | Indicator           | Definition        | Unit   | Good is | KPI | Frequency | Measured as | Decimals | Responsible service | Baseline | Baseline period | Target basis | 2016-17 | 2017-18 | 2018-19 | 2019-20 | Q1 | Q2 | Q2 | Q2 | Q2 |
        | BS-01 | Homes let           | Lettings          | number | Higher  | Yes | Quarterly | Snapshot    | 0        | Housing Services    | 90       | 2014-15         | Forecast     | 100 | 100 | 100 | 100 | 99 |    |  |  |  |
        | BS-02 | Days to let a home  | Mean              | days   | Lower   | No  | Quarterly | Snapshot    | 1        | Housing Services    | 30       | 2014-15         | Forecast     | 25  | 25  | 25  | 25  | 26 |    |  |  |  |
        | BS-03 | Tenants satisfied   | Survey of tenants | number | Higher  | No  | Annual    | Snapshot    | 0        | Housing Services    | 70       | 2014-15         | Forecast     | 80  | 80  | 80  | 80  |    |    |  |  |  |
        [Actions]
        |        |                   |                 |                     |            |            | 2016-17 revised end date |              | 2016-17 status | 2016-17 commentary |
        | Ref    | Action            | Lead officer    | Responsible service | Start date | End date   | Q2                       | Completed on | Q2             | Q2                 |
        | BS-A01 | Refit the hostel  | Head of Housing | Housing Services    | 01/04/2016 | 31/03/2017 |                          |              |                |                    |
        [Benchmarks]
        | Ref   | Indicator | Period  | Our value | Comparator group | Comparator value |
        | BS-01 | Homes let | 2015-16 | 95        | England          | 93               |
    )";
}

std::string SmallCouncil::return_tables() {
    return R"(
        [Return]
        | Council               | Smallbridge Town Council |
        | Service               | Housing Services |
        | Directorate           | Places        |
        | Period                | 2016-17 Q2    |
        | Figures as at         | 30/09/2016    |
        | Finance report period | 2016-17 Q2    |
        | Risk report period    | 2016-17 Q2    |
        | Template version      | QR-2016-1     |
        | Completed by          | Housing Officer |
        | Completed on          | 05/10/2016    |
        | Verified by           | Head of Housing |
        | Verified on           | 07/10/2016    |
        | Approved by           | Director of Places |
        | Approved on           | 10/10/2016    |
        [Indicators]
        | Ref   | Indicator          | Unit   | Good is | Annual target | Last quarter | Numerator | Denominator | Actual | Year-end forecast | Status | Commentary      | Corrective action |
        | BS-01 | Homes let          | number | Higher  | 100           | 99           |           |             | 104    | 101               |        | More were built. |                  |
        | BS-02 | Days to let a home | days   | Lower   | 25            | 26           |           |             | 27.5   | 27                |        | Fewer hands.    |                   |
        [Actions]
        | Ref    | Action           | Start date | End date   | Revised end date | Completed on | Status | Reason for delay | Corrective action | Commentary |
        | BS-A01 | Refit the hostel | 01/04/2016 | 31/03/2017 |                  |              |        |                  |                   | Under way. |
    )";
}

void SmallCouncil::write_plan(std::string_view tables, std::string_view name) const {
    folder.write(std::filesystem::path("plans") / name, drawn_workbook(tables));
}

void SmallCouncil::write_return(std::string_view tables, std::string_view name) const {
    folder.write(std::filesystem::path("returns") / name, drawn_workbook(tables));
}

Ran SmallCouncil::outturn(std::string arguments) const {
    for (auto at = arguments.find("{}"); at != std::string::npos; at = arguments.find("{}"))
        arguments.replace(at, 2, folder.path().string());
    return support::outturn(arguments, (folder / "templates").string());
}

Ran SmallCouncil::run(std::string_view verb, std::string_view more) const {
    return outturn(std::string(verb)
                   + " --framework small --period '2016-17 Q2' --plans {}/plans --returns {}/returns "
                   + std::string(more));
}

Ran SmallCouncil::quarter(std::string_view more) const {
    return run("quarter", "--out {}/out " + std::string(more));
}

std::string SmallCouncil::cell(std::string_view file, std::string_view sheet,
                               std::string_view address) const {
    auto package = xlsx::Package::open(bytes_of(folder / file), std::string(file));
    REQUIRE(package);
    const auto workbook = xlsx::Workbook::open(*package);
    REQUIRE(workbook);
    const auto found = std::ranges::find(workbook->sheets(), sheet, &xlsx::SheetEntry::name);
    REQUIRE(found != workbook->sheets().end());
    const auto read = workbook->read(static_cast<std::size_t>(found - workbook->sheets().begin()));
    REQUIRE(read);
    const cells::Cell* cell = read->find(*cells::parse_address(address));
    return cell ? cells::shown_text(*cell, read->date1904) : std::string();
}

} // namespace support
