#include "tests/support/reader_process.h"

#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdio>

#include <sys/wait.h>

namespace support {

std::string run_reader(std::string_view script, std::string_view input) {
    constexpr int lacks_library = 77;
    constexpr int no_such_program = 127;
    const TemporaryFolder folder;
    const auto given = folder.write("input", input);
    const std::string command = std::string(script.ends_with(".js") ? "node" : "/usr/bin/python3")
                                + " '" OUTTURN_SOURCE_DIR "/tests/readers/" + std::string(script) + "' < '"
                                + given.string() + "'";
    std::FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string printed;
    std::array<char, 1 << 16> room{};
    while (const std::size_t got = std::fread(room.data(), 1, room.size(), pipe))
        printed.append(room.data(), got);
    const int status = pclose(pipe);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == lacks_library || code == no_such_program)
        SKIP("skipped: this machine lacks what " << script << " needs");
    INFO(script << " printed: " << printed.substr(0, 2000));
    REQUIRE(code == 0);
    return printed;
}

} // namespace support
