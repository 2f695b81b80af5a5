#include "tests/corpus/lines.h"

#include <cstdio>

namespace corpus {

std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '\\':
            line += "\\\\";
            break;
        case '\n':
            line += "\\n";
            break;
        case '\r':
            line += "\\r";
            break;
        case '\t':
            line += "\\t";
            break;
        default:
            line += c;
        }
    }
    return line;
}

void say(std::initializer_list<std::string_view> columns) {
    std::string line;
    for (const std::string_view column : columns) {
        if (!line.empty()) line += '\t';
        line += one_line(column);
    }
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
}

} // namespace corpus
