#include "xlsx/lint/lint.h"
#include "xlsx/lint/catalogue.h"
#include "xlsx/lint/lint_container.h"

#include "tools/files/read_file.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

namespace outturn {

struct LintOptions {
    std::vector<std::filesystem::path> workbooks;
    bool json = false;
    bool markdown = false;
};

// Of the file as a container, then of what it holds. What cannot be opened is judged as a container still.
static std::vector<xlsx::Fault> faults_of(std::string bytes, const std::string& path,
                                          std::vector<cells::Error>& not_done) {
    std::vector<xlsx::Fault> faults = xlsx::lint_container(bytes);
    auto package = xlsx::Package::open(std::move(bytes), path);
    if (package)
        std::ranges::move(xlsx::lint(*package), std::back_inserter(faults));
    else
        not_done.push_back(package.error());
    return faults;
}

// The id of each invariant that was broken, with what holds of a sound workbook and what to do.
static void explain(const std::set<std::string>& broken) {
    for (const xlsx::Invariant& one : xlsx::invariants)
        if (broken.contains(std::string(one.id)))
            print(std::string(one.id) + ": " + std::string(one.sentence) + ". " + std::string(one.remedy)
                  + ".\n");
}

static ExitStatus run(const LintOptions& options) {
    if (options.markdown) {
        print(xlsx::catalogue_page());
        return ExitStatus::clean;
    }
    std::vector<cells::Error> not_done;
    std::set<std::string> broken;
    Json faults = Json::array();
    for (const auto& path : options.workbooks) {
        auto bytes = files::read_file(path);
        if (!bytes) {
            not_done.push_back(bytes.error());
            continue;
        }
        for (const xlsx::Fault& fault : faults_of(*std::move(bytes), path.string(), not_done)) {
            broken.insert(fault.invariant);
            if (!options.json)
                print(path.string() + ": " + fault.part + ": " + fault.invariant + " " + fault.what + "\n");
            faults.push_back({{"file", path.string()},
                              {"part", fault.part},
                              {"invariant", fault.invariant},
                              {"what", fault.what},
                              {"remedy", xlsx::invariant(fault.invariant).remedy}});
        }
    }
    if (options.json)
        print(text_of({{"faults", faults}, {"not_done", json_list(not_done)}}));
    else
        explain(broken);
    if (!not_done.empty()) return fail(not_done);
    return faults.empty() ? ExitStatus::clean : ExitStatus::errors_found;
}

void add_lint(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<LintOptions>();
    CLI::App* verb = program.add_subcommand("lint", "What would make Excel offer to repair a workbook");
    verb->add_option("workbooks", options->workbooks, "The workbooks to look at")->type_name("FILE");
    verb->add_flag("--markdown", options->markdown, "Print the catalogue of what is checked");
    add_json_option(*verb, options->json);
    verb->footer(R"(
Prints nothing where nothing is wrong; else a line for each fault, then what each letter and number stands for and
what to do. The catalogue is xlsx/lint/README.md.

Example:
  outturn lint out/returns/*.xlsx)");
    verb->callback([options, &status] {
        if (options->workbooks.empty() && !options->markdown) throw CLI::RequiredError("workbooks");
        status = run(*options);
    });
}

} // namespace outturn
