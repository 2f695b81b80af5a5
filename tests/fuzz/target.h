#pragma once
// A fuzz target: one file beside this, whose function takes any bytes and must neither crash nor hang, nor
// break the properties that it checks itself. libFuzzer calls it by this name; so does replay.

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace fuzz
