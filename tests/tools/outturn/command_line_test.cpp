#include "tests/tools/support/small_council.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using support::outturn;

TEST_CASE("help and version are no failure") {
    CHECK(outturn("--version").status == 0);
    CHECK(outturn("--version").out.starts_with("outturn "));
    CHECK(outturn("--help").status == 0);
    CHECK(outturn("--help").out.contains("Exit status: 0 nothing wrong"));
}

TEST_CASE("every verb's help teaches with an example") {
    for (const char* verb : {"quarter", "check", "annotate", "clear", "report", "explain", "close", "rules",
                             "framework", "lint"}) {
        const auto ran = outturn(std::string(verb) + " --help");
        INFO(verb);
        CHECK(ran.status == 0);
        CHECK(ran.out.contains("Example"));
        CHECK(ran.out.contains("outturn " + std::string(verb)));
    }
}

TEST_CASE("a command line that says nothing that can be done ends with 64") {
    CHECK(outturn("").status == 64);
    CHECK(outturn("").out.contains("quarter"));
    CHECK(outturn("frobnicate").status == 64);
    CHECK(outturn("check").status == 64);
    CHECK(outturn("framework").status == 64);
    const auto ran = outturn("quarter --framework x --period 'last quarter' --plans . --returns . --out x");
    CHECK(ran.status == 64);
    CHECK(ran.err.contains("\"last quarter\" is no period. Write it as \"2016-17 Q2\""));
}

TEST_CASE("a framework that is not there gets the nearest name") {
    const auto ran = outturn("framework check cheshire-west-and-chestr");
    CHECK(ran.status == 2);
    CHECK(ran.err
          == "outturn: cheshire-west-and-chestr: There is no framework of this name. Did you mean "
             "cheshire-west-and-chester?\n");
}

TEST_CASE("frameworks are listed, checked, and print their legend in the words of the council", "[CW-33]") {
    CHECK(outturn("framework list").out.starts_with("cheshire-west-and-chester  "));
    const auto checked = outturn("framework check cheshire-west-and-chester");
    CHECK(checked.status == 0);
    CHECK(checked.out.contains("Nothing is wrong with it."));
    const auto legend = outturn("framework legend cheshire-west-and-chester");
    CHECK(legend.status == 0);
    CHECK(legend.out.starts_with("Status of an indicator\n"
                                 "  Green\n"
                                 "      \u2022 The measure has achieved its target OR\n"
                                 "      \u2022 The measure is on track to achieve its target.\n"));
    const auto json = nlohmann::json::parse(outturn("framework legend cheshire-west-and-chester --json").out);
    CHECK(json["status"][0]["word"] == "Green");
}

TEST_CASE("a framework with faults is refused, each fault with its line") {
    const support::SmallCouncil council;
    council.folder.write("broken/framework.toml", "[framework]\nid = \"broken\"\ncolour = \"blue\"\n");
    const auto ran = council.outturn("framework check {}/broken");
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("framework.toml:3:"));
}

TEST_CASE("rules are listed, one can be asked for, and all can be had as a page or as JSON") {
    CHECK(outturn("rules").out.contains("V012  error  Numerator is more than the denominator\n"));
    CHECK(outturn("rules v012").out.contains("Numerator is more than the denominator\n\n"));
    CHECK(outturn("rules --markdown").out.starts_with("# Rules\n"));
    const auto json = nlohmann::json::parse(outturn("rules --json").out);
    CHECK(json["rules"].size() >= 40);
    const auto unknown = outturn("rules V999");
    CHECK(unknown.status == 2);
    CHECK(unknown.err == "outturn: V999: There is no rule of this id. outturn rules lists all of them.\n");
}

TEST_CASE("away from a terminal there are no colours") {
    const support::SmallCouncil council;
    const auto ran = council.quarter();
    CHECK(!ran.out.contains('\x1b'));
    CHECK(ran.err.empty());
}
