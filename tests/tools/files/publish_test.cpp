#include "tools/files/publish.h"

#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <sys/resource.h>

static std::string failure(const std::filesystem::path& target) {
    const auto published = files::publish(target, "bytes");
    REQUIRE(!published);
    CHECK(published.error().kind == cells::Error::Kind::cannot_write);
    return published.error().what;
}

TEST_CASE("a file is published under its name, its folders made, and nothing else is left") {
    const support::TemporaryFolder folder;
    REQUIRE(files::publish(folder / "returns/q2/housing.xlsx", "first"));
    REQUIRE(files::publish(folder / "returns/q2/housing.xlsx", "second"));
    CHECK(folder.files() == "returns/q2/housing.xlsx\n");
    CHECK(support::bytes_of(folder / "returns/q2/housing.xlsx") == "second");
}

TEST_CASE("a file where a folder is needed is said, and is not touched") {
    const support::TemporaryFolder folder;
    folder.write("out", "a file");
    CHECK(failure(folder / "out/housing.xlsx") == "A file is in the way where a folder is needed");
    CHECK(failure(folder / "out/returns/housing.xlsx") == "A file is in the way where a folder is needed");
    CHECK(folder.files() == "out\n");
}

TEST_CASE("a folder of the file's name is said, and nothing is left beside it") {
    const support::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "housing.xlsx");
    CHECK(failure(folder / "housing.xlsx") == "A folder of this name is in the way");
    CHECK(folder.files().empty());
}

TEST_CASE("where the disk takes no more, what was there stays and no half of the new file is left") {
    const support::TemporaryFolder folder;
    REQUIRE(files::publish(folder / "housing.xlsx", "as it was"));

    // A limit on the size of files stands in for a full disk.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old) == 0);
    rlimit small = old;
    small.rlim_cur = 4096;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto published = files::publish(folder / "housing.xlsx", std::string(10'000, 'x'));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &old) == 0);
    std::signal(SIGXFSZ, before);

    REQUIRE(!published);
    CHECK(published.error().what == "There is no room left to write this file");
    CHECK(folder.files() == "housing.xlsx\n");
    CHECK(support::bytes_of(folder / "housing.xlsx") == "as it was");
}
