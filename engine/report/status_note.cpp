#include "engine/report/status_note.h"

#include "engine/layout/find_table.h"

namespace engine {

static std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

/// The operands that stand in cells, a line each; the reader's own file needs no name, and what the calendar
/// says is known.
static void add_operands(std::string& note, const Reason& reason, std::string_view own_file) {
    for (const Operand& operand : reason.operands) {
        if (operand.place.file.empty()) continue;
        note += "\n" + operand.name + ": " + operand.value;
        Place place = operand.place;
        if (place.file == own_file) place.file.clear();
        note += " (" + to_text(place) + ")";
    }
    for (const std::string& text : reason.notes) note += "\n" + sentence(text);
}

static void add_rule(std::string& note, const Reason& reason, const Framework& framework) {
    note += "\n";
    if (!reason.rule.empty()) note += "Rule " + reason.rule + ", ";
    note += framework.id + " version " + framework.version;
}

static void add_line(std::string& note, const std::string& line) {
    if (!line.empty()) note += "\n" + line;
}

static std::string typed_note(const std::string& typed, std::string_view word, std::string_view letter) {
    const std::string plain = folded(typed);
    if (plain.empty() || plain == folded(word) || (!letter.empty() && plain == folded(letter))) return {};
    return "You typed " + sentence(typed);
}

std::string typed_note(const IndicatorDecided& decided, const Framework& framework) {
    if (!decided.row) return {};
    const StatusWords& words = framework.words(decided.rating.role);
    return typed_note(decided.row->status.value, words.word, words.letter);
}

std::string typed_note(const ActionDecided& decided, const Framework& framework) {
    return decided.row ? typed_note(decided.row->status.value, framework.words(decided.status).word, {})
                       : std::string();
}

std::string status_note(const IndicatorDecided& decided, const Framework& framework) {
    const Reason& reason = decided.rating.reason;
    std::string note = framework.words(decided.rating.role).word + ": " + sentence(reason.words);
    add_operands(note, reason, decided.from ? decided.from->file : std::string_view{});
    add_line(note, typed_note(decided, framework));
    add_line(note, framework.words(decided.direction.direction).word + ": "
                       + sentence(decided.direction.reason.words));
    add_rule(note, reason, framework);
    return note;
}

std::string status_note(const ActionDecided& decided, const Framework& framework) {
    std::string note = framework.words(decided.status).word + ": " + sentence(decided.reason.words);
    add_operands(note, decided.reason, decided.from ? decided.from->file : std::string_view{});
    add_line(note, typed_note(decided, framework));
    add_rule(note, decided.reason, framework);
    return note;
}

} // namespace engine
