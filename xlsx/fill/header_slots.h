#pragma once
// Slots in what is printed at the top and foot of each page. ECMA-376 part 1, 18.3.1.46 (headerFooter).

#include "xlsx/edit/xml_outline.h"
#include "xlsx/fill/slot_filler.h"

#include <expected>

namespace xlsx {

/// Fills the texts of a headerFooter element. An ampersand in a value is printed as one.
std::expected<void, SlotFault> fill_headers(std::string_view sheet, const XmlElement& headers,
                                            const SlotFiller& filler, Splices& edits);

} // namespace xlsx
