#include "xlsx/rows/formula_scanner.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace xlsx {

// What words are made of: names, functions, cells, numbers. Bytes from 0x80 on belong to letters beyond
// ASCII.
static bool is_word(char c) {
    return cells::is_letter(c) || cells::is_digit(c) || c == '_' || c == '.' || c == '\\' || c == '$'
           || c == '?' || static_cast<unsigned char>(c) >= 0x80;
}

static std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), cells::upper);
    return out;
}

// Functions for which "C5:C9" and "C5:C7,C8:C9" are the same.
static bool takes_lists(std::string_view function) {
    static constexpr std::array<std::string_view, 19> names = {
        "AND",  "AVEDEV", "AVERAGE", "AVERAGEA", "COUNT", "COUNTA",  "DEVSQ", "GEOMEAN", "HARMEAN", "MAX",
        "MAXA", "MEDIAN", "MIN",     "MINA",     "OR",    "PRODUCT", "SUM",   "SUMSQ",   "VARP",
    };
    return std::ranges::find(names, function) != names.end();
}

std::size_t FormulaScanner::word_end(std::size_t from) const {
    while (from < text_.size() && is_word(text_[from])) ++from;
    return from;
}

// Behind a quoted piece; a doubled quote stands for itself.
std::size_t FormulaScanner::quoted_end(std::size_t from) const {
    const char quote = text_[from];
    for (std::size_t i = from + 1; i < text_.size(); ++i) {
        if (text_[i] != quote) continue;
        if (at(i + 1) != quote) return i + 1;
        ++i;
    }
    return text_.size();
}

// Behind [ ... ], which nest in tables; ' takes away the next character's meaning there.
std::size_t FormulaScanner::bracket_end(std::size_t from) const {
    std::size_t depth = 0;
    for (std::size_t i = from; i < text_.size(); ++i) {
        if (text_[i] == '\'')
            ++i;
        else if (text_[i] == '[')
            ++depth;
        else if (text_[i] == ']' && --depth == 0)
            return i + 1;
    }
    return text_.size();
}

// Behind "Sheet1!", "Q1:Q4!", "'a sheet'!", "[1]Sheet1!", and "Q1:'a sheet'!" as LibreOffice writes it;
// `from` where there is no sheet.
std::size_t FormulaScanner::prefix_end(std::size_t from) const {
    const auto name_end = [&](std::size_t i) { return at(i) == '\'' ? quoted_end(i) : word_end(i); };
    std::size_t i = at(from) == '[' ? bracket_end(from) : from;
    i = name_end(i);
    if (i == from) return from;
    if (at(i) == ':' && name_end(i + 1) > i + 1 && at(name_end(i + 1)) == '!') i = name_end(i + 1);
    return at(i) == '!' ? i + 1 : from;
}

// Whether a reference may end before i: not if a word, a call or a table goes on.
bool FormulaScanner::boundary(std::size_t i) const {
    const char c = at(i);
    const bool goes_on = i < text_.size() && (is_word(c) || c == '(' || c == '[' || c == '!');
    return !goes_on;
}

// Behind "$C$5"; `from` if no cell stands there.
std::size_t FormulaScanner::corner_end(std::size_t from, Corner& corner) const {
    std::size_t i = from;
    Corner read;
    if (at(i) == '$') ++i, read.column_fixed = true;
    const std::size_t letters = i;
    while (cells::is_letter(at(i)) && i - letters < 4) {
        read.column = read.column * 26 + static_cast<std::uint32_t>((text_[i] | 0x20) - 'a' + 1);
        ++i;
    }
    if (i == letters || i - letters > 3 || read.column > cells::last_column) return from;
    if (at(i) == '$') ++i, read.row_fixed = true;
    const char* const digits = text_.data() + i;
    const auto [end, fault] = std::from_chars(digits, text_.data() + text_.size(), read.row);
    if (fault != std::errc{} || *digits == '0' || read.row > cells::last_row) return from;
    i = static_cast<std::size_t>(end - text_.data());
    if (!boundary(i)) return from;
    corner = read;
    return i;
}

// C5, C5:D9, C5:INDEX(...): the last is a single cell and a function.
bool FormulaScanner::area(Reference& reference, std::size_t from) {
    std::size_t end = corner_end(from, reference.first);
    if (end == from) return false;
    reference.last = reference.first;
    if (at(end) == ':') {
        const std::size_t second = prefix_end(end + 1);
        const std::size_t last = corner_end(second, reference.last);
        if (last != second) {
            reference.range = true;
            reference.last_prefix = text_.substr(end + 1, second - end - 1);
            end = last;
        }
    }
    reference.length = end - reference.offset;
    return true;
}

