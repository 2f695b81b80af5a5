#include "xlsx/rows/shifted_rows.h"

#include "xlsx/read/attributes.h"
#include "xlsx/rows/element_copy.h"

#include <algorithm>
#include <optional>

namespace xlsx {

namespace {

class RowShifter {
public:
    RowShifter(std::string_view sheet_data, const std::optional<RowShift>& shift, const RowContents& contents)
        : text_(sheet_data), shift_(shift), contents_(contents), lexer_(sheet_data) {}

    std::expected<std::string, std::string> write() {
        for (XmlToken token = lexer_.next(); !token.last() && fault_.empty(); token = lexer_.next()) {
            if (token.depth == 1 && token.opens("row")) {
                row(token);
            } else {
                if (token.depth == 0 && (token.kind == XmlToken::Kind::close)) add_rows(0);
                out_ += token.raw;
            }
        }
        if (!lexer_.reason().empty()) return std::unexpected(std::string(lexer_.reason()));
        if (!fault_.empty()) return std::unexpected(fault_);
        return std::move(out_);
    }

private:
    void row(const XmlToken& tag);
    std::size_t follow_cells(std::uint32_t row);
    void cell(const XmlToken& tag, cells::Address before, std::uint32_t row);
    void add_rows(std::uint32_t level_below);
    std::string new_row(std::uint32_t row, std::size_t nth, std::uint32_t level_below) const;
    bool empties(cells::Address at) const {
        return std::ranges::any_of(contents_.emptied,
                                   [&](const cells::Range& range) { return range.contains(at); });
    }
    bool empties_row(std::uint32_t row) const {
        return std::ranges::any_of(contents_.emptied, [&](const cells::Range& range) {
            return row >= range.first.row && row <= range.last.row;
        });
    }
    /// A tag with its r attribute made `r`.
    void place(const XmlToken& tag, const std::string& r) {
        const auto old = attribute(tag, "r");
        const std::string_view raw = tag.raw;
        const std::string_view at = old ? *old : tag.name.substr(tag.name.size());
        const auto offset = static_cast<std::size_t>(at.data() - raw.data());
        out_ += raw.substr(0, offset);
        out_ += old ? r : " r=\"" + r + "\"";
        out_ += raw.substr(offset + at.size());
    }
    std::string_view rest_of(const XmlToken& open) {
        const XmlToken close = lexer_.skip();
        return text_.substr(open.end_offset(), close.end_offset() - open.end_offset());
    }

