#include "engine/framework/section.h"

#include "engine/layout/find_table.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace engine {

void Faults::add(TreePosition at, std::string what, std::string next) {
    const std::string where = file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    faults_.push_back({at, {cells::Error::Kind::bad_framework, where, std::move(what), std::move(next)}});
}

std::vector<cells::Error> Faults::take() {
    std::ranges::stable_sort(faults_, {}, [](const Fault& f) { return std::tuple(f.at.line, f.at.column); });
    std::vector<cells::Error> errors;
    for (Fault& fault : faults_) errors.push_back(std::move(fault.error));
    faults_.clear();
    return errors;
}

static std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string nearest_or_all(std::string_view found, const std::vector<std::string>& names,
                           std::string_view otherwise) {
    if (const auto near = nearest(found, names)) return "Write " + quoted(names[*near]) + " instead";
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return std::string(otherwise) + all;
}

Section::Section(const TreeNode* node, std::string name, Faults& faults)
    : node_(node), name_(std::move(name)), faults_(&faults) {
    if (node_ && !node_->table()) {
        faults_->add(node_->at, name_ + " is not a table", "Write it as a table: " + name_);
        node_ = nullptr;
    }
}

Section::Section(Section&& other) noexcept
    : node_(std::exchange(other.node_, nullptr)), name_(std::move(other.name_)), faults_(other.faults_),
      asked_(std::move(other.asked_)) {}

Section::~Section() {
    if (!node_) return;
    for (const auto& [key, value] : *node_->table())
        if (std::ranges::find(asked_, key) == asked_.end())
            faults_->add(value.at, quoted(key) + " is not known in " + name_,
                         nearest_or_all(key, asked_, "Remove it; known here are "));
}

TreePosition Section::at() const {
    return node_ ? node_->at : TreePosition{};
}

TreePosition Section::at(std::string_view key) const {
    const TreeNode* member = node_ ? node_->find(key) : nullptr;
    return member ? member->at : at();
}

bool Section::has(std::string_view key) {
    return take(key) != nullptr;
}

const TreeNode* Section::take(std::string_view key) {
    if (std::ranges::find(asked_, key) == asked_.end()) asked_.emplace_back(key);
    return node_ ? node_->find(key) : nullptr;
}

const TreeNode* Section::demand(std::string_view key) {
    const TreeNode* member = take(key);
    if (!member && node_)
        faults_->add(node_->at, name_ + " has no " + quoted(key), "Add " + quoted(key) + " to it");
    return member;
}

void Section::fault(std::string_view key, std::string what, std::string next) {
    if (node_) faults_->add(at(key), std::move(what), std::move(next));
}

void Section::wrong_kind(std::string_view key, const TreeNode& node, std::string_view wanted) {
    faults_->add(node.at, quoted(key) + " of " + name_ + " is not " + std::string(wanted),
                 "Write " + std::string(wanted) + " there");
}

std::string Section::text(std::string_view key) {
    const TreeNode* member = demand(key);
    if (!member) return {};
    const std::string* text = member->text();
    if (!text || text->empty()) {
        wrong_kind(key, *member, "a text in quotes");
        return {};
    }
    return *text;
}

std::string Section::text_or(std::string_view key, std::string fallback) {
    return take(key) ? text(key) : std::move(fallback);
}

std::vector<std::string> Section::texts_of(std::string_view key, const TreeNode& node) {
    std::vector<std::string> texts;
    const TreeArray* elements = node.array();
    if (!elements) {
        wrong_kind(key, node, "a list of texts");
        return texts;
    }
    for (const TreeNode& element : *elements) {
        const std::string* text = element.text();
        if (text && !text->empty())
            texts.push_back(*text);
        else
            wrong_kind(key, element, "a list of texts");
    }
    return texts;
}

std::vector<std::string> Section::texts(std::string_view key) {
    const TreeNode* member = demand(key);
    if (!member) return {};
    if (member->array() && member->array()->empty()) wrong_kind(key, *member, "a list of at least one text");
    return texts_of(key, *member);
}

