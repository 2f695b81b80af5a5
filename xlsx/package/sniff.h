#pragma once
// What a file is that somebody sent in place of a workbook, in a sentence that helps them.

#include "engine/cells/error.h"
#include "xlsx/package/zip.h"

#include <string>
#include <string_view>

namespace xlsx {

/// Whether the bytes start as a zip archive does; anything else is for what_it_is().
bool starts_as_zip(std::string_view bytes);
/// A file that is no zip archive: empty, old .xls, encrypted, CSV, HTML, PDF ...
cells::Error what_it_is(std::string_view bytes, std::string name);
/// An archive without a workbook that we read: .xlsb, .ods, .docx, plain zip ... `main_type` is the content
/// type of its main part, or empty.
cells::Error what_it_is(const Archive& archive, std::string_view main_type);

} // namespace xlsx
