// Invariants N5, S10 and S11 of a comments part.
#include "xlsx/lint/lint_words.h"
#include "xlsx/lint/linted_notes.h"

#include "xlsx/read/attributes.h"

namespace xlsx {

namespace {

class CommentsLinter {
public:
    CommentsLinter(LintContext& context, const std::string& part) : context_(context), part_(part) {}

    std::optional<LintedNotes> read(std::string_view text) {
        XmlLexer lexer(text);
        XmlToken token = lexer.next();
        for (; !token.last(); token = lexer.next()) {
            if (token.depth == 2 && token.opens("author")) take_author(lexer, token);
            if (token.depth == 2 && token.opens("comment")) take_comment(token);
            if (token.kind == XmlToken::Kind::open && token.local() == "t") take_text(lexer, token);
            if (token.depth == 2 && token.closes("comment") && length_ > longest_text)
                context_.fault("S10", part_, "The note of " + to_text(at_) + " is longer than Excel takes");
        }
        if (token.kind == XmlToken::Kind::broken) {
            context_.fault("X1", part_, "The part is not well-formed: " + std::string(lexer.reason()));
            return std::nullopt;
        }
        return std::move(notes_);
    }

private:
    void take_author(XmlLexer& lexer, const XmlToken& tag) {
        const XmlToken name = tag.kind == XmlToken::Kind::open ? lexer.next() : tag;
        is_thread_.push_back(name.holds_text() && name.body.starts_with("tc="));
    }

    void take_comment(const XmlToken& tag) {
        length_ = 0;
        at_ = cells::parse_address(attribute(tag, "ref").value_or("")).value_or(cells::Address{});
        if (!at_ || !notes_.cells.insert(at_).second)
            context_.fault("N5", part_, "Two notes stand on one cell, or one on none: " + to_text(at_));
        const auto author = number_attribute(tag, "authorId");
        if (!author || *author >= is_thread_.size())
            context_.fault("N5", part_, "The note of " + to_text(at_) + " has no author");
        else if (is_thread_[*author])
            notes_.placeholders.insert(at_);
    }

    void take_text(XmlLexer& lexer, const XmlToken& tag) {
        const XmlToken content = lexer.next();
        if (!content.holds_text()) return;
        length_ += utf16_units(content.body);
        if (loses_blanks(tag, content.body))
            context_.fault("S11", part_,
                           "The note of " + to_text(at_)
                               + " has blanks at an end that are not marked as kept");
    }

    LintContext& context_;
    const std::string& part_;
    LintedNotes notes_;
    std::vector<bool> is_thread_; // by author
    cells::Address at_;
    std::size_t length_ = 0; // of the note at hand
};

} // namespace

std::optional<LintedNotes> lint_comments(LintContext& context, const std::string& part) {
    const auto text = context.text(part);
    return text ? CommentsLinter(context, part).read(*text) : std::nullopt;
}

} // namespace xlsx
