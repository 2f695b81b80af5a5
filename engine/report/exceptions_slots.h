#pragma once
// The parts of a report that are due in some quarters only (CWaC 7.3, 5.8): further information on red key
// indicators, progress of what was red a quarter ago, benchmarks. Each is a block of one scope when it is
// due, and an empty block when it is not.

#include "engine/cells/slots.h"
#include "engine/status/decided.h"

#include <vector>

namespace engine {

/// Key performance indicators that are red at Q2 and Q4 (CW-68), those worse than their baseline told (A17).
std::vector<cells::SlotScope> further_information(const Papers& papers, const Decided& decided);

/// At Q1 and Q3 every measure that was red the quarter before, with its position now and how long it has been
/// red (CW-69, CW-71, CW-73), and those newly red (CW-70).
std::vector<cells::SlotScope> progress(const Papers& papers, const Decided& decided);

/// Our figure beside the comparators', both of the period named (CW-49, CW-50).
std::vector<cells::SlotScope> benchmarking(const Papers& papers, const Decided& decided);

} // namespace engine
