#include "xlsx/edit/annotate.h"

#include "tools/files/read_file.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/outputs.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <memory>

namespace outturn {

namespace {

struct ClearOptions {
    std::vector<std::filesystem::path> workbooks;
    std::filesystem::path out;
    bool json = false;
};

struct Cleared {
    bool had_marks = false;
    Output output;
};

} // namespace

static std::expected<Cleared, cells::Error> clear_one(const std::filesystem::path& path,
                                                      const std::filesystem::path& out) {
    auto bytes = files::read_file(path);
    if (!bytes) return std::unexpected(std::move(bytes).error());
    auto package = xlsx::Package::open(*std::move(bytes), path.filename().string());
    if (!package) return std::unexpected(std::move(package).error());
    const auto had_marks = xlsx::clear(*package, {.version = OUTTURN_VERSION});
    if (!had_marks) return std::unexpected(had_marks.error());
    auto published = publish_file(path.filename().string(), package->save(), out, path);
    if (!published) return std::unexpected(std::move(published).error());
    return Cleared{.had_marks = *had_marks, .output = *std::move(published)};
}

static ExitStatus run(const ClearOptions& options) {
    std::vector<cells::Error> not_done;
    Json workbooks = Json::array();
    for (const auto& path : options.workbooks) {
        const auto cleared = clear_one(path, options.out);
        if (!cleared) {
            not_done.push_back(cleared.error());
            continue;
        }
        workbooks.push_back({{"file", cleared->output.file}, {"had_marks", cleared->had_marks}});
        if (!options.json)
            print(cleared->output.file
                  + (cleared->had_marks ? ": marks taken off" : ": there was nothing of ours on it")
                  + "\n  written to " + (options.out / cleared->output.file).string() + "\n");
    }
    if (options.json) print(text_of({{"workbooks", workbooks}, {"not_done", json_list(not_done)}}));
    return not_done.empty() ? ExitStatus::clean : fail(not_done);
}

void add_clear(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<ClearOptions>();
    CLI::App* verb = program.add_subcommand("clear", "Take everything off again that Outturn wrote");
    verb->add_option("workbooks", options->workbooks, "Annotated workbooks")->required()->type_name("FILE");
    verb->add_option("-o,--out", options->out, "The folder to write to, not the one the workbooks are in")
        ->required()
        ->type_name("FOLDER");
    add_json_option(*verb, options->json);
    verb->footer(R"(
Gives the workbook back as it was sent, a status that was typed included. What somebody changed in it since stays.

Example:
  outturn clear out/returns/housing-services.xlsx --out cleared)");
    verb->callback([options, &status] { status = run(*options); });
}

} // namespace outturn
