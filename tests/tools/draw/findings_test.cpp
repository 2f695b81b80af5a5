// What the program makes of the samples: nothing is wrong in the clean ones, each planted mistake is found in
// the others, and the statuses are those that the tables foretell.

#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/tools/support/run_program.h"
#include "tools/draw/council.h"
#include "tools/draw/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using nlohmann::json;

static const fs::path samples = OUTTURN_SOURCE_DIR "/samples";

/// Does one quarter, and returns the record of it.
static json quarter(const std::string& name, const fs::path& plans, const fs::path& council,
                    const fs::path& into) {
    const std::string period = name.substr(0, 7) + " " + name.substr(8);
    const auto ran = support::outturn("quarter --framework cheshire-west-and-chester --period '" + period
                                      + "' --plans " + plans.string() + " --returns "
                                      + (council / "returns" / name).string() + " --out " + into.string());
    INFO(ran.out << ran.err);
    REQUIRE(ran.status <= 1);
    return json::parse(support::bytes_of(into / "findings.json"));
}

/// "housing-services.xlsx V012 HO-03" of each finding.
static std::multiset<std::string> found(const json& record) {
    std::multiset<std::string> lines;
    for (const json& finding : record["findings"])
        lines.insert(finding["at"]["file"].get<std::string>() + " " + finding["rule"].get<std::string>() + " "
                     + finding["ref"].get<std::string>());
    return lines;
}

/// The same of each mistake that README.md lists for a quarter's returns and for the plans of a council.
static std::multiset<std::string> planted(const std::string& council, const std::string& quarter) {
    std::multiset<std::string> lines;
    std::istringstream readme(support::bytes_of(samples / "README.md"));
    for (std::string line; std::getline(readme, line);) {
        if (!line.starts_with("| " + council + "/")) continue;
        std::vector<std::string> cells;
        for (std::size_t from = 2, bar = line.find(" |", from); bar != std::string::npos;
             from = bar + 3, bar = line.find(" |", from))
            cells.push_back(line.substr(from, bar - from));
        const fs::path file = cells.at(0);
        const bool in_plan = file.parent_path().filename() == "plans";
        if (in_plan || file.parent_path().filename() == quarter)
            lines.insert(file.filename().string() + " " + cells.at(2) + " " + cells.at(3));
    }
    return lines;
}

TEST_CASE("without the planted mistakes nothing is found in any quarter, and statuses are the tables'",
          "[samples]") {
    const support::TemporaryFolder folder;
    draw::draw_samples({.from = samples, .into = folder.path(), .clean = true});
    draw::draw_samples({.from = samples, .into = folder.path(), .clean = true, .resaved = true});
    const draw::Council council(samples / "marlbridge/tables");
    fs::path plans = folder / "marlbridge/plans";
    for (const std::string& name : council.quarters()) {
        const json record = quarter(name, plans, folder / "marlbridge", folder / name);
        INFO(name);
        CHECK(found(record) == std::multiset<std::string>{});
        for (const char* kind : {"indicators", "actions"})
            for (const json& item : record[kind]) {
                const std::string ref = item["ref"];
                const draw::Line* line = council.reported(name, ref);
                INFO(ref << ": " << item["status_reason"]["words"]);
                // An action that was delivered or given up earlier is no longer reported.
                if (line != nullptr) CHECK(item["status"] == (*line)["Status"]);
            }
        plans = folder / name / "plans";
    }
}

TEST_CASE("what is planted in the second quarter is found, and nothing else", "[samples]") {
    const support::TemporaryFolder folder;
    const json record =
        quarter("2016-17-Q2", samples / "marlbridge/plans", samples / "marlbridge", folder.path());
    auto expected = planted("marlbridge", "2016-17-Q2");
    // It is asked about after more than two quarters.
    expected.erase("09-great-place-for-business.xlsx V061 GB-14");
    CHECK(expected.size() >= 50);
    CHECK(found(record) == expected);
}

TEST_CASE("what is planted in the plans of a small council is found, and nothing else", "[samples]") {
    const support::TemporaryFolder folder;
    const json record =
        quarter("2016-17-Q2", samples / "ambleford/plans", samples / "ambleford", folder.path());
    auto expected = planted("ambleford", "2016-17-Q2");
    CHECK(expected.size() == 5);
    // It is planted at an indicator, and found of the plan.
    REQUIRE(expected.erase("02-educated-and-skilled.xlsx V053 ED-01") == 1);
    expected.insert("02-educated-and-skilled.xlsx V053 ");
    CHECK(found(record) == expected);
}
