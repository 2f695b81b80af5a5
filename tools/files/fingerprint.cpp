#include "tools/files/fingerprint.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace files {

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    // nettle's byte is uint8_t; looking at chars as bytes is allowed.
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());

    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

} // namespace files
