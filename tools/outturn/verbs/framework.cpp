#include "tools/outturn/framework_files.h"

#include "engine/report/slot_values.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <fmt/core.h>

#include <memory>

namespace outturn {

namespace {

struct FrameworkOptions {
    std::string name;
    bool json = false;
};

/// One word of the legend with its published definition (CW-33).
struct Entry {
    std::string word, definition;
};

} // namespace

static std::vector<Entry> statuses_of(const engine::Framework& framework) {
    std::vector<Entry> entries;
    for (const auto& words : framework.statuses)
        entries.push_back({words.word, engine::definition_text(words.definition, words.joined)});
    return entries;
}

template <typename Words>
static std::vector<Entry> entries_of(const Words& all) {
    std::vector<Entry> entries;
    for (const auto& words : all) entries.push_back({words.word, engine::definition_text(words.definition)});
    return entries;
}

static ExitStatus list(const FrameworkOptions& options) {
    Json names = Json::array();
    for (const auto& folder : all_frameworks()) {
        names.push_back({{"name", folder.filename().string()}, {"folder", folder.string()}});
        if (!options.json) print(fmt::format("{}  {}\n", folder.filename().string(), folder.string()));
    }
    if (options.json) print(text_of({{"frameworks", names}}));
    if (names.empty())
        return fail({cells::Error::Kind::not_found, "outturn framework list", "No frameworks were found",
                     "Set OUTTURN_TEMPLATES to the folder that holds them"});
    return ExitStatus::clean;
}

static ExitStatus check(const FrameworkOptions& options) {
    const auto loaded = load_framework(options.name);
    if (!loaded) return fail(loaded.error(), options.json);
    const engine::Framework& framework = loaded->framework;
    if (options.json)
        print(text_of({{"id", framework.id},
                       {"version", framework.version},
                       {"title", framework.title},
                       {"council", framework.council},
                       {"sha256", loaded->sha256},
                       {"not_done", Json::array()}}));
    else
        print(fmt::format("{}, version {}: {}. {} priorities, {} reports. Nothing is wrong with it.\n",
                          framework.id, framework.version, framework.title, framework.priorities.size(),
                          framework.reports.size()));
    return ExitStatus::clean;
}

static void print_part(const char* heading, const std::vector<Entry>& entries) {
    print(fmt::format("{}\n", heading));
    for (const Entry& entry : entries) {
        print(fmt::format("  {}\n", entry.word));
        std::string indented = "      ";
        for (const char c : entry.definition) indented += c == '\n' ? "\n      " : std::string(1, c);
        print(indented + "\n");
    }
}

static Json json_of_part(const std::vector<Entry>& entries) {
    Json part = Json::array();
    for (const Entry& entry : entries)
        part.push_back({{"word", entry.word}, {"definition", entry.definition}});
    return part;
}

static ExitStatus legend(const FrameworkOptions& options) {
    const auto loaded = load_framework(options.name);
    if (!loaded) return fail(loaded.error(), options.json);
    const auto statuses = statuses_of(loaded->framework);
    const auto travel = entries_of(loaded->framework.travel);
    const auto actions = entries_of(loaded->framework.actions);
    if (options.json) {
        print(text_of({{"status", json_of_part(statuses)},
                       {"direction", json_of_part(travel)},
                       {"action_status", json_of_part(actions)}}));
        return ExitStatus::clean;
    }
    print_part("Status of an indicator", statuses);
    print_part("\nDirection of travel", travel);
    print_part("\nStatus of an action", actions);
    return ExitStatus::clean;
}

void add_framework(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<FrameworkOptions>();
    CLI::App* verb = program.add_subcommand("framework", "The council's own rules: check, legend, list");
    verb->require_subcommand(1);
    const auto add = [&](const char* name, const char* help, ExitStatus (*work)(const FrameworkOptions&),
                         bool named) {
        CLI::App* part = verb->add_subcommand(name, help);
        if (named)
            part->add_option("name", options->name,
                             "A name (outturn framework list), a folder or a framework.toml")
                ->required()
                ->type_name("NAME");
        add_json_option(*part, options->json);
        part->callback([options, work, &status] { status = work(*options); });
    };
    add("check", "Whether a framework holds together; every fault with line and column", check, true);
    add("legend", "The words and published definitions of every status and direction", legend, true);
    add("list", "The frameworks there are on this machine", list, false);
    verb->footer(R"(
Frameworks are looked for in the folder that OUTTURN_TEMPLATES names, then beside the program.

Examples:
  outturn framework list
  outturn framework check cheshire-west-and-chester
  outturn framework legend cheshire-west-and-chester)");
}

} // namespace outturn
