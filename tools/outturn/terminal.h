#pragma once
// What is particular to a terminal: colours, where there is one and NO_COLOR is not set, and a line that says
// how far a longer piece of work has come.

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace outturn {

class Paint {
public:
    /// For standard output as it is now.
    static Paint of_standard_output();
    explicit Paint(bool on) : on_(on) {}

    std::string bold(std::string_view text) const { return painted("1", text); }
    std::string red(std::string_view text) const { return painted("1;31", text); }
    std::string amber(std::string_view text) const { return painted("33", text); }
    std::string green(std::string_view text) const { return painted("32", text); }

private:
    std::string painted(std::string_view code, std::string_view text) const;

    bool on_;
};

/// "Reading 7 of 22" on standard error, if that is a terminal and the work takes more than a second. Taken
/// away at the end. step() may be called from any thread.
class Progress {
public:
    Progress(std::string_view what, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void step();

private:
    std::string what_;
    std::size_t total_;
    bool terminal_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex one_at_a_time_;
    std::size_t done_ = 0;
    bool shown_ = false;
};

} // namespace outturn
