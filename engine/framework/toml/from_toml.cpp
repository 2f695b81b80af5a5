#include "engine/framework/toml/from_toml.h"

#include "engine/cells/date.h"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>

namespace engine {

namespace {

/// Turns toml++'s nodes into ours and notes what a framework cannot hold.
class Adapter {
public:
    explicit Adapter(std::string_view file) : file_(file) {}

    TreeNode adapt(const toml::node& node) {
        TreeNode result;
        result.at = {node.source().begin.line, node.source().begin.column};
        if (const auto* table = node.as_table()) {
            result.value = adapt_table(*table);
        } else if (const auto* array = node.as_array()) {
            TreeArray elements;
            for (const toml::node& element : *array) elements.push_back(adapt(element));
            result.value = std::move(elements);
        } else if (const auto* text = node.as_string()) {
            result.value = text->get();
        } else if (const auto* whole = node.as_integer()) {
            result.value = whole->get();
        } else if (const auto* truth = node.as_boolean()) {
            result.value = truth->get();
        } else if (const auto* date = node.as_date()) {
            result.value = cells::to_iso(cells::Date{std::chrono::year{date->get().year},
                                                     std::chrono::month{date->get().month},
                                                     std::chrono::day{date->get().day}});
        } else if (node.is_floating_point()) {
            refuse(result.at, "A number with a decimal point is not exact",
                   R"(Write it in quotes, as "5" or "2.5": thresholds are exact decimals)");
        } else {
            refuse(result.at, "A framework has no times of day", "Write a date alone, as 2016-04-01");
        }
        return result;
    }

    std::vector<cells::Error> take_errors() { return std::move(errors_); }

private:
    /// toml++ keeps keys in alphabetical order; the file's order is that of their places.
    TreeTable adapt_table(const toml::table& table) {
        struct Member {
            const toml::key* key;
            const toml::node* node;
        };
        std::vector<Member> members;
        for (const auto& [key, node] : table) members.push_back({&key, &node});
        std::ranges::sort(members, {}, [](const Member& m) { return m.key->source().begin; });
        TreeTable adapted;
        for (const auto& [key, node] : members) adapted.push_back({std::string(key->str()), adapt(*node)});
        return adapted;
    }

    void refuse(TreePosition at, std::string what, std::string next) {
        errors_.push_back({cells::Error::Kind::bad_framework,
                           file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
                           std::move(what), std::move(next)});
    }

    std::string file_;
    std::vector<cells::Error> errors_;
};

} // namespace

std::expected<TreeNode, std::vector<cells::Error>> from_toml(std::string_view text, std::string_view file) {
    const toml::parse_result parsed = toml::parse(text, file);
    if (!parsed) {
        const toml::parse_error& fault = parsed.error();
        const toml::source_position at = fault.source().begin;
        return std::unexpected(std::vector<cells::Error>{
            {cells::Error::Kind::bad_framework,
             std::string(file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
             "The file is not TOML: " + std::string(fault.description()),
             "Put that line right; https://toml.io shows how values are written"}});
    }
    Adapter adapter(file);
    TreeNode root = adapter.adapt(parsed.table());
    if (auto errors = adapter.take_errors(); !errors.empty()) return std::unexpected(std::move(errors));
    return root;
}

} // namespace engine
