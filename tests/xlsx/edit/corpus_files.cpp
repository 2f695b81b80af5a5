#include "tests/xlsx/edit/corpus_files.h"

#include "tests/support/shared_data.h"

#include <charconv>
#include <fstream>
#include <iterator>

namespace support {

bool CorpusFile::has(std::string_view flag) const {
    return ("," + flags + ",").find("," + std::string(flag) + ",") != std::string::npos;
}

std::vector<std::filesystem::path> corpus_files(const std::function<bool(const CorpusFile&)>& wanted) {
    const auto folder = need_shared("corpus");
    std::ifstream index(folder / "index.tsv");
    std::vector<std::filesystem::path> files;
    std::string line;
    std::getline(index, line); // the heads
    while (std::getline(index, line)) {
        std::vector<std::string> fields;
        for (std::size_t at = 0; at <= line.size();) {
            const auto end = std::min(line.find('\t', at), line.size());
            fields.push_back(line.substr(at, end - at));
            at = end + 1;
        }
        fields.resize(9);
        CorpusFile file{fields[0], 0, 0, fields[2], fields[3], fields[7]};
        std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), file.bytes);
        std::from_chars(fields[6].data(), fields[6].data() + fields[6].size(), file.formulas);
        const bool workbook =
            file.kind == "xlsx" || file.kind == "xlsm" || file.kind == "xltx" || file.kind == "xltm";
        if (workbook && wanted(file)) files.push_back(folder / file.path);
    }
    return files;
}

} // namespace support
