#pragma once
// The small parts that a workbook is indexed by (content types, relationships, workbook.xml) as trees, for
// reading. They are edited by splicing their text, never from the tree; sheets are never made into one.
// Assumes text that Package::text gave, which has refused a DOCTYPE and deep nesting before.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <expected>
#include <pugixml.hpp>
#include <string_view>

namespace xlsx {

/// The part's tree. An Error (damaged) says where in the part it stops being XML.
std::expected<pugi::xml_document, cells::Error> small_part(Package& package, std::string_view part);

/// The name without the prefix that a producer chose: "Relationship".
std::string_view local_name(const pugi::xml_node& element);
/// An attribute by its local name, whatever its prefix ("id" for r:id); empty where there is none.
std::string_view value_by_local_name(const pugi::xml_node& element, std::string_view name);

} // namespace xlsx
