#pragma once
// A plan or a return before it is drawn: a cover of labels and values, and grids of records under headings.
// Knows nothing of rows and addresses; see lay_out.h. Mistakes are planted here (plant.h).

#include "tools/draw/book.h"
#include "tools/draw/tables.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace draw {

/// One cell's content and the number format it is shown with. A formula may name columns of its own row:
/// "=ROUND({Numerator}/{Denominator},3)".
struct Entry {
    Content content;
    std::string number_format{};

    bool blank() const { return std::holds_alternative<std::monostate>(content); }
};

enum class Holds : std::uint8_t { text, word, figure, date };

struct Column {
    std::string heading;
    double width = 10;
    Holds holds = Holds::text;
    std::string parent{};   ///< what stands over it and over its neighbours of the same parent
    bool given = false;     ///< filled in before the workbook is sent out
    std::string misspelt{}; ///< what stands for the heading, where somebody typed it anew

    const std::string& written() const { return misspelt.empty() ? heading : misspelt; }
};

struct Record {
    int id = 0; ///< unlike any other's of the grid: mistakes and their addresses find it again
    std::string ref;
    std::string section; ///< what the section row above it says
    std::vector<Entry> entries;
    bool hidden = false;
};

struct Grid {
    std::string sheet;
    std::string title;
    std::string advice; ///< a line under the title; may be empty
    std::vector<Column> columns;
    std::vector<Record> records;

    /// A column's index. "2016-17 status/Q1" is the Q1 under that parent.
    std::optional<std::size_t> find(std::string_view heading) const;
    /// The same; throws std::runtime_error where there is none.
    std::size_t column(std::string_view heading) const;
};

struct Label {
    std::string name;
    Entry entry;
    std::string misspelt{};

    const std::string& written() const { return misspelt.empty() ? name : misspelt; }
};

struct Cover {
    std::string sheet;
    std::string title;
    std::vector<Label> labels;
};

struct Paper {
    std::string title;
    Cover cover;
    std::vector<Grid> grids;
    std::vector<std::string> guidance; ///< lines of a sheet of its own; none where empty
};

Entry text(std::string_view words);
/// "30/09/2016"; a blank stays blank.
Entry date(std::string_view text);
/// A cover from a table Label | Value; values that look like dates are dates.
Cover cover(const Lines& labels, const std::string& sheet, const std::string& title);
/// A figure as a table has it ("94.7"), formatted by its unit. A percentage is held as 0.947 with a % format
/// where `fraction`, else as 94.7.
Entry figure(std::string_view text, std::string_view unit, int places, bool fraction);

} // namespace draw
