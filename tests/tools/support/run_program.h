#pragma once
// Runs the command line as a person does, from a shell, and keeps what it says.

#include <string>
#include <string_view>

namespace support {

struct Ran {
    int status = -1;
    std::string out; ///< standard output
    std::string err; ///< standard error
};

/// `outturn <arguments>`, the arguments as one would type them. Frameworks are those of the source tree,
/// unless `templates` names another folder.
Ran outturn(std::string_view arguments, std::string_view templates = {});

} // namespace support
