#include "tests/corpus/check_editing.h"

#include "tests/corpus/handful.h"
#include "tests/corpus/lines.h"
#include "xlsx/edit/annotate.h"
#include "xlsx/edit/memory.h"
#include "xlsx/lint/lint.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/workbook.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace corpus {

static const xlsx::Author author{"Outturn", "0.1.0"};

static void wrong(std::string_view step, const std::string& what) {
    say({"wrong", step, what});
}

// Parts that the marks have to do with; those of another kind they must not touch at all.
static bool may_change(const std::string& part, const xlsx::Package& before,
                       const std::vector<xlsx::SheetEntry>& sheets) {
    const auto ends = [&](std::string_view end) { return part.ends_with(end); };
    const bool is_sheet = std::ranges::any_of(sheets, [&](const xlsx::SheetEntry& sheet) {
        return xlsx::folded(sheet.part) == xlsx::folded(part);
    });
    return is_sheet || part == "[Content_Types].xml" || ends(".rels") || part == before.workbook_part()
           || ends("app.xml") || ends("styles.xml") || ends(".vml")
           || part.find("comments") != std::string::npos || ends("calcChain.xml");
}

static void compare_untouched(const std::string& bytes, const std::string& marked,
                              const std::vector<std::string>& touched, xlsx::Package& before) {
    const auto was = xlsx::Archive::open(bytes, "before", {}).value();
    const auto is = xlsx::Archive::open(marked, "after", {}).value();
    const auto sheets = xlsx::Workbook::open(before).value().sheets();
    for (const xlsx::ZipEntry& entry : was.entries()) {
        if (std::ranges::find(touched, entry.name) != touched.end()) {
            if (!may_change(entry.name, before, sheets)) wrong("edit", entry.name + ": touched without need");
            continue;
        }
        const auto same = std::ranges::find(is.entries(), entry.name, &xlsx::ZipEntry::name);
        if (same == is.entries().end())
            wrong("edit", entry.name + ": lost");
        else if (was.stored(entry) != is.stored(*same) || entry.method != same->method)
            wrong("edit", entry.name + ": compressed anew");
    }
}

// Cells that nobody marked keep their values; formulas may depend on what was written.
static void compare_cells(xlsx::Package& before, xlsx::Package& after, const cells::Marks& marks) {
    std::set<std::pair<std::string, cells::Address>> written;
    for (const cells::Mark& mark : marks.cells)
        if (mark.value) written.emplace(mark.sheet, mark.at);
    const auto was = xlsx::Workbook::open(before).value().read_all().value();
    const auto book = xlsx::Workbook::open(after);
    const auto is = book ? book->read_all() : std::unexpected(book.error());
    if (!is) return wrong("edit", "cannot be read any more: " + to_text(is.error()));
    for (const cells::Sheet& sheet : was) {
        const auto same = std::ranges::find(*is, sheet.name, &cells::Sheet::name);
        if (same == is->end()) {
            wrong("edit", sheet.name + ": lost");
            continue;
        }
        for (const cells::Cell& cell : sheet.cells) {
            if (written.contains({sheet.name, cell.at})) continue;
            const cells::Cell* now = same->find(cell.at);
            const bool kept =
                now && now->formula == cell.formula && now->shown == cell.shown
                && (cell.formula
                    || (now->kind == cell.kind && now->number == cell.number && now->text == cell.text));
            if (!kept) wrong("edit", sheet.name + "!" + to_text(cell.at) + ": changed, and nobody marked it");
        }
    }
}

static void compare_faults(xlsx::Package& before, xlsx::Package& after) {
    const auto had = xlsx::lint(before);
    for (const xlsx::Fault& fault : xlsx::lint(after))
        if (!std::ranges::binary_search(had, fault))
            wrong("lint", fault.invariant + " " + fault.part + ": " + fault.what);
}

static void check_taking_off(const std::string& bytes, const std::string& marked, const std::string& name) {
    auto back = xlsx::Package::open(marked, name).value();
    const auto taken = xlsx::clear(back, author);
    if (!taken) return wrong("clear", to_text(taken.error()));
    if (!*taken) return wrong("clear", "finds nothing to take off");
    const auto was = xlsx::Archive::open(bytes, "before", {}).value();
    const auto is = xlsx::Archive::open(back.save(), "after", {}).value();
    if (was.entries().size() != is.entries().size()) wrong("clear", "leaves parts behind");
    for (const xlsx::ZipEntry& entry : was.entries()) {
        const auto same = std::ranges::find(is.entries(), entry.name, &xlsx::ZipEntry::name);
        if (same == is.entries().end())
            wrong("clear", entry.name + ": lost");
        else if (entry.crc != same->crc || entry.inflated_size != same->inflated_size)
            wrong("clear", entry.name + ": not as it was");
    }
}

// What a reader of the output should find.
static void say_marked(const xlsx::Memory& memory, const cells::Marks& marks) {
    for (const auto& note : memory.notes) say({"marked", "note", note.sheet, to_text(note.note.at)});
    for (const auto& cell : memory.cells)
        if (cell.wrote.text == written_text) say({"marked", "text", cell.sheet, to_text(cell.at)});
    for (const cells::Mark& mark : marks.cells)
        if (mark.colours) say({"marked", "format", mark.sheet, to_text(mark.at)});
    say({"marked", "list", memory.list_sheet});
}

void check_editing(const std::string& bytes, const std::string& name, const std::filesystem::path& output) {
    auto package = xlsx::Package::open(bytes, name).value();
    const cells::Marks marks = handful(package);
    if (marks.cells.empty()) return wrong("edit", "has no cell to mark");
    const auto done = xlsx::annotate(package, marks, author);
    if (!done) return wrong("edit", "refused: " + to_text(done.error()));
    const std::string once = package.save();
    auto before = xlsx::Package::open(bytes, name).value();
    compare_untouched(bytes, once, package.touched(), before);
    auto after = xlsx::Package::open(once, name);
    if (!after) return wrong("edit", "cannot be opened any more: " + to_text(after.error()));
    compare_cells(before, *after, marks);
    compare_faults(before, *after);
    const auto memory = xlsx::read_memory(*after);
    if (!memory) return wrong("edit", "its memory cannot be read: " + to_text(memory.error()));
    say_marked(*memory, marks);

    const auto again = xlsx::annotate(*after, marks, author);
    if (!again)
        wrong("again", "refused: " + to_text(again.error()));
    else if (after->save() != once)
        wrong("again", "marking twice is not marking once");
    check_taking_off(bytes, once, name);
    std::ofstream(output, std::ios::binary) << once;
    say({"edited", output.string()});
}

void check_clearing(const std::string& bytes, const std::string& name) {
    auto package = xlsx::Package::open(bytes, name);
    if (!package) return wrong("clear a copy", to_text(package.error()));
    const auto taken = xlsx::clear(*package, author);
    if (!taken) return wrong("clear a copy", to_text(taken.error()));
    for (const std::string& part : package->parts()) {
        // Strings that no cell uses any more stay in the table of strings.
        if (part == "xl/sharedStrings.xml") continue;
        const auto text = package->text(part);
        if (text && text->find("Outturn") != std::string_view::npos)
            wrong("clear a copy", part + ": has marks left");
    }
}

} // namespace corpus
