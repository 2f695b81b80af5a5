#include "tools/files/fingerprint.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a fingerprint is the SHA-256 that sha256sum prints") {
    CHECK(files::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(files::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
