#pragma once
// The rows of the returns by the planned item that they are about, and what keeps them out.

#include "engine/records/papers.h"
#include "engine/status/withheld.h"

#include <unordered_map>

namespace engine {

template <class Row>
struct Received {
    const Return* from = nullptr; ///< null: nothing was returned
    const Row* row = nullptr;     ///< null with it
    const Finding* kept_out = nullptr;

    bool accepted() const { return row && !kept_out; }
};

class ReceivedRows {
public:
    /// Refers to both: they must outlive it.
    ReceivedRows(const Papers& papers, const Withheld& withheld);

    /// Of several rows about one item an acceptable one counts before one that is kept out. What is wrong
    /// with the item's row of the plan keeps out every answer to it.
    Received<ReturnedIndicator> of(const Plan& plan, const Indicator& indicator) const;
    Received<ReturnedAction> of(const Plan& plan, const PlannedAction& action) const;

private:
    const Withheld& withheld_;
    std::unordered_map<const Indicator*, Received<ReturnedIndicator>> indicators_;
    std::unordered_map<const PlannedAction*, Received<ReturnedAction>> actions_;
};

} // namespace engine
