#include "tests/templates/symbol.h"

#include <cstdint>

namespace committee {

static constexpr int pixels = 24;

static std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

static std::uint32_t crc(const std::string& bytes) {
    std::uint32_t value = 0xFFFFFFFF;
    for (const char byte : bytes) {
        value ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1 ? 0xEDB88320U : 0U);
    }
    return ~value;
}

static std::string chunk(const std::string& kind, const std::string& content) {
    return big_endian(static_cast<std::uint32_t>(content.size())) + kind + content
           + big_endian(crc(kind + content));
}

// A zlib stream of one stored block.
static std::string stored(const std::string& bytes) {
    std::uint32_t low = 1, high = 0;
    for (const char byte : bytes) {
        low = (low + static_cast<unsigned char>(byte)) % 65'521;
        high = (high + low) % 65'521;
    }
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const std::string length{static_cast<char>(size & 0xFF), static_cast<char>(size >> 8 & 0xFF)};
    const std::string inverse{static_cast<char>(~size & 0xFF), static_cast<char>(~size >> 8 & 0xFF)};
    return std::string("\x78\x01\x01", 3) + length + inverse + bytes + big_endian(high << 16 | low);
}

static bool inside(Shape shape, int x, int y) {
    const int across = 2 * x - pixels + 1; // from the middle, in half pixels
    const int down = 2 * y - pixels + 1;
    if (shape == Shape::disc) return across * across + down * down <= 400;
    if (shape == Shape::square) return across * across <= 361 && down * down <= 361;
    return y >= 3 && y < 21 && across * across <= (y - 2) * (y - 2);
}

std::string symbol_png(Shape shape, draw::Colour colour) {
    std::string image;
    for (int y = 0; y < pixels; ++y) {
        image += '\0'; // no filter
        for (int x = 0; x < pixels; ++x)
            for (const int shift : {16, 8, 0})
                image += static_cast<char>(inside(shape, x, y) ? colour >> shift & 0xFF : 0xFF);
    }
    return "\x89PNG\r\n\x1A\n"
           + chunk("IHDR", big_endian(pixels) + big_endian(pixels) + std::string("\x08\x02\x00\x00\x00", 5))
           + chunk("IDAT", stored(image)) + chunk("IEND", {});
}

} // namespace committee
