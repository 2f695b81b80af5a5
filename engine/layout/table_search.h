#pragma once
// The search for a table's header among the sheets of a workbook: sheets in their order, every row that could
// be a header, and the best that was found where none is whole.

#include "engine/layout/header.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Sheets in the order in which they are looked at: those named, the others, the hidden ones.
std::vector<std::vector<std::size_t>> looking_order(const std::vector<cells::Sheet>& sheets,
                                                    const std::vector<std::string>& named);

struct Candidate {
    std::size_t sheet = 0;
    Header header;
};

class TableSearch {
public:
    TableSearch(const std::vector<cells::Sheet>& sheets, const TablePatterns& patterns)
        : sheets_(sheets), patterns_(patterns) {}

    /// The whole headers on the first group of sheets that has any, the fullest first. More than one of them
    /// leaves it open which table is meant.
    std::vector<Candidate> find();
    /// Of the headers that lack a required column, the fullest; it stands where find() has nothing, or
    /// nothing as full.
    const std::optional<Candidate>& nearly() const { return nearly_; }
    const SheetRows& rows_of(std::size_t sheet);

private:
    void look_at(std::size_t sheet, std::vector<Candidate>& whole);
    void look_for_near(std::span<const std::size_t> group, std::vector<Candidate>& whole);
    std::vector<std::uint32_t> likely_rows(const SheetRows& rows) const;
    bool is_whole(const Header& header) const { return header.missing(patterns_.table()).empty(); }
    void keep_nearly(std::size_t sheet, const Header& header);

    const std::vector<cells::Sheet>& sheets_;
    const TablePatterns& patterns_;
    std::vector<std::optional<SheetRows>> rows_;
    std::optional<Candidate> nearly_;
};

} // namespace engine
