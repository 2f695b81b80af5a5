#pragma once
// The text of a rule's example, taken apart: settings, and sections with their tables. What the words mean is
// example.h's work. The notation is described in engine/rules/README.md, "How examples are written".

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace support {

struct ExampleRow {
    std::map<std::string, std::string> looks; ///< by heading; a blank cell's look is empty
    std::set<std::string> expected;           ///< ids of rules
    bool hidden = false;
};

struct ExampleSection {
    std::string kind; ///< "plan", "return actions"
    std::string name; ///< of the workbook: "a"; empty where there is one alone
    std::vector<ExampleRow> rows;
};

struct ExampleText {
    std::string period = "2016-17 Q2";
    std::set<int> priorities{1};
    std::set<std::string> nowhere; ///< ids expected on no row
    std::vector<ExampleSection> sections;
};

/// A text that cannot be understood fails the test and says where.
ExampleText take_apart(std::string_view example);

} // namespace support
