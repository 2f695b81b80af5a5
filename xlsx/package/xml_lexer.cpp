#include "xlsx/package/xml_lexer.h"

#include <cstring>

namespace xlsx {

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// What cannot stand in a name; of these only blanks may follow one.
static constexpr auto ends_name = [] {
    std::array<bool, 256> table{};
    for (const char c : {' ', '\t', '\r', '\n', '<', '"', '\'', '=', '&'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

std::string_view XmlToken::local() const {
    return without_prefix(name);
}

bool XmlToken::beside_root(bool root_before) const {
    if (depth != 0) return false;
    if (holds_text()) return raw.find_first_not_of(" \t\r\n") != std::string_view::npos;
    return root_before && opens();
}

namespace {

struct TagEnd {
    std::size_t at = std::string_view::npos; // of the '>' outside quotes
    std::string_view fault;                  // what is wrong where there is none
};

} // namespace

// Where the tag that starts at `from` ends. Values stand behind a '=', and blanks between attributes: what is
// read otherwise would be read as something that nobody wrote.
static TagEnd end_of_tag(std::string_view input, std::size_t from) {
    static constexpr TagEnd cut_short = {std::string_view::npos, "'<' without '>'"};
    const char* at = input.data() + from;
    const char* const end = input.data() + input.size();
    for (; at != end; ++at) {
        if (*at == '>') return {static_cast<std::size_t>(at - input.data()), {}};
        if (*at != '"' && *at != '\'') continue;
        if (at[-1] != '=' && !is_blank(at[-1]))
            return {std::string_view::npos, "a quote that begins no value"};
        const char quote = *at;
        do ++at;
        while (at != end && *at != quote);
        if (at == end || at + 1 == end) return cut_short;
        if (!is_blank(at[1]) && at[1] != '>' && at[1] != '/')
            return {std::string_view::npos, "attributes without a blank between"};
    }
    return cut_short;
}

XmlToken XmlLexer::broken(std::string reason) {
    reason_ = std::move(reason);
    XmlToken token;
    token.kind = XmlToken::Kind::broken;
    token.offset = at_;
    token.depth = depth_;
    return token;
}

// <?...?>, <!--...-->, <![CDATA[...]]>
XmlToken XmlLexer::markup() {
    struct Form {
        std::string_view opens, closes;
        XmlToken::Kind kind;
    };
    static constexpr std::array<Form, 3> forms = {{
        {"<?", "?>", XmlToken::Kind::other},
        {"<!--", "-->", XmlToken::Kind::other},
        {"<![CDATA[", "]]>", XmlToken::Kind::cdata},
    }};
    const std::string_view rest = input_.substr(at_);
    for (const Form& form : forms) {
        if (!rest.starts_with(form.opens)) continue;
        const auto close = rest.find(form.closes, form.opens.size());
        if (close == std::string_view::npos)
            return broken("'" + std::string(form.opens) + "' without '" + std::string(form.closes) + "'");
        XmlToken token;
        token.kind = form.kind;
        token.offset = at_;
        token.depth = depth_;
        token.raw = rest.substr(0, close + form.closes.size());
        token.body = rest.substr(form.opens.size(), close - form.opens.size());
        at_ += token.raw.size();
        return token;
    }
    return broken(rest.starts_with("<!DOCTYPE") ? "a DOCTYPE" : "'<!' that starts nothing known");
}

XmlToken XmlLexer::tag(std::size_t end) {
    XmlToken token;
    token.offset = at_;
    token.raw = input_.substr(at_, end + 1 - at_);
    std::string_view inside = token.raw.substr(1, token.raw.size() - 2);
    const bool closes = inside.starts_with('/');
    const bool single = !closes && inside.ends_with('/');
    if (closes) inside.remove_prefix(1);
    if (single) inside.remove_suffix(1);

    std::size_t length = 0;
    while (length < inside.size() && !ends_name[static_cast<unsigned char>(inside[length])]) ++length;
    if (length == 0) return broken("a tag without a name");
    if (length < inside.size() && !is_blank(inside[length])) return broken("'<' without '>'");
    token.name = inside.substr(0, length);
    token.body = inside.substr(length);

    if (closes) {
        if (depth_ == 0) return broken("</" + std::string(token.name) + "> closes nothing");
        if (open_[depth_ - 1] != token.name)
            return broken("</" + std::string(token.name) + "> closes <" + std::string(open_[depth_ - 1])
                          + ">");
        token.kind = XmlToken::Kind::close;
        token.depth = --depth_;
    } else {
        token.depth = depth_;
        if (depth_ == max_depth_) return broken("nested deeper than " + std::to_string(max_depth_));
        token.kind = single ? XmlToken::Kind::single : XmlToken::Kind::open;
        if (!single) open_[depth_++] = token.name;
    }
    at_ = end + 1;
    return token;
}

XmlToken XmlLexer::next() {
    if (!reason_.empty()) return broken(std::move(reason_));
    if (at_ == input_.size()) {
        if (depth_ != 0) return broken("<" + std::string(open_[depth_ - 1]) + "> is not closed");
        XmlToken token;
        token.offset = at_;
        return token;
    }
    if (input_[at_] != '<') {
        const void* found = std::memchr(input_.data() + at_, '<', input_.size() - at_);
        const std::size_t end =
            found ? static_cast<std::size_t>(static_cast<const char*>(found) - input_.data()) : input_.size();
        XmlToken token;
        token.kind = XmlToken::Kind::text;
        token.offset = at_;
        token.depth = depth_;
        token.raw = token.body = input_.substr(at_, end - at_);
        at_ = end;
        return token;
    }
    if (at_ + 1 < input_.size() && (input_[at_ + 1] == '?' || input_[at_ + 1] == '!')) return markup();
    const TagEnd end = end_of_tag(input_, at_ + 1);
    return end.fault.empty() ? tag(end.at) : broken(std::string(end.fault));
}

XmlToken XmlLexer::skip() {
    const std::uint32_t outside = depth_ - 1;
    for (;;) {
        const XmlToken token = next();
        if (token.last() || (token.kind == XmlToken::Kind::close && token.depth == outside)) return token;
    }
}

// Byte by byte: names and values are so short that searching them costs more.
std::optional<XmlAttribute> take_attribute(std::string_view& body) {
    const char* at = body.data();
    const char* const end = at + body.size();
    const auto skip_blanks = [&] {
        while (at != end && is_blank(*at)) ++at;
    };
    skip_blanks();
    const char* const name = at;
    while (at != end && *at != '=' && !is_blank(*at)) ++at;
    const char* const name_end = at;
    skip_blanks();
    if (at == end || *at != '=') return std::nullopt;
    ++at;
    skip_blanks();
    if (at == end || (*at != '"' && *at != '\'')) return std::nullopt;
    const char quote = *at++;
    const char* const value = at;
    while (at != end && *at != quote) ++at;
    if (at == end) return std::nullopt;
    body = {at + 1, end};
    return XmlAttribute{{name, name_end}, {value, at}};
}

// The value of the first attribute whose name `matches`.
template <typename Matches>
static std::optional<std::string_view> find_attribute(std::string_view body, Matches matches) {
    while (const auto next = take_attribute(body))
        if (matches(next->name)) return next->value;
    return std::nullopt;
}

XmlToken XmlLexer::skip_to_last_close(const XmlToken& open) {
    const auto close = input_.rfind("</" + std::string(open.name) + ">");
    if (close == std::string_view::npos || close < at_) return skip();
    at_ = close;
    return next();
}

bool XmlLexer::skip_unseen(const XmlToken& open, std::string_view unless) {
    const std::string_view text = rest();
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view tag = text.substr(at);
        if (tag.starts_with(unless) || tag.starts_with("<!")) return false;
        if (!tag.starts_with("</") || tag.substr(2, open.name.size()) != open.name) continue;
        if (tag.size() == open.name.size() + 2 || tag[open.name.size() + 2] != '>') continue;
        close_after(at);
        return true;
    }
    return false;
}

std::optional<std::string_view> attribute(const XmlToken& tag, std::string_view name) {
    return find_attribute(tag.body, [&](std::string_view found) { return found == name; });
}

std::optional<std::string_view> attribute_local(const XmlToken& tag, std::string_view local_name) {
    return find_attribute(tag.body,
                          [&](std::string_view found) { return without_prefix(found) == local_name; });
}

} // namespace xlsx
