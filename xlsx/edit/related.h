#pragma once
// Walks a package's relationships by kind, and names new parts so that they clash with none.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// The internal parts that `source` points at by relationships of a kind, and that are there; in file order.
std::expected<std::vector<std::string>, cells::Error> related_parts(Package& package, std::string_view source,
                                                                    std::string_view kind);
/// The first of them, or "".
std::expected<std::string, cells::Error> related_part(Package& package, std::string_view source,
                                                      std::string_view kind);
/// The part that a relationship id of `source` points at, or "".
std::expected<std::string, cells::Error> part_of_id(Package& package, std::string_view source,
                                                    std::string_view id);
/// Takes away the relationships of `source` that point at a part.
std::expected<void, cells::Error> unrelate_part(Package& package, std::string_view source,
                                                std::string_view part);

/// "xl/comments3.xml" for "xl/comments" and ".xml": the first number that no part has.
std::string free_part_name(const Package& package, std::string_view stem, std::string_view extension);
/// How `source` points at a part: "../comments3.xml".
std::string relative_target(std::string_view source, std::string_view part);
/// The folder of a part, with its slash: "xl/" for "xl/workbook.xml" and for "xl\workbook.xml".
std::string folder_of(std::string_view part);

} // namespace xlsx
