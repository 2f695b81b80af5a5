#include "xlsx/edit/annotate.h"

#include "xlsx/edit/lint_scope.h"
#include "xlsx/edit/put_on.h"
#include "xlsx/edit/related.h"
#include "xlsx/edit/take_off.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <iterator>

namespace xlsx {

using cells::Error;

static std::expected<void, Error> refuse_signed(Package& package) {
    auto origins = related_parts(package, "", "digital-signature/origin");
    if (!origins) return std::unexpected(std::move(origins.error()));
    const bool is_signed =
        !origins->empty() || std::ranges::any_of(package.parts(), [](const std::string& part) {
            return folded(part).starts_with("_xmlsignatures/");
        });
    if (!is_signed) return {};
    return std::unexpected(Error{Error::Kind::not_allowed, package.name(),
                                 "The workbook carries a digital signature, which any edit would break",
                                 "Ask the sender for a copy without the signature"});
}

static std::expected<void, Error> find_sheets(Package& package, const cells::Marks& marks) {
    auto workbook = WorkbookPart::read(package);
    if (!workbook) return std::unexpected(std::move(workbook.error()));
    for (const cells::Mark& mark : marks.cells) {
        const ListedSheet* sheet = workbook->find(mark.sheet);
        if (!sheet)
            return std::unexpected(Error{Error::Kind::not_found, package.name(),
                                         "There is no sheet called '" + mark.sheet + "'",
                                         "Compare the sheet's name in the layout with the workbook's tabs"});
        if (!sheet->worksheet)
            return std::unexpected(
                Error{Error::Kind::not_allowed, package.name() + ": " + mark.sheet,
                      "This sheet is a chart, a dialog or a macro sheet and has no cells to write in",
                      "Name a worksheet in the layout"});
    }
    return {};
}

// A fault that the input did not have is ours, and nothing of ours may be published with one.
static std::expected<void, Error> refuse_new_faults(const Package& package, const std::vector<Fault>& before,
                                                    const std::vector<Fault>& after) {
    std::vector<Fault> added;
    std::ranges::set_difference(after, before, std::back_inserter(added));
    if (added.empty()) return {};
    const Fault& first = added.front();
    return std::unexpected(Error{Error::Kind::refused, package.name() + ": " + first.part,
                                 "Writing would leave a fault that the file did not have (" + first.invariant
                                     + ": " + first.what + "), so nothing was written",
                                 "Send the file to whoever looks after Outturn"});
}

static std::vector<std::string> sheets_of(const cells::Marks& marks, const Memory& memory) {
    std::vector<std::string> sheets;
    for (const cells::Mark& mark : marks.cells) sheets.push_back(mark.sheet);
    for (const RememberedCell& cell : memory.cells) sheets.push_back(cell.sheet);
    for (const RememberedNote& note : memory.notes) sheets.push_back(note.sheet);
    sheets.push_back(memory.list_sheet);
    std::ranges::sort(sheets);
    sheets.erase(std::ranges::unique(sheets).begin(), sheets.end());
    return sheets;
}

std::expected<void, Error> annotate(Package& package, const cells::Marks& marks, const Author& author,
                                    bool keep_values) {
    if (auto done = refuse_signed(package); !done) return done;
    if (auto done = find_sheets(package, marks); !done) return done;
    auto memory = read_memory(package);
    if (!memory) return std::unexpected(std::move(memory.error()));
    std::vector<std::string> sheets = sheets_of(marks, *memory);
    const std::vector<Fault> before = lint_sheets(package, sheets);

    auto taken = take_off(package, *memory, author.name);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (!keep_values) taken->ours.clear();
    if (auto done = put_on(package, marks, author, taken->ours); !done) return done;
    if (package.touched().empty()) return {};
    sheets.push_back(marks.list_sheet);
    return refuse_new_faults(package, before, lint_sheets(package, sheets));
}

std::expected<bool, Error> clear(Package& package, const Author& author) {
    auto memory = read_memory(package);
    if (!memory) return std::unexpected(std::move(memory.error()));
    if (!memory->part.empty())
        if (auto done = refuse_signed(package); !done) return std::unexpected(std::move(done.error()));
    const std::vector<std::string> sheets = sheets_of({}, *memory);
    const std::vector<Fault> before = lint_sheets(package, sheets);
    auto taken = take_off(package, *memory, author.name);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (taken->any && !taken->exactly)
        if (auto done = refuse_new_faults(package, before, lint_sheets(package, sheets)); !done)
            return std::unexpected(std::move(done.error()));
    return taken->any;
}

std::expected<std::vector<Remembered>, Error> remembered(Package& package) {
    auto memory = read_memory(package);
    if (!memory) return std::unexpected(std::move(memory.error()));
    std::vector<Remembered> values;
    for (RememberedCell& cell : memory->cells)
        values.push_back(
            {std::move(cell.sheet), cell.at, std::move(cell.before_shown), std::move(cell.wrote_shown)});
    return values;
}

} // namespace xlsx
