#include "xlsx/package/inflater.h"

#include <algorithm>
#include <cstdint>

#include <isa-l/igzip_lib.h>

namespace xlsx {

static constexpr std::size_t most_at_once = 1U << 30; // the library counts in 32 bits

struct Inflater::State {
    inflate_state inflate;
};

Inflater::Inflater(std::string_view deflated)
    : state_(std::make_unique_for_overwrite<State>()), rest_(deflated) {
    isal_inflate_init(&state_->inflate);
    state_->inflate.crc_flag = ISAL_DEFLATE;
}

Inflater::~Inflater() = default;

std::optional<std::size_t> Inflater::fill(std::span<char> room) {
    inflate_state& state = state_->inflate;
    std::size_t filled = 0;
    while (filled < room.size() && state.block_state != ISAL_BLOCK_FINISH) {
        if (state.avail_in == 0 && !rest_.empty()) {
            const auto piece = rest_.substr(0, most_at_once);
            rest_.remove_prefix(piece.size());
            // The library takes its input as mutable and does not write to it.
            state.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(piece.data()));
            state.avail_in = static_cast<std::uint32_t>(piece.size());
        }
        const auto free = static_cast<std::uint32_t>(std::min(room.size() - filled, most_at_once));
        const std::uint32_t input_before = state.avail_in;
        state.next_out = reinterpret_cast<std::uint8_t*>(room.data() + filled);
        state.avail_out = free;
        if (isal_inflate(&state) < 0) return std::nullopt;
        filled += free - state.avail_out;
        const bool moved = state.avail_out != free || state.avail_in != input_before;
        if (!moved && rest_.empty() && state.block_state != ISAL_BLOCK_FINISH) return std::nullopt;
    }
    return filled;
}

} // namespace xlsx
