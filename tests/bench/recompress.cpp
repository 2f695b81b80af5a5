// Inflates and deflates the largest part of a workbook with libdeflate, whole, and does nothing else: the
// floor that an edit of it stands on. recompress FILE
#include "xlsx/package/zip.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <libdeflate.h>

int main(int count, char** names) {
    if (count != 2) return 2;
    std::ifstream in(names[1], std::ios::binary);
    xlsx::Limits limits;
    limits.part_bytes = limits.total_bytes = UINT64_MAX;
    const auto archive = xlsx::Archive::open({std::istreambuf_iterator<char>(in), {}}, names[1], limits);
    if (!archive) return 1;
    const auto& entry = *std::ranges::max_element(archive->entries(), {}, &xlsx::ZipEntry::inflated_size);
    const auto text = archive->inflate(entry);
    if (!text) return 1;
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::string room(libdeflate_deflate_compress_bound(compressor, text->size()), '\0');
    const auto size =
        libdeflate_deflate_compress(compressor, text->data(), text->size(), room.data(), room.size());
    libdeflate_free_compressor(compressor);
    std::printf("%zu\n", size);
}
