// Invariants X1, S9 and a part of P4: what is asked of any part's text, whatever it holds.
#include "xlsx/lint/lint_context.h"

#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace xlsx {

// Whether eight bytes may hold a character that XML 1.0 forbids: a control character, or the first byte of
// U+FFFE and U+FFFF. A byte that is one borrows from its top bit; line ends and tabs do so too, and are
// looked at again.
static bool may_hold_forbidden(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t top_bits = each * 0x80;
    const std::uint64_t controls = (bytes - each * 0x20) & ~bytes;
    const std::uint64_t marks = bytes ^ (each * 0xEF);
    return ((controls | ((marks - each) & ~marks)) & top_bits) != 0;
}

static bool is_control(std::uint32_t code) {
    return code < 0x20 && code != '\t' && code != '\n' && code != '\r';
}

static bool holds_forbidden(std::string_view text) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    for (std::size_t start = 0; start < text.size(); start += step) {
        std::uint64_t bytes = 0;
        if (start + step <= text.size()) {
            std::memcpy(&bytes, text.data() + start, step);
            if (!may_hold_forbidden(bytes)) continue;
        }
        for (std::size_t i = start; i < std::min(start + step, text.size()); ++i)
            if (is_control(static_cast<unsigned char>(text[i])) || text.substr(i).starts_with("\xEF\xBF\xBE")
                || text.substr(i).starts_with("\xEF\xBF\xBF"))
                return true;
    }
    return false;
}

static bool refers_to_forbidden(std::string_view text) {
    for (auto at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
        const auto end = text.find(';', at);
        if (end == std::string_view::npos) return true;
        std::string_view digits = text.substr(at + 2, end - at - 2);
        const bool hexadecimal = digits.starts_with('x');
        if (hexadecimal) digits.remove_prefix(1);
        std::uint32_t code = 0;
        const auto [stop, wrong] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
        if (wrong != std::errc{} || stop != digits.data() + digits.size()) return true;
        if (is_control(code) || (code >= 0xD800 && code <= 0xDFFF) || code == 0xFFFE || code == 0xFFFF
            || code > 0x10FFFF)
            return true;
    }
    return false;
}

namespace {

/// The walk over a part's tags, for ids of relationships.
class TagLinter {
public:
    TagLinter(LintContext& context, const std::string& part)
        : context_(context), part_(part), related_(context.relationships(part)) {}

    void walk(std::string_view text, bool is_sheet) {
        XmlLexer lexer(text);
        XmlToken token = lexer.next();
        for (; !token.last(); token = lexer.next()) {
            if (!token.opens()) continue;
            if (token.body.size() > 3) check(token);
            if (is_sheet && token.depth == 1 && token.kind == XmlToken::Kind::open
                && token.local() == "sheetData")
                lexer.skip_to_last_close(token);
        }
        if (token.kind == XmlToken::Kind::broken)
            context_.fault("X1", part_, "The part is not well-formed: " + std::string(lexer.reason()));
    }

private:
    void check(const XmlToken& tag) {
        std::string_view body = tag.body;
        names_.clear();
        while (const auto one = take_attribute(body)) {
            if (std::ranges::find(names_, one->name) != names_.end())
                context_.fault("X1", part_, "'" + std::string(tag.name) + "' has an attribute twice");
            names_.push_back(one->name);
            if (one->name.starts_with("xmlns:")
                && (one->value == transitional_relationships || one->value == strict_relationships))
                prefixes_.insert(std::string(one->name.substr(6)) + ":");
            const auto colon = one->name.find(':');
            if (colon == std::string_view::npos || one->value.empty()) continue;
            if (!prefixes_.contains(one->name.substr(0, colon + 1))) continue;
            const std::string id = unescape(one->value);
            if (std::ranges::find(related_, id, &Relationship::id) == related_.end())
                context_.fault("P4", part_,
                               std::string(tag.local()) + " uses '" + id + "', which is not there");
        }
    }

    LintContext& context_;
    const std::string& part_;
    std::vector<Relationship> related_;
    std::set<std::string, std::less<>> prefixes_; // bound to relationships, with their colons
    std::vector<std::string_view> names_;         // of the attributes of the tag at hand
};

} // namespace

static bool holds_no_ids(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kinds = {
        ".rels", "[content_types].xml", "comments", "styles.xml", "sharedstrings.xml", "calcchain.xml"};
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return name.find(kind) != name.npos; });
}

void lint_text(LintContext& context, const std::string& part) {
    const std::string name = folded(part);
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) return;
    const auto text = context.text(part);
    if (!text) return;
    if (holds_forbidden(*text) || refers_to_forbidden(*text))
        context.fault("S9", part, "The part holds a character that XML cannot");
    // What a custom part holds is its owner's, and none of the workbook's relationships. Of an edit, parts
    // that hold no ids and are read whole by another check are not walked once more.
    if (name.starts_with("customxml/") || (!context.scope.all && holds_no_ids(name))) return;
    TagLinter(context, part).walk(*text, name.find("worksheets/") != std::string::npos);
}

} // namespace xlsx
