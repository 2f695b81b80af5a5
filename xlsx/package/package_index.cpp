// Content types and relationships (ECMA-376 part 2, 9.3 and 10.1.2). Both are read as trees and edited by
// splicing: what other programs wrote there stays as it is.

#include "xlsx/package/package.h"
#include "xlsx/package/package_state.h"
#include "xlsx/package/small_part.h"
#include "xlsx/package/sniff.h"
#include "xlsx/package/splice.h"
#include "xlsx/package/xml_lexer.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace xlsx {

using cells::Error;

namespace {

constexpr std::string_view transitional_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view strict_types = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
constexpr std::string_view relationships_type = "application/vnd.openxmlformats-package.relationships+xml";
constexpr std::string_view no_relationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

std::string value_of(const XmlToken& tag, std::string_view attribute_name) {
    const auto value = attribute(tag, attribute_name);
    return value ? unescape(*value) : std::string();
}

std::string extension_of(std::string_view part) {
    const auto dot = part.find_last_of("./\\");
    if (dot == std::string_view::npos || part[dot] != '.') return {};
    return folded(part.substr(dot + 1));
}

/// "/xl/workbook.xml" as Overrides have it, folded, without its slash.
std::string override_key(std::string_view part_name) {
    if (part_name.starts_with('/') || part_name.starts_with('\\')) part_name.remove_prefix(1);
    return folded(part_name);
}

/// The root's last child is followed by the close tag; a root without children is a single tag. Either way,
/// the text with `element` (a name and its attributes) as the last child, in the root's prefix.
std::string with_last_child(std::string_view text, std::string_view element) {
    XmlLexer lexer(text);
    XmlToken root = lexer.next();
    while (!root.opens() && !root.last()) root = lexer.next();
    const std::string prefix(root.name.substr(0, root.name.size() - root.local().size()));
    const std::string child = "<" + prefix + std::string(element) + "/>";
    Splices edits;
    if (root.kind == XmlToken::Kind::open) {
        edits.insert(lexer.skip().offset, child);
    } else {
        edits.replace(root.end_offset() - 2, 2, ">" + child + "</" + std::string(root.name) + ">");
    }
    return edits.apply(text);
}

/// The first element for which `wanted` says yes; `end` where there is none.
template <typename Wanted>
XmlToken find_element(std::string_view text, Wanted wanted) {
    XmlLexer lexer(text);
    XmlToken token = lexer.next();
    while (!token.last() && !(token.opens() && wanted(token))) token = lexer.next();
    return token;
}

/// The text without an element and its content.
std::string without(std::string_view text, const XmlToken& element) {
    std::size_t end = element.end_offset();
    if (element.kind == XmlToken::Kind::open) {
        XmlLexer lexer(text.substr(element.offset));
        lexer.next();
        end = element.offset + lexer.skip().end_offset();
    }
    Splices edits;
    edits.replace(element.offset, end - element.offset, "");
    return edits.apply(text);
}

bool is_workbook_type(std::string_view content_type) {
    static constexpr auto ours = std::to_array<std::string_view>({
        "spreadsheetml.sheet.main+xml",
        "spreadsheetml.template.main+xml",
        "ms-excel.sheet.macroEnabled.main+xml",
        "ms-excel.template.macroEnabled.main+xml",
        "ms-excel.addin.macroEnabled.main+xml",
    });
    return std::ranges::any_of(ours, [&](std::string_view type) { return content_type.ends_with(type); });
}

} // namespace

std::string Package::relationships_part(std::string_view part) {
    const auto slash = part.find_last_of("/\\");
    const std::size_t file = slash == std::string_view::npos ? 0 : slash + 1;
    return std::string(part.substr(0, file)) + "_rels/" + std::string(part.substr(file)) + ".rels";
}

std::expected<const Package::ContentTypes*, Error> Package::content_types() {
    if (state_->content_types) return &*state_->content_types;
    const auto tree = small_part(*this, content_types_part);
    if (!tree) return std::unexpected(tree.error());
    ContentTypes types;
    for (const pugi::xml_node& child : tree->document_element().children()) {
        const char* type = child.attribute("ContentType").value();
        if (local_name(child) == "Override")
            types.overrides.emplace(override_key(child.attribute("PartName").value()), type);
        if (local_name(child) == "Default")
            types.defaults.emplace(folded(child.attribute("Extension").value()), type);
    }
    return &state_->content_types.emplace(std::move(types));
}

std::string Package::content_type(std::string_view part) {
    const auto types = content_types();
    if (!types) return {};
    const auto own = (*types)->overrides.find(override_key(part));
    if (own != (*types)->overrides.end()) return own->second;
    const auto by_extension = (*types)->defaults.find(extension_of(part));
    return by_extension == (*types)->defaults.end() ? std::string() : by_extension->second;
}

