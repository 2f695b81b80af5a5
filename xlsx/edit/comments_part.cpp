#include "xlsx/edit/comments_part.h"

#include "xlsx/edit/cell_value.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/text_content.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

static std::string flattened(std::string_view text, const XmlElement& element) {
    XmlLexer lexer(text.substr(element.offset(), element.end - element.offset()));
    const XmlToken open = lexer.next();
    std::string out;
    if (element.name == "t" || element.name == "author") {
        read_text(lexer, open, out);
    } else {
        read_rich_text(lexer, open, out);
    }
    return out;
}

std::expected<CommentsPart, Error> CommentsPart::read(Package& package, std::string_view part) {
    auto text = package.text(part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto root = outline(*text);
    const XmlElement* author_list = root ? root->find("authors") : nullptr;
    const XmlElement* comment_list = root ? root->find("commentList") : nullptr;
    if (!author_list || !comment_list)
        return std::unexpected(damaged(package, part, "The list of notes cannot be understood"));

    CommentsPart comments;
    comments.text_ = *text;
    comments.prefix_ = root->prefix();
    comments.author_list_ = *author_list;
    comments.comment_list_ = *comment_list;
    for (const XmlElement& author : children(*text, *author_list))
        comments.authors_.push_back(flattened(*text, author));
    for (const XmlElement& element : children(*text, *comment_list)) {
        Comment comment;
        comment.at =
            cells::parse_address(attribute(element.tag, "ref").value_or("")).value_or(cells::Address{});
        comment.element = element;
        comment.author = number_attribute(element.tag, "authorId").value_or(UINT32_MAX);
        comment.threaded =
            comment.author < comments.authors_.size() && comments.authors_[comment.author].starts_with("tc=");
        for (const XmlElement& child : children(*text, element)) {
            if (child.name != "text") continue;
            comment.rich_text = child;
            comment.text = flattened(*text, child);
        }
        comments.comments_.push_back(std::move(comment));
    }
    return comments;
}

const Comment* CommentsPart::find(cells::Address at) const {
    const auto found = std::ranges::find(comments_, at, &Comment::at);
    return found == comments_.end() ? nullptr : &*found;
}

// One run of text as Excel formats notes.
static std::string run(std::string_view prefix, std::string_view text, bool bold) {
    const std::string p(prefix);
    return "<" + p + "r><" + p + "rPr>" + (bold ? "<" + p + "b/>" : "") + "<" + p + "sz val=\"9\"/><" + p
           + "color indexed=\"81\"/><" + p + "rFont val=\"Tahoma\"/><" + p + "family val=\"2\"/></" + p
           + "rPr><" + p + "t" + std::string(space_attribute(text)) + ">" + escape(encode_xstring(text))
           + "</" + p + "t></" + p + "r>";
}

// Our heading and text; `below` another text, on a line of their own.
static std::string our_runs(std::string_view prefix, const Note& note, std::string_view author, bool below) {
    return run(prefix, (below ? "\n" : "") + note_heading(author), true)
           + run(prefix, "\n" + note.text, false);
}

static std::string new_comment(std::string_view prefix, const Note& note, std::string_view author,
                               std::size_t author_id) {
    const std::string p(prefix);
    return "<" + p + "comment ref=\"" + to_text(note.at) + "\" authorId=\"" + std::to_string(author_id)
           + "\"><" + p + "text>" + our_runs(prefix, note, author, false) + "</" + p + "text></" + p
           + "comment>";
}

std::string new_comments(const std::vector<Note>& notes, std::string_view author, bool strict) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<comments xmlns=\""
                      + std::string(strict ? strict_main : transitional_main) + "\"><authors><author>"
                      + escape(author) + "</author></authors><commentList>";
    for (const Note& note : notes) xml += new_comment("", note, author, 0);
    return xml + "</commentList></comments>";
}

