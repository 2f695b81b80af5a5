#include "engine/figures/figure_text.h"

#include "engine/cells/ascii.h"
#include "engine/figures/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace engine {

using cells::Decimal;

// Words that stand where a figure should. "Nil" and "none" are not among them: whether they mean 0 is the
// service's to say.
static constexpr std::array<std::pair<std::string_view, Marker>, 55> whole_words = {{
    {"n/a", Marker::not_applicable},
    {"na", Marker::not_applicable},
    {"n.a.", Marker::not_applicable},
    {"n.a", Marker::not_applicable},
    {"-", Marker::not_applicable},
    {"--", Marker::not_applicable},
    {"[z]", Marker::not_applicable},
    {"not applicable", Marker::not_applicable},
    {"not measured", Marker::not_applicable},
    {"not reported", Marker::not_applicable},
    {"annual", Marker::not_applicable},
    {"annually", Marker::not_applicable},
    {"annual measure", Marker::not_applicable},
    {"annual indicator", Marker::not_applicable},
    {"reported annually", Marker::not_applicable},
    {"measured annually", Marker::not_applicable},
    {"survey", Marker::not_applicable},
    {"tbc", Marker::pending},
    {"tbd", Marker::pending},
    {"tba", Marker::pending},
    {"t.b.c.", Marker::pending},
    {"to be confirmed", Marker::pending},
    {"to be determined", Marker::pending},
    {"to be agreed", Marker::pending},
    {"to be set", Marker::pending},
    {"to be developed", Marker::pending},
    {"to follow", Marker::pending},
    {"pending", Marker::pending},
    {"awaited", Marker::pending},
    {"data awaited", Marker::pending},
    {"figure awaited", Marker::pending},
    {"outstanding", Marker::pending},
    {"in development", Marker::pending},
    {"under development", Marker::pending},
    {"target in development", Marker::pending},
    {"target under development", Marker::pending},
    {"baseline in development", Marker::pending},
    {"baseline under development", Marker::pending},
    {"unavailable", Marker::pending},
    {"no data", Marker::pending},
    {"[x]", Marker::pending},
    {"*", Marker::suppressed},
    {"[c]", Marker::suppressed},
    {"c", Marker::suppressed},
    {"suppressed", Marker::suppressed},
    {"[suppressed]", Marker::suppressed},
    {"(suppressed)", Marker::suppressed},
    // LibreOffice writes a formula's error as text.
    {"#div/0!", Marker::excel_error},
    {"#n/a", Marker::excel_error},
    {"#name?", Marker::excel_error},
    {"#null!", Marker::excel_error},
    {"#num!", Marker::excel_error},
    {"#ref!", Marker::excel_error},
    {"#spill!", Marker::excel_error},
    {"#value!", Marker::excel_error},
}};

// "Not available until 2018", "awaiting national data".
static constexpr std::array<std::string_view, 5> pending_starts = {
    "not available", "not yet", "data not", "awaiting", "no data yet",
};

static Marker whole_word(std::string_view text) {
    const auto* const found =
        std::ranges::find(whole_words, text, &std::pair<std::string_view, Marker>::first);
    if (found != whole_words.end()) return found->second;
    const bool pending =
        std::ranges::any_of(pending_starts, [&](std::string_view start) { return text.starts_with(start); });
    return pending ? Marker::pending : Marker::none;
}

/// What a remark beside a figure makes of it: "(prov)", "est.". None for any other words.
static Marker remark(std::string_view words) {
    words = words::trimmed(words, " .");
    static constexpr std::array provisional = {"prov", "provisional", "p", "tbc", "unaudited", "unvalidated"};
    static constexpr std::array estimate = {"est", "estimate", "estimated", "e", "approx", "approximate"};
    if (std::ranges::find(provisional, words) != provisional.end()) return Marker::provisional;
    if (std::ranges::find(estimate, words) != estimate.end()) return Marker::estimate;
    return Marker::none;
}

namespace {

/// A figure's text, from which remarks are taken off until the number is left.
class FigureText {
public:
    FigureText(std::string_view plain, Unit unit) : rest_(plain), unit_(unit) {}

    void read(Figure& figure) {
        while (take_remark_after()) {
        }
        while (take_remark_before()) {
        }
        read_number(figure);
        if (figure.marker != Marker::none) return;
        figure.marker = marker_;
        if (marker_ == Marker::suppressed) figure.value.reset();
    }

private:
    void note(Marker marker) {
        if (marker_ == Marker::none || marker == Marker::suppressed) marker_ = marker;
    }

    /// "(06/07)", "(prov)", "[1]", "*", " prov"
    bool take_remark_after() {
        if (rest_.ends_with(')') || rest_.ends_with(']')) {
            const auto open = rest_.rfind(rest_.back() == ')' ? '(' : '[');
            const auto before = words::trimmed(rest_.substr(0, open));
            if (open == std::string_view::npos || !std::ranges::any_of(before, cells::is_digit)) return false;
            note(remark(rest_.substr(open + 1, rest_.size() - open - 2)));
            rest_ = before;
            return true;
        }
        if (rest_.size() > 1 && rest_.ends_with('*')) {
            note(Marker::provisional);
            rest_ = words::trimmed(rest_.substr(0, rest_.size() - 1));
            return true;
        }
        return take_word_after();
    }

