// Marks come off a copy that another program has saved. What other readers make of real workbooks:
// tests/corpus.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/edit/editing.h"

#include <catch2/catch_test_macros.hpp>

using namespace support;

TEST_CASE("the marks come off a copy that openpyxl has saved, which keeps no memory of them", "[readers]") {
    const TemporaryFolder folder;
    const std::string before = archive(rich_parts());
    const auto file = folder.write("marked.xlsx", annotated(before, some_of_everything()));
    const TemporaryFolder saved;
    run_reader("resave.py", "openpyxl\n" + file.string() + "\t" + saved.path().string() + "\n");
    const std::string copy = bytes_of(saved.path() / "marked.xlsx");
    CHECK(texts(copy).at("xl/workbook.xml").find("Outturn findings") != std::string::npos);
    const auto bare = texts(cleared(copy));
    CHECK(bare.at("xl/workbook.xml").find("Outturn findings") == std::string::npos);
    for (const auto& [part, text] : bare) {
        INFO(part);
        if (part.find("comments") == std::string::npos && part != "xl/sharedStrings.xml")
            CHECK(count(text, "Outturn") == 0);
        CHECK(count(text, "Outturn:") == 0);
    }
}
