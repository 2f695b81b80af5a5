#include "xlsx/fill/stale.h"

#include <algorithm>

namespace xlsx {

Stale::Stale(const Movement& movement, const std::vector<SheetRows>& sheets, std::vector<bool> filled)
    : movement_(movement), changed_(std::move(filled)) {
    const auto changes = [&](std::size_t index) {
        return std::ranges::any_of(sheets[index].rows, [&](const TemplateRow& row) {
            return std::ranges::any_of(row.cells, [&](const TemplateCell& cell) {
                return cell.formula && formula(cell.formula->formula, index);
            });
        });
    };
    for (bool more = any(); more;) { // until no further sheet is drawn in
        more = false;
        for (std::size_t i = 0; i < sheets.size(); ++i)
            if (!changed_[i] && changes(i)) changed_[i] = more = true;
    }
}

bool Stale::any() const {
    return std::ranges::find(changed_, true) != changed_.end();
}

bool Stale::formula(const Formula& formula, std::size_t home) const {
    if (!any()) return false;
    if (formula.opaque()) return true;
    return std::ranges::any_of(formula.references(), [&](const Reference& reference) {
        if (reference.external) return false;
        const auto sheet = movement_.target(reference, home);
        return !sheet || changed_[*sheet];
    });
}

} // namespace xlsx
