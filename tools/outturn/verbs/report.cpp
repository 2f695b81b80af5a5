#include "engine/cells/address.h"
#include "engine/report/area.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/messages.h"
#include "tools/outturn/quarter.h"
#include "tools/outturn/run_record.h"
#include "tools/outturn/verbs/options.h"
#include "tools/outturn/verbs/verbs.h"

#include <algorithm>
#include <memory>

namespace outturn {

struct ReportOptions : JobOptions {
    std::string report, area;
    bool preview = false;
};

/// The report of that id, or the first of the framework where none is named.
static std::expected<const engine::Report*, cells::Error> find_report(const engine::Framework& framework,
                                                                      const std::string& id) {
    const auto found = id.empty() ? framework.reports.begin()
                                  : std::ranges::find(framework.reports, id, &engine::Report::id);
    if (found != framework.reports.end()) return &*found;
    cells::Error error{cells::Error::Kind::not_found, framework.id,
                       "The framework has no report \"" + id + "\"", "There is "};
    for (const engine::Report& report : framework.reports)
        error.next += (&report == framework.reports.data() ? "" : ", ") + report.id;
    if (framework.reports.empty()) error.next = "Give it a report in framework.toml";
    return std::unexpected(std::move(error));
}

/// "KPIs!B7: {{kpi.actual}} = 94.7%": what would stand where.
static void print_preview(const std::string& report, const xlsx::FilledSlots& slots, bool as_json) {
    Json list = Json::array();
    for (const xlsx::FilledSlot& slot : slots) {
        const bool cell = cells::parse_address(slot.where).has_value();
        if (as_json)
            list.push_back(
                {{"sheet", slot.sheet}, {"where", slot.where}, {"slot", slot.slot}, {"value", slot.value}});
        else
            print(slot.sheet + (cell ? "!" : ", ") + slot.where + ": " + slot.slot + " = " + slot.value
                  + "\n");
    }
    if (as_json) print(text_of({{"report", report}, {"slots", std::move(list)}}));
}

static ExitStatus run(const ReportOptions& options) {
    const auto framework = load_framework(options.framework);
    if (!framework) return fail(framework.error(), options.json);
    const auto report = find_report(framework->framework, options.report);
    if (!report) return fail(report.error(), options.json);
    auto outcome = decide_quarter(options.with_period(), *framework);
    if (!outcome) return fail(outcome.error(), options.json);

    const auto& papers = outcome->intake.papers;
    engine::Report titled = **report;
    if (!options.area.empty()) {
        auto part = engine::of_area(papers, outcome->decided, options.area);
        if (!part) return fail(part.error(), options.json);
        outcome->decided = *std::move(part);
        titled.title += ": " + options.area;
    }
    if (options.preview) {
        const auto slots = preview_report(papers, outcome->decided, titled, *framework,
                                          provenance_of(outcome->intake, *framework));
        if (!slots) return fail(slots.error(), options.json);
        print_preview((*report)->id, *slots, options.json);
        return outcome->not_done.empty() ? status_of(outcome->decided.findings, outcome->not_done)
                                         : fail(outcome->not_done);
    }
    OutFolder out(options.job.out);
    const auto report_file = draft_report(out, papers, outcome->decided, titled, *framework,
                                          provenance_of(outcome->intake, *framework), options.area);
    if (!report_file) return fail(report_file.error(), options.json);
    std::vector<Output> written = {*report_file};
    out.publish(written, outcome->not_done);
    if (written.empty()) return fail(outcome->not_done);
    if (options.json)
        print(text_of({{"report", (*report)->id},
                       {"file", report_file->file},
                       {"sha256", report_file->sha256},
                       {"formulas", json_of(report_file->values)},
                       {"not_done", json_list(outcome->not_done)}}));
    else
        print((*report)->title + ", " + engine::to_text(papers.period) + ": written to "
              + (options.job.out / report_file->file).string() + "\n" + line_of(report_file->values));
    if (!outcome->not_done.empty()) return fail(outcome->not_done);
    return status_of(outcome->decided.findings, outcome->not_done);
}

void add_report(CLI::App& program, ExitStatus& status) {
    auto options = std::make_shared<ReportOptions>();
    CLI::App* verb = program.add_subcommand("report", "One report, for the council or one area of it");
    add_job_options(*verb, *options);
    verb->add_option("-r,--report", options->report, "The report's id in the framework; else its first")
        ->type_name("ID");
    verb->add_option("-a,--area", options->area, "Only indicators of this area, as the plans name it")
        ->type_name("AREA");
    CLI::Option* preview =
        verb->add_flag("--preview", options->preview,
                       "List each slot with its value and its cell instead of writing the report");
    verb->add_option("-o,--out", options->job.out, "The folder to write to")
        ->type_name("FOLDER")
        ->excludes(preview);
    verb->footer(R"(
Example:
  outturn report --report cabinet-scorecard --area "North" \
          --framework cheshire-west-and-chester --period "2016-17 Q2" \
          --plans samples/marlbridge/plans --returns samples/marlbridge/returns/2016-17-Q2 --out out)");
    verb->callback([options, &status] {
        if (!options->preview && options->job.out.empty()) throw CLI::RequiredError("--out");
        status = run(*options);
    });
}

} // namespace outturn
