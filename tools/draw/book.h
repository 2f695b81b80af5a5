#pragma once
// A new workbook to draw on: libxlsxwriter with addresses counted as Excel prints them, cell styles as plain
// values, and the same bytes for the same drawing (the date of creation is fixed). For workbooks that this
// project makes; it cannot edit one.

#include "engine/cells/address.h"
#include "engine/cells/date.h"
#include "engine/cells/decimal.h"

#include <xlsxwriter.h>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace draw {

/// RRGGBB, or none.
using Colour = std::uint32_t;
inline constexpr Colour no_colour = 0xFFFFFFFF;

/// How a cell looks. Two equal styles are one format of the workbook.
struct Style {
    double size = 10;
    Colour text = 0x000000;
    Colour fill = no_colour;
    bool bold = false;
    bool wrap = false;
    bool border = false;
    bool centred = false;
    bool leftwards = false;
    std::string number_format{};

    friend auto operator<=>(const Style&, const Style&) = default;
};

/// A formula and the value that Excel would have cached for it.
struct Formula {
    std::string text;
    std::variant<double, std::string> value;

    friend bool operator==(const Formula&, const Formula&) = default;
};

/// What a cell is given. std::monostate leaves a styled, empty cell.
using Content = std::variant<std::monostate, std::string, cells::Decimal, cells::Date, Formula>;

class Book;
struct Picture;

/// One sheet of a book. Rows and columns count from 1. Cheap to copy; the book must outlive it.
class Page {
public:
    void put(cells::Address at, const Content& content, const Style& style) const;
    /// Merges a range and puts the content in it.
    void put_across(cells::Range range, const std::string& text, const Style& style) const;
    void column_widths(const std::vector<double>& widths) const;
    void row_height(std::uint32_t row, double points) const;
    void hide_row(std::uint32_t row) const;
    void hide_column(std::uint32_t column, double width) const;
    void freeze(cells::Address first_moving) const;
    /// A4 landscape, so many pages wide, the first rows repeated on each page (and the first two columns
    /// where it is more than one page wide), page numbers in the foot.
    void print_landscape(std::uint32_t repeated_rows, const std::string& foot,
                         std::uint16_t pages_wide = 1) const;
    /// A note of a named author on a cell.
    void note(cells::Address at, const std::string& words, std::string author) const;
    void break_pages_before(const std::vector<std::uint32_t>& rows) const;
    /// Cells of the range accept one of these words.
    void offer_list(cells::Range range, std::vector<std::string> words) const;
    /// Cells holding the word take the colours.
    void colour_word(cells::Range range, const std::string& word, Colour fill, Colour text) const;
    /// Printed at the top of each page, in Excel's codes: "&L&9left&Rright".
    void print_header(const std::string& codes) const;
    void place_picture(cells::Address at, const Picture& picture) const;
    void place_chart(cells::Address at, lxw_chart* chart, std::uint32_t width, std::uint32_t height,
                     std::string description) const;

private:
    friend class Book;
    Page(Book& book, lxw_worksheet* sheet) : book_(&book), sheet_(sheet) {}

    Book* book_;
    lxw_worksheet* sheet_;
};

/// A picture, with the words that stand for it.
struct Picture {
    std::string png; ///< its bytes
    std::string description;
    std::int32_t from_left = 0, from_top = 0; ///< in the cell, in pixels
};

class Book {
public:
    /// Throws std::runtime_error where a workbook cannot be made; nothing is written before save().
    Book(const std::filesystem::path& file, std::string title);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    Page add_page(const std::string& name);
    lxw_chart* add_chart(std::uint8_t kind) { return workbook_add_chart(book_, kind); }
    /// Writes the file; nothing where its name is empty. Throws std::runtime_error with libxlsxwriter's
    /// words.
    /// With `macros`, the bytes of a vbaProject.bin, the file's name must end in .xlsm.
    void save(const std::string& macros = {});

private:
    friend class Page;
    lxw_format* format(const Style& style);

    std::filesystem::path file_;
    lxw_workbook* book_ = nullptr;
    std::map<Style, lxw_format*> formats_;
};

/// A decimal as Excel holds it.
double as_double(const cells::Decimal& value);

} // namespace draw
