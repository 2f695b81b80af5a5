#include "engine/figures/words.h"
#include "engine/layout/find_table.h"
#include "engine/layout/layout_errors.h"
#include "engine/layout/table_search.h"

#include <algorithm>
#include <unordered_map>

namespace engine {

using cells::Address;
using cells::Cell;
using cells::Sheet;

// A cover is at the top left of its sheet, and its labels are short.
static constexpr std::uint32_t last_form_row = 300;
static constexpr std::uint32_t last_form_column = 50;
static constexpr std::size_t longest_label = 80;
// People leave a column or two between a label and its value.
static constexpr std::uint32_t reach = 3;

namespace {

/// Where a sheet has the labels of a form.
struct Labels {
    explicit Labels(std::size_t fields) : at(fields), value_from(fields) {}

    std::vector<Address> at; ///< by field; none where the sheet does not have it
    /// By field: where the value begins in the label's own cell; 0 where it stands in another.
    std::vector<std::size_t> value_from;
    std::vector<NearHeading> near;

    std::size_t count() const {
        return static_cast<std::size_t>(std::ranges::count_if(at, [](Address a) { return bool(a); }));
    }
};

class FormSearch {
public:
    FormSearch(const std::vector<Sheet>& sheets, const LayoutForm& form) : sheets_(sheets), form_(form) {
        for (std::size_t i = 0; i < form.fields.size(); ++i)
            for (const std::string& label : form.fields[i].headings) fields_.emplace(folded(label), i);
    }

    std::expected<FoundForm, cells::Error> find(std::string_view file) {
        std::optional<std::size_t> fullest;
        Labels fullest_labels(form_.fields.size());
        for (const auto& group : looking_order(sheets_, form_.sheets)) {
            std::optional<std::size_t> best;
            Labels best_labels(form_.fields.size());
            for (const std::size_t sheet : group) {
                Labels labels = read_labels(sheets_[sheet]);
                read_labels_with_values(sheets_[sheet], labels);
                read_near_labels(sheets_[sheet], labels);
                if (labels.count() > fullest_labels.count()) {
                    fullest = sheet;
                    fullest_labels = labels;
                }
                if (missing(labels).empty() && (!best || labels.count() > best_labels.count())) {
                    best = sheet;
                    best_labels = std::move(labels);
                }
            }
            if (best) return with_values(*best, best_labels);
        }
        return std::unexpected(
            no_form(form_, fullest ? &sheets_[*fullest] : nullptr, missing(fullest_labels), file));
    }

private:
    std::vector<std::size_t> missing(const Labels& labels) const {
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < form_.fields.size(); ++i)
            if (form_.fields[i].required && !labels.at[i]) result.push_back(i);
        return result;
    }

    static bool may_be_label(const Cell& cell) {
        return cell.kind == Cell::Kind::text && cell.at.column <= last_form_column
               && cell.text.size() <= longest_label;
    }

    const std::size_t* field_of(const Cell& cell) const {
        const auto found = may_be_label(cell) ? fields_.find(folded(cell.text)) : fields_.end();
        return found == fields_.end() ? nullptr : &found->second;
    }

    Labels read_labels(const Sheet& sheet) const {
        Labels labels(form_.fields.size());
        for (const Cell& cell : sheet.cells) {
            if (cell.at.row > last_form_row) break;
            const std::size_t* field = field_of(cell);
            if (field && !labels.at[*field]) labels.at[*field] = cell.at;
        }
        return labels;
    }

    /// "Service: Housing": label and value in one cell.
    void read_labels_with_values(const Sheet& sheet, Labels& labels) const {
        for (const Cell& cell : sheet.cells) {
            if (cell.at.row > last_form_row) break;
            if (cell.kind != Cell::Kind::text || cell.at.column > last_form_column) continue;
            const auto colon = cell.text.find(':');
            if (colon == std::string::npos || colon > longest_label) continue;
            const auto found = fields_.find(folded(cell.text.substr(0, colon)));
            const bool has_value = cell.text.find_first_not_of(" \t\r\n", colon + 1) != std::string::npos;
            if (!has_value || found == fields_.end() || labels.at[found->second]) continue;
            labels.at[found->second] = cell.at;
            labels.value_from[found->second] = colon + 1;
        }
    }

