#include "xlsx/fill/slot_language.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace xlsx {

namespace {

struct Token {
    enum class Kind : std::uint8_t { word, quoted, comparison, comma, end };
    Kind kind = Kind::end;
    std::string_view text; ///< without its quotes

    bool is(std::string_view word) const { return kind == Kind::word && text == word; }
};

constexpr std::string_view slot_blanks = " \t\r\n";

constexpr std::array<std::pair<std::string_view, Comparison::Operator>, 7> operators = {{
    {"!=", Comparison::Operator::unequal}, // the longer ones first
    {"<>", Comparison::Operator::unequal},
    {"<=", Comparison::Operator::at_most},
    {">=", Comparison::Operator::at_least},
    {"=", Comparison::Operator::equal},
    {"<", Comparison::Operator::less},
    {">", Comparison::Operator::more},
}};

constexpr std::array<std::pair<std::string_view, Aggregate>, 5> aggregates = {{
    {"count", Aggregate::count},
    {"sum", Aggregate::sum},
    {"average", Aggregate::average},
    {"min", Aggregate::min},
    {"max", Aggregate::max},
}};

class SlotReader {
public:
    explicit SlotReader(std::string_view text) : rest_(text) { advance(); }
    std::expected<SlotExpression, std::string> read();

private:
    void advance();
    Token take() {
        const Token token = token_;
        advance();
        return token;
    }
    bool ends_name() const {
        return token_.kind != Token::Kind::word || token_.is("where") || token_.is("sort");
    }
    std::string name();
    bool comparison();
    bool sort_key();
    bool fail(std::string why) {
        fault_ = std::move(why);
        return false;
    }

    std::string_view rest_; // behind token_
    Token token_;
    SlotExpression slot_;
    std::string fault_;
};

void SlotReader::advance() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(slot_blanks), rest_.size()));
    const auto cut = [&](Token::Kind kind, std::size_t skip, std::size_t length, std::size_t all) {
        token_ = {kind, rest_.substr(skip, length)};
        rest_.remove_prefix(std::min(all, rest_.size()));
    };
    if (rest_.empty()) {
        token_ = {};
        return;
    }
    if (rest_.front() == ',') return cut(Token::Kind::comma, 0, 1, 1);
    if (rest_.front() == '"' && rest_.find('"', 1) != std::string_view::npos) {
        const auto close = rest_.find('"', 1);
        return cut(Token::Kind::quoted, 1, close - 1, close + 1);
    }
    for (const auto& [sign, meaning] : operators)
        if (rest_.starts_with(sign)) return cut(Token::Kind::comparison, 0, sign.size(), sign.size());
    const auto end = std::min(rest_.find_first_of(" \t\r\n,=<>!"), rest_.size());
    const auto length = std::max<std::size_t>(end, 1);
    cut(Token::Kind::word, 0, length, length);
}

// Words up to a keyword or a sign.
std::string SlotReader::name() {
    std::string words;
    while (!ends_name()) {
        if (!words.empty()) words += ' ';
        words += take().text;
    }
    return words;
}

bool SlotReader::comparison() {
    Comparison one{.name = name(), .literal = {}};
    if (one.name.empty()) return fail("a condition without a field");
    if (token_.kind != Token::Kind::comparison)
        return fail("a condition without =, !=, <, <=, > or >= behind '" + one.name
                    + "' (text that holds 'and' or a comma needs quotes)");
    one.compare =
        std::ranges::find(operators, take().text, &std::pair<std::string_view, Comparison::Operator>::first)
            ->second;
    if (token_.kind == Token::Kind::quoted) {
        one.literal = take().text;
    } else {
        while (!ends_name() && !token_.is("and")) {
            if (!one.literal.empty()) one.literal += ' ';
            one.literal += take().text;
        }
        if (one.literal.empty())
            return fail("a condition that compares '" + one.name + "' with nothing (write \"\" for that)");
    }
    slot_.conditions.push_back(std::move(one));
    return true;
}

bool SlotReader::sort_key() {
    SortKey key;
    while (!ends_name() && !token_.is("descending") && !token_.is("ascending")) {
        if (!key.name.empty()) key.name += ' ';
        key.name += take().text;
    }
    if (key.name.empty()) return fail("'sort by' without a field");
    if (token_.is("descending") || token_.is("ascending")) key.descending = take().is("descending");
    slot_.sort.push_back(std::move(key));
    return true;
}

std::expected<SlotExpression, std::string> SlotReader::read() {
    if (slot_.marker = 0; !token_.text.empty() && std::string_view("#^/").contains(token_.text.front())) {
        slot_.marker = token_.text.front();
        token_.text.remove_prefix(1);
        if (token_.text.empty()) advance();
    } else if (const auto* found =
                   std::ranges::find(aggregates, token_.text, &std::pair<std::string_view, Aggregate>::first);
               found != aggregates.end() && !rest_.empty()) {
        slot_.aggregate = found->second;
        advance();
    } else if (token_.is("link") && !rest_.empty()) {
        advance();
        while (!ends_name() && !token_.is("as"))
            slot_.link.append(slot_.link.empty() ? "" : " ") += take().text;
        if (token_.is("as"))
            advance();
        else
            slot_.name = slot_.link;
    }
    slot_.when = slot_.marker != 0 && token_.is("if");
    if (slot_.when) advance();
    bool condition = slot_.when && slot_.marker != '/';
    if (!slot_.when && slot_.name.empty()) {
        slot_.name = name();
        if (slot_.name.empty()) return std::unexpected("a slot without a name");
    }
    const bool selects = slot_.aggregate != Aggregate::none || slot_.marker == '#' || slot_.marker == '^';
    if (selects && !slot_.when && token_.is("where")) {
        advance();
        condition = true;
    }
    while (condition) {
        if (!comparison()) return std::unexpected(std::move(fault_));
        condition = token_.is("and");
        if (condition) advance();
    }
    if (slot_.marker == '#' && !slot_.when && token_.is("sort")) {
        advance();
        if (!take().is("by")) return std::unexpected("'sort' without 'by'");
        if (!sort_key()) return std::unexpected(std::move(fault_));
        while (token_.kind == Token::Kind::comma) {
            advance();
            if (!sort_key()) return std::unexpected(std::move(fault_));
        }
    }
    if (token_.kind != Token::Kind::end)
        return std::unexpected("'" + std::string(token_.text) + "' where nothing more is expected");
    return std::move(slot_);
}

} // namespace

std::string SlotExpression::title() const {
    std::string text = "{{";
    if (marker != 0) text += marker;
    for (const auto& [word, meaning] : aggregates)
        if (meaning == aggregate) text.append(word) += ' ';
    return text + (when ? "if" : name) + "}}";
}

std::expected<SlotExpression, std::string> read_slot(std::string_view inside) {
    return SlotReader(inside).read();
}

} // namespace xlsx