    bool take_word_after() {
        auto start = rest_.size();
        while (start > 0 && (rest_[start - 1] == '.' || (rest_[start - 1] >= 'a' && rest_[start - 1] <= 'z')))
            --start;
        // "12p" is money.
        if (start == 0 || start == rest_.size() || rest_[start] == '.') return false;
        if (unit_ == Unit::money && rest_[start - 1] != ' ') return false;
        const Marker marker = remark(rest_.substr(start));
        if (marker == Marker::none) return false;
        note(marker);
        rest_ = words::trimmed(rest_.substr(0, start));
        return true;
    }

    /// "c.40", "approx 12", "<5"
    bool take_remark_before() {
        static constexpr std::array<std::pair<std::string_view, Marker>, 24> starts = {{
            {"circa", Marker::estimate},       {"ca.", Marker::estimate},
            {"ca ", Marker::estimate},         {"c.", Marker::estimate},
            {"c", Marker::estimate},           {"approximately", Marker::estimate},
            {"approx.", Marker::estimate},     {"approx", Marker::estimate},
            {"about", Marker::estimate},       {"around", Marker::estimate},
            {"estimated", Marker::estimate},   {"est.", Marker::estimate},
            {"est", Marker::estimate},         {"~", Marker::estimate},
            {"≈", Marker::estimate},           {"provisional", Marker::provisional},
            {"prov.", Marker::provisional},    {"prov", Marker::provisional},
            {"<", Marker::suppressed},         {">", Marker::suppressed},
            {"≤", Marker::suppressed},         {"≥", Marker::suppressed},
            {"less than", Marker::suppressed}, {"fewer than", Marker::suppressed},
        }};
        const auto* const found = std::ranges::find_if(
            starts, [this](const auto& start) { return rest_.starts_with(start.first); });
        if (found == starts.end()) return false;
        note(found->second);
        rest_ = words::trimmed(rest_.substr(found->first.size()), " :=");
        return true;
    }

    bool take(std::string_view start) {
        if (!rest_.starts_with(start)) return false;
        rest_ = words::trimmed(rest_.substr(start.size()));
        return true;
    }

    void read_number(Figure& figure) {
        figure.marker = Marker::unreadable;
        bool negative = rest_.starts_with('(') && rest_.ends_with(')');
        if (negative) rest_ = words::trimmed(rest_.substr(1, rest_.size() - 2));
        const bool pounds = take("£");
        if (!negative && !take("+")) negative = take("-");
        if (!pounds) take("£");
        const std::string digits = take_digits();
        if (digits.empty() || !take_unit(figure)) return;
        figure.value = Decimal::parse(digits);
        figure.marker = figure.value ? Marker::none : Marker::out_of_range;
        if (!figure.value) return;
        if (negative) figure.value = -*figure.value;
        const auto point = digits.find('.');
        figure.places = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    }

    /// "1,234.5" without its separators; empty where they do not stand before three digits each.
    std::string take_digits() {
        std::string digits;
        std::size_t since_comma = 0;
        bool grouped = false;
        bool point = false;
        std::size_t i = 0;
        for (; i < rest_.size(); ++i) {
            const char c = rest_[i];
            if (cells::is_digit(c)) {
                digits += c;
                ++since_comma;
            } else if (c == ',' && !point && since_comma > 0 && since_comma <= 3
                       && (!grouped || since_comma == 3)) {
                grouped = true;
                since_comma = 0;
            } else if (c == '.' && !point) {
                if (grouped && since_comma != 3) return {};
                grouped = false;
                point = true;
                digits += c;
            } else {
                break;
            }
        }
        if ((grouped && since_comma != 3) || digits == ".") return {};
        if (digits.ends_with('.')) digits.pop_back();
        rest_ = words::trimmed(rest_.substr(i));
        return digits;
    }

    /// What stands after the number: nothing, a % sign, or the measure's own unit in words.
    bool take_unit(Figure& figure) {
        if (rest_.empty()) return true;
        if (rest_ == "%" || rest_ == "per cent" || rest_ == "percent") {
            figure.percent = true;
            return true;
        }
        if (unit_ == Unit::days) return rest_ == "days" || rest_ == "day" || rest_ == "working days";
        if (unit_ == Unit::weeks) return rest_ == "weeks" || rest_ == "week";
        return false;
    }

    std::string_view rest_;
    Unit unit_;
    Marker marker_ = Marker::none;
};

} // namespace

void read_figure_text(std::string_view text, Unit unit, Figure& figure) {
    const std::string plain = words::plain(text);
    if (plain.empty()) return;
    figure.marker = whole_word(plain);
    if (figure.marker == Marker::none) FigureText(plain, unit).read(figure);
}

} // namespace engine
