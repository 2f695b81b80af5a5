// Draws a workbook of one large sheet for timing: draw_large FILE ROWS COLUMNS shared|inline. The columns
// take turns at texts of few kinds, texts of their own, whole numbers and numbers with places, as figures do.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <xlsxwriter.h>

static void draw_row(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t columns) {
    for (lxw_col_t column = 0; column < columns; ++column) {
        const unsigned seed = (row * 31U + column * 17U) % 9973U;
        switch (column % 4) {
        case 0:
            worksheet_write_string(sheet, row, column, ("Service " + std::to_string(seed % 97)).c_str(),
                                   nullptr);
            break;
        case 1:
            worksheet_write_number(sheet, row, column, seed, nullptr);
            break;
        case 2:
            worksheet_write_number(sheet, row, column, seed / 1000.0, nullptr);
            break;
        default:
            worksheet_write_string(sheet, row, column,
                                   ("Note " + std::to_string(row) + " on " + std::to_string(column)).c_str(),
                                   nullptr);
        }
    }
}

int main(int count, char** arguments) {
    if (count != 5) return 2;
    lxw_workbook_options options{};
    options.constant_memory = std::string(arguments[4]) == "inline" ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = workbook_new_opt(arguments[1], &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Figures");
    const auto rows = static_cast<lxw_row_t>(std::strtoul(arguments[2], nullptr, 10));
    const auto columns = static_cast<lxw_col_t>(std::strtoul(arguments[3], nullptr, 10));
    for (lxw_row_t row = 0; row < rows; ++row) draw_row(sheet, row, columns);
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
