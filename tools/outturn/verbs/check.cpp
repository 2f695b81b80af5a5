#include "tools/outturn/framework_files.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/summary.h"
#include "tools/outturn/verbs/verbs.h"
#include "tools/outturn/verbs/workbooks.h"

#include <iterator>
#include <memory>

namespace outturn {

static ExitStatus check_all(const WorkbookOptions& options) {
    const auto framework = load_framework(options.framework);
    if (!framework) return fail(framework.error(), options.json);

    const Paint paint = Paint::of_standard_output();
    std::vector<engine::Finding> findings;
    std::vector<cells::Error> not_done;
    Json workbooks = Json::array();
    for (const auto& path : options.workbooks) {
        const auto checked = check_workbook(path, options.with_period(), framework->framework);
        if (!checked) {
            not_done.push_back(checked.error());
            continue;
        }
        workbooks.push_back(json_of(*checked));
        auto own = checked->findings();
        if (!options.json) {
            for (const engine::Finding& finding : own) print(line_of(finding, paint) + "\n");
            print(verdict(*checked, options) + "\n");
        }
        std::ranges::move(own, std::back_inserter(findings));
    }
    if (options.json) print(text_of({{"workbooks", workbooks}, {"not_done", json_list(not_done)}}));
    if (!not_done.empty()) return fail(not_done);
    return status_of(findings, not_done);
}

void add_check(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<WorkbookOptions>();
    CLI::App* verb = program.add_subcommand("check", "What is wrong with a plan or a return; writes nothing");
    add_workbook_options(*verb, *options);
    verb->footer(R"(
Each workbook is looked at by itself. What only the whole quarter shows (a return that is missing, a reference in two
returns) is found by outturn quarter.

Example:
  outturn check housing-services.xlsx --framework cheshire-west-and-chester --plans samples/marlbridge/plans)");
    verb->callback([options, &status] { status = check_all(*options); });
}

} // namespace outturn
