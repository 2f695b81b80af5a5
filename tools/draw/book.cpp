#include "tools/draw/book.h"

#include <charconv>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace draw {

// 1 April 2016, the first day of the council plan: a workbook drawn twice must be the same to the byte.
static constexpr std::time_t drawn_on = 1'459'468'800;

static void must(lxw_error error, const std::string& what) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(what + ": " + lxw_strerror(error));
}

static lxw_row_t row_of(cells::Address at) {
    return at.row - 1;
}
static lxw_col_t column_of(cells::Address at) {
    return static_cast<lxw_col_t>(at.column - 1);
}

double as_double(const cells::Decimal& value) {
    const std::string text = value.to_text();
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

namespace {

struct Writer {
    lxw_worksheet* sheet;
    cells::Address at;
    lxw_format* format;

    lxw_error operator()(std::monostate) const {
        return worksheet_write_blank(sheet, row_of(at), column_of(at), format);
    }
    lxw_error operator()(const std::string& text) const {
        return worksheet_write_string(sheet, row_of(at), column_of(at), text.c_str(), format);
    }
    lxw_error operator()(const cells::Decimal& number) const {
        return worksheet_write_number(sheet, row_of(at), column_of(at), as_double(number), format);
    }
    lxw_error operator()(const cells::Date& date) const {
        const auto serial = static_cast<double>(cells::serial_of_date(date, false));
        return worksheet_write_number(sheet, row_of(at), column_of(at), serial, format);
    }
    lxw_error operator()(const Formula& formula) const {
        if (const auto* number = std::get_if<double>(&formula.value))
            return worksheet_write_formula_num(sheet, row_of(at), column_of(at), formula.text.c_str(), format,
                                               *number);
        return worksheet_write_formula_str(sheet, row_of(at), column_of(at), formula.text.c_str(), format,
                                           std::get<std::string>(formula.value).c_str());
    }
};

} // namespace

void Page::put(cells::Address at, const Content& content, const Style& style) const {
    must(std::visit(Writer{sheet_, at, book_->format(style)}, content), cells::to_text(at));
}

void Page::put_across(cells::Range range, const std::string& text, const Style& style) const {
    must(worksheet_merge_range(sheet_, row_of(range.first), column_of(range.first), row_of(range.last),
                               column_of(range.last), text.c_str(), book_->format(style)),
         cells::to_text(range));
}

void Page::column_widths(const std::vector<double>& widths) const {
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        must(worksheet_set_column(sheet_, column, column, widths[i], nullptr), "column width");
    }
}

void Page::row_height(std::uint32_t row, double points) const {
    must(worksheet_set_row(sheet_, row - 1, points, nullptr), "row height");
}

void Page::hide_row(std::uint32_t row) const {
    lxw_row_col_options options{};
    options.hidden = LXW_TRUE;
    must(worksheet_set_row_opt(sheet_, row - 1, LXW_DEF_ROW_HEIGHT, nullptr, &options), "hidden row");
}

void Page::hide_column(std::uint32_t column, double width) const {
    lxw_row_col_options options{};
    options.hidden = LXW_TRUE;
    const auto index = static_cast<lxw_col_t>(column - 1);
    must(worksheet_set_column_opt(sheet_, index, index, width, nullptr, &options), "hidden column");
}

void Page::freeze(cells::Address first_moving) const {
    worksheet_freeze_panes(sheet_, row_of(first_moving), column_of(first_moving));
}

void Page::print_landscape(std::uint32_t repeated_rows, const std::string& foot,
                           std::uint16_t pages_wide) const {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_fit_to_pages(sheet_, pages_wide, 0);
    if (pages_wide > 1) must(worksheet_repeat_columns(sheet_, 0, 1), "print titles");
    worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
    if (repeated_rows > 0) must(worksheet_repeat_rows(sheet_, 0, repeated_rows - 1), "print titles");
    must(worksheet_set_footer(sheet_, ("&L&9" + foot + "&C&9&A&R&9Page &P of &N").c_str()), "footer");
}

void Page::note(cells::Address at, const std::string& words, std::string author) const {
    lxw_comment_options options{};
    options.author = author.data();
    must(worksheet_write_comment_opt(sheet_, row_of(at), column_of(at), words.c_str(), &options),
         cells::to_text(at));
}

