#include "xlsx/edit/memory.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/text_content.h"

namespace xlsx {

using cells::Error;

static constexpr std::string_view name_space = "urn:outturn:memory:1";

namespace {

std::string_view kind_name(CellValue::Kind kind) {
    switch (kind) {
    case CellValue::Kind::number:
        return "number";
    case CellValue::Kind::text:
        return "text";
    case CellValue::Kind::boolean:
        return "boolean";
    case CellValue::Kind::error:
        return "error";
    case CellValue::Kind::empty:
        break;
    }
    return "empty";
}

CellValue::Kind kind_of(std::string_view name) {
    using Kind = CellValue::Kind;
    for (const Kind kind : {Kind::number, Kind::text, Kind::boolean, Kind::error})
        if (kind_name(kind) == name) return kind;
    return Kind::empty;
}

std::string set(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escape(value) + "\"";
}

std::string get(const XmlToken& tag, std::string_view name) {
    return unescape(attribute(tag, name).value_or(""));
}

std::string cell_line(const RememberedCell& cell) {
    std::string xml =
        "\n<cell" + set("sheet", cell.sheet) + set("at", to_text(cell.at))
        + set("held", kind_name(cell.before.kind)) + set("before", encode_xstring(cell.before.text))
        + set("holds", kind_name(cell.wrote.kind)) + set("wrote", encode_xstring(cell.wrote.text));
    if (!cell.number_format.empty()) xml += set("format", cell.number_format);
    if (!cell.format_before.empty()) xml += set("format-before", cell.format_before);
    if (cell.before_shown != cell.before.text) xml += set("before-shown", encode_xstring(cell.before_shown));
    if (cell.wrote_shown != cell.wrote.text) xml += set("wrote-shown", encode_xstring(cell.wrote_shown));
    return xml + "/>";
}

std::string part_lines(const PartChange& change) {
    std::string xml =
        "\n<part" + set("name", change.part) + set("left", change.left) + set("was", change.was) + ">";
    for (const Splice& edit : change.back)
        xml += "<back" + set("at", std::to_string(edit.offset)) + set("length", std::to_string(edit.length))
               + ">" + escape(edit.text) + "</back>";
    return xml + "</part>";
}

RememberedCell read_cell(const XmlToken& tag) {
    RememberedCell cell;
    cell.sheet = get(tag, "sheet");
    cell.at = cells::parse_address(get(tag, "at")).value_or(cells::Address{});
    cell.before = {kind_of(get(tag, "held")), decode_xstring(get(tag, "before"))};
    cell.wrote = {kind_of(get(tag, "holds")), decode_xstring(get(tag, "wrote"))};
    cell.number_format = get(tag, "format");
    cell.format_before = get(tag, "format-before");
    const auto shown_or = [&](std::string_view name, const CellValue& value) {
        return attribute(tag, name) ? decode_xstring(get(tag, name)) : value.text;
    };
    cell.before_shown = shown_or("before-shown", cell.before);
    cell.wrote_shown = shown_or("wrote-shown", cell.wrote);
    return cell;
}

/// The text up to the close tag, as written but for references. Parts hold what XML allows, so _xHHHH_ stays.
std::string raw_text(XmlLexer& lexer, const XmlToken& open) {
    std::string text;
    if (open.kind == XmlToken::Kind::single) return text;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.holds_text()) text += unescape(token.body);
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) break;
    }
    return text;
}

Memory parse(std::string_view text) {
    Memory memory;
    XmlLexer lexer(text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.opens("memory")) {
            memory.author = get(token, "author");
            memory.version = get(token, "version");
            memory.list_sheet = get(token, "list");
        } else if (token.opens("cell")) {
            if (auto cell = read_cell(token); cell.at) memory.cells.push_back(std::move(cell));
        } else if (token.opens("note")) {
            const auto at = cells::parse_address(get(token, "at"));
            RememberedNote note{get(token, "sheet"), {at.value_or(cells::Address{}), {}}};
            note.note.text = decode_xstring(raw_text(lexer, token));
            if (at) memory.notes.push_back(std::move(note));
        } else if (token.opens("part")) {
            memory.changes.parts.push_back({get(token, "name"), get(token, "left"), get(token, "was"), {}});
        } else if (token.opens("back") && !memory.changes.parts.empty()) {
            Splice edit;
            edit.offset = number_attribute(token, "at").value_or(UINT32_MAX);
            edit.length = number_attribute(token, "length").value_or(UINT32_MAX);
            edit.text = raw_text(lexer, token);
            memory.changes.parts.back().back.push_back(std::move(edit));
        } else if (token.opens("added")) {
            memory.changes.added.push_back(get(token, "name"));
        }
    }
    return memory;
}

} // namespace

std::string memory_xml(const Memory& memory) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<memory xmlns=\"" + std::string(name_space)
                      + "\"" + set("author", memory.author) + set("version", memory.version)
                      + set("list", memory.list_sheet) + ">";
    for (const RememberedCell& cell : memory.cells) xml += cell_line(cell);
    for (const RememberedNote& one : memory.notes)
        xml += "\n<note" + set("sheet", one.sheet) + set("at", to_text(one.note.at)) + ">"
               + escape(encode_xstring(one.note.text)) + "</note>";
    for (const PartChange& change : memory.changes.parts) xml += part_lines(change);
    for (const std::string& part : memory.changes.added) xml += "\n<added" + set("name", part) + "/>";
    return xml + "\n</memory>\n";
}

std::expected<Memory, Error> read_memory(Package& package) {
    for (const std::string& source : {package.workbook_part(), std::string()}) {
        auto parts = related_parts(package, source, "customXml");
        if (!parts) return std::unexpected(std::move(parts.error()));
        for (const std::string& part : *parts) {
            auto text = package.text(part);
            if (!text) return std::unexpected(std::move(text.error()));
            const auto root = outline(*text);
            if (!root || root->root.name != "memory" || !root->prefix_of(name_space)) continue;
            Memory memory = parse(*text);
            memory.part = part;
            return memory;
        }
    }
    return Memory{};
}

std::expected<std::string, Error> add_memory_part(PartEdits& edits) {
    Package& package = edits.package();
    const std::string part = free_part_name(package, "customXml/item", ".xml");
    const std::string number = part.substr(14, part.size() - 14 - 4);
    const std::string properties = "customXml/itemProps" + number + ".xml";
    package.add(part, "");
    auto id =
        package.relate(package.workbook_part(), "customXml", relative_target(package.workbook_part(), part));
    if (!id) return id;
    // Office keeps a custom XML part by the name that its properties give it.
    package.add(properties,
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<ds:datastoreItem "
                "ds:itemID=\"{6F757474-7572-4E00-8D65-6D6F72790001}\" "
                "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>"
                "<ds:schemaRef ds:uri=\""
                    + std::string(name_space) + "\"/></ds:schemaRefs></ds:datastoreItem>");
    auto declared =
        package.declare(properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
    if (!declared) return std::unexpected(std::move(declared.error()));
    declared = package.declare(part, "application/xml", true);
    if (!declared) return std::unexpected(std::move(declared.error()));
    id = package.relate(part, "customXmlProps", relative_target(part, properties));
    if (!id) return id;
    return part;
}

} // namespace xlsx
