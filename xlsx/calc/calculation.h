#pragma once
// The values of computed cells after a change: each is calculated when it is first asked for, with all that
// it looks at. What does not depend on the change keeps the value that the file remembers, if the file is
// one that was ever calculated.

#include "xlsx/calc/computed_cells.h"
#include "xlsx/calc/evaluator.h"
#include "xlsx/calc/known_values.h"

#include <vector>

namespace xlsx {

class Calculation : public CellSource {
public:
    struct Input {
        const WorkbookPart& workbook;
        const ComputedCells& computed;
        KnownValues& known;
        const std::vector<std::size_t>& dependents; ///< cells whose remembered values are worth nothing
        const ChangedCells& overwritten;            ///< cells that are no formulas any more
        bool caches_count = true; ///< whether the file's other remembered values can be believed
    };
    explicit Calculation(const Input& input);

    /// Calculates all dependents, as far as they can be.
    void run();
    /// A computed cell's value. Nothing where it cannot be said.
    const Result& value(std::size_t index) const { return cells_[index].value; }

    Result at(std::size_t sheet, cells::Address at) override;
    bool each(const SheetRange& area, const Take& take) override;
    std::optional<std::size_t> sheet(std::string_view name) const override;

private:
    struct State {
        enum class Step : std::uint8_t { fresh, under_way, done };
        Step step = Step::fresh;
        bool dependent = false;
        bool doubtful = false; ///< volatile, or looks at what is
        Result value;
    };
    bool prepare(std::size_t sheet);
    Result value_of(const KnownCell& cell);
    Result computed_value(std::size_t index);
    Result calculate(std::size_t index);
    void find_doubtful(const ChangedCells& overwritten);

    Input in_;
    std::vector<State> cells_;
    std::vector<bool> prepared_; // by sheet
    std::size_t steps_ = 0;
    int depth_ = 0;
    bool deferred_ = false; // a chain was too deep to be followed at once
};

} // namespace xlsx
