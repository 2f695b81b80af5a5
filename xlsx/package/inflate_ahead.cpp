#include "xlsx/package/inflate_ahead.h"

#include "xlsx/package/inflater.h"

#include <array>
#include <atomic>
#include <semaphore>
#include <thread>

#include <libdeflate.h>

namespace xlsx {

static constexpr std::size_t windows = 8;
static constexpr std::size_t window_bytes = 64UL << 10;

struct InflateAhead::State {
    struct Window {
        std::array<char, window_bytes> bytes;
        std::optional<std::size_t> filled;
        std::uint32_t crc = 0; // of all up to its end
    };
    std::array<Window, windows> ring;
    std::counting_semaphore<windows + 1> free{windows}; // one more, so that stopping never waits
    std::counting_semaphore<windows> full{0};
    std::atomic<bool> stop = false;
    // The reader's own.
    std::size_t reading = 0;
    bool holds = false; // a window has been given out and not taken back
    bool ended = false;
    std::uint32_t crc = 0;
    std::jthread thread;

    void inflate(std::string_view deflated, std::uint64_t most) {
        Inflater inflater(deflated);
        std::uint32_t sum = 0;
        std::uint64_t total = 0;
        for (std::size_t i = 0;; i = (i + 1) % windows) {
            free.acquire();
            if (stop) return;
            Window& window = ring[i];
            window.filled = inflater.fill(window.bytes);
            const std::size_t got = window.filled.value_or(0);
            window.crc = sum = libdeflate_crc32(sum, window.bytes.data(), got);
            total += got;
            const bool last = got < window_bytes || total > most;
            full.release();
            if (last) return;
        }
    }
};

InflateAhead::InflateAhead(std::string_view deflated, std::uint64_t most)
    : state_(std::make_unique_for_overwrite<State>()) {
    state_->thread = std::jthread([state = state_.get(), deflated, most] { state->inflate(deflated, most); });
}

InflateAhead::~InflateAhead() {
    state_->stop = true;
    state_->free.release();
}

std::optional<std::string_view> InflateAhead::next() {
    State& state = *state_;
    if (state.ended) return std::string_view();
    if (state.holds) {
        state.free.release();
        state.reading = (state.reading + 1) % windows;
    }
    state.full.acquire();
    const State::Window& window = state.ring[state.reading];
    state.holds = true;
    state.ended = window.filled.value_or(0) < window_bytes;
    if (!window.filled) return std::nullopt;
    state.crc = window.crc;
    return std::string_view(window.bytes.data(), *window.filled);
}

std::uint32_t InflateAhead::crc() const {
    return state_->crc;
}

} // namespace xlsx
