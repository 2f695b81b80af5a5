#include "tools/outturn/closed_quarter.h"

#include "tools/outturn/messages.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <memory>

namespace outturn {

struct CloseOptions {
    std::string period;
    std::filesystem::path out;
    bool json = false;
};

static ExitStatus run(const CloseOptions& options) {
    const auto period = *engine::parse_period(options.period);
    const auto changed = close_quarter(options.out, period);
    if (!changed) return fail(changed.error(), options.json);
    if (options.json) {
        print(text_of({{"closed", engine::to_text(period)}, {"changed_since_published", *changed}}));
        return ExitStatus::clean;
    }
    print(engine::to_text(period) + " is closed. Later runs say what would differ, and publish nothing.\n");
    for (const std::string& file : *changed)
        print(file + " was changed since the run; it is frozen as it is now.\n");
    return ExitStatus::clean;
}

void add_close(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<CloseOptions>();
    CLI::App* verb = program.add_subcommand("close", "Freeze a quarter that was published");
    add_period_option(*verb, options->period)->required();
    verb->add_option("-o,--out", options->out, "The out folder of the run that was published")
        ->required()
        ->type_name("FOLDER");
    add_json_option(*verb, options->json);
    verb->footer(R"(
Keeps the figures, statuses and fingerprints of what was published in closed/<period>.json below the out folder. From
then on outturn quarter with that folder and period compares, lists what would differ, and writes nothing. To open the
quarter again, move that file away.

Example:
  outturn close --period "2016-17 Q2" --out out)");
    verb->callback([options, &status] { status = run(*options); });
}

} // namespace outturn
