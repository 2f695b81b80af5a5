// A sentence that says where, what and what to do; the rest of the batch goes on; nothing half-written.

#include "tests/support/shared_data.h"
#include "tests/tools/support/drawn_workbook.h"
#include "tests/tools/support/small_council.h"

#include <catch2/catch_test_macros.hpp>

using support::SmallCouncil;

/// Puts bytes among the returns: the run is said to be 2, says the sentence, and does the other return.
static void check_one_bad_return(std::string_view name, std::string_view bytes, std::string_view sentence) {
    const SmallCouncil council;
    council.folder.write(std::filesystem::path("returns") / name, bytes);
    const auto ran = council.quarter();
    INFO(ran.out << ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.out.contains(sentence));
    const std::string files = council.folder.files();
    CHECK(files.contains("out/returns/housing.xlsx\n"));
    CHECK(files.contains("out/findings.json\n"));
    CHECK(!files.contains("out/returns/" + std::string(name)));
    CHECK(!files.contains(".outturn-"));
}

TEST_CASE("a 0-byte file") {
    check_one_bad_return("empty.xlsx", "", "Not done     empty.xlsx: ");
}

TEST_CASE("a file that is no workbook, whatever it is called") {
    check_one_bad_return("notes.xlsx", "Ref,Actual\nBS-01,104\n", "Not done     notes.xlsx: ");
    check_one_bad_return("old.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", "Not done     old.xlsx: ");
}

TEST_CASE("a workbook that was cut short") {
    const std::string whole = support::drawn_workbook(SmallCouncil::return_tables());
    check_one_bad_return("half.xlsx", whole.substr(0, whole.size() / 2), "Not done     half.xlsx: ");
}

TEST_CASE("a spreadsheet of another kind") {
    check_one_bad_return("waste.xls", "anything",
                         "waste.xls: A .xls file is not read. Open it in Excel and save it as an "
                         "Excel workbook (.xlsx).");
}

TEST_CASE("a workbook without the tables that a return has") {
    check_one_bad_return("list.xlsx", support::drawn_workbook("[Sheet1]\n| Name | Colour |\n| a | blue |\n"),
                         "Not done     list.xlsx: ");
}

TEST_CASE("a sheet of ten thousand columns") {
    std::string row = "[Indicators]\n|";
    for (int i = 0; i < 10'000; ++i) row += " Column " + std::to_string(i) + " |";
    check_one_bad_return("wide.xlsx", support::drawn_workbook(row + "\n"), "Not done     wide.xlsx: ");
}

TEST_CASE("a folder without returns") {
    const SmallCouncil council;
    std::filesystem::remove(council.folder / "returns/housing.xlsx");
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("There are no workbooks (.xlsx or .xlsm) in this folder."));
    CHECK(!council.folder.files().contains("out/"));
}

TEST_CASE("a folder in which nothing can be read") {
    const SmallCouncil council;
    council.folder.write("returns/housing.xlsx", "");
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.err.contains(
        "None of its workbooks could be read as a quarterly return; of the first: housing.xlsx: "));
    CHECK(!council.folder.files().contains("out/"));
}

TEST_CASE("a folder that is not there, and one folder for both") {
    const SmallCouncil council;
    const auto missing = council.outturn(
        "quarter --framework small --period '2016-17 Q2' --plans {}/plan --returns {}/returns --out {}/out");
    CHECK(missing.status == 2);
    CHECK(missing.err.contains("/plan: There is no such folder. Check the spelling of its name."));
    const auto both = council.outturn(
        "quarter --framework small --period '2016-17 Q2' --plans {}/plans --returns {}/plans/. --out {}/out");
    CHECK(both.status == 2);
    CHECK(both.err.contains("Plans and returns are in one folder. Put them in a folder each."));
}

TEST_CASE("a period that the framework does not cover") {
    const SmallCouncil council;
    const auto ran = council.outturn(
        "quarter --framework small --period '2021-22 Q1' --plans {}/plans --returns {}/returns --out {}/out");
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("2021-22 Q1: The framework small covers 1 Apr 2016 to 31 Mar 2020."));
}

TEST_CASE("a plan for other years") {
    const SmallCouncil council;
    std::string plan = SmallCouncil::plan_tables();
    for (const auto& [year, other] : {std::pair("| 2016-17 | 2017-18 |", "| 2018-19 | 2019-20 |"),
                                      std::pair("| 2018-19 | 2019-20 | Q1", "| 2020-21 | 2021-22 | Q1")})
        plan = support::replaced(plan, year, other);
    council.write_plan(
        support::replaced(plan, "| Ref   | Indicator           |", "| Ref   | Indicator           |"),
        "later.xlsx");
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.out.contains(
        "later.xlsx: The plan has no targets for 2016-17; its years are 2018-19 to 2021-22. Give the plan "
        "that covers 2016-17."));
}

TEST_CASE("plans that take effect after the period") {
    const SmallCouncil council;
    council.write_plan(support::replaced(SmallCouncil::plan_tables(), "| 01/04/2016 |", "| 01/04/2017 |"));
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("No plan is in force in 2016-17 Q2; the first takes effect on 1 Apr 2017."));
}

TEST_CASE("two returns for the same service") {
    const SmallCouncil council;
    council.write_return(SmallCouncil::return_tables(), "housing (2).xlsx");
    const auto ran = council.quarter();
    CHECK(ran.status == 1);
    CHECK(ran.out.contains("error V006"));
}

TEST_CASE("a return for another period") {
    const SmallCouncil council;
    council.write_return(support::replaced(SmallCouncil::return_tables(),
                                           "| Period                | 2016-17 Q2    |",
                                           "| Period                | 2016-17 Q1    |"));
    const auto ran = council.quarter();
    CHECK(ran.status == 1);
    CHECK(ran.out.contains("error V005"));
}

TEST_CASE("an out folder that cannot be written to") {
    const SmallCouncil council;
    council.folder.write("out", "a file in the way");
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("/out: A file is in the way where a folder is needed."));
    const auto read_only = council.run("quarter", "--out /proc/outturn");
    CHECK(read_only.status == 2);
    CHECK(read_only.err.contains("outturn: /proc/outturn: "));
}

TEST_CASE("an out folder in which what was sent would be overwritten") {
    const SmallCouncil council;
    const std::string sent = support::bytes_of(council.folder / "returns/housing.xlsx");
    const auto ran = council.run("quarter", "--out {}");
    CHECK(ran.status == 2);
    CHECK(ran.out.contains("returns/housing.xlsx: This would overwrite the workbook that was sent."));
    CHECK(support::bytes_of(council.folder / "returns/housing.xlsx") == sent);
}

TEST_CASE("what is no spreadsheet is left alone, and that is said") {
    const SmallCouncil council;
    council.folder.write("returns/guide.pdf", "%PDF");
    const auto ran = council.quarter();
    CHECK(ran.status == 0);
    CHECK(ran.out.contains("guide.pdf is no workbook, and was left alone"));
}
