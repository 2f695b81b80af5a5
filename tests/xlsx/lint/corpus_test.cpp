// What Excel wrote, and what our own edits make of it.
#include "tests/support/shared_data.h"
#include "tests/xlsx/edit/corpus_files.h"
#include "tests/xlsx/lint/faults_listed.h"
#include "xlsx/lint/lint_container.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace support;

// The faults that true_faults.tsv lists, by file: "P2 P4".
static std::map<std::string, std::string> true_faults() {
    std::ifstream list(OUTTURN_SOURCE_DIR "/tests/xlsx/lint/true_faults.tsv");
    std::map<std::string, std::string> known;
    std::string line;
    std::getline(list, line); // the heads
    while (std::getline(list, line)) {
        const auto file = line.find('\t');
        known[line.substr(0, file)] = line.substr(file + 1, line.find('\t', file + 1) - file - 1);
    }
    return known;
}

static std::string invariants_broken(const std::filesystem::path& file) {
    const std::string bytes = bytes_of(file);
    std::set<std::string> broken;
    for (const xlsx::Fault& fault : xlsx::lint_container(bytes)) broken.insert(fault.invariant);
    if (auto package = xlsx::Package::open(bytes, file.filename().string()))
        for (const xlsx::Fault& fault : xlsx::lint(*package)) broken.insert(fault.invariant);
    std::string list;
    for (const std::string& one : broken) list += (list.empty() ? "" : " ") + one;
    return list;
}

TEST_CASE("what Excel wrote has no faults but those whose reason is known", "[lint][corpus]") {
    // OUTTURN_WHOLE_CORPUS=1 looks at the large files too.
    const std::uint64_t largest = std::getenv("OUTTURN_WHOLE_CORPUS") ? UINT64_MAX : 300'000;
    const auto corpus = need_shared("corpus");
    const auto known = true_faults();
    std::size_t faulty = 0;
    const auto files = corpus_files([&](const CorpusFile& one) {
        return one.producer.starts_with("Microsoft") && one.bytes < largest && !one.has("corrupt");
    });
    for (const auto& file : files) {
        const std::string name = file.lexically_relative(corpus).generic_string();
        const auto listed_as = known.find(name);
        INFO(name);
        CHECK(invariants_broken(file) == (listed_as == known.end() ? "" : listed_as->second));
        if (listed_as != known.end()) ++faulty;
    }
    CHECK(files.size() > 800);
    CHECK(faulty * 40 < files.size());
}
