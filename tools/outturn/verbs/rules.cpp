#include "engine/rules/rule.h"

#include "engine/cells/ascii.h"
#include "engine/rules/catalogue.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>

namespace outturn {

struct RulesOptions {
    std::string id;
    bool markdown = false;
    bool json = false;
};

static Json json_of(const engine::Rule& rule) {
    return {{"id", rule.id},
            {"severity", to_text(rule.severity)},
            {"withholds", rule.withholds},
            {"title", rule.title},
            {"why", rule.why},
            {"fix", rule.fix},
            {"source", rule.source}};
}

static std::string described(const engine::Rule& rule) {
    return fmt::format("{}  {}{}\n{}\n\n{}\n{}\n{}", rule.id, to_text(rule.severity),
                       rule.withholds ? ", the row is withheld until it is put right" : "", rule.title,
                       rule.why, rule.fix,
                       rule.source.empty() ? "" : fmt::format("Source: {}\n", rule.source));
}

static ExitStatus run(const RulesOptions& options) {
    if (options.markdown) {
        print(engine::rules::catalogue_markdown());
        return ExitStatus::clean;
    }
    Json list = Json::array();
    bool found = false;
    for (const engine::Rule* rule : engine::rules::all()) {
        if (!options.id.empty() && rule->id != options.id) continue;
        found = true;
        if (options.json)
            list.push_back(json_of(*rule));
        else if (options.id.empty())
            print(fmt::format("{}  {:5}  {}\n", rule->id, to_text(rule->severity), rule->title));
        else
            print(described(*rule));
    }
    if (!found)
        return fail({cells::Error::Kind::not_found, options.id, "There is no rule of this id",
                     "outturn rules lists all of them"},
                    options.json);
    if (options.json) print(text_of({{"rules", list}}));
    return ExitStatus::clean;
}

void add_rules(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<RulesOptions>();
    CLI::App* verb = program.add_subcommand("rules", "What is checked: every rule with its id");
    verb->add_option("id", options->id, "One rule, with why and what to do")->type_name("ID");
    verb->add_flag("--markdown", options->markdown, "The whole catalogue as a page, with examples");
    add_json_option(*verb, options->json);
    verb->footer(R"(
Example:
  outturn rules V012)");
    verb->callback([options, &status] {
        std::ranges::transform(options->id, options->id.begin(), cells::upper);
        status = run(*options);
    });
}

} // namespace outturn
