#include "xlsx/fill/copy_parts.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/element_texts.h"

#include <algorithm>
#include <array>

namespace xlsx {

using cells::Error;

static constexpr std::uint32_t ids_per_block = 1024;

// Kinds of relationships whose parts both copies may use.
static constexpr std::array<std::string_view, 3> shared_kinds = {"image", "hyperlink",
                                                                 "pivotCacheDefinition"};
static constexpr std::array<std::string_view, 7> single_kinds = {
    "pivotTable", "slicer", "timeline", "control", "ctrlProp", "oleObject", "threadedComment"};

static std::string_view kind_of(const Relationship& relationship) {
    return std::string_view(relationship.type).substr(relationship.type.find_last_of('/') + 1);
}

static std::string small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return text;
}

std::expected<PartCopier, Error> PartCopier::begin(Package& package) {
    PartCopier copier(package);
    for (const std::string& part : package.parts()) {
        const bool table = package.content_type(part).ends_with(".table+xml");
        if (!table && !part.ends_with(".vml")) continue;
        const auto text = package.text(part);
        if (!text) return std::unexpected(text.error());
        if (!table) {
            for (const std::uint32_t block : read_vml(*text).blocks)
                copier.last_block_ = std::max(copier.last_block_, block);
            for (const std::uint32_t id : read_vml(*text).ids)
                copier.last_block_ = std::max(copier.last_block_, id / ids_per_block);
        } else if (const auto root = outline(*text)) {
            copier.tables_.insert(
                small_letters(unescape(attribute(root->root.tag, "displayName").value_or(""))));
            copier.last_table_ =
                std::max(copier.last_table_, number_attribute(root->root.tag, "id").value_or(0));
        }
    }
    return copier;
}

const std::string& PartCopier::origin(const std::string& part) const {
    const auto found = origins_.find(part);
    return found == origins_.end() ? part : found->second;
}

std::expected<std::vector<std::string>, Error> PartCopier::own_parts(const std::string& sheet) {
    std::vector<std::string> parts = {sheet};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto related = package_->relationships(parts[i]);
        if (!related) return std::unexpected(related.error());
        for (const Relationship& one : *related) {
            const bool shared =
                one.external || std::ranges::find(shared_kinds, kind_of(one)) != shared_kinds.end();
            const std::string target = Package::resolve(parts[i], one.target);
            if (!shared && package_->has(target) && std::ranges::find(parts, target) == parts.end())
                parts.push_back(target);
        }
    }
    return parts;
}

// A table's name wherever a formula uses it: before '[' or as a whole word.
static std::string with_tables(const std::string& formula,
                               const std::map<std::string, std::string>& renamed) {
    static constexpr std::string_view word_letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.\\";
    std::string out;
    bool quoted = false;
    for (std::size_t at = 0; at < formula.size();) {
        const auto end = quoted ? at : std::min(formula.find_first_not_of(word_letters, at), formula.size());
        if (end == at) {
            quoted = quoted != (formula[at] == '"');
            out += formula[at++];
            continue;
        }
        const std::string word = formula.substr(at, end - at);
        const auto found = renamed.find(small_letters(word));
        out += found == renamed.end() ? word : found->second;
        at = end;
    }
    return out;
}

// A copy is shown to nobody first, is not selected together with its original, and has no code of its own.
static std::string sheet_copy(std::string_view text, const std::map<std::string, std::string>& renamed) {
    Splices edits;
    XmlLexer lexer(text);
    for (XmlToken token = lexer.next(); !token.last() && !token.opens("sheetData"); token = lexer.next()) {
        if (token.opens("sheetView")) drop_attribute(edits, text, token, "tabSelected");
        if (token.opens("sheetPr")) drop_attribute(edits, text, token, "codeName");
    }
    std::string now = edits.apply(text);
    if (renamed.empty()) return now;
    for (const std::string_view name : {"f", "formula"}) {
        std::vector<std::string> formulas = element_texts(now, name);
        for (std::string& formula : formulas) formula = with_tables(formula, renamed);
        now = with_element_texts(now, name, formulas);
    }
    return now;
}

std::string PartCopier::table(std::string_view text) {
    const auto root = outline(text);
    if (!root) return std::string(text);
    const std::string before = unescape(attribute(root->root.tag, "displayName").value_or(""));
    std::string name;
    for (unsigned number = 2; name.empty() || tables_.contains(small_letters(name)); ++number)
        name = before + "_" + std::to_string(number);
    tables_.insert(small_letters(name));
    renamed_[small_letters(before)] = name;
    Splices edits;
    set_attribute(edits, text, root->root.tag, "id", std::to_string(++last_table_));
    set_attribute(edits, text, root->root.tag, "name", name);
    set_attribute(edits, text, root->root.tag, "displayName", name);
    return edits.apply(text);
}

