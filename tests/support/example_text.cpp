#include "tests/support/example_text.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <sstream>

namespace support {

/// Longest first: "plan actions" is not a plan named "actions".
static constexpr std::array<std::string_view, 8> kinds{
    "plan actions", "plan cover", "benchmarks", "change log", "return actions", "plan", "return", "cover"};

static std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \r") - first + 1));
}

static std::vector<std::string> pieces_of(std::string_view line) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin <= line.size();) {
        const auto end = std::min(line.find('|', begin), line.size());
        pieces.push_back(trimmed(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return pieces;
}

static std::set<std::string> words_of(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::set<std::string> words;
    for (std::string word; stream >> word;) words.insert(word);
    return words;
}

static ExampleSection section_named(const std::string& words) {
    for (const std::string_view kind : kinds) {
        if (words == kind) return {.kind = words, .name = {}, .rows = {}};
        if (words.starts_with(std::string(kind) + " "))
            return {.kind = std::string(kind), .name = words.substr(kind.size() + 1), .rows = {}};
    }
    FAIL("an example has no section '" << words << "'");
    return {};
}

static ExampleRow row_of(const std::vector<std::string>& headings, const std::vector<std::string>& looks) {
    if (looks.size() != headings.size()) FAIL("the row has not as many cells as the headings");
    ExampleRow row;
    for (std::size_t i = 0; i + 1 < headings.size(); ++i) row.looks[headings[i]] = looks[i];
    std::string_view remark = looks.back();
    row.hidden = remark.starts_with('~');
    if (row.hidden) remark.remove_prefix(1);
    row.expected = words_of(remark);
    return row;
}

/// "period: 2016-17 Q2" and its like; false for anything else.
static bool read_setting(ExampleText& text, const std::string& line) {
    const auto colon = line.find(": ");
    if (colon == std::string::npos || line.find('|') != std::string::npos) return false;
    const std::string name = line.substr(0, colon);
    const std::string value = trimmed(std::string_view(line).substr(colon + 2));
    if (name == "period")
        text.period = value;
    else if (name == "expect")
        text.nowhere = words_of(value);
    else if (name == "priorities") {
        text.priorities.clear();
        for (const std::string& number : words_of(value)) text.priorities.insert(std::stoi(number));
    } else
        FAIL("an example has no setting '" << name << "'");
    return true;
}

ExampleText take_apart(std::string_view example) {
    ExampleText text;
    std::vector<std::string> headings;
    std::istringstream stream{std::string(example)};
    for (std::string raw; std::getline(stream, raw);) {
        const std::string line = trimmed(raw);
        INFO("line of the example: " << line);
        if (line.empty() || read_setting(text, line)) continue;
        if (line.ends_with(':') && line.find('|') == std::string::npos) {
            text.sections.push_back(section_named(line.substr(0, line.size() - 1)));
            headings.clear();
        } else if (text.sections.empty()) {
            FAIL("a row before the first section");
        } else if (headings.empty()) {
            headings = pieces_of(line);
            if (headings.back() != "expect") FAIL("the last column is 'expect'");
        } else {
            text.sections.back().rows.push_back(row_of(headings, pieces_of(line)));
        }
    }
    return text;
}

} // namespace support
