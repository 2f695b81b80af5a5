#include "tools/outturn/intake.h"

#include "engine/records/in_force.h"
#include "engine/records/read_return.h"
#include "tools/files/in_parallel.h"
#include "tools/files/list_workbooks.h"
#include "tools/outturn/kept_commentary.h"
#include "tools/outturn/terminal.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>

namespace outturn {

using cells::Error;
namespace fs = std::filesystem;

template <typename Paper>
struct Read {
    Incoming incoming;
    Paper paper;
};
using ReadPlan = std::expected<Read<engine::Plan>, Error>;
using ReadReturn = std::expected<Read<engine::Return>, Error>;

std::optional<Error> wrong_year(const engine::Plan& plan, engine::Period period) {
    std::set<int> years;
    for (const engine::Indicator& indicator : plan.indicators)
        for (const auto& [year, target] : indicator.targets) years.insert(year);
    if (years.empty() || years.contains(period.year)) return std::nullopt;
    return Error{Error::Kind::not_found, plan.file,
                 "The plan has no targets for " + engine::year_text(period.year) + "; its years are "
                     + engine::year_text(*years.begin()) + " to " + engine::year_text(*years.rbegin()),
                 "Give the plan that covers " + engine::year_text(period.year)};
}

static ReadPlan read_one_plan(const fs::path& path, std::string name, const engine::Framework& framework,
                              engine::Period period) {
    auto opened = open_workbook(path, std::move(name));
    if (!opened) return std::unexpected(std::move(opened).error());
    auto plan = engine::read_plan(opened->sheets, framework, opened->incoming.name);
    if (!plan) return std::unexpected(std::move(plan).error());
    if (auto wrong = wrong_year(*plan, period)) return std::unexpected(*std::move(wrong));
    const auto wrote = xlsx::remembered(opened->incoming.package);
    if (!wrote) return std::unexpected(wrote.error());
    forget_own_commentary(*plan, *wrote, period);
    opened->incoming.outputs = engine::output_cells(*plan, opened->sheets, framework, period);
    return Read<engine::Plan>{std::move(opened->incoming), *std::move(plan)};
}

static ReadReturn read_one_return(const fs::path& path, std::string name,
                                  const engine::Framework& framework) {
    auto opened = open_workbook(path, std::move(name));
    if (!opened) return std::unexpected(std::move(opened).error());
    auto returned = engine::read_return(opened->sheets, framework, opened->incoming.name);
    if (!returned) return std::unexpected(std::move(returned).error());
    return Read<engine::Return>{std::move(opened->incoming), *std::move(returned)};
}

/// Findings call a workbook by its name alone, unless the other folder has one of that name too.
static std::string name_in(const fs::path& path, const files::Listing& other) {
    const bool twice = std::ranges::any_of(
        other.workbooks, [&](const fs::path& workbook) { return workbook.filename() == path.filename(); });
    return twice ? (path.parent_path().filename() / path.filename()).string() : path.filename().string();
}

/// Takes what was read out of `read`, in order; what was not goes to `not_done`.
template <typename Paper>
static std::vector<Paper> sort_out(std::vector<std::expected<Read<Paper>, Error>>& read,
                                   std::vector<Incoming>& incoming, std::vector<Error>& not_done) {
    std::vector<Paper> papers;
    for (auto& one : read) {
        if (!one) {
            not_done.push_back(std::move(one).error());
            continue;
        }
        incoming.push_back(std::move(one->incoming));
        papers.push_back(std::move(one->paper));
    }
    return papers;
}

static void report_files(Intake& intake, files::Listing& listing) {
    std::ranges::move(listing.unread, std::back_inserter(intake.not_done));
    std::ranges::move(listing.others, std::back_inserter(intake.left_alone));
}

static std::optional<Error> outside_plan_years(engine::Period period, const engine::Framework& framework) {
    if (engine::last_day(period, framework.first_month) >= framework.plan_first
        && engine::first_day(period, framework.first_month) <= framework.plan_last)
        return std::nullopt;
    return Error{Error::Kind::not_found, engine::to_text(period),
                 "The framework " + framework.id + " covers " + cells::to_text(framework.plan_first) + " to "
                     + cells::to_text(framework.plan_last),
                 "Give a period within it, or another framework"};
}

/// All could be opened by nobody: the first says why.
static Error nothing_read(const fs::path& folder, const std::vector<Error>& not_done, const char* what) {
    Error error{Error::Kind::cannot_read, folder.string(),
                std::string("None of its workbooks could be read as ") + what,
                "Put them right, or check the folder's name"};
    if (!not_done.empty()) error.what += "; of the first: " + cells::to_text(not_done.front());
    if (error.what.ends_with('.')) error.what.pop_back();
    return error;
}

static std::expected<Intake, Error> read_papers(const Request& request, files::Listing plans,
                                                files::Listing returns, const engine::Framework& framework) {
    Progress progress("Reading", plans.workbooks.size() + returns.workbooks.size());
    auto read_plans = files::in_parallel(plans.workbooks.size(), request.threads, [&](std::size_t i) {
        const fs::path& path = plans.workbooks[i];
        auto read = read_one_plan(path, name_in(path, returns), framework, request.period);
        progress.step();
        return read;
    });
    auto read_returns = files::in_parallel(returns.workbooks.size(), request.threads, [&](std::size_t i) {
        const fs::path& path = returns.workbooks[i];
        auto read = read_one_return(path, name_in(path, plans), framework);
        progress.step();
        return read;
    });

    Intake intake;
    intake.papers.framework = &framework;
    intake.papers.period = request.period;
    report_files(intake, plans);
    std::vector<engine::Plan> all_plans = sort_out(read_plans, intake.plans, intake.not_done);
    if (all_plans.empty())
        return std::unexpected(nothing_read(request.plans, intake.not_done, "an outcome plan"));
    engine::place_plans(intake.papers, std::move(all_plans));
    if (intake.papers.plans.empty())
        return std::unexpected(Error{Error::Kind::not_found, request.plans.string(),
                                     "No plan is in force in " + engine::to_text(request.period)
                                         + "; the first takes effect on "
                                         + cells::to_text(*intake.papers.upcoming.front().effective.date),
                                     "Give the plans that were in force then"});
    report_files(intake, returns);
    intake.papers.returns = sort_out(read_returns, intake.returns, intake.not_done);
    return intake;
}

std::expected<Intake, Error> take_in(const Request& request, const engine::Framework& framework) {
    std::error_code ignored;
    if (auto outside = outside_plan_years(request.period, framework))
        return std::unexpected(*std::move(outside));
    auto plans = files::list_workbooks(request.plans);
    if (!plans) return std::unexpected(std::move(plans).error());
    auto returns = files::list_workbooks(request.returns);
    if (!returns) return std::unexpected(std::move(returns).error());
    if (fs::equivalent(request.plans, request.returns, ignored))
        return std::unexpected(Error{Error::Kind::not_allowed, request.plans.string(),
                                     "Plans and returns are in one folder", "Put them in a folder each"});
    auto intake = read_papers(request, *std::move(plans), *std::move(returns), framework);
    if (intake && intake->returns.empty())
        return std::unexpected(nothing_read(request.returns, intake->not_done, "a quarterly return"));
    return intake;
}

std::expected<Intake, Error> take_in_plans(const Request& request, const engine::Framework& framework) {
    if (auto outside = outside_plan_years(request.period, framework))
        return std::unexpected(*std::move(outside));
    auto plans = files::list_workbooks(request.plans);
    if (!plans) return std::unexpected(std::move(plans).error());
    return read_papers(request, *std::move(plans), {}, framework);
}

} // namespace outturn
