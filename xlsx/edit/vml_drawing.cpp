#include "xlsx/edit/vml_drawing.h"

#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using Kind = XmlToken::Kind;

static constexpr std::uint32_t block_size = 1024;
static constexpr std::uint32_t last_block = 1'000'000; // beyond this no shape id of a block fits its type

// The next tag at or behind `from`, whatever it nests in; `end` where there is none.
static XmlToken next_tag(std::string_view text, std::size_t from) {
    for (;;) {
        XmlToken token;
        const auto start = text.find('<', from);
        if (start == std::string_view::npos || start + 1 == text.size()) return token;
        if (text[start + 1] == '!' || text[start + 1] == '?') {
            const bool comment = text.substr(start).starts_with("<!--");
            const auto close = text.find(comment ? "-->" : ">", start);
            if (close == std::string_view::npos) return token;
            from = close + 1;
            continue;
        }
        std::size_t end = start + 1;
        for (char quote = 0; end < text.size() && (quote != 0 || text[end] != '>'); ++end) {
            if (quote != 0 ? text[end] == quote : text[end] == '"' || text[end] == '\'')
                quote = quote != 0 ? '\0' : text[end];
        }
        if (end == text.size()) return token;
        token.offset = start;
        token.raw = text.substr(start, end + 1 - start);
        std::string_view inside = token.raw.substr(1, token.raw.size() - 2);
        token.kind = inside.starts_with('/') ? Kind::close
                     : inside.ends_with('/') ? Kind::single
                                             : Kind::open;
        if (token.kind == Kind::close) inside.remove_prefix(1);
        if (token.kind == Kind::single) inside.remove_suffix(1);
        const auto name = std::min(inside.find_first_of(" \t\r\n"), inside.size());
        token.name = inside.substr(0, name);
        token.body = inside.substr(name);
        return token;
    }
}

static std::optional<std::uint32_t> shape_number(std::optional<std::string_view> id) {
    static constexpr std::string_view stem = "_x0000_s";
    if (!id || !id->starts_with(stem)) return std::nullopt;
    const auto number = number_of(id->substr(stem.size()));
    return number && *number / block_size < last_block ? number : std::nullopt;
}

// Numbers with commas between them.
static std::vector<std::uint32_t> numbers_of(std::string_view list) {
    std::vector<std::uint32_t> numbers;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        const auto number = number_of(list.substr(0, end));
        if (number && *number < last_block) numbers.push_back(*number);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return numbers;
}

const NoteShape* VmlDrawing::find(cells::Address at) const {
    const auto found = std::ranges::find(notes, at, &NoteShape::at);
    return found == notes.end() ? nullptr : &*found;
}

VmlDrawing read_vml(std::string_view text) {
    VmlDrawing drawing;
    drawing.text = text;
    NoteShape shape;
    bool is_note = false;
    const auto content = [&](const XmlToken& tag) {
        return text.substr(tag.end_offset(), text.find('<', tag.end_offset()) - tag.end_offset());
    };
    const auto trimmed = [](std::string_view number) {
        while (number.starts_with(' ')) number.remove_prefix(1);
        while (number.ends_with(' ')) number.remove_suffix(1);
        return number;
    };
    for (XmlToken tag = next_tag(text, 0); tag.kind != Kind::end; tag = next_tag(text, tag.end_offset())) {
        const std::string_view name = tag.local();
        if (drawing.root.kind == Kind::end) drawing.root = tag;
        if (tag.opens())
            for (const auto& id :
                 {shape_number(attribute(tag, "id")), shape_number(attribute_local(tag, "spid"))})
                if (id) drawing.ids.push_back(*id);
        if (name == "shapetype") drawing.has_note_type |= attribute(tag, "id") == "_x0000_t202";
        if (name == "idmap") {
            drawing.idmap = tag;
            drawing.blocks = numbers_of(attribute(tag, "data").value_or(""));
        }
        if (name == "shape" && tag.opens()) {
            ++drawing.shapes;
            if (const auto id = shape_number(attribute(tag, "id"))) drawing.shape_ids.push_back(*id);
            shape = {{}, tag.offset, 0, {}};
            is_note = false;
        }
        if (name == "ClientData" && tag.opens()) is_note = attribute(tag, "ObjectType") == "Note";
        if (tag.kind == Kind::open) {
            if (name == "Anchor") shape.anchor = content(tag);
            if (name == "Row") shape.at.row = number_of(trimmed(content(tag))).value_or(cells::last_row) + 1;
            if (name == "Column")
                shape.at.column = number_of(trimmed(content(tag))).value_or(cells::last_column) + 1;
        }
        if (name == "shape" && tag.kind == Kind::close && is_note) {
            shape.end = tag.end_offset();
            drawing.notes.push_back(shape);
            is_note = false;
        }
    }
    std::ranges::sort(drawing.ids);
    return drawing;
}

void ShapeBlocks::use(std::string_view part, const VmlDrawing& drawing) {
    for (const std::uint32_t block : drawing.blocks) used_.emplace_back(part, block);
    for (const std::uint32_t id : drawing.ids) used_.emplace_back(part, id / block_size);
    std::ranges::sort(used_);
    used_.erase(std::ranges::unique(used_).begin(), used_.end());
}

