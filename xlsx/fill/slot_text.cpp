#include "xlsx/fill/slot_text.h"

#include "xlsx/edit/cell_value.h"
#include "xlsx/package/xml_lexer.h"

#include <algorithm>

namespace xlsx {

static constexpr std::string_view blanks = " \t\r\n";

static std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

static void find_slots(SlotText& text) {
    const std::string plain = text.plain();
    std::size_t at = 0;
    for (;;) {
        const auto open = plain.find("{{", at);
        const auto close = plain.find("}}", at);
        if (open == std::string::npos && close == std::string::npos) return;
        const auto next = open == std::string::npos ? open : plain.find("{{", open + 2);
        if (close == std::string::npos || next < close) {
            text.fault = "'{{' without '}}'";
            return;
        }
        if (open == std::string::npos || close < open) {
            text.fault = "'}}' without '{{'";
            return;
        }
        auto slot = read_slot(std::string_view(plain).substr(open + 2, close - open - 2));
        if (!slot) {
            text.fault = std::move(slot.error());
            return;
        }
        text.slots.push_back({.offset = open, .length = close + 2 - open, .slot = std::move(*slot)});
        at = close + 2;
    }
}

std::string SlotText::plain() const {
    std::string text;
    for (const TextRun& run : runs) text += run.text;
    return text;
}

bool SlotText::whole() const {
    return slots.size() == 1 && trimmed(plain()).size() == slots[0].length;
}

SlotText slot_text_of(std::vector<TextRun> runs) {
    SlotText result{.runs = std::move(runs), .slots = {}, .fault = {}};
    find_slots(result);
    return result;
}

SlotText plain_slot_text(std::string text) {
    return slot_text_of({{{}, std::move(text)}});
}

SlotText read_slot_text(std::string_view inner_xml) {
    SlotText result;
    TextRun run;
    bool in_text = false;
    XmlLexer lexer(inner_xml);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::open && token.local() == "rPh")
            lexer.skip(); // how to read it aloud
        else if (token.opens("rPr") && token.kind == XmlToken::Kind::open)
            run.properties = inner_xml.substr(token.offset, lexer.skip().end_offset() - token.offset);
        else if (token.opens("t"))
            in_text = token.kind == XmlToken::Kind::open;
        else if (in_text && token.holds_text())
            run.text += token.kind == XmlToken::Kind::cdata ? std::string(token.body) : unescape(token.body);
        else if (token.closes("t")) {
            run.text = decode_xstring(run.text);
            result.runs.push_back(std::move(run));
            run = {};
            in_text = false;
        }
    }
    find_slots(result);
    return result;
}

static std::string text_element(std::string_view text, std::string_view prefix) {
    const std::string name = std::string(prefix) + "t";
    return "<" + name + std::string(space_attribute(text)) + ">" + escape(encode_xstring(text)) + "</" + name
           + ">";
}

// Elements renamed from whatever prefix they have to the sheet's.
static std::string with_prefix(std::string_view xml, std::string_view prefix) {
    std::string out;
    XmlLexer lexer(xml);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.name.empty()) {
            out += token.raw;
            continue;
        }
        const auto name = static_cast<std::size_t>(token.name.data() - token.raw.data());
        out += token.raw.substr(0, name);
        out += prefix;
        out += token.raw.substr(name + token.name.size() - token.local().size());
    }
    return out;
}

std::vector<TextRun> filled_runs(const SlotText& text, const std::vector<std::string>& values) {
    // Each slot's value goes in where the slot begins; the rest of the slot goes, in whichever run it is.
    std::vector<TextRun> runs;
    std::size_t start = 0; // of the run in the plain text
    for (const TextRun& run : text.runs) {
        TextRun filled{run.properties, {}};
        std::size_t at = start;
        const std::size_t end = start + run.text.size();
        for (std::size_t i = 0; i < text.slots.size(); ++i) {
            const SlotMark& slot = text.slots[i];
            if (slot.offset >= end || slot.offset + slot.length <= at) continue;
            if (slot.offset >= start) {
                filled.text += run.text.substr(at - start, slot.offset - at);
                filled.text += values[i];
            }
            at = std::min(end, slot.offset + slot.length);
        }
        filled.text += run.text.substr(at - start);
        runs.push_back(std::move(filled));
        start = end;
    }
    return runs;
}

std::string filled_text(const SlotText& text, const std::vector<std::string>& values, std::string_view prefix,
                        std::string& plain) {
    std::vector<TextRun> runs = filled_runs(text, values);
    std::erase_if(runs, [](const TextRun& run) { return run.text.empty(); });
    plain.clear();
    for (const TextRun& run : runs) plain += run.text;
    const std::string p(prefix);
    std::string out = "<" + p + "is>";
    if (std::ranges::all_of(runs, [](const TextRun& run) { return run.properties.empty(); })) {
        out += text_element(plain, prefix);
    } else {
        for (const TextRun& run : runs)
            out += "<" + p + "r>" + with_prefix(run.properties, prefix) + text_element(run.text, prefix)
                   + "</" + p + "r>";
    }
    return out + "</" + p + "is>";
}

} // namespace xlsx
