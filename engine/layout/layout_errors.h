#pragma once
// What is said where a table or a form cannot be found: what was looked for, what was found and where, and
// what to do.

#include "engine/cells/error.h"
#include "engine/layout/table_search.h"

#include <string_view>
#include <vector>

namespace engine {

cells::Error no_table(const LayoutTable& table, const std::vector<cells::Sheet>& sheets,
                      std::string_view file);
/// `own_sheet`: the sheet has the table's name, so that this is the table beyond doubt.
cells::Error columns_missing(const LayoutTable& table, const cells::Sheet& sheet, const Header& header,
                             bool own_sheet, std::string_view file);
cells::Error two_tables(const LayoutTable& table, const std::vector<cells::Sheet>& sheets,
                        const Candidate& one, const Candidate& other, std::string_view file);
cells::Error column_twice(const LayoutTable& table, const cells::Sheet& sheet, const Header& header,
                          std::string_view file);
/// `sheet`: the one with most of the labels, or nullptr where no sheet has any; `missing`: fields of the
/// form.
cells::Error no_form(const LayoutForm& form, const cells::Sheet* sheet,
                     const std::vector<std::size_t>& missing, std::string_view file);

} // namespace engine
