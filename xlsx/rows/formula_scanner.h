#pragma once
// Reads a formula from left to right and notes its references. The work behind Formula; nobody else needs it.

#include "xlsx/rows/formula.h"

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

class FormulaScanner {
public:
    FormulaScanner(std::string_view text, std::vector<Reference>& found, std::vector<NameUse>& names)
        : text_(text), found_(found), names_(names) {}
    /// Returns whether the formula holds names, tables or functions that make references out of text.
    bool scan();

private:
    char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
    std::size_t word_end(std::size_t from) const;
    std::size_t quoted_end(std::size_t from) const;
    std::size_t bracket_end(std::size_t from) const;
    std::size_t prefix_end(std::size_t from) const;
    std::size_t corner_end(std::size_t from, Corner& corner) const;
    bool boundary(std::size_t i) const;

    void operand();
    bool area(Reference& reference, std::size_t from);
    bool lines(Reference& reference, std::size_t from);
    bool alone_in_list(const Reference& reference) const;
    void note(Reference reference);

    std::string_view text_;
    std::vector<Reference>& found_;
    std::vector<NameUse>& names_;
    std::size_t at_ = 0;
    bool opaque_ = false;
    char before_ = '\0';            // the last character before the operand that is not a blank
    std::vector<bool> takes_lists_; // of the functions and brackets that are open
};

} // namespace xlsx
