// Inflates every part of the workbooks named and does nothing else: the floor that reading stands on.
#include "xlsx/package/zip.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** names) {
    std::size_t total = 0;
    for (int i = 1; i < count; ++i) {
        std::ifstream in(names[i], std::ios::binary);
        const auto archive =
            xlsx::Archive::open({std::istreambuf_iterator<char>(in), {}}, names[i], xlsx::Limits{});
        if (!archive) {
            std::fprintf(stderr, "%s\n", cells::to_text(archive.error()).c_str());
            return 2;
        }
        for (const auto& entry : archive->entries()) {
            const auto text = archive->inflate(entry);
            if (!text) return 2;
            total += text->size();
        }
    }
    std::printf("%zu\n", total);
}
