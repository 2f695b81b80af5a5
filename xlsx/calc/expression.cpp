#include "xlsx/calc/expression.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

namespace xlsx {

using Node = Expression::Kind;

namespace {

constexpr int deepest = 64; // Excel's own limit on nesting
constexpr std::size_t most_arguments = 255;

struct Operator {
    std::string_view sign;
    Node kind;
};
// By rank, the loosest first; a longer sign before one that it starts with.
constexpr std::array comparisons = {Operator{"<>", Node::unequal},  Operator{"<=", Node::at_most},
                                    Operator{">=", Node::at_least}, Operator{"=", Node::equal},
                                    Operator{"<", Node::less},      Operator{">", Node::more}};
constexpr std::array joins = {Operator{"&", Node::join}};
constexpr std::array sums = {Operator{"+", Node::add}, Operator{"-", Node::subtract}};
constexpr std::array products = {Operator{"*", Node::times}, Operator{"/", Node::divide}};
constexpr std::array powers = {Operator{"^", Node::power}};
constexpr std::array<std::span<const Operator>, 5> ranks = {comparisons, joins, sums, products, powers};

bool word_letter(char c) {
    return cells::is_digit(c) || cells::is_letter(c) || c == '_' || c == '.' || c == '\\' || c == '$'
           || c == '?' || static_cast<unsigned char>(c) >= 0x80;
}

class Parser {
public:
    explicit Parser(const Formula& formula) : text_(formula.text()), references_(formula.references()) {}

    std::optional<Expression> parse() {
        auto whole = ranked(0, 0);
        blanks();
        if (!whole || at_ != text_.size()) return std::nullopt;
        return whole;
    }

private:
    char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void blanks() {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') ++at_;
    }
    bool take(std::string_view sign) {
        blanks();
        if (!text_.substr(at_).starts_with(sign)) return false;
        at_ += sign.size();
        return true;
    }

    std::optional<Expression> ranked(std::size_t rank, int depth) {
        if (depth > deepest) return std::nullopt;
        if (rank == ranks.size()) return signed_operand(depth);
        auto left = ranked(rank + 1, depth);
        while (left) {
            const auto sign =
                std::ranges::find_if(ranks[rank], [&](const Operator& one) { return take(one.sign); });
            if (sign == ranks[rank].end()) break;
            auto right = ranked(rank + 1, depth);
            if (!right) return std::nullopt;
            Expression both;
            both.kind = sign->kind;
            both.parts.push_back(*std::move(left));
            both.parts.push_back(*std::move(right));
            left = std::move(both);
        }
        return left;
    }

    std::optional<Expression> signed_operand(int depth) {
        if (depth > deepest) return std::nullopt;
        if (take("+")) return signed_operand(depth + 1);
        if (take("-")) return around(Node::negate, signed_operand(depth + 1));
        auto value = operand(depth);
        while (value && take("%")) value = around(Node::percent, std::move(value));
        return value;
    }

    static std::optional<Expression> around(Node kind, std::optional<Expression> part) {
        if (!part) return std::nullopt;
        Expression whole;
        whole.kind = kind;
        whole.parts.push_back(*std::move(part));
        return whole;
    }

    std::optional<Expression> operand(int depth) {
        blanks();
        Expression value;
        if (take("(")) {
            auto inside = ranked(0, depth + 1);
            if (!inside || !take(")")) return std::nullopt;
            return inside;
        }
        if (here() == '"') return quoted();
        const auto reference = std::ranges::lower_bound(references_, at_, {}, &Reference::offset);
        if (reference != references_.end() && reference->offset == at_) {
            at_ += reference->length;
            value.kind = reference->external ? Node::unknown : Node::reference;
            value.reference = *reference;
            return value;
        }
        if (here() == '#') return error_code();
        if (cells::is_digit(here()) || here() == '.') return number();
        return word(depth);
    }

    std::optional<Expression> quoted() {
        Expression value;
        value.kind = Node::text;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"' && (++at_ == text_.size() || text_[at_] != '"')) return value;
            value.text += text_[at_];
        }
        return std::nullopt;
    }

    std::optional<Expression> error_code() {
        static constexpr std::array<std::string_view, 7> codes = {"#DIV/0!", "#N/A",  "#NAME?", "#NULL!",
                                                                  "#NUM!",   "#REF!", "#VALUE!"};
        const auto code = std::ranges::find_if(codes, [&](std::string_view one) { return take(one); });
        if (code == codes.end()) return std::nullopt;
        Expression value;
        value.kind = Node::error;
        value.text = *code;
        return value;
    }

    std::optional<Expression> number() {
        Expression value;
        value.kind = Node::number;
        const auto [end, fault] =
            std::from_chars(text_.data() + at_, text_.data() + text_.size(), value.number);
        at_ = static_cast<std::size_t>(end - text_.data());
        if (fault != std::errc{} || word_letter(here()) || here() == ':') return std::nullopt;
        return value;
    }

    // A function, TRUE, FALSE, or a name, which is unknown here.
    std::optional<Expression> word(int depth) {
        const std::size_t start = at_;
        if (here() == '\'') {
            at_ = text_.find("'!", at_ + 1);
            if (at_ == std::string_view::npos) at_ = text_.size();
            if (!take("'!")) return std::nullopt;
        }
        while (word_letter(here()) || here() == '!') ++at_;
        if (at_ == start) return std::nullopt;
        Expression value;
        value.text = text_.substr(start, at_ - start);
        std::ranges::transform(value.text, value.text.begin(), cells::upper);
        if (here() == '(') {
            ++at_;
            if (value.text.starts_with("_XLFN.")) value.text.erase(0, 6);
            value.kind = Node::call;
            return arguments(std::move(value), depth + 1);
        }
        if (here() == '[' || here() == ':' || here() == '{') return std::nullopt;
        if (value.text == "TRUE" || value.text == "FALSE") {
            value.kind = Node::boolean;
            value.number = value.text == "TRUE" ? 1 : 0;
        }
        return value;
    }

    std::optional<Expression> arguments(Expression call, int depth) {
        if (take(")")) return call;
        while (call.parts.size() < most_arguments) {
            blanks();
            if (here() == ',' || here() == ')') {
                Expression left_out;
                left_out.kind = Node::missing;
                call.parts.push_back(std::move(left_out));
            } else {
                auto part = ranked(0, depth);
                if (!part) return std::nullopt;
                call.parts.push_back(*std::move(part));
            }
            if (take(")")) return call;
            if (!take(",")) return std::nullopt;
        }
        return std::nullopt;
    }

    std::string_view text_;
    const std::vector<Reference>& references_;
    std::size_t at_ = 0;
};

} // namespace

std::optional<Expression> parse_expression(const Formula& formula) {
    return Parser(formula).parse();
}

} // namespace xlsx
