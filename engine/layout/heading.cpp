#include "engine/layout/heading.h"

#include "engine/cells/ascii.h"
#include "engine/figures/period.h"
#include "engine/figures/words.h"
#include "engine/layout/find_table.h"

namespace engine {

static bool is_kept(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string folded(std::string_view text) {
    const std::string plain = words::plain(text);
    std::string result;
    std::string word;
    const auto end_word = [&] {
        if (word != "percentage") result += word;
        word.clear();
    };
    for (const char c : plain) {
        if (is_kept(c)) {
            word += c;
            continue;
        }
        end_word();
        if (c == '&') result += "and";
    }
    end_word();
    // Nothing is left of "%" alone, and it is a heading all the same.
    if (result.empty() && (plain.find('%') != std::string::npos || plain == "percentage"))
        return "percentage";
    return result;
}

bool may_fold_to(std::string_view text, std::string_view words) {
    std::size_t matched = 0;
    for (const char c : text) {
        const char lower = cells::lower(c);
        // Signs beyond ASCII, "&" and "%" are left to folded().
        if (static_cast<unsigned char>(c) >= 0x80 || c == '&' || c == '%') return true;
        if (!is_kept(lower)) continue;
        if (matched == words.size() || words[matched] != lower) return false;
        ++matched;
    }
    return matched == words.size();
}

Heading read_heading(std::string_view text) {
    const PeriodWords period = take_period(text);
    return {folded(period.rest), period.year, period.quarter};
}

/// Takes a placeholder out of the pattern; whether it was there.
static bool take_out(std::string& pattern, std::string_view placeholder) {
    const auto at = pattern.find(placeholder);
    if (at == std::string::npos) return false;
    pattern.replace(at, placeholder.size(), " ");
    return true;
}

Heading read_pattern(std::string_view written) {
    std::string pattern = words::plain(written);
    const bool any_year = take_out(pattern, "{year}");
    const bool any_quarter = take_out(pattern, "quarter {quarter}") || take_out(pattern, "q{quarter}")
                             || take_out(pattern, "{quarter}");
    Heading heading = read_heading(pattern);
    if (any_year) heading.year = any_period;
    if (any_quarter) heading.quarter = any_period;
    return heading;
}

static bool fits(int pattern, int found) {
    return pattern == any_period ? found != 0 : found == pattern;
}

bool fits(const Heading& pattern, const Heading& found) {
    return pattern.words == found.words && fits(pattern.year, found.year)
           && fits(pattern.quarter, found.quarter);
}

} // namespace engine
