#pragma once
// The text of a template's cell, with the slots in it (slot_language.h). Knows formatted runs (ECMA-376
// part 1, 18.4.8, 18.4.12) and keeps them; does not know what slots mean.

#include "xlsx/fill/slot_language.h"

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// A piece of text with one format.
struct TextRun {
    std::string properties; ///< the rPr element as written; empty for the cell's own format
    std::string text;
};

/// A slot's place in a text.
struct SlotMark {
    std::size_t offset = 0;
    std::size_t length = 0;
    SlotExpression slot;
};

struct SlotText {
    std::vector<TextRun> runs;
    std::vector<SlotMark> slots;
    std::string fault; ///< why the braces make no slots; empty if they do

    std::string plain() const;
    /// A slot as it is written, braces and all.
    std::string written(const SlotMark& slot) const { return plain().substr(slot.offset, slot.length); }
    /// Whether the cell holds one slot and nothing else but blanks, so that the value keeps its type.
    bool whole() const;
};

/// Reads what is in an si or is element, and looks for slots.
SlotText read_slot_text(std::string_view inner_xml);
/// The same for a text that is not a cell's: its runs, or all of it as one.
SlotText slot_text_of(std::vector<TextRun> runs);
SlotText plain_slot_text(std::string text);

/// The runs with each slot replaced by the value of the same index, in the run in which it begins. A run may
/// be empty then; as many as there were.
std::vector<TextRun> filled_runs(const SlotText& text, const std::vector<std::string>& values);

/// An is element with the text, each slot replaced by the value of the same index. A value takes the format
/// of the run in which its slot begins. `prefix` is the sheet's: "x:" or nothing. The text without formats is
/// given in `plain`.
std::string filled_text(const SlotText& text, const std::vector<std::string>& values, std::string_view prefix,
                        std::string& plain);

} // namespace xlsx
