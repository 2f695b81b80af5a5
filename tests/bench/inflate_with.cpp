// Inflates every part of a workbook with one of the libraries that ours is measured beside, and does nothing
// else, or builds pugixml's trees of them: inflate_with isal|libdeflate|zlib|pugixml FILE
#include "xlsx/package/zip.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <libdeflate.h>
#include <pugixml.hpp>
#include <zlib.h>

static std::size_t with_zlib(std::string_view stored) {
    z_stream stream{};
    inflateInit2(&stream, -MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stored.data()));
    stream.avail_in = static_cast<uInt>(stored.size());
    std::vector<Bytef> window(64UL << 10);
    int done = Z_OK;
    while (done == Z_OK) {
        stream.next_out = window.data();
        stream.avail_out = static_cast<uInt>(window.size());
        done = inflate(&stream, Z_NO_FLUSH);
    }
    const std::size_t total = stream.total_out;
    inflateEnd(&stream);
    return total;
}

static std::string with_libdeflate(std::string_view stored, std::size_t size) {
    std::string text(size, '\0');
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
    const auto done =
        libdeflate_deflate_decompress(decompressor, stored.data(), stored.size(), text.data(), size, nullptr);
    libdeflate_free_decompressor(decompressor);
    return done == LIBDEFLATE_SUCCESS ? text : std::string();
}

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const std::string_view library = arguments[1];
    std::ifstream in(arguments[2], std::ios::binary);
    xlsx::Limits limits;
    limits.file_bytes = limits.part_bytes = limits.total_bytes = UINT64_MAX;
    const auto archive = xlsx::Archive::open({std::istreambuf_iterator<char>(in), {}}, arguments[2], limits);
    if (!archive) return 1;
    std::size_t total = 0;
    for (const xlsx::ZipEntry& entry : archive->entries()) {
        const auto stored = archive->stored(entry);
        if (library == "isal") {
            (void)archive->stream(entry, [&](std::string_view piece) {
                total += piece.size();
                return true;
            });
        } else if (library == "zlib") {
            total += with_zlib(stored);
        } else {
            std::string text = with_libdeflate(stored, entry.inflated_size);
            total += text.size();
            pugi::xml_document tree;
            if (library == "pugixml") (void)tree.load_buffer_inplace(text.data(), text.size());
        }
    }
    std::printf("%zu\n", total);
}
