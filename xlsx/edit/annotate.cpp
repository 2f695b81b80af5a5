#include "xlsx/edit/annotate.h"

#include "xlsx/edit/put_on.h"
#include "xlsx/edit/related.h"
#include "xlsx/edit/take_off.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/lint/new_faults.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>

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
static std::expected<void, Error> refuse_new_faults(Package& package) {
    auto added = new_faults(package);
    if (!added) return std::unexpected(std::move(added.error()));
    if (added->empty()) return {};
    const Fault& first = added->front();
    return std::unexpected(Error{Error::Kind::refused, package.name() + ": " + first.part,
                                 "Writing would leave a fault that the file did not have (" + first.invariant
                                     + ": " + first.what + "), so nothing was written",
                                 "Send the file to whoever looks after Outturn"});
}

std::expected<ValuesReport, Error> annotate(Package& package, const cells::Marks& marks, const Author& author,
                                            bool keep_values) {
    if (auto done = refuse_signed(package); !done) return std::unexpected(std::move(done.error()));
    if (auto done = find_sheets(package, marks); !done) return std::unexpected(std::move(done.error()));
    auto memory = read_memory(package);
    if (!memory) return std::unexpected(std::move(memory.error()));
    auto taken = take_off(package, *memory, author.name);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (!keep_values) taken->ours.clear();
    auto values = put_on(package, marks, author, taken->ours);
    if (!values || package.touched().empty()) return values;
    if (auto done = refuse_new_faults(package); !done) return std::unexpected(std::move(done.error()));
    return values;
}

std::expected<bool, Error> clear(Package& package, const Author& author) {
    auto memory = read_memory(package);
    if (!memory) return std::unexpected(std::move(memory.error()));
    if (!memory->part.empty())
        if (auto done = refuse_signed(package); !done) return std::unexpected(std::move(done.error()));
    auto taken = take_off(package, *memory, author.name);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (taken->any && !taken->exactly)
        if (auto done = refuse_new_faults(package); !done) return std::unexpected(std::move(done.error()));
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
