#include "xlsx/rows/sheet_formulas.h"

#include "xlsx/read/attributes.h"

#include <optional>
#include <unordered_map>

namespace xlsx {

namespace {

class FormulaWalk {
public:
    explicit FormulaWalk(std::string_view sheet_data) : lexer_(sheet_data) {}

    void walk(const std::function<void(const SheetFormula&)>& visit) {
        cells::Address at;
        for (XmlToken token = lexer_.next(); !token.last(); token = lexer_.next()) {
            if (token.depth == 1 && token.opens("row")) {
                at = {number_attribute(token, "r").value_or(at.row + 1), 0};
            } else if (token.depth == 2 && token.opens("c")) {
                const auto own = cells::parse_address(attribute(token, "r").value_or(""));
                at.column = own ? own->column : at.column + 1;
                if (token.kind != XmlToken::Kind::open) continue;
                if (const auto formula = cell(token, at)) visit(*formula);
            }
        }
    }

private:
    struct Master {
        cells::Address at;
        Formula formula;
    };

    std::optional<SheetFormula> cell(const XmlToken& tag, cells::Address at) {
        std::optional<SheetFormula> found;
        for (XmlToken token = lexer_.next(); !token.last(); token = lexer_.next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == 2) break;
            if (token.depth != 3 || !token.opens()) continue;
            if (token.local() == "f") {
                found = formula(token, at);
                found->cell = tag;
                found->spills = attribute(tag, "cm").has_value();
            } else if (found && token.local() == "v") {
                found->value = token.offset;
                found->value_end =
                    token.kind == XmlToken::Kind::open ? lexer_.skip().end_offset() : token.end_offset();
            }
        }
        return found;
    }

    SheetFormula formula(const XmlToken& tag, cells::Address at) {
        std::string text;
        std::size_t end = tag.end_offset();
        if (tag.kind == XmlToken::Kind::open) {
            for (XmlToken token = lexer_.next(); !token.last(); token = lexer_.next()) {
                if (token.holds_text())
                    text +=
                        token.kind == XmlToken::Kind::cdata ? std::string(token.body) : unescape(token.body);
                end = token.end_offset();
                if (token.kind == XmlToken::Kind::close && token.depth == 3) break;
            }
        }
        SheetFormula result{.at = at,
                            .kind = formula_kind(tag),
                            .formula = Formula(std::move(text)),
                            .cell = {},
                            .tag = tag,
                            .end = end,
                            .area = {}};
        if (result.kind == FormulaKind::shared) {
            result.group = number_attribute(tag, "si").value_or(0);
            const auto master = masters_.find(result.group);
            if (!result.formula.text().empty())
                masters_.insert_or_assign(result.group, Master{at, result.formula});
            else if (master != masters_.end())
                result.formula =
                    master->second.formula.translated(std::int64_t{at.row} - master->second.at.row,
                                                      std::int64_t{at.column} - master->second.at.column);
        } else if (result.kind != FormulaKind::plain) {
            result.area = cells::parse_range(attribute(tag, "ref").value_or("")).value_or(cells::Range{});
        }
        return result;
    }

    XmlLexer lexer_;
    std::unordered_map<std::uint32_t, Master> masters_;
};

} // namespace

void each_formula(std::string_view sheet_data, const std::function<void(const SheetFormula&)>& visit) {
    FormulaWalk(sheet_data).walk(visit);
}

} // namespace xlsx