    std::string_view text_;
    const std::optional<RowShift>& shift_;
    const RowContents& contents_;
    XmlLexer lexer_;
    std::string out_;
    std::string fault_;
    std::uint32_t number_ = 0;
    bool added_ = false;
    std::string_view above_; // the row before the insertion, if there is one
    std::string prefix_;
};

void RowShifter::row(const XmlToken& tag) {
    const std::uint32_t before = number_;
    number_ = attribute(tag, "r") ? number_attribute(tag, "r").value_or(0) : before + 1;
    if (number_ <= before || number_ > cells::last_row) {
        fault_ = "row " + std::to_string(number_) + " stands after row " + std::to_string(before);
        return;
    }
    prefix_ = tag.name.substr(0, tag.name.size() - tag.local().size());
    const bool open = tag.kind == XmlToken::Kind::open;
    std::uint32_t now = number_;
    if (shift_ && shift_->removes(number_)) {
        if (open) lexer_.skip();
        return;
    }
    if (shift_ && number_ >= shift_->first) {
        if (shift_->inserts)
            add_rows(number_ == shift_->first ? number_attribute(tag, "outlineLevel").value_or(0) : 0);
        now = shift_->inserts ? number_ + shift_->count : number_ - shift_->count;
    }
    if (now > cells::last_row) {
        if (open && XmlLexer(rest_of(tag)).next().opens())
            fault_ = "the cells of row " + std::to_string(number_) + " would be pushed off the sheet's end";
        return;
    }
    std::size_t end = tag.end_offset();
    if (now == number_ && !empties_row(number_)) {
        const std::string_view rest = open ? rest_of(tag) : std::string_view();
        end += rest.size();
        out_ += tag.raw;
        out_ += rest;
    } else {
        place(tag, std::to_string(now));
        if (open) end = follow_cells(now);
    }
    if (shift_ && number_ + 1 == shift_->first) above_ = text_.substr(tag.offset, end - tag.offset);
}

// The cells of the row that was opened, and its close tag; gives where that ends.
std::size_t RowShifter::follow_cells(std::uint32_t row) {
    std::uint32_t column = 0;
    for (XmlToken token = lexer_.next();; token = lexer_.next()) {
        if (token.depth == 2 && token.opens("c")) {
            const auto own = cells::parse_address(attribute(token, "r").value_or(""));
            column = own ? own->column : column + 1;
            cell(token, {number_, column}, row);
            continue;
        }
        out_ += token.raw;
        if (token.last() || (token.kind == XmlToken::Kind::close && token.depth == 1))
            return token.end_offset();
    }
}

void RowShifter::cell(const XmlToken& tag, cells::Address before, std::uint32_t row) {
    const std::size_t start = out_.size();
    if (attribute(tag, "r"))
        place(tag, cells::to_text(cells::Address{row, before.column}));
    else
        out_ += tag.raw;
    if (tag.kind != XmlToken::Kind::open) return;
    const std::string_view rest = rest_of(tag);
    const XmlToken first = XmlLexer(rest).next();
    if (!empties(before) || first.opens("f")) {
        out_ += rest;
        return;
    }
    const std::string whole = without_attributes(std::string_view(out_).substr(start), {"t", "cm", "vm"});
    out_.resize(start);
    out_ += whole.substr(0, whole.size() - 1) + "/>";
}

std::string RowShifter::new_row(std::uint32_t row, std::size_t nth, std::uint32_t level_below) const {
    const std::string r = std::to_string(row);
    XmlLexer lexer(above_);
    const XmlToken above = above_.empty() ? XmlToken{} : lexer.next();
    std::string tag;
    for (const std::string_view name : {"s", "customFormat", "ht", "customHeight"})
        if (const auto value = attribute(above, name))
            tag += " " + std::string(name) + "=\"" + std::string(*value) + "\"";
    const std::uint32_t level = std::min(level_below, number_attribute(above, "outlineLevel").value_or(0));
    if (level != 0) tag += " outlineLevel=\"" + std::to_string(level) + "\"";

    std::map<std::uint32_t, std::string> contents; // by column: what follows the address
    for (const auto& [column, texts] : contents_.formulas)
        contents[column] =
            "><" + prefix_ + "f>" + escape(texts[nth]) + "</" + prefix_ + "f></" + prefix_ + "c>";
    std::uint32_t column = 0;
    for (XmlToken token = above_.empty() ? XmlToken{} : lexer.next(); !token.last(); token = lexer.next()) {
        if (token.depth != 1 || !token.opens("c")) continue;
        const auto own = cells::parse_address(attribute(token, "r").value_or(""));
        column = own ? own->column : column + 1;
        if (token.kind == XmlToken::Kind::open) lexer.skip();
        const auto style = attribute(token, "s");
        if (!style) continue;
        std::string& content = contents[column];
        content = " s=\"" + std::string(*style) + "\"" + (content.empty() ? "/>" : content);
    }
    if (tag.empty() && contents.empty()) return {};
    std::string xml = "<" + prefix_ + "row r=\"" + r + "\"" + tag;
    if (contents.empty()) return xml + "/>";
    xml += ">";
    for (const auto& [at, content] : contents)
        xml += "<" + prefix_ + "c r=\"" + cells::column_letters(at) + r + "\"" + content;
    return xml + "</" + prefix_ + "row>";
}

void RowShifter::add_rows(std::uint32_t level_below) {
    if (added_ || !shift_ || !shift_->inserts) return;
    added_ = true;
    for (std::uint32_t i = 0; i < shift_->count; ++i) out_ += new_row(shift_->first + i, i, level_below);
}

} // namespace

std::expected<std::string, std::string> shifted_rows(std::string_view sheet_data, const RowShift& shift,
                                                     const RowContents& contents) {
    return RowShifter(sheet_data, shift, contents).write();
}

std::expected<std::string, std::string> emptied_rows(std::string_view sheet_data,
                                                     const std::vector<cells::Range>& emptied) {
    return RowShifter(sheet_data, std::nullopt, {.formulas = {}, .emptied = emptied}).write();
}

} // namespace xlsx
