#include "tools/files/list_workbooks.h"

#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

static std::string names(const std::vector<std::filesystem::path>& paths) {
    std::string text;
    for (const auto& path : paths) text += (text.empty() ? "" : " ") + path.filename().string();
    return text;
}

TEST_CASE("workbooks are listed by name, whatever the case of their extension") {
    const support::TemporaryFolder folder;
    for (const char* name : {"waste.XLSX", "housing.xlsx", "adults.xlsm"}) folder.write(name, "");
    const auto listing = files::list_workbooks(folder.path());
    REQUIRE(listing);
    CHECK(names(listing->workbooks) == "adults.xlsm housing.xlsx waste.XLSX");
}

TEST_CASE("what Excel, LibreOffice and systems leave about is passed over") {
    const support::TemporaryFolder folder;
    for (const char* name :
         {"housing.xlsx", "~$housing.xlsx", ".~lock.housing.xlsx#", ".DS_Store", "Thumbs.db"})
        folder.write(name, "");
    const auto listing = files::list_workbooks(folder.path());
    REQUIRE(listing);
    CHECK(names(listing->workbooks) == "housing.xlsx");
    CHECK(names(listing->others).empty());
}

TEST_CASE("a spreadsheet of another kind is reported, and other files are left alone") {
    const support::TemporaryFolder folder;
    for (const char* name : {"housing.xlsx", "waste.xls", "guide.pdf"}) folder.write(name, "");
    const auto listing = files::list_workbooks(folder.path());
    REQUIRE(listing);
    REQUIRE(listing->unread.size() == 1);
    CHECK(listing->unread[0].what == "A .xls file is not read");
    CHECK(listing->unread[0].next == "Open it in Excel and save it as an Excel workbook (.xlsx)");
    CHECK(names(listing->others) == "guide.pdf");
}

TEST_CASE("a folder without workbooks names the folders in it, since one of them is often meant") {
    const support::TemporaryFolder folder;
    folder.write("2016-17-Q1/housing.xlsx", "");
    folder.write("2016-17-Q2/housing.xlsx", "");
    const auto listing = files::list_workbooks(folder.path());
    REQUIRE(!listing);
    CHECK(listing.error().what == "There are no workbooks (.xlsx or .xlsm) in this folder");
    CHECK(listing.error().next == "Did you mean a folder in it? There is 2016-17-Q1, 2016-17-Q2");
}

TEST_CASE("a folder that is not there, or is a file, says so") {
    const support::TemporaryFolder folder;
    CHECK(files::list_workbooks(folder / "nowhere").error().what == "There is no such folder");
    CHECK(files::list_workbooks(folder.write("file", "")).error().what
          == "This is a file where a folder is needed");
}