// The boxes of notes and the pictures of headers, numbered in blocks that nobody else uses.
std::string PartCopier::boxes(std::string_view text) {
    static constexpr std::string_view mark = "_x0000_s";
    const VmlDrawing drawing = read_vml(text);
    std::map<std::uint32_t, std::uint32_t> blocks;
    for (const std::uint32_t block : drawing.blocks)
        if (!blocks.contains(block)) blocks[block] = ++last_block_;
    for (const std::uint32_t id : drawing.ids)
        if (!blocks.contains(id / ids_per_block)) blocks[id / ids_per_block] = ++last_block_;
    Splices edits;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
        const auto digits = at + mark.size();
        const auto end = std::min(text.find_first_not_of("0123456789", digits), text.size());
        const auto id = number_of(text.substr(digits, end - digits));
        const auto block = id ? blocks.find(*id / ids_per_block) : blocks.end();
        if (block != blocks.end())
            edits.replace(digits, end - digits,
                          std::to_string(block->second * ids_per_block + *id % ids_per_block));
    }
    if (drawing.idmap) {
        std::string list;
        for (const std::uint32_t block : drawing.blocks)
            list += (list.empty() ? "" : ",") + std::to_string(blocks[block]);
        set_attribute(edits, text, *drawing.idmap, "data", list);
    }
    return edits.apply(text);
}

// The text of the copy.
PartCopier::Copied PartCopier::content(const std::string& part, std::string_view kind) {
    if (!part.ends_with(".xml") && !part.ends_with(".vml")) {
        std::string bytes;
        auto done = package_->stream(part, [&](std::string_view piece) {
            bytes += piece;
            return true;
        });
        if (!done) return std::unexpected(std::move(done.error()));
        return bytes;
    }
    auto text = package_->text(part);
    if (!text) return std::unexpected(std::move(text.error()));
    if (kind == "table") return table(*text);
    if (kind == "vmlDrawing") return boxes(*text);
    if (kind == "worksheet") return sheet_copy(*text, renamed_);
    return std::string(*text);
}

std::expected<void, Error> PartCopier::copy_relationships(const std::string& part, const std::string& to) {
    const std::string own = Package::relationships_part(part);
    if (!package_->has(own)) return {};
    const auto related = package_->relationships(part);
    if (!related) return std::unexpected(related.error());
    std::map<std::string, std::string> targets; // by id
    for (const Relationship& one : *related) {
        const std::string_view kind = kind_of(one);
        const std::string target = Package::resolve(part, one.target);
        if (one.external || std::ranges::find(shared_kinds, kind) != shared_kinds.end()
            || !package_->has(target))
            continue;
        if (std::ranges::find(single_kinds, kind) != single_kinds.end())
            return std::unexpected(Error{Error::Kind::bad_template, package_->name() + ": " + part,
                                         "A sheet that repeats holds a " + std::string(kind)
                                             + ", of which there cannot be several",
                                         "Let it stand on another sheet"});
        auto copied = copy(target, kind);
        if (!copied) return std::unexpected(std::move(copied.error()));
        targets[one.id] = relative_target(to, *copied);
    }
    auto text = package_->text(own);
    if (!text) return std::unexpected(std::move(text.error()));
    Splices edits;
    XmlLexer lexer(*text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens("Relationship")) continue;
        const auto found = targets.find(unescape(attribute(token, "Id").value_or("")));
        if (found != targets.end()) set_attribute(edits, *text, token, "Target", found->second);
    }
    package_->add(Package::relationships_part(to), edits.apply(*text));
    return {};
}

PartCopier::Copied PartCopier::copy(const std::string& part, std::string_view kind) {
    const auto dot = std::min(part.find_last_of('.'), part.size());
    const auto stem = part.substr(0, dot).find_last_not_of("0123456789");
    std::string to = free_part_name(*package_, part.substr(0, stem + 1), part.substr(dot));
    package_->add(to, std::string()); // takes the name
    if (auto done = copy_relationships(part, to); !done) return std::unexpected(std::move(done.error()));
    auto text = content(part, kind); // after its tables have their names
    if (!text) return text;
    package_->add(to, *std::move(text));
    origins_[to] = origin(part);
    if (auto done = package_->declare(to, package_->content_type(part)); !done)
        return std::unexpected(std::move(done.error()));
    return to;
}

PartCopier::Copied PartCopier::copy_sheet(const std::string& sheet) {
    renamed_.clear();
    return copy(sheet, "worksheet");
}

} // namespace xlsx
