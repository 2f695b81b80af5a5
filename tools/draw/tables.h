#pragma once
// The text tables that samples are drawn from: sections in square brackets, a line of headings, then lines of
// cells parted by '|'. '#' at the start of a line opens a comment. Cells hold no '|'.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace draw {

/// A line's cells by heading.
class Line {
public:
    Line(std::map<std::string, std::string, std::less<>> cells, std::string where)
        : cells_(std::move(cells)), where_(std::move(where)) {}
    /// Throws std::runtime_error that says where, if the table has no such heading.
    const std::string& operator[](std::string_view heading) const;
    /// "tables/planted.txt:12"
    const std::string& where() const { return where_; }

private:
    std::map<std::string, std::string, std::less<>> cells_;
    std::string where_;
};

using Lines = std::vector<Line>;

/// The sections of one file.
class Tables {
public:
    /// Throws std::runtime_error with file and line where it cannot be read.
    static Tables read(const std::filesystem::path& file);

    /// Throws where the file has no such section.
    const Lines& operator[](std::string_view section) const;
    /// A two-column table, Label | Value.
    const std::string& value(std::string_view section, std::string_view label) const;
    /// The first line whose Ref is that, or nullptr.
    const Line* find(std::string_view section, std::string_view ref) const;

private:
    std::string file_;
    std::map<std::string, Lines, std::less<>> sections_;
};

} // namespace draw
