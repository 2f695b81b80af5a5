#pragma once
// Inflates a raw deflate stream in a thread of its own, a few windows ahead of who reads them: for parts so
// large that two threads are worth it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace xlsx {

class InflateAhead {
public:
    /// The deflated bytes must outlive this. Stops after `most` inflated bytes, or at the first window
    /// beyond.
    InflateAhead(std::string_view deflated, std::uint64_t most);
    ~InflateAhead();
    InflateAhead(const InflateAhead&) = delete;
    InflateAhead& operator=(const InflateAhead&) = delete;

    /// The next window, good until the next call; empty at the end. Nothing where the stream is damaged.
    std::optional<std::string_view> next();
    /// CRC-32 of all windows that were given out.
    std::uint32_t crc() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace xlsx
