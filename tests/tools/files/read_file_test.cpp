#include "tools/files/read_file.h"

#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>

static std::string failure(const std::filesystem::path& file, std::uint64_t limit = 1 << 20) {
    const auto bytes = files::read_file(file, limit);
    REQUIRE(!bytes);
    return bytes.error().what;
}

TEST_CASE("a file is read whole, a 0-byte file too") {
    const support::TemporaryFolder folder;
    CHECK(files::read_file(folder.write("a.xlsx", std::string("PK\0\3", 4))) == std::string("PK\0\3", 4));
    CHECK(files::read_file(folder.write("b.xlsx", "")) == "");
}

TEST_CASE("what cannot be read as a file says why") {
    const support::TemporaryFolder folder;
    CHECK(failure(folder / "missing.xlsx") == "There is no such file");
    CHECK(failure(folder.path()) == "This is a folder where a file is needed");
}

TEST_CASE("a pipe is refused and not waited for") {
    const support::TemporaryFolder folder;
    const auto pipe = folder / "pipe.xlsx";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(failure(pipe) == "This is not a plain file");
}

TEST_CASE("a file beyond the limit is refused before it is read") {
    const support::TemporaryFolder folder;
    const auto large = folder.write("large.xlsx", std::string(3 << 20, 'x'));
    CHECK(failure(large, 2 << 20) == "The file is 3 MB, and the limit is 2 MB");
}
