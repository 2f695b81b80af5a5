// The whole job on the samples that ship: 10 plans, 12 returns.

#include "engine/report/explain.h"
#include "engine/status/decide.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/tools/support/run_program.h"
#include "tests/tools/support/workbook_parts.h"
#include "tools/outturn/framework_files.h"
#include "tools/outturn/intake.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

static const std::string samples = OUTTURN_SOURCE_DIR "/samples/marlbridge";

static support::Ran quarter(const support::TemporaryFolder& folder, std::string_view more = {}) {
    return support::outturn("quarter --framework cheshire-west-and-chester --period '2016-17 Q2' --plans "
                            + samples + "/plans --returns " + samples + "/returns/2016-17-Q2 --out "
                            + folder.path().string() + " " + std::string(more));
}

TEST_CASE("the samples' quarter is done whole: ten plans, twelve returns, the scorecard and the record",
          "[CW-01][CW-02][CW-74][CW-81]") {
    const support::TemporaryFolder folder;
    const auto ran = quarter(folder);
    INFO(ran.out << ran.err);
    CHECK(ran.status == 1); // mistakes are planted in them
    CHECK(ran.out.contains("Came in      10 outcome plans in force and 12 returns"));
    CHECK(ran.out.contains("for 158 indicators (51 of them key) and 370 actions"));
    CHECK(ran.out.contains("  returns/  12 workbooks, annotated\n"));
    CHECK(ran.out.contains("  plans/    10 workbooks, updated\n"));

    const auto json = nlohmann::json::parse(support::bytes_of(folder / "findings.json"));
    const auto add_up = [](const nlohmann::json& counts) {
        int sum = 0;
        for (const auto& count : counts) sum += count.get<int>();
        return sum;
    };
    for (const auto& counts : json["counts"]["by_plan"]) {
        CHECK(add_up(counts["status"]) == counts["indicators"]);
        CHECK(add_up(counts["direction"]) == counts["indicators"]);
        CHECK(add_up(counts["action_status"]) == counts["actions"]);
    }
    CHECK(add_up(json["counts"]["council"]["status"]) == 158);
    CHECK(add_up(json["counts"]["council"]["action_status"]) == 370);
    CHECK(json["not_done"].empty());
}

TEST_CASE("a return with macros comes back with them, and without its notes is as it was sent") {
    const support::TemporaryFolder folder;
    const std::string council = OUTTURN_SOURCE_DIR "/samples/ambleford";
    const std::string name = "children-and-learning.xlsm";
    const auto ran = support::outturn(
        "quarter --framework cheshire-west-and-chester --period '2016-17 Q2' --plans " + council
        + "/plans --returns " + council + "/returns/2016-17-Q2 --out " + folder.path().string());
    INFO(ran.out << ran.err);
    const auto sent = support::workbook_parts(council + "/returns/2016-17-Q2/" + name);
    const auto back = support::workbook_parts(folder / "returns" / name);
    REQUIRE(sent.at("xl/vbaProject.bin").size() > 4096);
    CHECK((back.at("xl/vbaProject.bin") == sent.at("xl/vbaProject.bin")));
    CHECK(back.contains("xl/comments1.xml"));

    const std::string annotated = (folder / "returns" / name).string();
    CHECK(support::outturn("clear --out " + (folder / "cleared").string() + " " + annotated).status == 0);
    CHECK((support::workbook_parts(folder / "cleared" / name) == sent));
}

TEST_CASE("what the project's README shows of the samples is what the program gives") {
    const support::TemporaryFolder folder;
    quarter(folder);
    const std::string readme = support::bytes_of(OUTTURN_SOURCE_DIR "/README.md");
    const auto json = nlohmann::json::parse(support::bytes_of(folder / "findings.json"));
    const auto shown = [&](const std::string& ref, const std::string& status) {
        for (const auto& item : json["indicators"])
            if (item["ref"] == ref) {
                CHECK(item["status"] == status);
                const std::string words = item["status_reason"]["words"];
                CHECK(readme.contains(status + ": " + words + "."));
            }
        for (const auto& finding : json["findings"])
            if (finding["ref"] == ref) {
                const std::string rule = finding["rule"];
                const std::string title = finding["title"];
                CHECK(readme.contains(rule + ": " + title));
            }
    };
    shown("HC-02", "Amber");
    shown("HC-12", "Green");
}

TEST_CASE("every published status can be explained down to cells that are there", "[CW-86]") {
    setenv("OUTTURN_TEMPLATES", OUTTURN_SOURCE_DIR "/templates", 1);
    const auto framework = outturn::load_framework("cheshire-west-and-chester");
    REQUIRE(framework);
    const auto intake = outturn::take_in({.plans = samples + "/plans",
                                          .returns = samples + "/returns/2016-17-Q2",
                                          .period = {2016, 2},
                                          .threads = 2},
                                         framework->framework);
    REQUIRE(intake);
    const auto decided = engine::decide(intake->papers);
    const auto check = [&](const std::string& ref, const engine::Reason& reason) {
        INFO(ref);
        const auto words = engine::explain(intake->papers, decided, ref);
        REQUIRE(words);
        CHECK(!reason.rule.empty());
        CHECK(!reason.words.empty());
        CHECK(words->contains("rule " + reason.rule));
        CHECK(words->contains("cheshire-west-and-chester, version"));
        for (const engine::Operand& operand : reason.operands)
            if (!operand.place.file.empty()) CHECK(words->contains(engine::to_text(operand.place)));
    };
    for (const auto& item : decided.indicators) check(item.indicator->ref.value, item.rating.reason);
    for (const auto& item : decided.actions) check(item.action->ref.value, item.reason);
}

TEST_CASE("one thread or two, the samples give the same bytes", "[CW-86]") {
    const support::TemporaryFolder one, two;
    quarter(one, "--threads 1");
    quarter(two, "--threads 2");
    REQUIRE(one.files() == two.files());
    std::string names = one.files();
    while (!names.empty()) {
        const std::string name = names.substr(0, names.find('\n'));
        names.erase(0, name.size() + 1);
        INFO(name);
        CHECK(support::bytes_of(one / name) == support::bytes_of(two / name));
    }
}