std::vector<std::string> Section::texts_or_none(std::string_view key) {
    const TreeNode* member = take(key);
    return member ? texts_of(key, *member) : std::vector<std::string>{};
}

std::optional<int> Section::whole_of(std::string_view key, const TreeNode& node, int least, int most) {
    const auto* whole = std::get_if<std::int64_t>(&node.value);
    if (whole && *whole >= least && *whole <= most) return static_cast<int>(*whole);
    wrong_kind(key, node, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

int Section::whole(std::string_view key, int least, int most) {
    const TreeNode* member = demand(key);
    return member ? whole_of(key, *member, least, most).value_or(least) : least;
}

int Section::whole_or(std::string_view key, int least, int most, int fallback) {
    return take(key) ? whole(key, least, most) : fallback;
}

std::vector<int> Section::wholes(std::string_view key, int least, int most) {
    std::vector<int> wholes;
    const TreeNode* member = demand(key);
    if (!member) return wholes;
    if (!member->array()) {
        wrong_kind(key, *member, "a list of whole numbers");
        return wholes;
    }
    for (const TreeNode& element : *member->array()) {
        const auto whole = whole_of(key, element, least, most);
        if (!whole) continue;
        if (std::ranges::find(wholes, *whole) != wholes.end())
            faults_->add(element.at, std::to_string(*whole) + " stands twice in " + quoted(key),
                         "Remove one of them");
        wholes.push_back(*whole);
    }
    return wholes;
}

bool Section::truth_or(std::string_view key, bool fallback) {
    const TreeNode* member = take(key);
    if (!member) return fallback;
    if (const bool* truth = std::get_if<bool>(&member->value)) return *truth;
    wrong_kind(key, *member, "true or false");
    return fallback;
}

std::optional<cells::Decimal> Section::decimal(std::string_view key) {
    const TreeNode* member = take(key);
    if (!member) return std::nullopt;
    const std::string* text = member->text();
    auto decimal = text ? cells::Decimal::parse(*text) : std::nullopt;
    if (!decimal) wrong_kind(key, *member, "an exact decimal in quotes, as \"5\"");
    return decimal;
}

/// The digits of "2016-04-01" from `first`, `count` of them; -1 where they are none.
static int digits(std::string_view text, std::size_t first, std::size_t count) {
    int value = -1;
    const std::string_view part = text.substr(first, count);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc() && end == part.data() + part.size() ? value : -1;
}

cells::Date Section::date(std::string_view key) {
    const TreeNode* member = demand(key);
    if (!member) return {};
    const std::string* text = member->text();
    if (text && text->size() == 10 && (*text)[4] == '-' && (*text)[7] == '-') {
        const cells::Date date{std::chrono::year{digits(*text, 0, 4)},
                               std::chrono::month{static_cast<unsigned>(digits(*text, 5, 2))},
                               std::chrono::day{static_cast<unsigned>(digits(*text, 8, 2))}};
        if (date.ok() && date.year() >= std::chrono::year{1900}) return date;
    }
    wrong_kind(key, *member, "a date, as 2016-04-01");
    return {};
}

std::optional<std::size_t> Section::choose(std::string_view key, const std::vector<std::string>& names) {
    const TreeNode* member = take(key);
    if (!member) return std::nullopt;
    const std::string* text = member->text();
    if (!text) {
        wrong_kind(key, *member, "a word in quotes");
        return std::nullopt;
    }
    const auto found = std::ranges::find(names, *text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    faults_->add(member->at, quoted(*text) + " is no value of " + quoted(key) + " in " + name_,
                 nearest_or_all(*text, names, "Write one of "));
    return std::nullopt;
}

Section Section::table(std::string_view key, std::string name) {
    return {demand(key), std::move(name), *faults_};
}

std::vector<Section> Section::tables(std::string_view key, const std::string& name) {
    std::vector<Section> sections;
    const TreeNode* member = demand(key);
    if (!member) return sections;
    if (!member->array()) {
        wrong_kind(key, *member, "a list of tables, each headed " + name);
        return sections;
    }
    for (const TreeNode& element : *member->array()) sections.emplace_back(&element, name, *faults_);
    return sections;
}

} // namespace engine
