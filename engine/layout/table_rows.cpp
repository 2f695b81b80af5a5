#include "engine/layout/table_rows.h"

#include "engine/figures/words.h"

#include <algorithm>
#include <map>

namespace engine {

using cells::Cell;

namespace {

class RowReading {
public:
    RowReading(const SheetRows& rows, const TablePatterns& patterns, const Header& header)
        : rows_(rows), patterns_(patterns), table_(patterns.table()) {
        for (const FoundColumn& column : header.columns) {
            letters_.push_back(column.letter);
            if (table_.columns[column.column].field == table_.key) key_ = column.letter;
        }
        std::ranges::sort(letters_);
        for (const std::string& word : table_.totals) totals_.push_back(words::plain(word));
        remember(header);
    }

    void read(std::uint32_t after, FoundTable& found) {
        std::string section;
        SheetRow row;
        for (std::size_t i = rows_.from(after + 1); i < rows_.size(); ++i) {
            rows_.read(i, row);
            if (repeats_header(row)) continue;
            if (row.cells.size() > 1 && patterns_.is_key(row.cells.front()->text)) break;
            if (is_total(row))
                found.totals.push_back(row.number);
            else if (is_section(row))
                section = words::trimmed(row.cells.front()->text, " \t\r\n");
            else if (std::ranges::any_of(row.cells, [this](const Cell* cell) { return is_ours(*cell); }))
                found.rows.push_back({row.number, section});
        }
    }

private:
    bool is_ours(const Cell& cell) const { return std::ranges::binary_search(letters_, cell.at.column); }

    void remember(const Header& header) {
        SheetRow row;
        for (std::size_t i = rows_.from(header.first_row);
             i < rows_.size() && rows_.number(i) <= header.last_row; ++i) {
            rows_.read(i, row);
            for (const Cell* cell : row.cells)
                if (cell->kind == Cell::Kind::text) headings_[cell->at.column].push_back(folded(cell->text));
        }
    }

    bool is_heading(const Cell& cell) const {
        if (cell.kind != Cell::Kind::text) return false;
        const auto at = headings_.find(cell.at.column);
        return at != headings_.end() && std::ranges::any_of(at->second, [&](const std::string& heading) {
                   return may_fold_to(cell.text, heading) && folded(cell.text) == heading;
               });
    }

    /// Headings come again after a page break, now and then with one of them changed.
    bool repeats_header(const SheetRow& row) const {
        if (!is_heading(*row.cells.front())) return false;
        const auto same =
            std::ranges::count_if(row.cells, [this](const Cell* cell) { return is_heading(*cell); });
        return 2 * static_cast<std::size_t>(same) > row.cells.size();
    }

    bool is_total(const SheetRow& row) const {
        const Cell& first = *row.cells.front();
        if (first.kind != Cell::Kind::text || !std::ranges::any_of(totals_, [&](const std::string& word) {
                return may_start_with(first.text, word);
            }))
            return false;
        const std::string text = words::plain(first.text);
        return std::ranges::any_of(totals_, [&](const std::string& word) {
            if (!text.starts_with(word)) return false;
            if (words::trimmed(text, " :") == word) return true;
            const char next = text[word.size()];
            return first.at.column <= key_ && (next < 'a' || next > 'z');
        });
    }

    static bool may_start_with(std::string_view text, std::string_view word) {
        text = words::trimmed(text);
        return !text.empty() && (text.front() | 0x20) == word.front();
    }

    /// One text alone, that is not a reference whose row is still to be filled in.
    bool is_section(const SheetRow& row) const {
        const Cell& cell = *row.cells.front();
        if (row.cells.size() != 1 || cell.kind != Cell::Kind::text) return false;
        const cells::Range* merge = rows_.merge_at(cell.at);
        if (merge && merge->last.column > merge->first.column) return true;
        const std::string_view text = words::trimmed(cell.text, " \t\r\n");
        const bool like_ref = text.find(' ') == std::string_view::npos
                              && text.find_first_of("0123456789") != std::string_view::npos;
        if (cell.at.column == key_) return !like_ref;
        return cell.at.column <= letters_[std::min<std::size_t>(1, letters_.size() - 1)];
    }

    const SheetRows& rows_;
    const TablePatterns& patterns_;
    const LayoutTable& table_;
    std::vector<std::uint32_t> letters_; // of the table's columns, ascending
    std::uint32_t key_ = 0;
    std::map<std::uint32_t, std::vector<std::string>> headings_; // folded, by column
    std::vector<std::string> totals_;
};

} // namespace

void read_rows(const SheetRows& rows, const TablePatterns& patterns, const Header& header,
               FoundTable& found) {
    RowReading(rows, patterns, header).read(header.last_row, found);
}

} // namespace engine
