#include "tools/draw/tables.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace draw {

static std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

static std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> cells;
    std::size_t from = 0;
    for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|', from)) {
        cells.push_back(trimmed(line.substr(from, bar - from)));
        from = bar + 1;
    }
    cells.push_back(trimmed(line.substr(from)));
    return cells;
}

const std::string& Line::operator[](std::string_view heading) const {
    const auto found = cells_.find(heading);
    if (found == cells_.end())
        throw std::runtime_error(fmt::format("{}: the table has no column \"{}\"", where_, heading));
    return found->second;
}

Tables Tables::read(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
    Tables tables;
    tables.file_ = file.string();
    Lines* section = nullptr;
    std::vector<std::string> headings;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        const std::string where = fmt::format("{}:{}", file.string(), number);
        const std::string line = trimmed(text);
        if (line.empty() || line.front() == '#') continue;
        if (line.front() == '[' && line.back() == ']') {
            section = &tables.sections_[line.substr(1, line.size() - 2)];
            headings.clear();
        } else if (section == nullptr) {
            throw std::runtime_error(where + ": a line stands before the first [section]");
        } else if (headings.empty()) {
            headings = split(line);
        } else {
            const std::vector<std::string> cells = split(line);
            if (cells.size() != headings.size())
                throw std::runtime_error(
                    fmt::format("{}: {} cells under {} headings", where, cells.size(), headings.size()));
            std::map<std::string, std::string, std::less<>> by_heading;
            for (std::size_t i = 0; i < cells.size(); ++i) by_heading[headings[i]] = cells[i];
            section->emplace_back(std::move(by_heading), where);
        }
    }
    return tables;
}

const Lines& Tables::operator[](std::string_view section) const {
    const auto found = sections_.find(section);
    if (found == sections_.end())
        throw std::runtime_error(fmt::format("{}: there is no section [{}]", file_, section));
    return found->second;
}

const std::string& Tables::value(std::string_view section, std::string_view label) const {
    for (const Line& line : (*this)[section])
        if (line["Label"] == label) return line["Value"];
    throw std::runtime_error(fmt::format("{}: [{}] has no \"{}\"", file_, section, label));
}

const Line* Tables::find(std::string_view section, std::string_view ref) const {
    for (const Line& line : (*this)[section])
        if (line["Ref"] == ref) return &line;
    return nullptr;
}

} // namespace draw
