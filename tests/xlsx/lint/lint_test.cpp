#include "xlsx/lint/lint.h"

#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/edit/editing.h"
#include "tests/xlsx/lint/container_mutants.h"
#include "tests/xlsx/lint/faults_listed.h"
#include "tests/xlsx/lint/forbidden_edits.h"
#include "tests/xlsx/lint/mutant.h"
#include "xlsx/lint/catalogue.h"
#include "xlsx/lint/lint_container.h"
#include "xlsx/lint/new_faults.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>
#include <set>

using namespace support;

TEST_CASE("a sound workbook has no faults", "[lint]") {
    const Parts parts = whole_workbook();
    CHECK(listed(faults_of(parts)).empty());
    CHECK(listed(xlsx::lint_container(archive(parts))).empty());
}

TEST_CASE("xlsx/lint/README.md is the catalogue that the program prints", "[lint]") {
    INFO("The invariants have changed. Write the page again: outturn lint --markdown > xlsx/lint/README.md");
    CHECK((bytes_of(OUTTURN_SOURCE_DIR "/xlsx/lint/README.md") == xlsx::catalogue_page()));
}

TEST_CASE("every invariant has a fault that breaks it", "[lint]") {
    std::set<std::string> broken;
    for (const Mutant& mutant : all_mutants()) broken.insert(mutant.invariant);
    for (const ContainerMutant& mutant : container_mutants()) broken.insert(mutant.invariant);
    for (const Forbidden& edit : forbidden_edits()) broken.insert(edit.invariant);
    for (const xlsx::Invariant& one : xlsx::invariants) {
        INFO(one.id);
        CHECK(broken.contains(std::string(one.id)));
    }
}

TEST_CASE("the sound workbook keeps to the schemas", "[lint][readers]") {
    const auto schemas = need_shared("xsd");
    const TemporaryFolder folder;
    const auto whole = folder.write("whole.xlsx", archive(whole_workbook()));
    const auto plain = folder.write("plain.xlsx", workbook());
    CHECK(run_reader("schema_difference.py",
                     schemas.string() + "\n" + plain.string() + "\t" + whole.string() + "\n")
          == "");
}

TEST_CASE("each single fault is found, under its own name and no other", "[lint]") {
    const auto mutants = all_mutants();
    CHECK(mutants.size() >= 120);
    for (const Mutant& mutant : mutants) {
        INFO(mutant.invariant << " " << mutant.sentence << ": " << mutant.part);
        const auto faults = faults_of(mutated(mutant));
        INFO(listed(faults));
        CHECK_FALSE(faults.empty());
        CHECK(std::ranges::all_of(
            faults, [&](const xlsx::Fault& fault) { return fault.invariant == mutant.invariant; }));
    }
}

TEST_CASE("each fault of the container is found, under its own name and no other", "[lint]") {
    for (const ContainerMutant& mutant : container_mutants()) {
        INFO(mutant.invariant << " " << mutant.sentence);
        std::string file = archive(whole_workbook());
        mutant.spoil(file);
        const auto faults = xlsx::lint_container(file);
        INFO(listed(faults));
        CHECK_FALSE(faults.empty());
        CHECK(std::ranges::all_of(
            faults, [&](const xlsx::Fault& fault) { return fault.invariant == mutant.invariant; }));
    }
}

TEST_CASE("what an edit must leave alone is guarded", "[lint]") {
    for (const Forbidden& edit : forbidden_edits()) {
        INFO(edit.invariant << " " << edit.sentence);
        Parts parts = whole_workbook();
        std::ranges::copy(edit.given, std::back_inserter(parts));
        auto package = open_workbook(archive(parts));
        std::string text = text_of(parts, edit.part);
        const auto at = text.find(edit.was);
        REQUIRE(at != std::string::npos);
        package.replace(edit.part, text.replace(at, edit.was.size(), edit.is));
        const auto faults = xlsx::new_faults(package).value();
        INFO(listed(faults));
        CHECK_FALSE(faults.empty());
        CHECK(std::ranges::all_of(
            faults, [&](const xlsx::Fault& fault) { return fault.invariant == edit.invariant; }));
    }
}

TEST_CASE("an edit of a faulty workbook is asked about its own faults alone", "[lint]") {
    for (const Mutant& mutant : all_mutants()) {
        if (mutant.invariant == "X1" || mutant.invariant == "P9") continue; // not to be edited
        INFO(mutant.invariant << " " << mutant.sentence << ": " << mutant.part);
        auto package = open_workbook(archive(mutated(mutant)));
        const std::string part = "xl/worksheets/sheet1.xml";
        std::string text(package.text(part).value());
        const auto at = text.find("<v>0.947</v>");
        REQUIRE(at != std::string::npos);
        package.replace(part, text.replace(at, 12, "<v>0.948</v>"));
        CHECK(listed(xlsx::new_faults(package).value()) == "");
        package.replace(part, text.replace(at, 12, "<v>none</v>"));
        CHECK(listed(xlsx::new_faults(package).value())
              == "S6 xl/worksheets/sheet1.xml: C4 is said to hold a number and does not\n");
    }
}
