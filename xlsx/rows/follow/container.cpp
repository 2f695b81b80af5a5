#include "xlsx/rows/follow/container.h"

namespace xlsx {

Followed
follow_children(const Following& following, Splices& edits,
                const std::function<Children(const XmlElement& child, std::string_view xml)>& follow) {
    const XmlElement& list = following.element;
    if (list.single()) return {};
    std::string now;
    std::size_t count = 0;
    for (const XmlElement& child : children(following.text, list)) {
        const std::string_view xml = following.text.substr(child.offset(), child.end - child.offset());
        auto copies = follow(child, xml);
        if (!copies) return std::unexpected(std::move(copies.error()));
        count += copies->size();
        for (const std::string& copy : *copies) now += copy;
    }
    if (count == 0) {
        edits.erase(list.offset(), list.end - list.offset());
        return {};
    }
    const std::string_view before = list.inner(following.text);
    if (now == before) return {};
    edits.replace(list.content(), before.size(), std::move(now));
    if (attribute(list.tag, "count"))
        set_attribute(edits, following.text, list.tag, "count", std::to_string(count));
    return {};
}

} // namespace xlsx