// Whole columns (C:D) and whole rows (5:$9).
bool FormulaScanner::lines(Reference& reference, std::size_t from) {
    const auto line_end = [&](std::size_t i, Corner& corner) {
        const bool fixed = at(i) == '$';
        if (fixed) ++i;
        const std::size_t start = i;
        if (cells::is_digit(at(i)) && at(i) != '0') {
            while (cells::is_digit(at(i)) && i - start < 8)
                corner.row = corner.row * 10 + static_cast<std::uint32_t>(at(i++) - '0');
            corner.row_fixed = fixed;
        } else {
            while (cells::is_letter(at(i)) && i - start < 4)
                corner.column = corner.column * 26 + static_cast<std::uint32_t>((at(i++) | 0x20) - 'a' + 1);
            corner.column_fixed = fixed;
        }
        const bool valid =
            i > start && boundary(i) && corner.row <= cells::last_row && corner.column <= cells::last_column;
        return valid ? i : std::string_view::npos;
    };
    Corner first, last;
    const std::size_t colon = line_end(from, first);
    if (colon == std::string_view::npos || at(colon) != ':') return false;
    const std::size_t end = line_end(colon + 1, last);
    if (end == std::string_view::npos || (first.row == 0) != (last.row == 0)) return false;
    reference.first = first;
    reference.last = last;
    reference.range = true;
    reference.length = end - reference.offset;
    return true;
}

bool FormulaScanner::alone_in_list(const Reference& reference) const {
    if (takes_lists_.empty() || !takes_lists_.back() || (before_ != '(' && before_ != ',')) return false;
    const auto next = text_.find_first_not_of(" \n", reference.offset + reference.length);
    return next != std::string_view::npos && (text_[next] == ',' || text_[next] == ')');
}

void FormulaScanner::note(Reference reference) {
    if (reference.first.row > reference.last.row) {
        std::swap(reference.first.row, reference.last.row);
        std::swap(reference.first.row_fixed, reference.last.row_fixed);
    }
    reference.listable = alone_in_list(reference);
    found_.push_back(std::move(reference));
}

// A sheet's name, or two with a colon between, without quotes.
static std::string unquoted(std::string_view name) {
    std::string plain;
    bool inside = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] != '\'') {
            plain += name[i];
        } else if (inside && i + 1 < name.size() && name[i + 1] == '\'') {
            plain += name[i++];
        } else {
            inside = !inside;
        }
    }
    return plain;
}

// A cell, a range, a name, a number, a function, a table: whatever begins with a letter, digit, $, ' or [.
void FormulaScanner::operand() {
    Reference reference;
    reference.offset = at_;
    const std::size_t start = prefix_end(at_);
    if (start != at_) {
        reference.prefix = text_.substr(at_, start - at_);
        const std::string name = unquoted(reference.prefix.substr(0, reference.prefix.size() - 1));
        reference.external = name.find('[') != std::string::npos;
        const auto colon = reference.external ? std::string::npos : name.find(':');
        if (colon != std::string::npos) reference.last_sheet = name.substr(colon + 1);
        reference.sheet = name.substr(0, colon);
    }
    if (area(reference, start) || lines(reference, start)) {
        at_ = reference.offset + reference.length;
        note(std::move(reference));
        before_ = 'w';
        return;
    }
    if (at(start) == '\'') { // a quote that belongs to no sheet: nothing of ours
        at_ = quoted_end(start);
        return;
    }
    at_ = at(start) == '#' ? start : word_end(start);
    const std::string_view name = text_.substr(start, at_ - start);
    const std::string word = upper(name);
    const auto use = [&] { names_.push_back({reference.offset, at_ - reference.offset, std::string(name)}); };
    if (at(at_) == '[') {
        at_ = bracket_end(at_);
        opaque_ = true;
        use();
    } else if (at(at_) == '(') {
        opaque_ = opaque_ || word == "INDIRECT";
        takes_lists_.push_back(takes_lists(word));
        ++at_;
        before_ = '(';
        return;
    } else if (!word.empty() && !cells::is_digit(word[0]) && word[0] != '.' && word != "TRUE"
               && word != "FALSE") {
        opaque_ = true;
        use();
    }
    if (at_ == reference.offset) ++at_;
    before_ = 'w';
}

bool FormulaScanner::scan() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '"') {
            at_ = quoted_end(at_);
            before_ = c;
        } else if (c == '#') { // #REF!, #N/A, #DIV/0!, #NAME?
            ++at_;
            while (at_ < text_.size() && (is_word(text_[at_]) || text_[at_] == '/')) ++at_;
            if (at(at_) == '!') ++at_;
            before_ = c;
        } else if (c == '\'' || c == '[' || is_word(c)) {
            operand();
        } else {
            if (c == '(') takes_lists_.push_back(false);
            if (c == ')' && !takes_lists_.empty()) takes_lists_.pop_back();
            if (c != ' ' && c != '\n') before_ = c;
            ++at_;
        }
    }
    return opaque_;
}

} // namespace xlsx
