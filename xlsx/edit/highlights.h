#pragma once
// Fills cells through conditional formats, so that taking the rule away gives the look back. One rule for
// each pair of colours, of the kind of 2007 that every reader knows, always true. Its formula names its
// author: that is how a rule of ours is known again when another program has saved the workbook since.
// ECMA-376 part 1, 18.3.1.18 and 18.3.1.10.

#include "xlsx/edit/styles_edit.h"
#include "xlsx/edit/xml_outline.h"

#include "engine/cells/address.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xlsx {

struct Highlight {
    cells::Address at;
    cells::Colours colours;
};

/// The formula of our rules: N("Outturn")=0.
std::string highlight_formula(std::string_view author);

/// Rules for a sheet that has none: the elements, to be put in their place. `prefix` is the sheet's own.
std::string highlight_rules(const std::vector<Highlight>& highlights, StylesEdit& styles,
                            std::string_view author, std::string_view prefix, std::uint32_t first_priority);

/// Adds rules to a sheet. They come after the sheet's own; but where one of those covers a cell of ours, ours
/// come first, since a mark that does not show is no mark.
void add_highlights(Splices& edits, const XmlOutline& sheet, const std::vector<Highlight>& highlights,
                    StylesEdit& styles, std::string_view author);

/// Takes all rules of the author off a sheet, whoever saved it last. True if there were any.
bool remove_highlights(Splices& edits, const XmlOutline& sheet, std::string_view author);

} // namespace xlsx
