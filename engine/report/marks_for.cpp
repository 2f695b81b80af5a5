#include "engine/report/marks_for.h"

#include "engine/cells/ascii.h"
#include "engine/report/status_note.h"

#include <map>
#include <utility>

namespace engine {

using cells::Address;
using cells::Colours;
using cells::Mark;
using cells::Marks;

Colours colours_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return {.fill = "FFC7CE", .text = "9C0006"};
    case Severity::query:
        return {.fill = "FFEB9C", .text = "7F4F00"};
    case Severity::note:
        break;
    }
    return {.fill = "DDEBF7", .text = "1F3864"};
}

static std::string capitalised(Severity severity) {
    std::string word(to_text(severity));
    word[0] = cells::upper(word[0]);
    return word;
}

/// The first column of the list, which links to the cell.
static std::string where(const Finding& finding) {
    if (finding.place.sheet.empty()) return "The workbook";
    if (!finding.place.at) return finding.place.sheet;
    return finding.place.sheet + "!" + cells::to_text(finding.place.at);
}

static std::string what_is_wrong(const Finding& finding) {
    return finding.detail.empty() ? finding.title : finding.title + " (" + finding.detail + ")";
}

static std::string finding_note(const Finding& finding) {
    std::string note =
        capitalised(finding.severity) + " " + finding.rule + ": " + what_is_wrong(finding) + ".";
    if (!finding.related.file.empty()) {
        Place related = finding.related;
        if (related.file == finding.place.file) related.file.clear();
        note += "\nSee " + to_text(related) + ".";
    }
    if (!finding.fix.empty()) note += "\n" + finding.fix;
    return note;
}

namespace {

/// Marks by cell, so that all that is to be said at one cell stands in one note.
class MarkedCells {
public:
    Mark& at(const std::string& sheet, Address address) {
        Mark& mark = marks_[{sheet, address}];
        mark.sheet = sheet;
        mark.at = address;
        return mark;
    }
    void add_finding(const Finding& finding) {
        Mark& mark = at(finding.place.sheet, finding.place.at);
        if (!mark.note.empty()) mark.note += "\n\n";
        mark.note += finding_note(finding);
        // Findings come in order of rule; the worst decides the fill, and a status keeps its own.
        const bool worst_so_far = !worst_.contains({finding.place.sheet, finding.place.at})
                                  || finding.severity < worst_[{finding.place.sheet, finding.place.at}];
        if (mark.value || !worst_so_far) return;
        worst_[{finding.place.sheet, finding.place.at}] = finding.severity;
        mark.colours = colours_of(finding.severity);
    }
    void add_status(const std::string& sheet, Address address, std::string word, std::string note,
                    const Colours& colours) {
        Mark& mark = at(sheet, address);
        mark.value = std::move(word);
        mark.note = std::move(note);
        mark.colours = colours;
    }
    std::vector<Mark> list() && {
        std::vector<Mark> list;
        for (auto& [key, mark] : marks_) list.push_back(std::move(mark));
        return list;
    }

private:
    using Key = std::pair<std::string, Address>;
    std::map<Key, Mark> marks_;
    std::map<Key, Severity> worst_;
};

} // namespace

static void add_statuses(MarkedCells& cells, const Return& returned, const Decided& decided,
                         const Framework& framework) {
    if (const auto column = returned.indicator_status_column)
        for (const IndicatorDecided& item : decided.indicators) {
            if (item.from != &returned) continue;
            const StatusWords& words = framework.words(item.rating.role);
            cells.add_status(returned.indicators_sheet, {item.row->row, column}, words.word,
                             status_note(item, framework), words.colours);
        }
    if (const auto column = returned.action_status_column)
        for (const ActionDecided& item : decided.actions) {
            if (item.from != &returned) continue;
            const ActionWords& words = framework.words(item.status);
            cells.add_status(returned.actions_sheet, {item.row->row, column}, words.word,
                             status_note(item, framework), words.colours);
        }
}

static std::string counted(int count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

static void add_list(Marks& marks, const std::vector<const Finding*>& findings, const std::string& subject,
                     const Framework& framework, std::string_view version) {
    int errors = 0, queries = 0, notes = 0;
    bool withheld = false;
    for (const Finding* finding : findings) {
        ++(finding->severity == Severity::error   ? errors
           : finding->severity == Severity::query ? queries
                                                  : notes);
        withheld = withheld || finding->withholds;
        marks.list.push_back({.sheet = finding->place.sheet,
                              .at = finding->place.at,
                              .columns = {where(*finding), capitalised(finding->severity), finding->rule,
                                          finding->ref, what_is_wrong(*finding), finding->fix},
                              .colours = colours_of(finding->severity)});
    }
    marks.list_sheet = "Outturn findings";
    marks.list_title = subject;
    marks.list_head = {"Where", "Severity", "Rule", "Reference", "What is wrong", "What to do"};
    marks.list_intro = {counted(errors, "error", "errors") + " to put right, "
                        + counted(queries, "query", "queries") + " to answer or put right, "
                        + counted(notes, "note", "notes") + "."};
    if (withheld)
        marks.list_intro.emplace_back("A row with an error in its figure or reference is not taken into the "
                                      "plan or a report until it is put right.");
    marks.list_intro.push_back("Checked by Outturn " + std::string(version) + " with the framework "
                               + framework.id + ", version " + framework.version + ".");
}

static std::vector<const Finding*> findings_in(const std::string& file, const Decided& decided) {
    std::vector<const Finding*> list;
    for (const Finding& finding : decided.findings)
        if (finding.place.file == file) list.push_back(&finding);
    return list;
}

Marks marks_for(const Return& returned, const Decided& decided, const Framework& framework,
                std::string_view version) {
    const auto findings = findings_in(returned.file, decided);
    MarkedCells cells;
    add_statuses(cells, returned, decided, framework);
    for (const Finding* finding : findings)
        if (finding->place.at) cells.add_finding(*finding);
    Marks marks;
    marks.cells = std::move(cells).list();
    add_list(marks, findings,
             "Findings on the return of " + returned.service.value + ", " + to_text(decided.period),
             framework, version);
    return marks;
}

Marks marks_for(const Plan& plan, const Decided& decided, const Framework& framework,
                std::string_view version) {
    const auto findings = findings_in(plan.file, decided);
    MarkedCells cells;
    for (const Finding* finding : findings)
        if (finding->place.at) cells.add_finding(*finding);
    Marks marks;
    marks.cells = std::move(cells).list();
    add_list(marks, findings,
             "Findings on the outcome plan " + plan.short_name.value + ", " + to_text(decided.period),
             framework, version);
    return marks;
}

} // namespace engine