// Text may stand in a note directly or in runs. Runs come after it, but Excel writes one or the other only,
// so direct text becomes a run before ours is added.
static void add_below(Splices& edits, std::string_view text, const Comment& comment, std::string_view prefix,
                      const std::string& runs) {
    std::size_t end = 0;
    for (const XmlElement& child : children(text, comment.rich_text)) {
        if (child.name == "rPh" || child.name == "phoneticPr") break;
        if (child.name == "t") {
            edits.insert(child.offset(), "<" + std::string(prefix) + "r>");
            edits.insert(child.end, "</" + std::string(prefix) + "r>");
        }
        end = child.end;
    }
    if (end == 0) {
        append_inside(edits, comment.rich_text, text, runs);
    } else {
        edits.insert(end, runs);
    }
}

void CommentsPart::add(Splices& edits, const std::vector<Note>& notes, std::string_view author) const {
    const std::size_t author_id =
        static_cast<std::size_t>(std::ranges::find(authors_, author) - authors_.begin());
    std::string added;
    for (const Note& note : notes) {
        const Comment* theirs = find(note.at);
        if (!theirs) {
            added += new_comment(prefix_, note, author, author_id);
        } else if (theirs->rich_text.end == 0) {
            append_inside(edits, theirs->element, text_,
                          "<" + prefix_ + "text>" + our_runs(prefix_, note, author, false) + "</" + prefix_
                              + "text>");
        } else {
            const bool below = !theirs->text.empty() && !theirs->text.ends_with('\n');
            add_below(edits, text_, *theirs, prefix_, our_runs(prefix_, note, author, below));
        }
    }
    if (added.empty()) return;
    append_inside(edits, comment_list_, text_, added);
    if (author_id == authors_.size())
        append_inside(edits, author_list_, text_,
                      "<" + prefix_ + "author>" + escape(author) + "</" + prefix_ + "author>");
}

// Where our block stands in a note's text, with the line end before it.
struct Block {
    std::size_t start = 0, end = 0;
};

static std::optional<Block> find_block(std::string_view text, std::string_view heading, const Note* note) {
    for (auto at = text.rfind(heading); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : text.rfind(heading, at - 1)) {
        const auto behind = text.substr(at + heading.size());
        if ((at != 0 && text[at - 1] != '\n') || !(behind.empty() || behind.starts_with('\n'))) continue;
        Block block{at == 0 ? 0 : at - 1, text.size()};
        if (note && behind.substr(std::min<std::size_t>(1, behind.size())).starts_with(note->text))
            block.end = at + heading.size() + 1 + note->text.size();
        return block;
    }
    return std::nullopt;
}

// Takes a stretch of the flattened text out of the runs that hold it.
static void cut(Splices& edits, std::string_view text, const XmlElement& rich_text, Block block) {
    std::size_t at = 0;
    for (const XmlElement& child : children(text, rich_text)) {
        if (child.name != "t" && child.name != "r") continue;
        const std::string held = flattened(text, child);
        const std::size_t start = std::clamp(block.start, at, at + held.size()) - at;
        const std::size_t end = std::clamp(block.end, at, at + held.size()) - at;
        at += held.size();
        if (start == end) continue;
        const std::string kept = held.substr(0, start) + held.substr(end);
        if (kept.empty()) {
            edits.erase(child.offset(), child.end - child.offset());
            continue;
        }
        XmlElement holder = child;
        if (child.name == "r")
            for (const XmlElement& part : children(text, child))
                if (part.name == "t") holder = part;
        const std::string name(holder.tag.name);
        edits.replace(holder.offset(), holder.end - holder.offset(),
                      "<" + name + std::string(space_attribute(kept)) + ">" + escape(encode_xstring(kept))
                          + "</" + name + ">");
    }
}

CommentsPart::Removed CommentsPart::remove(Splices& edits, const std::vector<Note>& remembered,
                                           std::string_view heading) const {
    Removed removed;
    for (const Comment& comment : comments_) {
        if (comment.threaded) continue;
        const auto note = std::ranges::find(remembered, comment.at, &Note::at);
        const auto block = find_block(comment.text, heading, note == remembered.end() ? nullptr : &*note);
        if (!block) continue;
        removed.any = true;
        if (block->start == 0 && block->end == comment.text.size()) {
            edits.erase(comment.element.offset(), comment.element.end - comment.element.offset());
            removed.whole.push_back(comment.at);
        } else {
            cut(edits, text_, comment.rich_text, *block);
        }
    }
    return removed;
}

} // namespace xlsx
