#include "xlsx/lint/lint.h"

#include "tools/files/read_file.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <memory>

namespace outturn {

struct LintOptions {
    std::vector<std::filesystem::path> workbooks;
    bool json = false;
};

static ExitStatus run(const LintOptions& options) {
    std::vector<cells::Error> not_done;
    Json faults = Json::array();
    for (const auto& path : options.workbooks) {
        auto bytes = files::read_file(path);
        auto package = bytes ? xlsx::Package::open(*std::move(bytes), path.string())
                             : std::expected<xlsx::Package, cells::Error>(std::unexpected(bytes.error()));
        if (!package) {
            not_done.push_back(package.error());
            continue;
        }
        for (const xlsx::Fault& fault : xlsx::lint(*package)) {
            if (!options.json)
                print(path.string() + ": " + fault.part + ": " + fault.invariant + " " + fault.what + "\n");
            faults.push_back({{"file", path.string()},
                              {"part", fault.part},
                              {"invariant", fault.invariant},
                              {"what", fault.what}});
        }
    }
    if (options.json) print(text_of({{"faults", faults}, {"not_done", json_list(not_done)}}));
    if (!not_done.empty()) return fail(not_done);
    return faults.empty() ? ExitStatus::clean : ExitStatus::errors_found;
}

void add_lint(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<LintOptions>();
    CLI::App* verb = program.add_subcommand("lint", "What would make Excel offer to repair a workbook");
    verb->add_option("workbooks", options->workbooks, "The workbooks to look at")
        ->required()
        ->type_name("FILE");
    add_json_option(*verb, options->json);
    verb->footer(R"(
Prints nothing where nothing is wrong. The letter and number of each line is that of the list in xlsx/README.md.

Example:
  outturn lint out/returns/*.xlsx)");
    verb->callback([options, &status] { status = run(*options); });
}

} // namespace outturn
