// Workbooks that other programs wrote: marked, marked again, cleared.
#include "tests/support/shared_data.h"
#include "tests/xlsx/edit/editing.h"
#include "tests/xlsx/edit/handful.h"
#include "xlsx/edit/memory.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace support;

// Parts of the input that an annotation may touch; all others must keep their compressed bytes.
static bool may_change(const std::string& part, const std::string& workbook_part) {
    const auto ends = [&](std::string_view end) { return part.ends_with(end); };
    return part == "[Content_Types].xml" || ends(".rels") || part == workbook_part || ends("app.xml")
           || ends("styles.xml") || ends(".vml") || part.find("comments") != std::string::npos
           || part.find("orksheets") != std::string::npos || ends("calcChain.xml");
}

static void check_untouched(const std::string& before, const std::string& after,
                            const std::vector<std::string>& touched, const std::string& workbook_part) {
    const auto was = xlsx::Archive::open(before, "before", {}).value();
    const auto is = xlsx::Archive::open(after, "after", {}).value();
    for (const xlsx::ZipEntry& entry : was.entries()) {
        if (std::ranges::find(touched, entry.name) != touched.end()) {
            CHECK(may_change(entry.name, workbook_part));
            continue;
        }
        const auto same = std::ranges::find(is.entries(), entry.name, &xlsx::ZipEntry::name);
        REQUIRE(same != is.entries().end());
        const bool kept = was.stored(entry) == is.stored(*same) && entry.method == same->method;
        INFO(entry.name);
        CHECK(kept);
    }
}

TEST_CASE("real workbooks keep what is not ours, take marks twice as once, and give them back",
          "[annotate][corpus]") {
    const xlsx::Author author{"Outturn", "0.1.0"};
    std::size_t files = 0;
    for (const auto& file : sample(3, 850'000)) {
        INFO(file);
        const std::string bytes = bytes_of(file);
        auto package = xlsx::Package::open(bytes, file.filename().string());
        if (!package) continue;
        const cells::Marks marks = handful(*package);
        if (marks.cells.empty()) continue;
        ++files;
        const std::string workbook_part = package->workbook_part();
        const auto done = xlsx::annotate(*package, marks, author);
        if (!done) {
            FAIL_CHECK(cells::to_text(done.error()));
            continue;
        }
        const std::string once = package->save();
        check_untouched(bytes, once, package->touched(), workbook_part);

        auto again = open_workbook(once);
        REQUIRE(xlsx::annotate(again, marks, author));
        const bool same = again.save() == once;
        CHECK(same);

        auto back = open_workbook(once);
        REQUIRE(xlsx::clear(back, author).value());
        auto input = open_workbook(bytes);
        CHECK(std::ranges::is_permutation(back.parts(), input.parts()));
        for (const std::string& part : input.parts()) {
            const auto was = input.text(part);
            if (!was) continue; // pictures and macros: their bytes were compared
            INFO(part);
            const bool given_back = back.text(part).value_or("gone") == *was;
            CHECK(given_back);
        }
    }
    CHECK(files > 60);
}
