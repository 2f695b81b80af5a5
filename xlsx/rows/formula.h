#pragma once
// The references in a formula: where they stand and what they point at, so that they can be pointed elsewhere
// while the rest of the formula stays as it is. Knows what only looks like a reference: text in quotes,
// LOG10(, names, Table[column], array constants. It does not parse arithmetic and does not calculate.
// ECMA-376 part 1, 18.17 (formulas); A1 notation only, as in files.

#include "engine/cells/address.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// One corner of a reference. Row 0: whole columns; column 0: whole rows.
struct Corner {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool row_fixed = false; ///< written with a $
    bool column_fixed = false;
    friend bool operator==(const Corner&, const Corner&) = default;
};

struct Reference {
    std::size_t offset = 0; ///< in the formula, its sheet included
    std::size_t length = 0;
    std::string prefix; ///< the sheet as written, with its '!': "'Year end'!"; empty for the formula's own
    std::string last_prefix; ///< the same before the last corner, where it is repeated: Sheet1!A1:Sheet1!B2
    std::string sheet;       ///< the sheet's name, without quotes
    std::string last_sheet;  ///< of a reference through several sheets (Q1:Q4!B2): the last one
    bool external = false;   ///< in another workbook
    bool range = false;      ///< A1:B2, also A1:A1
    /// Alone an argument of a function that takes any number of them, like SUM: several areas may stand in
    /// its place.
    bool listable = false;
    Corner first;
    Corner last;

    bool has_rows() const { return first.row != 0; }
};

/// A name or a table in a formula, with its brackets: Total, Table1[Actual].
struct NameUse {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string name;
};

/// The cells of its sheet that it covers.
cells::Range area_of(const Reference& reference);
/// "Sheet1!$A1:$A9"
void append_text(std::string& out, const Reference& reference);

class Formula {
public:
    /// `text` is a formula as a person reads it: no '=' in front, XML's references resolved.
    explicit Formula(std::string text);

    const std::string& text() const { return text_; }
    const std::vector<Reference>& references() const { return references_; }
    const std::vector<NameUse>& names() const { return names_; }
    /// Whether it also depends on what its references do not show: names, tables, INDIRECT.
    bool opaque() const { return opaque_; }

    /// The formula as Excel copies it down and to the right: what is not fixed with a $ moves along.
    Formula translated(std::int64_t rows, std::int64_t columns) const;

    /// The formula with each reference's text as `print(std::string& out, const Reference&)` appends it.
    template <typename Print>
    std::string rewritten(Print print) const {
        std::string out;
        out.reserve(text_.size() + 16);
        std::size_t done = 0;
        for (const Reference& reference : references_) {
            out.append(text_, done, reference.offset - done);
            print(out, reference);
            done = reference.offset + reference.length;
        }
        out.append(text_, done);
        return out;
    }

private:
    std::string text_;
    std::vector<Reference> references_;
    std::vector<NameUse> names_;
    bool opaque_ = false;
};

} // namespace xlsx
