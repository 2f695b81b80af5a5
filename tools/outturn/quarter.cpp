#include "tools/outturn/quarter.h"

#include "engine/status/decide.h"
#include "tools/files/publish.h"
#include "tools/outturn/closed_quarter.h"
#include "tools/outturn/kept_commentary.h"
#include "tools/outturn/run_record.h"

#include <algorithm>
#include <iterator>
#include <thread>

namespace outturn {

using cells::Error;

static void note(Outcome& outcome, Written written) {
    if (written)
        outcome.written.push_back(*std::move(written));
    else
        outcome.not_done.push_back(std::move(written).error());
}

static void note(Outcome& outcome, std::vector<Written> written) {
    for (auto& one : written) note(outcome, std::move(one));
}

static bool due(const engine::Report& report, engine::Period period) {
    return std::ranges::find(report.quarters, period.quarter) != report.quarters.end();
}

static std::vector<Written> draft_reports(OutFolder& out, const Outcome& outcome, const Job& job,
                                          const FrameworkFiles& framework) {
    const auto provenance = provenance_of(outcome.intake, framework);
    std::vector<Written> written;
    for (const engine::Report& report : framework.framework.reports)
        if (due(report, job.request.period))
            written.push_back(
                draft_report(out, outcome.intake.papers, outcome.decided, report, framework, provenance));
    return written;
}

/// Every file of the quarter, noted in the order returns, plans, reports. The reports, few and long, are
/// filled beside the others.
static void draft_all(OutFolder& out, Outcome& outcome, const Job& job, const FrameworkFiles& framework) {
    std::vector<Written> reports, returns, plans;
    {
        const std::jthread beside([&] { reports = draft_reports(out, outcome, job, framework); });
        returns = draft_returns(out, outcome.intake, outcome.decided, job.request.threads);
        plans = draft_plans(out, outcome.intake, outcome.decided, job.request.threads);
    }
    note(outcome, std::move(returns));
    note(outcome, std::move(plans));
    note(outcome, std::move(reports));
}

/// The workbooks first, so that findings.json never speaks of a file that is not there yet. While the disk
/// syncs them the record is made: nearly always every one gets its place.
static void publish(OutFolder& out, Outcome& outcome, const Job& job, const FrameworkFiles& framework) {
    const auto record = [&] {
        outcome.record =
            record_of(outcome.intake, outcome.decided, framework, outcome.written, outcome.not_done);
        return text_of(outcome.record);
    };
    std::vector<Output> in_place = outcome.written;
    std::vector<Error> not_in_place;
    std::jthread disk([&] { out.publish(in_place, not_in_place); });
    std::string text = record();
    disk.join();
    if (!not_in_place.empty()) {
        outcome.written = std::move(in_place);
        std::ranges::move(not_in_place, std::back_inserter(outcome.not_done));
        text = record();
    }
    note(outcome, publish_file("findings.json", text, job.out));
}

std::expected<Outcome, Error> decide_quarter(const Job& job, const FrameworkFiles& framework) {
    auto intake = take_in(job.request, framework.framework); // workbooks -> records
    if (!intake) return std::unexpected(std::move(intake).error());

    Outcome outcome;
    outcome.intake = *std::move(intake);
    outcome.not_done = outcome.intake.not_done;
    outcome.decided = engine::decide(outcome.intake.papers); // records -> findings and statuses

    if (job.out.empty()) return outcome;
    const auto edits = find_edits(job.out / "plans", outcome.intake, job.request.threads);
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
    OutFolder out(job.out);
    draft_all(out, *outcome, job, framework);
    publish(out, *outcome, job, framework);
    return outcome;
}

} // namespace outturn
