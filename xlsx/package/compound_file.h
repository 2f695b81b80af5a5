#pragma once
// The names in a compound file's directory (MS-CFB): what old .xls files and password-protected .xlsx files
// are made of. They start with the same eight bytes, and only the directory tells them apart.

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

bool is_compound_file(std::string_view bytes);
/// The names of streams and storages, small ASCII letters, other characters as '?'. Empty where the file is
/// damaged.
std::vector<std::string> compound_file_names(std::string_view bytes);

} // namespace xlsx
