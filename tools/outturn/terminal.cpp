#include "tools/outturn/terminal.h"

#include <cstdlib>

#include <fmt/core.h>
#include <unistd.h>

namespace outturn {

Paint Paint::of_standard_output() {
    // https://no-color.org: set and not empty, whatever it holds.
    const char* no_colour = std::getenv("NO_COLOR");
    return Paint(::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0'));
}

std::string Paint::painted(std::string_view code, std::string_view text) const {
    return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

Progress::Progress(std::string_view what, std::size_t total)
    : what_(what), total_(total), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
}

void Progress::step() {
    const std::scoped_lock lock(one_at_a_time_);
    ++done_;
    if (!terminal_ || std::chrono::steady_clock::now() - start_ < std::chrono::seconds(1)) return;
    fmt::print(stderr, "\r{} {} of {}\x1b[K", what_, done_, total_);
    shown_ = true;
}

} // namespace outturn
