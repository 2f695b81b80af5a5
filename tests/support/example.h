#pragma once
// A rule's example as papers: its tables become sheets with the headings of Cheshire West and Chester's
// layout, and are read as plans and returns are. What a table leaves out is filled in with something
// faultless, so that no other rule fires. The notation is described in engine/rules/README.md, "How examples
// are written".

#include "engine/framework/framework.h"
#include "engine/records/finding.h"
#include "engine/records/papers.h"
#include "tests/support/example_text.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A row of the example where it stands in the drawn workbooks.
struct PlacedRow {
    std::string file, sheet;
    std::uint32_t row = 0;
    std::string name; ///< "plan: BS-01", "cover b: Service"
    std::set<std::string> expected;
};

struct Example {
    engine::Framework framework;
    engine::Papers papers; ///< refers to the framework above
    std::vector<PlacedRow> rows;
    std::set<std::string> nowhere;

    Example() = default;
    Example(const Example&) = delete;
    Example& operator=(const Example&) = delete;
};

std::unique_ptr<Example> read_example(std::string_view text);

/// The findings that an example expects, and those that came: a line for each row that has any, "plan: BS-01:
/// V052". A finding that stands at no cell belongs to the row of the cell that it disagrees with, else to
/// "nowhere".
std::string expectations(const Example& example);
std::string findings_by_row(const Example& example, const std::vector<engine::Finding>& findings);

} // namespace support