std::expected<void, Error> Package::declare(std::string_view part, std::string_view type, bool by_extension) {
    auto types = content_types();
    if (!types) return std::unexpected(std::move(types.error()));
    if (content_type(part) == type) return {};

    const std::string content(*text(content_types_part));
    const std::string key = override_key(part);
    if ((*types)->overrides.contains(key)) {
        const XmlToken old = find_element(content, [&](const XmlToken& token) {
            return token.local() == "Override" && override_key(value_of(token, "PartName")) == key;
        });
        const auto was = attribute(old, "ContentType");
        if (!was)
            return std::unexpected(state_->damaged(content_types_part, "An Override has no ContentType"));
        Splices edits;
        edits.replace(static_cast<std::size_t>(was->data() - content.data()), was->size(), escape(type));
        replace(content_types_part, edits.apply(content));
        return {};
    }
    const std::string extension = extension_of(part);
    const bool fits = by_extension && !(*types)->defaults.contains(extension);
    const std::string element =
        fits ? "Default Extension=\"" + escape(extension) : "Override PartName=\"/" + escape(part);
    replace(content_types_part,
            with_last_child(content, element + "\" ContentType=\"" + escape(type) + "\""));
    return {};
}

std::expected<void, Error> Package::undeclare(std::string_view part) {
    auto content = text(content_types_part);
    if (!content) return std::unexpected(std::move(content.error()));
    const std::string key = override_key(part);
    const XmlToken old = find_element(*content, [&](const XmlToken& token) {
        return token.local() == "Override" && override_key(value_of(token, "PartName")) == key;
    });
    if (old.opens()) replace(content_types_part, without(*content, old));
    return {};
}

std::expected<std::vector<Relationship>, Error> Package::relationships(std::string_view part) {
    std::vector<Relationship> list;
    const std::string own = relationships_part(part);
    if (!has(own)) return list;
    const auto tree = small_part(*this, own);
    if (!tree) return std::unexpected(tree.error());
    for (const pugi::xml_node& child : tree->document_element().children()) {
        if (local_name(child) != "Relationship") continue;
        list.push_back({child.attribute("Id").value(), child.attribute("Type").value(),
                        child.attribute("Target").value(),
                        std::string_view(child.attribute("TargetMode").value()) == "External"});
    }
    return list;
}

std::string Package::resolve(std::string_view source_part, std::string_view target) {
    std::string path;
    const bool absolute = target.starts_with('/') || target.starts_with('\\');
    const auto slash = source_part.find_last_of("/\\");
    if (!absolute && slash != std::string_view::npos) path = source_part.substr(0, slash);
    for (std::size_t at = 0; at <= target.size();) {
        const std::size_t end = std::min(target.find_first_of("/\\", at), target.size());
        const auto segment = target.substr(at, end - at);
        at = end + 1;
        if (segment == "..") {
            const auto last = path.find_last_of("/\\");
            path.resize(last == std::string::npos ? 0 : last);
        } else if (!segment.empty() && segment != ".") {
            if (!path.empty()) path += '/';
            path += segment;
        }
    }
    return path;
}

bool Package::type_is(const Relationship& relationship, std::string_view kind) {
    // Strict spells some kinds without the hyphens of transitional: extendedProperties.
    const auto plain = [](std::string_view text) {
        std::string small = folded(text);
        std::erase(small, '-');
        return small;
    };
    const std::string type = plain(relationship.type);
    return type.ends_with("/" + plain(kind));
}

std::expected<std::string, Error> Package::relate(std::string_view source, std::string_view kind,
                                                  std::string_view target, bool external) {
    auto existing = relationships(source);
    if (!existing) return std::unexpected(std::move(existing.error()));
    std::uint32_t highest = 0;
    for (const Relationship& one : *existing) {
        std::uint32_t number = 0;
        if (folded(one.id).starts_with("rid"))
            std::from_chars(one.id.data() + 3, one.id.data() + one.id.size(), number);
        if (number < UINT32_MAX) highest = std::max(highest, number);
    }
    const std::string own = relationships_part(source);
    if (!has(own)) {
        if (auto declared = declare(own, relationships_type, true); !declared)
            return std::unexpected(std::move(declared.error()));
        add(own, std::string(no_relationships));
    }
    auto content = text(own);
    if (!content) return std::unexpected(std::move(content.error()));
    std::string id = "rId" + std::to_string(highest + 1);
    const std::string type =
        std::string(state_->strict ? strict_types : transitional_types) + std::string(kind);
    replace(own, with_last_child(*content, "Relationship Id=\"" + id + "\" Type=\"" + escape(type)
                                               + "\" Target=\"" + escape(target) + "\""
                                               + (external ? " TargetMode=\"External\"" : "")));
    return id;
}

std::expected<void, Error> Package::unrelate(std::string_view source, std::string_view id) {
    const std::string own = relationships_part(source);
    if (!has(own)) return {};
    auto content = text(own);
    if (!content) return std::unexpected(std::move(content.error()));
    const XmlToken old = find_element(*content, [&](const XmlToken& token) {
        return token.local() == "Relationship" && value_of(token, "Id") == id;
    });
    if (old.opens()) replace(own, without(*content, old));
    return {};
}

std::expected<void, Error> Package::find_workbook() {
    auto roots = relationships("");
    if (!roots) return std::unexpected(std::move(roots.error()));
    std::string main = "xl/workbook.xml"; // where everybody has it, should the relationships not say
    for (const Relationship& root : *roots) {
        if (root.external || !type_is(root, "officeDocument")) continue;
        main = resolve("", root.target);
        state_->strict = root.type.starts_with(strict_types);
    }
    const Part* part = state_->find(main);
    const std::string type = content_type(main);
    if (!part || !(type.empty() || type == "application/xml" || is_workbook_type(type)))
        return std::unexpected(what_it_is(state_->archive, type));
    state_->workbook = part->name;
    return {};
}

} // namespace xlsx
