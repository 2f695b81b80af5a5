#include "xlsx/fill/paragraph_slots.h"

#include <functional>

namespace xlsx {

// The texts of one paragraph, or of a series' name, where they stand.
struct ParagraphTexts {
    std::vector<std::size_t> offsets;
    std::vector<std::size_t> lengths;
    std::vector<std::string> texts;

    std::string joined() const {
        std::string all;
        for (const std::string& text : texts) all += text;
        return all;
    }
};

// Calls `each` for every paragraph until it says no.
static void each_paragraph(std::string_view xml, const std::function<bool(const ParagraphTexts&)>& each) {
    ParagraphTexts now;
    XmlLexer lexer(xml);
    std::string_view parent; // of the element being opened
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        const std::string_view name = token.local();
        if (token.kind == XmlToken::Kind::open && (name == "t" || (name == "v" && parent == "tx"))) {
            const std::size_t start = token.end_offset();
            const XmlToken close = lexer.skip();
            now.offsets.push_back(start);
            now.lengths.push_back(close.offset - start);
            now.texts.push_back(unescape(xml.substr(start, close.offset - start)));
        }
        if (token.kind == XmlToken::Kind::open) parent = name;
        if (token.kind != XmlToken::Kind::close || (name != "p" && name != "tx")) continue;
        if (!now.texts.empty() && !each(now)) return;
        now = {};
    }
}

bool paragraphs_hold_slots(std::string_view xml) {
    bool any = false;
    each_paragraph(xml, [&](const ParagraphTexts& paragraph) {
        any = SlotFiller::any_slot(paragraph.joined());
        return !any;
    });
    return any;
}

std::expected<void, SlotFault> fill_paragraphs(std::string_view xml, const SlotFiller& filler,
                                               Splices& edits) {
    std::expected<void, SlotFault> done;
    each_paragraph(xml, [&](const ParagraphTexts& paragraph) {
        if (!SlotFiller::any_slot(paragraph.joined())) return true;
        const auto now = filler.fill(paragraph.texts);
        if (!now) {
            done = std::unexpected(now.error());
            return false;
        }
        for (std::size_t i = 0; i < now->size(); ++i)
            edits.replace(paragraph.offsets[i], paragraph.lengths[i], escape((*now)[i]));
        return true;
    });
    return done;
}

} // namespace xlsx
