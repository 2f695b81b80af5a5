#pragma once
// What a fuzz target says when what must always hold does not: the words, and the end of the process, which
// both libFuzzer and replay take for a finding.

#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace fuzz