    /// Labels with a slip of the pen, in a column that has labels without one.
    void read_near_labels(const Sheet& sheet, Labels& labels) const {
        std::vector<std::string> wanted;
        std::vector<std::size_t> wanted_fields;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            if (labels.at[i]) continue;
            for (const std::string& label : form_.fields[i].headings) {
                wanted.push_back(label);
                wanted_fields.push_back(i);
            }
        }
        if (wanted.empty()) return;
        for (const Cell& cell : sheet.cells) {
            if (cell.at.row > last_form_row) break;
            const bool among_labels = std::ranges::any_of(
                labels.at, [&](Address label) { return label && label.column == cell.at.column; });
            if (!among_labels || !may_be_label(cell) || field_of(cell)) continue;
            const auto found = nearest(cell.text, wanted);
            if (!found || labels.at[wanted_fields[*found]]) continue;
            labels.at[wanted_fields[*found]] = cell.at;
            labels.near.push_back({cell.at, cell.text, wanted[*found]});
        }
    }

    /// Whether a cell holds something that is not a label itself.
    static bool is_value(const Sheet& sheet, const Labels& labels, Address at) {
        const Cell* cell = sheet.find(at);
        return cell && !is_blank(*cell) && std::ranges::find(labels.at, at) == labels.at.end();
    }

    /// The last row and column of the merge that a label stands in, or its own.
    static Address end_of(const Sheet& sheet, Address at) {
        const auto merge = std::ranges::find(sheet.merges, at, &cells::Range::first);
        return merge == sheet.merges.end() ? at : merge->last;
    }

    /// Where the values of all labels would be, so many columns right of them, or under them for 0.
    static std::vector<FoundField> values(const Sheet& sheet, const Labels& labels, std::uint32_t columns) {
        std::vector<FoundField> fields;
        for (std::size_t i = 0; i < labels.at.size(); ++i) {
            const Address label = labels.at[i];
            if (!label) continue;
            if (labels.value_from[i] != 0) {
                fields.push_back({i, label, label, labels.value_from[i]});
                continue;
            }
            const Address end = end_of(sheet, label);
            const Address value =
                columns == 0 ? Address{end.row + 1, label.column} : Address{label.row, end.column + columns};
            fields.push_back({i, label, value, 0});
        }
        return fields;
    }

    /// All values stand on one side of their labels. Right of them it is the first column with any: hints may
    /// stand in the next, and be more than the values filled in so far.
    FoundForm with_values(std::size_t index, const Labels& labels) const {
        const Sheet& sheet = sheets_[index];
        const auto filled = [&](const std::vector<FoundField>& fields) {
            return std::ranges::count_if(
                fields, [&](const FoundField& field) { return is_value(sheet, labels, field.value); });
        };
        auto right = values(sheet, labels, 1);
        for (std::uint32_t columns = 2; columns <= reach && filled(right) == 0; ++columns)
            right = values(sheet, labels, columns);
        if (filled(right) == 0) right = values(sheet, labels, 1);
        auto below = values(sheet, labels, 0);
        return {index, filled(below) > filled(right) ? std::move(below) : std::move(right), labels.near};
    }

    const std::vector<Sheet>& sheets_;
    const LayoutForm& form_;
    std::unordered_map<std::string, std::size_t> fields_; // by folded label
};

} // namespace

std::expected<FoundForm, cells::Error> find_form(const std::vector<Sheet>& sheets, const LayoutForm& form,
                                                 std::string_view file) {
    return FormSearch(sheets, form).find(file);
}

} // namespace engine
