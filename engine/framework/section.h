#pragma once
// One table of a framework file, taken apart member by member. What is missing, of the wrong kind or not
// known becomes a fault with line and column; reading goes on, so that one run finds them all. The compiler's
// own: nobody else includes it.

#include "engine/cells/date.h"
#include "engine/cells/decimal.h"
#include "engine/cells/error.h"
#include "engine/framework/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// The faults of one file, in the order of their places.
class Faults {
public:
    explicit Faults(std::string_view file) : file_(file) {}

    /// `what` and `next` as in cells::Error: one sentence each, no full stop.
    void add(TreePosition at, std::string what, std::string next);
    bool empty() const { return faults_.empty(); }
    std::vector<cells::Error> take();

private:
    struct Fault {
        TreePosition at;
        cells::Error error;
    };
    std::string file_;
    std::vector<Fault> faults_;
};

/// What to write for a word that is not known: the nearest of `names`; else all of them, after `otherwise`.
std::string nearest_or_all(std::string_view found, const std::vector<std::string>& names,
                           std::string_view otherwise);

/// A member that nobody asked for by the time a Section is destroyed is unknown: a fault.
class Section {
public:
    /// `name` is what messages call the table: "[[status]]".
    Section(const TreeNode* node, std::string name, Faults& faults);
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;
    Section(Section&& other) noexcept;
    Section& operator=(Section&&) = delete;
    ~Section();

    const std::string& name() const { return name_; }
    TreePosition at() const;
    /// Where a member stands; the table's own place where it has no such member.
    TreePosition at(std::string_view key) const;
    bool has(std::string_view key);

    /// A text that must be there and not be empty.
    std::string text(std::string_view key);
    std::string text_or(std::string_view key, std::string fallback);
    std::vector<std::string> texts(std::string_view key);
    std::vector<std::string> texts_or_none(std::string_view key);
    int whole(std::string_view key, int least, int most);
    int whole_or(std::string_view key, int least, int most, int fallback);
    std::vector<int> wholes(std::string_view key, int least, int most);
    bool truth_or(std::string_view key, bool fallback);
    /// An exact decimal in quotes; nothing where it is missing or is none.
    std::optional<cells::Decimal> decimal(std::string_view key);
    cells::Date date(std::string_view key);

    /// One of several words, each standing for a value; `fallback` where the member is missing.
    template <class Value>
    Value choice_or(std::string_view key, const std::vector<std::pair<std::string_view, Value>>& choices,
                    Value fallback) {
        const auto index = choose(key, names_of(choices));
        return index ? choices[*index].second : fallback;
    }
    /// The same, and it must be there: nothing (and a fault) where it is not.
    template <class Value>
    std::optional<Value> choice(std::string_view key,
                                const std::vector<std::pair<std::string_view, Value>>& choices) {
        if (!demand(key)) return std::nullopt;
        const auto index = choose(key, names_of(choices));
        return index ? std::optional(choices[*index].second) : std::nullopt;
    }

    /// A table that must be there, and a list of at least one table.
    Section table(std::string_view key, std::string name);
    std::vector<Section> tables(std::string_view key, const std::string& name);

    void fault(std::string_view key, std::string what, std::string next);
    /// The rest cannot be judged: members not asked for are no faults.
    void leave_rest() { node_ = nullptr; }

private:
    template <class Value>
    static std::vector<std::string> names_of(const std::vector<std::pair<std::string_view, Value>>& choices) {
        std::vector<std::string> names;
        for (const auto& choice : choices) names.emplace_back(choice.first);
        return names;
    }
    const TreeNode* take(std::string_view key);
    const TreeNode* demand(std::string_view key);
    std::optional<std::size_t> choose(std::string_view key, const std::vector<std::string>& names);
    void wrong_kind(std::string_view key, const TreeNode& node, std::string_view wanted);
    std::optional<int> whole_of(std::string_view key, const TreeNode& node, int least, int most);
    std::vector<std::string> texts_of(std::string_view key, const TreeNode& node);

    const TreeNode* node_; ///< null: the table is missing, which has been said
    std::string name_;
    Faults* faults_;
    std::vector<std::string> asked_;
};

} // namespace engine
