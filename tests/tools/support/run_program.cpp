#include "tests/tools/support/run_program.h"

#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <sys/wait.h>

namespace support {

static std::string shell_word(std::string_view text) {
    return "'" + std::string(text) + "'";
}

Ran outturn(std::string_view arguments, std::string_view templates) {
    const TemporaryFolder folder;
    const auto out = folder / "out";
    const auto err = folder / "err";
    const std::string command =
        "OUTTURN_TEMPLATES=" + shell_word(templates.empty() ? OUTTURN_SOURCE_DIR "/templates" : templates)
        + " " + shell_word(OUTTURN_PROGRAM) + " " + std::string(arguments) + " >" + shell_word(out.string())
        + " 2>" + shell_word(err.string());
    const int status = std::system(command.c_str());
    REQUIRE(WIFEXITED(status));
    return {.status = WEXITSTATUS(status), .out = bytes_of(out), .err = bytes_of(err)};
}

} // namespace support
