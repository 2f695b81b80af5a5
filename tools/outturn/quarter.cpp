#include "tools/outturn/quarter.h"

#include "engine/status/decide.h"
#include "tools/files/publish.h"
#include "tools/outturn/closed_quarter.h"
#include "tools/outturn/kept_commentary.h"
#include "tools/outturn/run_record.h"

#include <algorithm>

namespace outturn {

using cells::Error;

static void note(Outcome& outcome, Published published) {
    if (published)
        outcome.written.push_back(*std::move(published));
    else
        outcome.not_done.push_back(std::move(published).error());
}

static void note(Outcome& outcome, std::vector<Published> published) {
    for (auto& one : published) note(outcome, std::move(one));
}

static bool due(const engine::Report& report, engine::Period period) {
    return std::ranges::find(report.quarters, period.quarter) != report.quarters.end();
}

static void publish_reports(Outcome& outcome, const Job& job, const FrameworkFiles& framework) {
    const auto provenance = provenance_of(outcome.intake, framework);
    for (const engine::Report& report : framework.framework.reports)
        if (due(report, job.request.period))
            note(outcome, publish_report(outcome.intake.papers, outcome.decided, report, framework,
                                         provenance, job.out));
}

/// Last of all, so that findings.json never speaks of a file that is not there yet.
static void publish_record(Outcome& outcome, const Job& job, const FrameworkFiles& framework) {
    outcome.record = record_of(outcome.intake, outcome.decided, framework, outcome.written, outcome.not_done);
    note(outcome, publish_file("findings.json", text_of(outcome.record), job.out));
}

std::expected<Outcome, Error> decide_quarter(const Job& job, const FrameworkFiles& framework) {
    auto intake = take_in(job.request, framework.framework); // workbooks -> records
    if (!intake) return std::unexpected(std::move(intake).error());

    Outcome outcome;
    outcome.intake = *std::move(intake);
    outcome.not_done = outcome.intake.not_done;
    outcome.decided = engine::decide(outcome.intake.papers); // records -> findings and statuses

    if (job.out.empty()) return outcome;
    const auto edits = find_edits(job.out / "plans", outcome.intake);
    if (!edits) return std::unexpected(edits.error());
    keep_edits(*edits, outcome.intake.papers, outcome.decided);
    return outcome;
}

std::expected<Outcome, Error> quarter(const Job& job, const FrameworkFiles& framework) {
    auto outcome = decide_quarter(job, framework);
    if (!outcome) return outcome;

    const auto closed = read_closed(job.out, job.request.period);
    if (!closed) return std::unexpected(closed.error());
    if (*closed) {
        outcome->record = record_of(outcome->intake, outcome->decided, framework, {}, outcome->not_done);
        outcome->differences = differences(**closed, outcome->record);
        return outcome;
    }

    if (auto ready = files::prepare_folder(job.out); !ready) return std::unexpected(std::move(ready).error());
    note(*outcome, publish_returns(outcome->intake, outcome->decided, job.out, job.request.threads));
    note(*outcome, publish_plans(outcome->intake, outcome->decided, job.out, job.request.threads));
    publish_reports(*outcome, job, framework);
    publish_record(*outcome, job, framework);
    return outcome;
}

} // namespace outturn
