#pragma once
// Texts as the linter's checks look at them: how long they may be, and whether blanks at their ends last.

#include "xlsx/lint/lint_context.h"
#include "xlsx/package/xml_lexer.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace xlsx {

/// Excel's limits, in UTF-16 units (Microsoft, "Excel specifications and limits").
inline constexpr std::size_t longest_text = 32'767;
inline constexpr std::size_t longest_formula = 8'192;
inline constexpr std::size_t longest_link = 2'079;
inline constexpr std::size_t longest_list = 255; ///< of words that a validation offers
inline constexpr std::size_t most_links = 65'530;

/// Whether a t element's text begins or ends in blanks that the tag does not say are kept.
bool loses_blanks(const XmlToken& tag, std::string_view text);

} // namespace xlsx
