#pragma once
// The text that an element holds, with references, line ends and SpreadsheetML's escapes resolved. Rich text
// is flattened: its runs are joined, phonetic readings are left out (ECMA-376 part 1, 18.4.8, 18.4.12).

#include "xlsx/package/xml_lexer.h"

#include <string>

namespace xlsx {

/// All of these read from an open (or single) tag to its close tag and append to `out`. False where the lexer
/// ran into a broken token first.

/// <v>, <t>: text alone.
bool read_text(XmlLexer& lexer, const XmlToken& open, std::string& out);
/// <si>, <is>: text in t elements, directly or in runs.
bool read_rich_text(XmlLexer& lexer, const XmlToken& open, std::string& out);

} // namespace xlsx
