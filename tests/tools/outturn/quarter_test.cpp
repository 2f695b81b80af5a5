#include "tests/support/shared_data.h"
#include "tests/tools/support/small_council.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using support::SmallCouncil;

static nlohmann::json record(const SmallCouncil& council) {
    return nlohmann::json::parse(support::bytes_of(council.folder / "out/findings.json"));
}

TEST_CASE("a quarter in which nothing is wrong ends with 0 and writes all its files") {
    const SmallCouncil council;
    const auto ran = council.quarter();
    INFO(ran.out << ran.err);
    CHECK(ran.status == 0);
    CHECK(ran.out.starts_with("Smallbridge Town Council, 2016-17 Quarter 2 (July to September 2016)\n"));
    CHECK(ran.out.contains("no errors, no queries, no notes"));
    CHECK(council.folder.files().contains("out/cabinet-scorecard 2016-17 Q2.xlsx\n"
                                          "out/findings.json\n"
                                          "out/plans/housing-plan.xlsx\n"
                                          "out/returns/housing.xlsx\n"));
}

TEST_CASE("the summary counts what came and every status", "[CW-02][CW-81]") {
    const SmallCouncil council;
    const std::string said = council.quarter().out;
    CHECK(said.contains("Came in      1 outcome plan in force and 1 return (1 signed off)\n"
                        "             for 3 indicators (1 of them key) and 1 action\n"));
    CHECK(said.contains("             Green  Amber    Red      M  Not rated    All\n"
                        "Indicators       1      0      1      1          0      3\n"
                        "of them key      1      0      0      0          0      1\n"));
    const auto counts = record(council)["counts"]["council"];
    CHECK(counts["indicators"] == 3);
    CHECK(counts["kpis"] == 1);
    CHECK(counts["actions"] == 1);
    CHECK(counts["status"]["Green"] == 1);
    CHECK(counts["action_status"]["On Target"] == 1);
}

TEST_CASE("statuses come back in the sender's own workbook, as words", "[CW-34]") {
    const SmallCouncil council;
    council.quarter();
    CHECK(council.cell("out/returns/housing.xlsx", "Indicators", "K2") == "Green");
    CHECK(council.cell("out/returns/housing.xlsx", "Indicators", "K3") == "Red");
    CHECK(council.cell("out/returns/housing.xlsx", "Actions", "G2") == "On Target");
    CHECK(council.cell("out/returns/housing.xlsx", "Outturn findings", "A1")
          == "Findings on the return of Housing Services, 2016-17 Q2");
    CHECK(council.cell("returns/housing.xlsx", "Indicators", "K2").empty());
}

TEST_CASE("the plan gains the quarter's figures, and keeps its own target", "[CW-11]") {
    const SmallCouncil council;
    council.write_return(
        support::replaced(SmallCouncil::return_tables(), "| 100           |", "| 90            |"));
    const auto ran = council.quarter();
    CHECK(ran.out.contains("1 query"));
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "S3") == "104");
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "T3") == "101");
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "U3") == "Green");
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "V3") == "More were built.");
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "N3") == "100");
}

TEST_CASE("a plan gains a quarter at a time, each figure read back as it was written", "[CW-11]") {
    const SmallCouncil council;
    // The quarters' own cells are empty and have no format; the baseline and the targets are percentages.
    council.write_plan(
        support::replaced(SmallCouncil::plan_tables(),
                          "Lettings          | number | Higher  | Yes | Quarterly | Snapshot    | 0        | "
                          "Housing Services    "
                          "| 90       | 2014-15         | Forecast     | 100 | 100 | 100 | 100 | 99 |",
                          "Lettings | % | Higher | Yes | Quarterly | Snapshot | 1 | Housing Services | 90.0% "
                          "| 2014-15 | Forecast "
                          "| 95.0% | 95.0% | 95.0% | 95.0% | |"));
    const auto send = [&](std::string tables, std::string_view figures) {
        council.write_return(
            support::replaced(std::move(tables),
                              "| number | Higher  | 100           | 99           |           | "
                              "            | 104    | 101               |",
                              figures));
    };
    std::string first = SmallCouncil::return_tables();
    for (const auto& [was, is] : {std::pair("2016-17 Q2", "2016-17 Q1"), {"30/09/2016", "30/06/2016"}})
        while (first.contains(was)) first = support::replaced(std::move(first), was, is);
    send(std::move(first), "| % | Higher | 95.0% | | | | 94.7% | |");
    const auto ran = council.outturn("quarter --framework small --period '2016-17 Q1' --plans {}/plans "
                                     "--returns {}/returns --out {}/first");
    INFO(ran.out << ran.err);
    CHECK(council.cell("first/plans/housing-plan.xlsx", "Indicators", "R3") == "94.7%");

    council.folder.write("plans/housing-plan.xlsx",
                         support::bytes_of(council.folder / "first/plans/housing-plan.xlsx"));
    const std::string second =
        support::replaced(SmallCouncil::return_tables(),
                          "| 26           |           |             | 27.5   |", "| 27.5 | | | 26.5 |");
    send(second, "| % | Higher | 95.0% | 94.7% | | | 95.2% | 96.0% |");
    const auto next = council.quarter();
    INFO(next.out << next.err);
    CHECK(next.out.contains("no errors, no queries, no notes"));
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "R3") == "94.7%");
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "S3") == "95.2%");
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "T3") == "96.0%");
}

