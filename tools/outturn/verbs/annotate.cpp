#include "xlsx/edit/annotate.h"

#include "engine/report/marks_for.h"
#include "tools/outturn/framework_files.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/outputs.h"
#include "tools/outturn/verbs/verbs.h"
#include "tools/outturn/verbs/workbooks.h"

#include <iterator>
#include <memory>

namespace outturn {

/// The workbook with its marks, in the out folder under its own name.
static Written annotate_one(CheckedWorkbook& checked, const WorkbookOptions& options) {
    const engine::Framework& framework = *checked.papers.framework;
    const std::string& name = checked.incoming.name;
    const auto marks =
        checked.plan
            ? engine::marks_for(checked.papers.plans.front(), checked.decided, framework, OUTTURN_VERSION)
            : engine::marks_for(checked.papers.returns.front(), checked.decided, framework, OUTTURN_VERSION);
    // What earlier quarters wrote into a plan stays; a return has its own quarter only.
    auto values = xlsx::annotate(checked.incoming.package, marks, {.version = OUTTURN_VERSION}, checked.plan);
    if (!values) return std::unexpected(std::move(values).error());
    auto written = publish_file(name, checked.incoming.package.save(), options.out, checked.incoming.path);
    if (written) written->values = *std::move(values);
    return written;
}

static ExitStatus annotate_all(const WorkbookOptions& options) {
    const auto framework = load_framework(options.framework);
    if (!framework) return fail(framework.error(), options.json);

    std::vector<engine::Finding> findings;
    std::vector<cells::Error> not_done;
    Json workbooks = Json::array();
    for (const auto& path : options.workbooks) {
        auto checked = check_workbook(path, options.with_period(), framework->framework);
        if (!checked) {
            not_done.push_back(checked.error());
            continue;
        }
        const auto published = annotate_one(*checked, options);
        if (!published) {
            not_done.push_back(published.error());
            continue;
        }
        workbooks.push_back(json_of(*checked));
        workbooks.back()["output"] = published->file;
        workbooks.back()["formulas"] = json_of(published->values);
        if (!options.json)
            print(verdict(*checked, options) + "\n  written to " + (options.out / published->file).string()
                  + "\n" + line_of(published->values));
        auto own = checked->findings();
        std::ranges::move(own, std::back_inserter(findings));
    }
    if (options.json) print(text_of({{"workbooks", workbooks}, {"not_done", json_list(not_done)}}));
    if (!not_done.empty()) return fail(not_done);
    return status_of(findings, not_done);
}

void add_annotate(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<WorkbookOptions>();
    CLI::App* verb = program.add_subcommand("annotate", "Check, and write a copy with notes at the cells");
    add_workbook_options(*verb, *options);
    verb->add_option("-o,--out", options->out, "The folder to write to, not the one the workbooks are in")
        ->required()
        ->type_name("FOLDER");
    verb->footer(R"(
The copy is the sender's own workbook with notes, filled-in statuses (where --plans are given) and a sheet "Outturn
findings". Annotating a copy again gives the same copy; outturn clear takes everything off.

Example:
  outturn annotate housing-services.xlsx --framework cheshire-west-and-chester \
          --plans samples/marlbridge/plans --out checked)");
    verb->callback([options, &status] { status = annotate_all(*options); });
}

} // namespace outturn
