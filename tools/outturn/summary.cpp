#include "tools/outturn/summary.h"

#include "engine/report/period_words.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <fmt/format.h>
#include <iterator>

namespace outturn {

using namespace engine;

static std::string counted(std::ptrdiff_t count, std::string_view one, std::string_view many) {
    return count == 0 ? fmt::format("no {}", many) : fmt::format("{} {}", count, count == 1 ? one : many);
}

static std::ptrdiff_t count_of(const std::vector<Finding>& findings, Severity severity) {
    return std::ranges::count(findings, severity, &Finding::severity);
}

std::string findings_text(const std::vector<Finding>& findings) {
    return counted(count_of(findings, Severity::error), "error", "errors") + ", "
           + counted(count_of(findings, Severity::query), "query", "queries") + ", "
           + counted(count_of(findings, Severity::note), "note", "notes");
}

std::string line_of(const Finding& finding, const Paint& paint) {
    std::string line = to_text(finding);
    const std::string severity(to_text(finding.severity));
    const std::string words = ": " + severity + " ";
    const auto at = line.find(words);
    if (finding.severity == Severity::note || at == std::string::npos) return line;
    return line.replace(at + 2, severity.size(),
                        finding.severity == Severity::error ? paint.red(severity) : paint.amber(severity));
}

namespace {

/// A label in a column of its own, and what it says beside it.
class Lines {
public:
    explicit Lines(const Paint& paint) : paint_(paint) {}
    void heading(const std::string& text) { add("{}\n", paint_.bold(text)); }
    void gap() { text_ += '\n'; }
    void text(std::string_view text) { text_ += text; }
    void line(std::string_view label, std::string_view text) {
        add("{}{:{}}{}\n", paint_.bold(label), "", width - std::min(width - 1, label.size()), text);
    }
    std::string all() && { return std::move(text_); }

private:
    static constexpr std::size_t width = 13;
    template <typename... Values>
    void add(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
    }

    const Paint& paint_;
    std::string text_;
};

/// Words over numbers, the columns as wide as their words.
struct Table {
    std::vector<std::string> words;
    std::vector<std::vector<std::string>> rows;