TEST_CASE("an error in the data ends with 1, is said by workbook, and keeps the row out of the plan") {
    const SmallCouncil council;
    council.write_return(support::replaced(SmallCouncil::return_tables(), "| 104    |", "| plenty |"));
    const auto ran = council.quarter();
    CHECK(ran.status == 1);
    CHECK(ran.out.contains("housing.xlsx: 1 error,"));
    CHECK(ran.out.contains("  Indicators!I2: error V014: This is no figure (actual: 'plenty').\n"));
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "S3").empty());
    CHECK(council.cell("out/plans/housing-plan.xlsx", "Indicators", "U3") == "Not rated");
}

TEST_CASE("the same input gives the same bytes, run again or on more threads", "[CW-86]") {
    const SmallCouncil council;
    const char* const written[] = {"cabinet-scorecard 2016-17 Q2.xlsx", "findings.json",
                                   "plans/housing-plan.xlsx", "returns/housing.xlsx"};
    council.run("quarter", "--out {}/first --threads 1");
    council.run("quarter", "--out {}/second --threads 2");
    council.run("quarter", "--out {}/second --threads 4");
    for (const char* file : written) {
        INFO(file);
        CHECK(support::bytes_of(council.folder / "first" / file)
              == support::bytes_of(council.folder / "second" / file));
    }
}

TEST_CASE("findings.json has the fingerprints of what came and of what was written", "[CW-86]") {
    const SmallCouncil council;
    council.quarter();
    const auto json = record(council);
    CHECK(json["inputs"]["plans"][0]["file"] == "housing-plan.xlsx");
    CHECK(json["inputs"]["plans"][0]["sha256"].get<std::string>().size() == 64);
    CHECK(json["inputs"]["returns"][0]["signed_off"] == true);
    CHECK(json["outputs"].size() == 3);
    const auto first = json["indicators"][0];
    CHECK(first["ref"] == "BS-01");
    CHECK(first["status_reason"]["rule"] == "S10");
    CHECK(first["status_reason"]["operands"][0]["at"]["cell"] == "I2");
    CHECK(first["would_be"].is_array());
}

TEST_CASE("with --json the program prints what findings.json holds") {
    const SmallCouncil council;
    const auto ran = council.quarter("--json");
    CHECK(ran.out == support::bytes_of(council.folder / "out/findings.json"));
}

TEST_CASE("one report can be had alone, for the council or for an area", "[CW-84]") {
    const SmallCouncil council;
    const auto whole = council.run("report", "--report cabinet-scorecard --out {}/report");
    CHECK(whole.status == 0);
    CHECK(whole.out.contains("written to"));
    CHECK(council.folder.files().contains("report/cabinet-scorecard 2016-17 Q2.xlsx\n"));
    CHECK(!council.folder.files().contains("report/findings.json"));

    const auto area = council.run("report", "--area North --out {}/report");
    CHECK(area.status == 2);
    CHECK(area.err
          == "outturn: North: No indicator in the plans is of this area. Fill in the column Area in the "
             "outcome plans.\n");
    const auto unknown = council.run("report", "--report dashboard --out {}/report");
    CHECK(unknown.err
          == "outturn: small: The framework has no report \"dashboard\". There is cabinet-scorecard.\n");
}

TEST_CASE("a report's preview lists each slot with its value and its cell, and writes nothing") {
    const support::SmallCouncil council;
    const auto listed = council.run("report", "--preview");
    CHECK(listed.status == 0);
    CHECK(listed.out.contains("KPIs!A2: {{report.period}} = 2016-17 Quarter 2 (July to September 2016)\n"));
    const auto json = nlohmann::json::parse(council.run("report", "--preview --json").out);
    CHECK(json["report"] == "cabinet-scorecard");
    CHECK(json["slots"][0]["slot"].get<std::string>().starts_with("{{"));
    CHECK(council.run("report", "--preview --out {}/report").status == 64);
    CHECK(council.run("report").status == 64);
}

TEST_CASE("explain goes down to the cells; an unknown reference is said", "[CW-86]") {
    const SmallCouncil council;
    const auto ran = council.run("explain bs-02");
    CHECK(ran.status == 0);
    CHECK(ran.out.starts_with("BS-02  Days to let a home\n"));
    CHECK(ran.out.contains("housing.xlsx: Indicators!J3"));
    CHECK(ran.out.contains("housing-plan.xlsx: Indicators!N4"));
    CHECK(nlohmann::json::parse(council.run("explain BS-A01 --json").out)["status"] == "On Target");
    const auto unknown = council.run("explain XX-99");
    CHECK(unknown.status == 2);
    CHECK(unknown.err.contains("XX-99: No plan in force has an indicator or action of this reference."));
}
