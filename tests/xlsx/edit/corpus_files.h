#pragma once
// The workbooks of the shared corpus, chosen by what its index says of each.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace support {

struct CorpusFile {
    std::string path; ///< within the corpus
    std::uint64_t bytes = 0;
    std::uint64_t formulas = 0;
    std::string kind;     ///< "xlsx", "xlsm", "xltx", ...
    std::string producer; ///< "Microsoft Excel 16.0300"
    std::string flags;    ///< "comments,vml"
    bool has(std::string_view flag) const;
};

/// Files that `wanted` says yes to, in the index's order. Skips the test without the corpus.
std::vector<std::filesystem::path> corpus_files(const std::function<bool(const CorpusFile&)>& wanted);

} // namespace support