ShapeIds ShapeBlocks::claim(std::string_view part, const VmlDrawing& drawing, std::size_t count) {
    ShapeIds free;
    free.blocks = drawing.blocks;
    std::uint32_t highest = 0;
    for (const auto& [user, block] : used_) highest = std::max(highest, block);
    const auto shared = [&](std::uint32_t block) {
        return std::ranges::any_of(used_,
                                   [&](const auto& use) { return use.first != part && use.second == block; });
    };
    // A drawing that claims nothing and gets an idmap now claims what it uses.
    if (drawing.blocks.empty())
        for (const auto& [user, block] : used_)
            if (user == part && !shared(block)) free.blocks.push_back(block);

    const auto fill = [&](std::uint32_t block) {
        std::uint32_t next = block * block_size + 1;
        for (const std::uint32_t id : drawing.ids)
            if (id / block_size == block) next = std::max(next, id + 1);
        for (; free.ids.size() < count && next < (block + 1) * block_size; ++next) free.ids.push_back(next);
    };
    for (const std::uint32_t block : std::vector(free.blocks))
        if (!shared(block)) fill(block);
    while (free.ids.size() < count) {
        free.blocks.push_back(++highest);
        used_.emplace_back(part, highest);
        fill(highest);
    }
    return free;
}

namespace {

/// The prefixes of a drawing, with their colons, and the declarations that its root lacks.
struct Prefixes {
    std::string v = "v:", o = "o:", x = "x:";
    std::string missing;
};

Prefixes prefixes_of(const XmlToken& root) {
    Prefixes prefixes;
    const auto look = [&](std::string& prefix, std::string_view name_space) {
        for (const char quote : {'"', '\''}) {
            const auto at = root.body.find(quote + std::string(name_space) + quote);
            const auto start = at == std::string_view::npos ? at : root.body.rfind("xmlns:", at);
            if (start == std::string_view::npos) continue;
            std::string_view name = root.body.substr(start + 6, at - start - 6);
            prefix = std::string(name.substr(0, name.find_first_of("= "))) + ":";
            return;
        }
        prefixes.missing +=
            " xmlns:" + prefix.substr(0, prefix.size() - 1) + "=\"" + std::string(name_space) + "\"";
    };
    look(prefixes.v, "urn:schemas-microsoft-com:vml");
    look(prefixes.o, "urn:schemas-microsoft-com:office:office");
    look(prefixes.x, "urn:schemas-microsoft-com:office:excel");
    return prefixes;
}

std::string note_type(const Prefixes& p) {
    return "<" + p.v + "shapetype" + p.missing + " id=\"_x0000_t202\" coordsize=\"21600,21600\" " + p.o
           + "spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><" + p.v + "stroke joinstyle=\"miter\"/><" + p.v
           + "path gradientshapeok=\"t\" " + p.o + "connecttype=\"rect\"/></" + p.v + "shapetype>";
}

std::string note_shape(const Prefixes& p, const NewBox& box, std::uint32_t id, std::size_t order) {
    const auto leaf = [&](std::string_view name, const std::string& content) {
        const std::string tag = p.x + std::string(name);
        return content.empty() ? "<" + tag + "/>" : "<" + tag + ">" + content + "</" + tag + ">";
    };
    return "<" + p.v + "shape" + p.missing + " id=\"_x0000_s" + std::to_string(id)
           + "\" type=\"#_x0000_t202\" style='position:absolute;z-index:" + std::to_string(order)
           + ";visibility:hidden' fillcolor=\"#ffffe1\" " + p.o + "insetmode=\"auto\"><" + p.v
           + "fill color2=\"#ffffe1\"/><" + p.v + "shadow on=\"t\" color=\"black\" obscured=\"t\"/><" + p.v
           + "path " + p.o + "connecttype=\"none\"/><" + p.v
           + "textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></" + p.v
           + "textbox><" + p.x + "ClientData ObjectType=\"Note\">" + leaf("MoveWithCells", "")
           + leaf("SizeWithCells", "") + leaf("Anchor", to_text(box.anchor)) + leaf("AutoFill", "False")
           + leaf("Row", std::to_string(box.at.row - 1)) + leaf("Column", std::to_string(box.at.column - 1))
           + "</" + p.x + "ClientData></" + p.v + "shape>";
}

std::string joined(std::span<const std::uint32_t> numbers) {
    std::string list;
    for (const std::uint32_t number : numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
    return list;
}

std::string layout(const Prefixes& p, std::span<const std::uint32_t> blocks) {
    return "<" + p.o + "shapelayout" + p.missing + " " + p.v + "ext=\"edit\"><" + p.o + "idmap " + p.v
           + "ext=\"edit\" data=\"" + joined(blocks) + "\"/></" + p.o + "shapelayout>";
}

} // namespace

std::string new_vml(std::span<const NewBox> boxes, const ShapeIds& ids) {
    const Prefixes p;
    std::string xml = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
                      "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
                      "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                      + layout(p, ids.blocks) + note_type(p);
    for (std::size_t i = 0; i < boxes.size(); ++i) xml += note_shape(p, boxes[i], ids.ids[i], i + 1);
    return xml + "</xml>";
}

void add_boxes(Splices& edits, const VmlDrawing& drawing, std::span<const NewBox> boxes,
               const ShapeIds& ids) {
    const auto close = drawing.text.rfind("</");
    if (close == std::string_view::npos) {
        edits.replace(0, drawing.text.size(), new_vml(boxes, ids));
        return;
    }
    const Prefixes p = prefixes_of(drawing.root);
    if (!drawing.idmap) {
        edits.insert(drawing.root.end_offset(), layout(p, ids.blocks));
    } else if (const auto old = attribute(*drawing.idmap, "data"); old && ids.blocks != drawing.blocks) {
        edits.replace(static_cast<std::size_t>(old->data() - drawing.text.data()), old->size(),
                      joined(ids.blocks));
    }
    std::string xml = drawing.has_note_type ? "" : note_type(p);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        xml += note_shape(p, boxes[i], ids.ids[i], drawing.shapes + i + 1);
    edits.insert(close, xml);
}

} // namespace xlsx
