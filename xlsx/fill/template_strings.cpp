#include "xlsx/fill/template_strings.h"

#include "xlsx/edit/xml_outline.h"
#include "xlsx/package/splice.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

static bool may_hold_slots(std::string_view xml) {
    return xml.find('{') != std::string_view::npos || xml.find('}') != std::string_view::npos
           || xml.find("&#") != std::string_view::npos;
}

std::optional<TemplateStrings> TemplateStrings::read(std::string_view part) {
    const auto sst = outline(part);
    if (!sst) return std::nullopt;
    TemplateStrings strings;
    std::uint32_t index = 0;
    for (const XmlElement& item : sst->children) {
        if (item.name != "si") continue;
        if (!item.single() && may_hold_slots(item.inner(part))) {
            SlotText text = read_slot_text(item.inner(part));
            if (!text.slots.empty() || !text.fault.empty()) strings.texts_.emplace(index, std::move(text));
        }
        ++index;
    }
    return strings;
}

const SlotText* TemplateStrings::find(std::uint32_t index) const {
    const auto found = texts_.find(index);
    return found == texts_.end() ? nullptr : &found->second;
}

std::string TemplateStrings::emptied(std::string_view part, std::int64_t references) {
    const auto sst = outline(part);
    if (!sst) return std::string(part);
    Splices edits;
    for (const XmlElement& item : sst->children) {
        if (item.name != "si" || item.single() || !may_hold_slots(item.inner(part))) continue;
        if (read_slot_text(item.inner(part)).slots.empty()) continue;
        edits.replace(item.content(), item.inner(part).size(), "<" + sst->prefix() + "t/>");
    }
    if (const auto count = number_attribute(sst->root.tag, "count")) {
        const std::int64_t now = std::max<std::int64_t>(0, *count + references);
        set_attribute(edits, part, sst->root.tag, "count", std::to_string(now));
    }
    return edits.apply(part);
}

} // namespace xlsx
