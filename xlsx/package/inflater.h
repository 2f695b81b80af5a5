#pragma once
// Inflates a raw deflate stream piece by piece (RFC 1951), into whatever room the caller has. The one place
// that knows the library doing it.

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace xlsx {

class Inflater {
public:
    /// The deflated bytes must outlive the inflater.
    explicit Inflater(std::string_view deflated);
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Fills `room` and says how much of it; less than all only at the stream's end. Nothing where the stream
    /// is damaged or ends too early.
    std::optional<std::size_t> fill(std::span<char> room);

private:
    struct State;
    std::unique_ptr<State> state_;
    std::string_view rest_; // not yet handed to the library
};

} // namespace xlsx
