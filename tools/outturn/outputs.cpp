#include "tools/outturn/outputs.h"

#include "engine/report/marks_for.h"
#include "engine/report/values_for.h"
#include "tools/files/fingerprint.h"
#include "tools/files/in_parallel.h"
#include "tools/files/read_file.h"
#include "tools/outturn/terminal.h"
#include "xlsx/edit/annotate.h"
#include "xlsx/fill/fill.h"

#include <algorithm>
#include <system_error>

namespace outturn {

using cells::Error;
namespace fs = std::filesystem;

Written OutFolder::draft(const std::string& file, std::string_view bytes, const fs::path& source) {
    const fs::path target = folder_ / file;
    std::error_code ignored;
    if (!source.empty() && fs::equivalent(target, source, ignored))
        return std::unexpected(Error{Error::Kind::not_allowed, target.string(),
                                     "This would overwrite the workbook that was sent",
                                     "Choose another folder for what is written"});
    if (auto drafted = publication_.draft(target, bytes); !drafted)
        return std::unexpected(std::move(drafted).error());
    return Output{.file = file, .sha256 = files::sha256(bytes)};
}

void OutFolder::publish(std::vector<Output>& written, std::vector<Error>& not_done) {
    for (auto& [target, error] : publication_.publish()) {
        std::erase_if(written, [&](const Output& output) { return folder_ / output.file == target; });
        not_done.push_back(std::move(error));
    }
}

Written publish_file(const std::string& file, std::string_view bytes, const fs::path& out,
                     const fs::path& source) {
    OutFolder folder(out);
    auto written = folder.draft(file, bytes, source);
    if (!written) return written;
    std::vector<Output> outputs = {*written};
    std::vector<Error> not_done;
    folder.publish(outputs, not_done);
    if (!not_done.empty()) return std::unexpected(std::move(not_done.front()));
    return written;
}

std::string without_values(const xlsx::ValuesReport& values) {
    if (values.dropped == 0) return {};
    std::string line = std::to_string(values.dropped)
                       + (values.dropped == 1 ? " formula shows" : " formulas show")
                       + " no value until Excel opens the file: ";
    for (const std::string& cell : values.first_dropped)
        line += (&cell == &values.first_dropped.front() ? "" : ", ") + cell;
    return line + (values.dropped > values.first_dropped.size() ? ", ..." : "");
}

std::string line_of(const xlsx::ValuesReport& values) {
    const std::string words = without_values(values);
    return words.empty() ? words : "  " + words + "\n";
}

static Written annotated(Incoming& incoming, const cells::Marks& marks, const std::string& folder,
                         OutFolder& out, bool keep_values) {
    auto values = xlsx::annotate(incoming.package, marks, {.version = OUTTURN_VERSION}, keep_values);
    if (!values) return std::unexpected(std::move(values).error());
    auto written = out.draft(folder + fs::path(incoming.name).filename().string(), incoming.package.save(),
                             incoming.path);
    if (written) written->values = *std::move(values);
    return written;
}

std::vector<Written> draft_returns(OutFolder& out, Intake& intake, const engine::Decided& decided,
                                   unsigned threads) {
    Progress progress("Writing return", intake.returns.size());
    return files::in_parallel(intake.returns.size(), threads, [&](std::size_t i) {
        const auto marks =
            engine::marks_for(intake.papers.returns[i], decided, *intake.papers.framework, OUTTURN_VERSION);
        progress.step();
        return annotated(intake.returns[i], marks, "returns/", out, false);
    });
}

std::vector<Written> draft_plans(OutFolder& out, Intake& intake, const engine::Decided& decided,
                                 unsigned threads) {
    const auto& plans = intake.papers.plans;
    Progress progress("Writing plan", plans.size());
    return files::in_parallel(plans.size(), threads, [&](std::size_t i) {
        Incoming& incoming = *std::ranges::find(intake.plans, plans[i].file, &Incoming::name);
        const auto marks = engine::values_for(plans[i], incoming.outputs, decided, *intake.papers.framework);
        progress.step();
        // A plan gains a quarter at a time: what earlier runs wrote for other quarters stays.
        return annotated(incoming, marks, "plans/", out, true);
    });
}

static fs::path template_of(const engine::Report& report, const FrameworkFiles& framework) {
    return framework.folder / report.file;
}

static std::expected<xlsx::Package, cells::Error> open_template(const fs::path& file) {
    auto bytes = files::read_file(file);
    if (!bytes) return std::unexpected(std::move(bytes).error());
    return xlsx::Package::open(*std::move(bytes), file.filename().string());
}

std::expected<xlsx::FilledSlots, cells::Error>
preview_report(const engine::Papers& papers, const engine::Decided& decided, const engine::Report& report,
               const FrameworkFiles& framework, const engine::Provenance& provenance) {
    const auto package = open_template(template_of(report, framework));
    if (!package) return std::unexpected(package.error());
    return xlsx::preview(*package, engine::slots_for(papers, decided, report, provenance));
}

Written draft_report(OutFolder& out, const engine::Papers& papers, const engine::Decided& decided,
                     const engine::Report& report, const FrameworkFiles& framework,
                     const engine::Provenance& provenance, std::string_view area) {
    const fs::path file = template_of(report, framework);
    auto package = open_template(file);
    if (!package) return std::unexpected(std::move(package).error());
    auto values = xlsx::fill(*package, engine::slots_for(papers, decided, report, provenance));
    if (!values) return std::unexpected(std::move(values).error());
    std::string name = report.id + " " + engine::to_text(papers.period);
    if (!area.empty()) (name += ' ') += area;
    std::ranges::replace(name, '/', '-');
    auto written = out.draft(name + ".xlsx", package->save(), file);
    if (written) written->values = *std::move(values);
    return written;
}

} // namespace outturn
