// Charts: the cells that their series show, and what they remember of them. A series over a repeated row
// shows all of its copies. What cannot be known before Excel calculates is forgotten, and Excel reads it
// again. ECMA-376 part 1, 21.2.2.123 (numRef), 21.2.2.201 (strRef), 21.2.2.95 (multiLvlStrRef).
#include "xlsx/rows/follow/filled_values.h"
#include "xlsx/rows/follow/follow.h"

#include <algorithm>

namespace xlsx {

// A series' cells after the move: a list in brackets where they come apart.
static std::expected<std::string, std::string> moved_series(const Formula& formula, const Movement& movement,
                                                            Single single) {
    std::string between;
    std::size_t done = 0;
    for (const Reference& reference : formula.references()) {
        between += formula.text().substr(done, reference.offset - done);
        done = reference.offset + reference.length;
    }
    between += formula.text().substr(done);
    if (movement.shifts() || between.find_first_not_of("(), ") != std::string::npos)
        return movement.moved(formula, {}, single);

    std::size_t areas = 0;
    bool lost = false;
    std::string text = formula.rewritten([&](std::string& out, const Reference& reference) {
        const auto several = movement.areas(reference, {}, single);
        lost = lost || several.empty();
        areas += several.size();
        for (const Reference& area : several) {
            if (&area != &several.front()) out += ',';
            append_text(out, area);
        }
    });
    if (lost) return std::unexpected("the rows that it shows are not in the output");
    if (areas > 1 && !text.starts_with('(')) text = "(" + text + ")";
    return text;
}

// One numRef, strRef or multiLvlStrRef.
class SeriesReference {
public:
    SeriesReference(const Following& following, const XmlElement& element, Single single)
        : following_(following), element_(element), single_(single) {}

    Followed follow(Splices& edits) {
        const XmlElement* f = nullptr;
        const XmlElement* cache = nullptr;
        const auto parts = children(following_.text, element_);
        for (const XmlElement& part : parts) {
            if (part.name == "f") f = &part;
            if (part.name.ends_with("Cache")) cache = &part;
        }
        if (!f || f->single()) return {};
        const Formula before(unescape(f->inner(following_.text)));
        const auto now = moved_series(before, following_.movement, single_);
        if (!now) return std::unexpected(now.error());
        if (*now != before.text())
            edits.replace(f->content(), f->inner(following_.text).size(), escape(*now));
        if (cache && following_.values && following_.values->changed(Formula(*now)))
            remember(Formula(*now), *cache, edits);
        return {};
    }

private:
    void remember(const Formula& shown, const XmlElement& cache, Splices& edits) const {
        const auto cells =
            cache.name.starts_with("multi") ? std::nullopt : following_.values->cells_of(shown);
        if (!cells) {
            edits.erase(cache.offset(), cache.end - cache.offset());
            return;
        }
        const bool numbers = cache.name == "numCache";
        const std::string p(cache.tag.name.substr(0, cache.tag.name.size() - cache.name.size()));
        std::string xml(cache.tag.raw);
        for (const XmlElement& part : children(following_.text, cache))
            if (part.name == "formatCode")
                xml += following_.text.substr(part.offset(), part.end - part.offset());
        xml += "<" + p + "ptCount val=\"" + std::to_string(cells->size()) + "\"/>";
        for (std::size_t i = 0; i < cells->size(); ++i) {
            const cells::Cell& cell = (*cells)[i];
            const bool number = cell.kind == cells::Cell::Kind::number && cell.number;
            if (numbers ? !number : cell.kind == cells::Cell::Kind::empty) continue;
            const std::string value =
                numbers ? cell.number->to_text() : cells::shown_text(cell, following_.values->date1904());
            xml += "<" + p + "pt idx=\"" + std::to_string(i) + "\"><" + p + "v>" + escape(value) + "</" + p
                   + "v></" + p + "pt>";
        }
        edits.replace(cache.offset(), cache.end - cache.offset(),
                      xml + "</" + std::string(cache.tag.name) + ">");
    }

    const Following& following_;
    const XmlElement& element_;
    Single single_;
};

// A range that a newer Excel keeps beside the series: cells of labels, points that are filtered out. What it
// remembers of them is left to Excel.
static Followed follow_range(const Following& following, const XmlElement& element, Splices& edits) {
    const Formula before(unescape(element.inner(following.text)));
    const auto now = moved_series(before, following.movement, Single::all_copies);
    if (!now) return std::unexpected(now.error());
    if (*now != before.text())
        edits.replace(element.content(), element.inner(following.text).size(), escape(*now));
    return {};
}

// All references below an element; `named` is whether they are names of series and titles, which are one
// cell.
static Followed follow_below(const Following& following, const XmlElement& parent, bool named,
                             Splices& edits) {
    for (const XmlElement& child : children(following.text, parent)) {
        const bool range = !child.single() && (child.tag.name == "c15:sqref" || child.tag.name == "c15:f");
        const bool reference =
            child.name == "numRef" || child.name == "strRef" || child.name == "multiLvlStrRef";
        const auto done =
            range       ? follow_range(following, child, edits)
            : reference ? SeriesReference(following, child, named ? Single::first_copy : Single::all_copies)
                              .follow(edits)
                        : follow_below(following, child, named || child.name == "tx", edits);
        if (!done) return done;
    }
    return {};
}

Followed follow_chart(const Following& following, Splices& edits) {
    return follow_below(following, following.element, false, edits);
}

// The charts of Excel 2016 (waterfalls, funnels): their levels are caches, too.
Followed follow_chart_ex(const Following& following, Splices& edits) {
    XmlLexer lexer(following.text);
    bool changed = false;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind != XmlToken::Kind::open || (token.local() != "f" && token.local() != "lvl")) continue;
        const std::size_t start = token.end_offset();
        const XmlToken close = lexer.skip();
        if (token.local() == "lvl") {
            if (changed) edits.erase(token.offset, close.end_offset() - token.offset);
            continue;
        }
        const Formula before(unescape(following.text.substr(start, close.offset - start)));
        const auto now = moved_series(before, following.movement, Single::all_copies);
        if (!now) return std::unexpected(now.error());
        if (*now != before.text()) edits.replace(start, close.offset - start, escape(*now));
        changed = following.values && following.values->changed(Formula(*now));
    }
    return {};
}

} // namespace xlsx
