#include "tools/outturn/quarter.h"

#include "tools/outturn/messages.h"
#include "tools/outturn/summary.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <memory>

namespace outturn {

static ExitStatus run(const JobOptions& options) {
    const auto framework = load_framework(options.framework);
    if (!framework) return fail(framework.error(), options.json);
    const auto outcome = quarter(options.with_period(), *framework);
    if (!outcome) return fail(outcome.error(), options.json);

    print(options.json
              ? text_of(outcome->record)
              : summary(*outcome, framework->framework, options.job.out, Paint::of_standard_output()));
    const ExitStatus status = status_of(outcome->decided.findings, outcome->not_done);
    const bool differs = outcome->differences && !outcome->differences->empty();
    return status == ExitStatus::clean && differs ? ExitStatus::errors_found : status;
}

void add_quarter(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<JobOptions>();
    CLI::App* verb =
        program.add_subcommand("quarter", "The whole job: plans and returns in, answers and scorecard out");
    add_job_options(*verb, *options);
    verb->add_option("-o,--out", options->job.out, "The folder to write to; made if it is not there")
        ->required()
        ->type_name("FOLDER");
    verb->footer(R"(
Writes to the out folder:
  returns/              every return, annotated: notes at the cells, statuses filled in, a list of findings
  plans/                the plans, with the quarter's accepted figures
  <report> <period>     the committee's templates that are due, filled
  findings.json         all of it, for other programs

What was sent is never changed. Commentary that you edit in plans/ is kept when you run again. A quarter that was
closed (outturn close) is compared with what was published, and nothing is written.

Example:
  outturn quarter --framework cheshire-west-and-chester --period "2016-17 Q2" \
          --plans samples/marlbridge/plans --returns samples/marlbridge/returns/2016-17-Q2 --out out)");
    verb->callback([options, &status] { status = run(*options); });
}

} // namespace outturn
