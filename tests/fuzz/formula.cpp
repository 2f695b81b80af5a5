// Any text as a formula: its references found, written back, and moved.
#include "xlsx/rows/formula.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const xlsx::Formula formula(fuzz::text_of(data, size));
    std::size_t behind = 0;
    for (const xlsx::Reference& reference : formula.references()) {
        fuzz::must(reference.offset >= behind && reference.length > 0,
                   "references stand one behind the other");
        behind = reference.offset + reference.length;
        fuzz::must(behind <= size, "and within the formula");
    }
    const xlsx::Formula again(formula.rewritten(xlsx::append_text));
    fuzz::must(again.references().size() == formula.references().size(),
               "written back, it has the same references");
    for (std::size_t i = 0; i < again.references().size(); ++i) {
        const auto &one = formula.references()[i], &other = again.references()[i];
        fuzz::must(one.first == other.first && one.last == other.last && one.sheet == other.sheet,
                   "to the same cells");
    }
    (void)formula.translated(3, -2);
    return 0;
}
