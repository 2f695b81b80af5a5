#include "engine/rules/catalogue.h"

#include "engine/rules/rule.h"

#include <algorithm>

namespace engine::rules {

static constexpr std::string_view intro = R"(# Rules

What Outturn checks in outcome plans and quarterly returns. This page is printed by `outturn rules --markdown`;
a rule's words, examples and check stand together in its own file, `vNNN_what_is_wrong.cpp`.

**Severity.** An *error* must be put right. A *query* may be right: explain it or put it right. A *note* is for
information. A rule that *withholds* keeps its row, or the whole return where it is about the cover, out of the
plan and of every report until it is put right: no status is worked out from it.

**One fault, one finding.** A fault often breaks several rules: figures typed the wrong way round are also a wrong
percentage, and often a jump since last quarter. Each rule names those that *say it better*; where one of them has a
finding on the same row, this rule's own is dropped. The rows of a return that is for another period (V005) or that
came twice (V006) are not checked at all.

**When.** Most rules look at what was read. Those marked *after rating* look at the statuses too, and only at rows
that were accepted.

## How examples are written

An example is a small set of workbooks, and the rule's test: it is read as plans and returns are, all rules are run,
and each row must get just the findings that its column `expect` names.

- A section is a line that ends in a colon, and a table under it: `plan:`, `plan actions:`, `plan cover:`,
  `benchmarks:`, `change log:`, `return:`, `return actions:`, `cover:`. A word before the colon names the workbook
  where there are several: `return a:`, `cover a:`.
- Columns are headings of the layout; `2016-17 / Q1` is the column Q1 under 2016-17. A cover's table has the columns
  `Label` and `Value`.
- What an example leaves out is filled in with something faultless: a plan has the rows that are returned, a return
  the rows that are planned for its service, every other cell its usual value, a cover its signatures.
- A cell holds what its look says: `94.7%`, `31/03/2017`, `=12` (a formula's value), `=?` (a formula never
  calculated), `#DIV/0!`, `"94.7%"` (text). `~` before the expectation hides the row.
- `period:` names the quarter; without it 2016-17 Q2. `priorities:` names the framework's; without it the first alone.
  `expect:` names the findings that stand on no row.

)";

static void add_table(std::string& page) {
    page += "## The rules\n\n| Rule | | What is wrong |\n|---|---|---|\n";
    for (const Rule* rule : all()) {
        page += "| [" + std::string(rule->id) + "](#" + std::string(rule->id) + ") | ";
        page += to_text(rule->severity);
        page += rule->withholds ? ", withholds | " : " | ";
        page += rule->title;
        page += " |\n";
    }
}

/// The example without the indentation that its file gives it, as a block of code.
static void add_example(std::string& page, std::string_view example) {
    static constexpr std::size_t indentation = 8;
    page += "\n```text\n";
    while (!example.empty()) {
        const auto end = std::min(example.find('\n'), example.size());
        const auto line = example.substr(0, end);
        if (line.find_first_not_of(' ') != std::string_view::npos) {
            page += line.substr(std::min(indentation, line.size()));
            page += '\n';
        }
        example.remove_prefix(std::min(end + 1, example.size()));
    }
    page += "```\n";
}

static void add_rule(std::string& page, const Rule& rule) {
    page += "\n<a id=\"" + std::string(rule.id) + "\"></a>\n\n### " + std::string(rule.id) + " "
            + std::string(rule.title) + "\n\n";
    page += "*" + std::string(to_text(rule.severity));
    if (rule.withholds) page += ", withholds";
    if (rule.stage == Rule::Stage::deciding) page += ", after rating";
    page += "* — " + std::string(rule.why) + " **" + std::string(rule.fix) + "**\n";
    if (!rule.source.empty()) page += "\nSource: " + std::string(rule.source) + ".\n";
    if (!rule.silenced_by.empty()) page += "\nSaid better by: " + std::string(rule.silenced_by) + ".\n";
    add_example(page, rule.examples);
}

std::string catalogue_markdown() {
    std::string page(intro);
    add_table(page);
    for (const Rule* rule : all()) add_rule(page, *rule);
    return page;
}

} // namespace engine::rules
