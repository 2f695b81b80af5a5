#include "xlsx/fill/layered_formats.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/number_format.h"
#include "xlsx/rows/element_copy.h"

#include <algorithm>

namespace xlsx {

std::optional<LayeredFormats> LayeredFormats::read(std::string_view part) {
    const auto styles = outline(part);
    if (!styles) return std::nullopt;
    LayeredFormats formats;
    formats.part_ = part;
    formats.prefix_ = styles->prefix();
    for (List* list : {&formats.number_formats_, &formats.fonts_, &formats.fills_, &formats.formats_}) {
        const XmlElement* element = styles->find(list->name);
        if (!element) continue;
        for (const XmlElement& item : children(part, *element))
            list->items.emplace_back(part.substr(item.offset(), item.end - item.offset()));
        list->kept = list->items.size();
    }
    if (formats.formats_.items.empty() || formats.fonts_.items.empty()) return std::nullopt;
    for (const auto& [code, id] : common_number_formats) formats.number_format_ids_.emplace(code, id);
    for (const std::string& xml : formats.number_formats_.items) {
        const XmlToken tag = XmlLexer(xml).next();
        formats.number_format_ids_.emplace(unescape(attribute(tag, "formatCode").value_or("")),
                                           number_attribute(tag, "numFmtId").value_or(0));
    }
    return formats;
}

std::string_view LayeredFormats::item(const List& list, std::uint32_t index) const {
    return index < list.items.size() ? std::string_view(list.items[index]) : std::string_view();
}

std::uint32_t LayeredFormats::add(List& list, std::string xml) {
    list.items.push_back(std::move(xml));
    return static_cast<std::uint32_t>(list.items.size() - 1);
}

std::uint32_t LayeredFormats::attribute_of(std::uint32_t format, std::string_view name) const {
    return number_attribute(XmlLexer(item(formats_, format)).next(), name).value_or(0);
}

std::uint32_t LayeredFormats::number_format_id(std::string_view code) {
    if (const auto known = number_format_ids_.find(code); known != number_format_ids_.end())
        return known->second;
    std::uint32_t id = first_own_number_format;
    for (const auto& [other, used] : number_format_ids_) id = std::max(id, used + 1);
    number_format_ids_.emplace(code, id);
    add(number_formats_, "<" + prefix_ + "numFmt numFmtId=\"" + std::to_string(id) + "\" formatCode=\""
                             + escape(code) + "\"/>");
    return id;
}

std::uint32_t LayeredFormats::fill_id(std::string_view colour) {
    const std::string& p = prefix_;
    std::string xml = "<" + p + "fill><" + p + "patternFill patternType=\"solid\"><" + p + "fgColor rgb=\"FF"
                      + escape(colour) + "\"/><" + p + "bgColor indexed=\"64\"/></" + p + "patternFill></" + p
                      + "fill>";
    const auto same = std::ranges::find(fills_.items, xml);
    if (same != fills_.items.end()) return static_cast<std::uint32_t>(same - fills_.items.begin());
    return add(fills_, std::move(xml));
}

// The base's font with another colour, which Excel writes behind the size.
std::uint32_t LayeredFormats::font_id(std::uint32_t base, std::string_view colour) {
    std::string font(item(fonts_, base));
    const std::string color = "<" + prefix_ + "color rgb=\"FF" + escape(colour) + "\"/>";
    const auto traits = outline(font);
    Splices edits;
    if (!traits || traits->root.single()) {
        font = "<" + prefix_ + "font>" + color + "</" + prefix_ + "font>";
    } else if (const XmlElement* own = traits->find("color")) {
        edits.replace(own->offset(), own->end - own->offset(), color);
    } else if (const XmlElement* size = traits->find("sz")) {
        edits.insert(size->end, color);
    } else {
        edits.insert(traits->root.content(), color);
    }
    std::string xml = edits.apply(font);
    const auto same = std::ranges::find(fonts_.items, xml);
    if (same != fonts_.items.end()) return static_cast<std::uint32_t>(same - fonts_.items.begin());
    return add(fonts_, std::move(xml));
}

std::uint32_t LayeredFormats::layered(std::uint32_t base, std::string_view number_format,
                                      const std::optional<cells::Colours>& colours) {
    if (number_format.empty() && !colours) return base;
    Key key{base, number_format, colours ? colours->fill : "", colours ? colours->text : ""};
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    std::string xml(item(formats_, base));
    if (xml.empty()) xml = formats_.items.front();
    if (!number_format.empty())
        xml = with_attributes(
            xml, {{"numFmtId", std::to_string(number_format_id(number_format))}, {"applyNumberFormat", "1"}});
    if (colours && !colours->fill.empty())
        xml = with_attributes(xml, {{"fillId", std::to_string(fill_id(colours->fill))}, {"applyFill", "1"}});
    if (colours && !colours->text.empty()) {
        const std::uint32_t font = font_id(attribute_of(base, "fontId"), colours->text);
        xml = with_attributes(xml, {{"fontId", std::to_string(font)}, {"applyFont", "1"}});
    }
    const std::uint32_t index = add(formats_, std::move(xml));
    known_.emplace(std::move(key), index);
    return index;
}

bool LayeredFormats::shows_date(std::uint32_t format) const {
    const std::uint32_t id = attribute_of(format, "numFmtId");
    const auto own =
        std::ranges::find(number_format_ids_, id, [](const auto& entry) { return entry.second; });
    const NumberFormat shown = own != number_format_ids_.end() && id >= first_own_number_format
                                   ? read_number_format(own->first)
                                   : built_in_number_format(id);
    return shown.shown == cells::Shown::date;
}

const LayeredFormats::Look& LayeredFormats::look(std::uint32_t format) {
    const auto [known, is_new] = looks_.emplace(format, Look{});
    Look& look = known->second;
    if (!is_new) return look;
    if (const auto xf = outline(item(formats_, format))) {
        const XmlElement* alignment = xf->find("alignment");
        look.wraps = alignment && true_attribute(alignment->tag, "wrapText");
    }
    if (const auto font = outline(item(fonts_, attribute_of(format, "fontId")))) {
        const XmlElement* bold = font->find("b");
        look.bold = bold && is_true(attribute(bold->tag, "val").value_or("1"));
        if (const XmlElement* size = font->find("sz"))
            look.size = points_attribute(size->tag, "val", look.size);
    }
    return look;
}

std::string LayeredFormats::written() const {
    const auto styles = outline(part_);
    Splices edits;
    for (const List* list : {&number_formats_, &fonts_, &fills_, &formats_}) {
        if (list->items.size() == list->kept) continue;
        std::string added;
        for (std::size_t i = list->kept; i < list->items.size(); ++i) added += list->items[i];
        if (const XmlElement* element = styles->find(list->name)) {
            append_counted(edits, *element, part_, added, list->items.size());
        } else {
            const std::string name = prefix_ + std::string(list->name);
            edits.insert(styles->place(list->name, styles_order), "<" + name + " count=\""
                                                                      + std::to_string(list->items.size())
                                                                      + "\">" + added + "</" + name + ">");
        }
    }
    return edits.apply(part_);
}

} // namespace xlsx
