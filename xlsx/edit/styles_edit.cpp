#include "xlsx/edit/styles_edit.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/edit/related.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

// Plain items of the lists that cell formats refer to. Fills 0 and 1 are reserved (18.8.20).
static constexpr std::string_view plain_font =
    R"(<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>)";
static constexpr std::string_view plain_fill = R"(<fill><patternFill patternType="none"/></fill>)";
static constexpr std::string_view reserved_fill = R"(<fill><patternFill patternType="gray125"/></fill>)";
static constexpr std::string_view plain_border =
    R"(<border><left/><right/><top/><bottom/><diagonal/></border>)";

// What a workbook without styles has all the same: one plain format.
static std::string plain_lists() {
    const auto list = [](std::string_view name, std::string_view count, std::string_view items) {
        return "<" + std::string(name) + " count=\"" + std::string(count) + "\">" + std::string(items) + "</"
               + std::string(name) + ">";
    };
    return list("fonts", "1", plain_font)
           + list("fills", "2", std::string(plain_fill) + std::string(reserved_fill))
           + list("borders", "1", plain_border)
           + R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
             R"(<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>)";
}

static std::string plain_styles(bool strict) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<styleSheet xmlns=\""
           + std::string(strict ? strict_main : transitional_main) + "\">" + plain_lists() + "</styleSheet>";
}

// An id beyond this is nonsense, and the list is not filled up to it.
static constexpr std::uint32_t most_dangling = 1'000;

// A format in full. One as mc:AlternateContent is its last choice, which asks for nothing that a program may
// not understand (part 3, 10.2.1).
static std::string_view plain_format(std::string_view part, const XmlElement& item) {
    if (item.tag.local() != "AlternateContent") return part.substr(item.offset(), item.end - item.offset());
    const auto choices = children(part, item);
    const auto formats = choices.empty() ? choices : children(part, choices.back());
    if (formats.empty()) return {};
    return part.substr(formats.front().offset(), formats.front().end - formats.front().offset());
}

std::expected<StylesEdit, Error> StylesEdit::open(PartEdits& edits) {
    StylesEdit styles;
    Package& package = edits.package();
    auto workbook = edits.text(package.workbook_part());
    if (!workbook) return std::unexpected(std::move(workbook.error()));
    auto found = related_part(package, package.workbook_part(), "styles");
    if (!found) return std::unexpected(std::move(found.error()));
    styles.part_ = std::move(*found);

    std::optional<XmlOutline> part;
    if (!styles.part_.empty()) {
        auto text = edits.text(styles.part_);
        if (!text) return std::unexpected(std::move(text.error()));
        part = outline(*text);
    }
    if (!part || part->root.single()) {
        const auto root = outline(*workbook);
        styles.own_ = plain_styles(root && is_strict(*root));
        part = outline(styles.own_);
    }
    styles.prefix_ = part->prefix();
    for (const auto& [code, id] : common_number_formats) styles.number_format_ids_.emplace(code, id);
    styles.read_needs(*part);
    for (List* list : {&styles.number_formats_, &styles.fonts_, &styles.fills_, &styles.borders_,
                       &styles.cell_formats_, &styles.differentials_}) {
        const XmlElement* element = part->find(list->name);
        if (!element) continue;
        const auto items = children(part->text, *element);
        list->count = static_cast<std::uint32_t>(items.size());
        for (const XmlElement& item : items) {
            if (list == &styles.cell_formats_) styles.formats_.push_back(plain_format(part->text, item));
            if (list == &styles.number_formats_) {
                const std::uint32_t id = number_attribute(item.tag, "numFmtId").value_or(0);
                styles.number_format_ids_.emplace(unescape(attribute(item.tag, "formatCode").value_or("")),
                                                  id);
                styles.free_number_format_ = std::max(styles.free_number_format_, id + 1);
            }
        }
        if (list == &styles.fonts_ && !items.empty()) {
            for (const XmlElement& trait : children(part->text, items.front())) {
                const auto value = attribute(trait.tag, "val");
                if (trait.name == "name" && value) styles.font_name_ = unescape(*value);
                if (trait.name == "sz") styles.font_size_ = number_attribute(trait.tag, "val").value_or(11);
            }
        }
    }
    return styles;
}

// How far the ids of the file's own formats reach into the lists, whether there is anything or not.
void StylesEdit::read_needs(const XmlOutline& part) {
    for (const std::string_view name : {"cellStyleXfs", "cellXfs"}) {
        const XmlElement* element = part.find(name);
        if (!element) continue;
        for (const XmlElement& item : children(part.text, *element)) {
            const auto needs = [&](List& list, std::string_view id) {
                const std::uint32_t index = number_attribute(item.tag, id).value_or(0);
                if (index < most_dangling) list.least = std::max(list.least, index + 1);
            };
            needs(fonts_, "fontId");
            needs(fills_, "fillId");
            needs(borders_, "borderId");
        }
    }
}

// Lists that are missing or too short get plain items, before ours stand where an id leads nowhere.
void StylesEdit::fill_up() {
    const auto fill_up = [&](List& list, std::string_view plain) {
        for (; list.count < list.least; ++list.count)
            list.added += prefixed(&list == &fills_ && list.count == 1 ? reserved_fill : plain);
    };
    fill_up(fonts_, plain_font);
    fill_up(fills_, plain_fill);
    fill_up(borders_, plain_border);
    fill_up(cell_formats_, R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>)");
}

std::uint32_t StylesEdit::add(List& list, const std::string& xml) {
    if (&list != &number_formats_ && &list != &differentials_) fill_up();
    list.added += xml;
    return list.count++;
}