    std::string head() const { return row(words); }
    std::string row(const std::vector<std::string>& values) const {
        std::string text;
        for (std::size_t i = 0; i < values.size(); ++i)
            text +=
                fmt::format("{}{:>{}}", i ? "  " : "", values[i], std::max<std::size_t>(words[i].size(), 5));
        return text;
    }
};

} // namespace

static std::string number(int value) {
    return std::to_string(value);
}

static void add_what_came(Lines& lines, const Outcome& outcome) {
    const Papers& papers = outcome.intake.papers;
    const auto signed_off = std::ranges::count_if(papers.returns, &Return::signed_off);
    lines.line("Came in", fmt::format("{} in force and {} ({} signed off)",
                                      counted(std::ssize(papers.plans), "outcome plan", "outcome plans"),
                                      counted(std::ssize(papers.returns), "return", "returns"), signed_off));
    const Counts& counts = outcome.decided.council;
    lines.line("", fmt::format("for {} ({} of them key) and {}",
                               counted(counts.indicators, "indicator", "indicators"), counts.kpis,
                               counted(counts.action_total, "action", "actions")));
    for (const Plan& plan : papers.superseded)
        lines.line("", plan.file + " is superseded, and kept for earlier quarters");
    for (const Plan& plan : papers.upcoming)
        lines.line("", plan.file + " takes effect on " + cells::to_text(*plan.effective.date)
                           + ", after the period");
    for (const auto& file : outcome.intake.left_alone)
        lines.line("", file.filename().string() + " is no workbook, and was left alone");
}

static void add_missing(Lines& lines, const Outcome& outcome, const Framework& framework) {
    const char* label = "Missing";
    const auto missing = [&](const std::string& what) {
        lines.line(label, what);
        label = "";
    };
    for (const Priority& priority : framework.priorities)
        if (std::ranges::find(outcome.intake.papers.plans, priority.number, &Plan::priority)
            == outcome.intake.papers.plans.end())
            missing(fmt::format("the plan of priority {}, {}", priority.number, priority.short_name));
    for (const Finding& finding : outcome.decided.findings)
        if (finding.rule == "V004") missing("the return of " + finding.detail);
    label = "Not done";
    for (const cells::Error& error : outcome.not_done) {
        lines.line(label, to_text(error));
        label = "";
    }
}

static void add_counts(Lines& lines, const Outcome& outcome, const Framework& framework) {
    const Decided& decided = outcome.decided;
    Counts kpis;
    for (const IndicatorDecided& indicator : decided.indicators)
        if (indicator.indicator->kpi) ++kpis.statuses[static_cast<std::size_t>(indicator.rating.role)];

    Table status;
    std::vector<std::string> all, key;
    for (const StatusWords& words : framework.statuses) {
        status.words.push_back(words.word);
        all.push_back(number(decided.council.statuses[static_cast<std::size_t>(words.role)]));
        key.push_back(number(kpis.statuses[static_cast<std::size_t>(words.role)]));
    }
    status.words.emplace_back("All");
    all.push_back(number(decided.council.indicators));
    key.push_back(number(decided.council.kpis));
    lines.line("", status.head());
    lines.line("Indicators", status.row(all));
    lines.line("of them key", status.row(key));

    Table travel;
    std::vector<std::string> moved;
    for (const DirectionWords& words : framework.travel) {
        travel.words.push_back(words.word);
        moved.push_back(number(decided.council.travel[static_cast<std::size_t>(words.direction)]));
    }
    lines.gap();
    lines.line("", travel.head());
    lines.line("Direction", travel.row(moved));

    lines.gap();
    const char* label = "Actions";
    for (const ActionWords& words : framework.actions) {
        lines.line(label,
                   fmt::format("{:>5}  {}", decided.council.actions[static_cast<std::size_t>(words.status)],
                               words.word));
        label = "";
    }
    lines.line("", fmt::format("{:>5}  All", decided.council.action_total));
}

/// A finding as a reader of its workbook needs it: the cell, what is wrong, and under it what to do.
static std::string entry_of(const Finding& finding, const Paint& paint) {
    const std::string severity(to_text(finding.severity));
    std::string at = finding.place.sheet;
    if (finding.place.at) at += "!" + cells::to_text(finding.place.at);
    std::string what = finding.title + (finding.detail.empty() ? "" : " (" + finding.detail + ")");
    return fmt::format("  {}{}{} {}: {}.\n      {}\n", at, at.empty() ? "" : ": ",
                       finding.severity == Severity::error ? paint.red(severity) : paint.amber(severity),
                       finding.rule, what, finding.fix);
}

/// Workbook by workbook: how many of each, and the errors. Queries and notes are in the workbooks themselves.
static void add_findings(Lines& lines, const Outcome& outcome, const Paint& paint) {
    const auto& findings = outcome.decided.findings;
    lines.line("Findings", findings_text(findings));
    bool after_errors = true;
    for (auto first = findings.begin(); first != findings.end();) {
        const std::string& file = first->place.file;
        const auto last =
            std::find_if(first, findings.end(), [&](const Finding& f) { return f.place.file != file; });
        const bool errors =
            std::any_of(first, last, [](const Finding& f) { return f.severity == Severity::error; });
        if (errors || after_errors) lines.gap();
        after_errors = errors;
        lines.heading(
            fmt::format("{}: {}", file.empty() ? "The set of plans" : file, findings_text({first, last})));
        for (; first != last; ++first)
            if (first->severity == Severity::error) lines.text(entry_of(*first, paint));
    }
}

static void add_written(Lines& lines, const Outcome& outcome, const std::filesystem::path& out) {
    const auto below = [&](std::string_view folder) {
        return std::ranges::count_if(outcome.written,
                                     [&](const Output& file) { return file.file.starts_with(folder); });
    };
    lines.line("Written", "to " + out.string() + ":");
    for (const Output& output : outcome.written)
        if (output.file.find('/') == std::string::npos) lines.line("", "  " + output.file);
    lines.line("",
               fmt::format("  returns/  {}, annotated", counted(below("returns/"), "workbook", "workbooks")));
    lines.line("", fmt::format("  plans/    {}, updated", counted(below("plans/"), "workbook", "workbooks")));
    for (const Output& output : outcome.written)
        if (const std::string line = without_values(output.values); !line.empty())
            lines.line("", "  " + output.file + ": " + line);
}

static void add_differences(Lines& lines, const Outcome& outcome) {
    lines.line("Closed", "this quarter is closed; what was published stands, and nothing was written");
    if (outcome.differences->empty()) {
        lines.line("", "nothing would differ from what was published");
        return;
    }
    lines.line("", counted(std::ssize(*outcome.differences), "thing", "things")
                       + " would differ from what was published:");
    for (const std::string& difference : *outcome.differences) lines.line("", "  " + difference);
}

std::string summary(const Outcome& outcome, const Framework& framework, const std::filesystem::path& out,
                    const Paint& paint) {
    const Papers& papers = outcome.intake.papers;
    Lines lines(paint);
    const std::string& council = papers.plans.front().council.value;
    lines.heading((council.empty() ? framework.council : council) + ", "
                  + heading_text(papers.period, framework.first_month));
    lines.gap();
    add_what_came(lines, outcome);
    add_missing(lines, outcome, framework);
    lines.gap();
    add_counts(lines, outcome, framework);
    lines.gap();
    add_findings(lines, outcome, paint);
    lines.gap();
    if (outcome.differences)
        add_differences(lines, outcome);
    else
        add_written(lines, outcome, out);
    return std::move(lines).all();
}

} // namespace outturn
