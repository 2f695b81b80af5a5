#include "xlsx/lint/catalogue.h"

namespace xlsx {

static constexpr std::string_view page_head =
    R"(# What the linter checks

What must hold of a workbook if Excel is to open it without an offer to repair it, and lose nothing quietly. This page is
printed by `outturn lint --markdown`; an invariant is declared once, in `invariants.h`, and checked in the file that is named
after what it looks at.

`lint()` judges a whole workbook, `lint_container()` the zip file around it, `new_faults()` an edit: what was touched and the
indexes across parts (ids, names, content types), as they are now; the input is looked at only where there is a fault. P9 to
P11, W7 and Y5 compare with the input and are for edits alone; P9 and P10 ask something of any file as well.

| | what holds of a sound workbook | what to do where it does not |
|---|---|---|
)";

std::string catalogue_page() {
    std::string page(page_head);
    for (const Invariant& one : invariants) {
        page += "| " + std::string(one.id) + " | ";
        for (const char c : one.sentence) page += c == '|' ? std::string("\\|") : std::string(1, c);
        page += " | " + std::string(one.remedy) + " |\n";
    }
    return page;
}

} // namespace xlsx