// "<x:font>...</x:font>" for "font": the part's prefix goes to every tag.
std::string StylesEdit::prefixed(std::string_view xml) const {
    std::string out;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        out += xml[i];
        if (xml[i] == '<' && xml[i + 1] != '/') out += prefix_;
        if (xml[i] == '/' && xml[i - 1] == '<') out += prefix_;
    }
    return out;
}

std::uint32_t StylesEdit::differential(const cells::Colours& colours) {
    const auto [known, is_new] = known_differentials_.emplace(std::pair(colours.fill, colours.text), 0);
    if (is_new)
        known->second = add(differentials_,
                            prefixed("<dxf><font><color rgb=\"FF" + escape(colours.text)
                                     + "\"/></font><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF"
                                     + escape(colours.fill) + "\"/><bgColor rgb=\"FF" + escape(colours.fill)
                                     + "\"/></patternFill></fill></dxf>"));
    return known->second;
}

std::uint32_t StylesEdit::number_format_id(const std::string& code) {
    const auto [known, is_new] = number_format_ids_.emplace(code, free_number_format_);
    if (is_new)
        add(number_formats_, prefixed("<numFmt numFmtId=\"" + std::to_string(free_number_format_++)
                                      + "\" formatCode=\"" + escape(code) + "\"/>"));
    return known->second;
}

std::string StylesEdit::number_format_of(std::uint32_t format) const {
    const std::uint32_t id = format < formats_.size()
                                 ? number_attribute(XmlLexer(formats_[format]).next(), "numFmtId").value_or(0)
                                 : 0;
    const auto found =
        std::ranges::find_if(number_format_ids_, [&](const auto& known) { return known.second == id; });
    return found == number_format_ids_.end() ? std::string() : found->first;
}

std::uint32_t StylesEdit::like(std::uint32_t base, const std::string& number_format) {
    const auto [known, is_new] = known_likenesses_.emplace(std::pair(base, number_format), 0);
    if (!is_new) return known->second;
    std::string xml = prefixed("<xf fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
    if (base < formats_.size() && !formats_[base].empty()) xml = formats_[base];
    const XmlToken tag = XmlLexer(xml).next();
    Splices changes;
    set_attribute(changes, xml, tag, "numFmtId", std::to_string(number_format_id(number_format)));
    set_attribute(changes, xml, tag, "applyNumberFormat", "1");
    return known->second = add(cell_formats_, changes.apply(xml));
}

ListFormats StylesEdit::list_formats() {
    const auto font = [&](std::string_view before, std::uint32_t larger, std::string_view after) {
        return add(fonts_, prefixed("<font>" + std::string(before) + "<sz val=\""
                                    + std::to_string(font_size_ + larger) + "\"/>" + std::string(after)
                                    + "<name val=\"" + escape(font_name_) + "\"/></font>"));
    };
    const auto format = [&](std::uint32_t font_id, std::uint32_t fill_id, bool wrap) {
        return add(cell_formats_,
                   prefixed("<xf numFmtId=\"0\" fontId=\"" + std::to_string(font_id) + "\" fillId=\""
                            + std::to_string(fill_id)
                            + "\" borderId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
                              "<alignment vertical=\"top\""
                            + (wrap ? " wrapText=\"1\"" : "") + "/></xf>"));
    };
    const std::uint32_t grey =
        add(fills_, prefixed("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7E6E6\"/>"
                             "<bgColor indexed=\"64\"/></patternFill></fill>"));
    ListFormats formats;
    formats.title = format(font("<b/>", 4, ""), 0, false);
    formats.head = format(font("<b/>", 0, ""), grey, true);
    formats.body = format(0, 0, true);
    formats.link = format(font("<u/>", 0, "<color rgb=\"FF0563C1\"/>"), 0, true);
    return formats;
}

std::expected<void, Error> StylesEdit::finish(PartEdits& run) {
    const List* const lists[] = {&number_formats_, &fonts_,        &fills_,
                                 &borders_,        &cell_formats_, &differentials_};
    if (std::ranges::all_of(lists, [](const List* list) { return list->added.empty(); })) return {};
    std::string_view text = own_;
    if (own_.empty()) {
        auto found = run.text(part_);
        if (!found) return std::unexpected(std::move(found.error()));
        text = *found;
    }
    const auto part = outline(text);
    Splices own_edits;
    Splices& edits = own_.empty() ? run.of(part_) : own_edits;
    for (const List* list : lists) {
        if (list->added.empty()) continue;
        if (const XmlElement* element = part->find(list->name)) {
            append_counted(edits, *element, text, list->added, list->count);
        } else {
            const std::string name = prefix_ + std::string(list->name);
            edits.insert(part->place(list->name, styles_order), "<" + name + " count=\""
                                                                    + std::to_string(list->count) + "\">"
                                                                    + list->added + "</" + name + ">");
        }
    }
    return own_.empty() ? std::expected<void, Error>() : add_part(run, own_edits.apply(own_));
}

// A workbook without styles, or with an empty styles part.
std::expected<void, Error> StylesEdit::add_part(PartEdits& run, std::string text) {
    Package& package = run.package();
    if (!part_.empty()) {
        auto old = run.text(part_);
        if (!old) return std::unexpected(std::move(old.error()));
        run.of(part_).replace(0, old->size(), std::move(text));
        return {};
    }
    const std::string part = folder_of(package.workbook_part()) + "styles.xml";
    package.add(part, std::move(text));
    auto declared =
        package.declare(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
    if (!declared) return declared;
    auto related = package.relate(package.workbook_part(), "styles", "styles.xml");
    if (!related) return std::unexpected(std::move(related.error()));
    return {};
}

} // namespace xlsx
