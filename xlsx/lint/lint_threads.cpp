// Invariant N6: threaded comments, the notes that stand in for them, and who wrote them.
#include "xlsx/lint/linted_notes.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>

namespace xlsx {

// Ids of the persons of the workbook.
static std::set<std::string> persons_of(LintContext& context) {
    std::set<std::string> persons;
    for (const std::string& part : context.parts) {
        if (folded(part).find("persons/") == std::string::npos || folded(part).ends_with(".rels")) continue;
        const auto list = context.outline(part);
        if (!list) continue;
        for (const XmlElement& person : list->children)
            persons.insert(small_letters(attribute(person.tag, "id").value_or("")));
    }
    return persons;
}

void lint_threads(LintContext& context, const std::string& sheet_part, const std::string& comments_part,
                  const LintedNotes& notes) {
    const auto part = related_part(context.package, sheet_part, "threadedComment");
    std::set<cells::Address> threads;
    std::string where = sheet_part;
    if (part && !part->empty()) {
        where = *part;
        const auto list = context.outline(*part);
        if (!list) return;
        const std::set<std::string> persons = persons_of(context);
        std::set<std::string> ids;
        for (const XmlElement& comment : list->children) {
            const auto at = cells::parse_address(attribute(comment.tag, "ref").value_or(""));
            if (!at) context.fault("N6", *part, "A threaded comment stands on no cell");
            if (!persons.contains(small_letters(attribute(comment.tag, "personId").value_or(""))))
                context.fault("N6", *part, "A threaded comment is by nobody the workbook knows");
            const auto parent = attribute(comment.tag, "parentId");
            if (parent && !ids.contains(small_letters(*parent)))
                context.fault("N6", *part, "An answer is to no comment before it");
            ids.insert(small_letters(attribute(comment.tag, "id").value_or("")));
            if (at && !parent) threads.insert(*at);
        }
    }
    for (const cells::Address at : threads)
        if (!notes.placeholders.contains(at))
            context.fault("N6", where, "The thread of " + to_text(at) + " has no placeholder note");
    for (const cells::Address at : notes.placeholders)
        if (!threads.contains(at))
            context.fault("N6", comments_part, "The placeholder of " + to_text(at) + " stands for no thread");
}

} // namespace xlsx
