#include "tests/support/shared_data.h"
#include "tests/tools/support/small_council.h"

#include <catch2/catch_test_macros.hpp>

using support::SmallCouncil;

static std::string published(const SmallCouncil& council) {
    std::string all;
    for (const char* file : {"cabinet-scorecard 2016-17 Q2.xlsx", "findings.json", "plans/housing-plan.xlsx",
                             "returns/housing.xlsx"})
        all += support::bytes_of(council.folder / "out" / file);
    return all;
}

TEST_CASE("a closed quarter is frozen: later runs list what would differ and publish nothing") {
    const SmallCouncil council;
    council.quarter();
    const auto closed = council.outturn("close --period '2016-17 Q2' --out {}/out");
    CHECK(closed.status == 0);
    CHECK(closed.out == "2016-17 Q2 is closed. Later runs say what would differ, and publish nothing.\n");
    CHECK(council.folder.files().contains("out/closed/2016-17-Q2.json\n"));
    const std::string before = published(council);

    const auto same = council.quarter();
    CHECK(same.status == 0);
    CHECK(same.out.contains(
        "Closed       this quarter is closed; what was published stands, and nothing was written\n"
        "             nothing would differ from what was published\n"));

    council.write_return(
        support::replaced(SmallCouncil::return_tables(), "| 104    | 101 ", "| 94     | 94  "));
    const auto differs = council.quarter();
    CHECK(differs.status == 1);
    CHECK(differs.out.contains("  housing.xlsx: the file's content has changed\n"));
    CHECK(differs.out.contains("  BS-01: status was Green, would be Red\n"));
    CHECK(differs.out.contains("  BS-01: actual was 104, would be 94\n"));
    CHECK(published(council) == before);
}

TEST_CASE("closing asks for what was published: not before a run, not another quarter, not twice") {
    const SmallCouncil council;
    const auto early = council.outturn("close --period '2016-17 Q2' --out {}/out");
    CHECK(early.status == 2);
    CHECK(early.err.contains("Run outturn quarter with this out folder first"));
    council.quarter();
    const auto other = council.outturn("close --period '2016-17 Q3' --out {}/out");
    CHECK(other.err.contains("What was published here is 2016-17 Q2, not 2016-17 Q3."));
    CHECK(council.outturn("close --period '2016-17 Q2' --out {}/out").status == 0);
    const auto twice = council.outturn("close --period '2016-17 Q2' --out {}/out");
    CHECK(twice.status == 2);
    CHECK(twice.err.contains("2016-17 Q2 is closed already."));
}

TEST_CASE("a file that was changed between the run and the closing is named") {
    const SmallCouncil council;
    council.quarter();
    council.folder.write("out/returns/housing.xlsx", "edited");
    const auto closed = council.outturn("close --period '2016-17 Q2' --out {}/out");
    CHECK(closed.status == 0);
    CHECK(
        closed.out.contains("returns/housing.xlsx was changed since the run; it is frozen as it is now.\n"));
}

TEST_CASE("a record of a closed quarter that cannot be understood stops the run") {
    const SmallCouncil council;
    council.quarter();
    council.folder.write("out/closed/2016-17-Q2.json", "{\"framework\": 7}");
    const std::string before = published(council);
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("2016-17-Q2.json: This is not a record of a run. Restore it from a backup."));
    CHECK(published(council) == before);
}