void Page::break_pages_before(const std::vector<std::uint32_t>& rows) const {
    std::vector<lxw_row_t> breaks;
    for (const std::uint32_t row : rows) breaks.push_back(row - 1);
    breaks.push_back(0); // libxlsxwriter reads up to a zero
    must(worksheet_set_h_pagebreaks(sheet_, breaks.data()), "page breaks");
}

void Page::offer_list(cells::Range range, std::vector<std::string> words) const {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    // A word that is not on the list is questioned and not refused: officers write "M (annual)".
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.value_list = list.data();
    must(worksheet_data_validation_range(sheet_, row_of(range.first), column_of(range.first),
                                         row_of(range.last), column_of(range.last), &validation),
         "list of words");
}

void Page::colour_word(cells::Range range, const std::string& word, Colour fill, Colour text) const {
    std::string quoted = "\"" + word + "\"";
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_CELL;
    condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    condition.value_string = quoted.data();
    lxw_format* look = workbook_add_format(book_->book_);
    format_set_bg_color(look, fill);
    format_set_font_color(look, text);
    condition.format = look;
    must(worksheet_conditional_format_range(sheet_, row_of(range.first), column_of(range.first),
                                            row_of(range.last), column_of(range.last), &condition),
         "conditional format");
}

void Page::print_header(const std::string& codes) const {
    must(worksheet_set_header(sheet_, codes.c_str()), "header");
}

void Page::place_picture(cells::Address at, const Picture& picture) const {
    lxw_image_options options{};
    options.x_offset = picture.from_left;
    options.y_offset = picture.from_top;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    std::string description = picture.description;
    options.description = description.data();
    std::vector<unsigned char> bytes(picture.png.begin(), picture.png.end());
    must(worksheet_insert_image_buffer_opt(sheet_, row_of(at), column_of(at), bytes.data(), bytes.size(),
                                           &options),
         "picture");
}

void Page::place_chart(cells::Address at, lxw_chart* chart, std::uint32_t width, std::uint32_t height,
                       std::string description) const {
    // libxlsxwriter's natural size of a chart, in pixels.
    constexpr double natural_width = 480;
    constexpr double natural_height = 288;
    lxw_chart_options options{};
    options.x_scale = width / natural_width;
    options.y_scale = height / natural_height;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = description.data();
    must(worksheet_insert_chart_opt(sheet_, row_of(at), column_of(at), chart, &options), "chart");
}

Book::Book(const std::filesystem::path& file, std::string title)
    : file_(file), book_(workbook_new(file.c_str())) {
    if (book_ == nullptr) throw std::runtime_error(file.string() + ": libxlsxwriter made no workbook");
    lxw_doc_properties properties{};
    std::string author = "Outturn";
    properties.title = title.data();
    properties.author = author.data();
    properties.created = drawn_on;
    must(workbook_set_properties(book_, &properties), file.string());
}

Book::~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
}

Page Book::add_page(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw std::runtime_error(file_.string() + ": no sheet can be called " + name);
    return {*this, sheet};
}

lxw_format* Book::format(const Style& style) {
    auto [found, added] = formats_.try_emplace(style, nullptr);
    if (!added) return found->second;
    lxw_format* look = workbook_add_format(book_);
    format_set_font_name(look, "Arial");
    format_set_font_size(look, style.size);
    format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
    if (style.text != 0) format_set_font_color(look, style.text);
    if (style.fill != no_colour) format_set_bg_color(look, style.fill);
    if (style.bold) format_set_bold(look);
    if (style.wrap) format_set_text_wrap(look);
    if (style.centred) format_set_align(look, LXW_ALIGN_CENTER);
    if (style.leftwards) format_set_align(look, LXW_ALIGN_LEFT);
    if (style.border) {
        format_set_border(look, LXW_BORDER_THIN);
        format_set_border_color(look, 0x7F7F7F);
    }
    if (!style.number_format.empty()) format_set_num_format(look, style.number_format.c_str());
    return found->second = look;
}

void Book::save(const std::string& macros) {
    if (file_.empty()) return;
    std::filesystem::create_directories(file_.parent_path());
    // libxlsxwriter takes macros from a file, while it writes.
    const std::filesystem::path project = file_.string() + ".vbaProject.bin";
    if (!macros.empty()) {
        std::ofstream(project, std::ios::binary) << macros;
        must(workbook_add_vba_project(book_, project.c_str()), project.string());
    }
    must(workbook_close(std::exchange(book_, nullptr)), file_.string());
    std::filesystem::remove(project);
}

} // namespace draw
