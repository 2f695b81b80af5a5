#pragma once
// Marks as a test writes them down, and what they make of a workbook, part by part.

#include "tests/xlsx/edit/rich_workbook.h"
#include "xlsx/edit/annotate.h"

#include <map>
#include <string>
#include <string_view>

namespace support {

/// Requires: it is a workbook.
xlsx::Package open_workbook(std::string bytes);

/// "Return!D4"
cells::Mark note(std::string_view where, std::string text);
cells::Mark value(std::string_view where, cells::Written written, std::string number_format = {});
cells::Mark fill(std::string_view where, std::string colour = "FFC7CE", std::string text = "9C0006");
/// Marks on cells alone, without the sheet that lists them.
cells::Marks on_cells(std::vector<cells::Mark> marks);
/// Some of everything, on the rich workbook.
cells::Marks some_of_everything();

/// The file after annotate(), clear(). Fails the test on an error.
std::string annotated(const std::string& bytes, const cells::Marks& marks, bool keep_values = false);
std::string cleared(const std::string& bytes);
/// What annotate() says where it refuses.
std::string refusal(const std::string& bytes, const cells::Marks& marks);

/// The texts of all parts, or of one.
std::map<std::string, std::string> texts(const std::string& bytes);
std::string part_text(const std::string& bytes, const std::string& part);

/// One sheet of these rows, named Sheet1, annotated: its rows after that.
std::string rows_after(const std::string& rows, const std::vector<cells::Mark>& marks);

/// How often a text occurs.
std::size_t count(std::string_view text, std::string_view piece);

} // namespace support
