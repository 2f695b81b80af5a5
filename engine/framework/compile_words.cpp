#include "engine/framework/compile_parts.h"

#include <algorithm>

namespace engine {

static const std::vector<std::pair<std::string_view, StatusRole>> status_names = {
    {"met", StatusRole::met},           {"near", StatusRole::near}, {"missed", StatusRole::missed},
    {"measured", StatusRole::measured}, {"none", StatusRole::none},
};

static const std::vector<std::pair<std::string_view, Direction>> direction_names = {
    {"improving", Direction::improving},
    {"maintained", Direction::maintained},
    {"declining", Direction::declining},
    {"measured", Direction::measured},
};

static const std::vector<std::pair<std::string_view, ActionStatus>> action_names = {
    {"scheduled", ActionStatus::scheduled},
    {"on_target", ActionStatus::on_target},
    {"delivered", ActionStatus::delivered},
    {"slipped_short", ActionStatus::slipped_short},
    {"slipped_long", ActionStatus::slipped_long},
    {"not_viable", ActionStatus::not_viable},
    {"none", ActionStatus::none},
};

static std::string colour(Section& section, std::string_view key) {
    std::string colour = section.text(key);
    const bool hexadecimal =
        colour.size() == 6 && colour.find_first_not_of("0123456789ABCDEF") == std::string::npos;
    if (!colour.empty() && !hexadecimal)
        section.fault(key, "\"" + colour + "\" is not a colour", "Write six hexadecimal digits, as C6EFCE");
    return colour;
}

static cells::Colours colours(Section& section) {
    return {colour(section, "fill"), colour(section, "text")};
}

/// Which roles were given; each must be, once, unless it is optional.
template <class Role>
class Roles {
public:
    Roles(const std::vector<std::pair<std::string_view, Role>>& names, std::string list)
        : names_(names), list_(std::move(list)) {}

    /// The role of one table; nothing, and a fault, where it is missing, unknown or given before.
    std::optional<Role> take(Section& section) {
        const auto role = section.choice("role", names_);
        if (!role) return std::nullopt;
        if (std::ranges::find(given_, *role) != given_.end()) {
            section.fault("role", "Two " + list_ + " have this role", "Remove one of them");
            return std::nullopt;
        }
        given_.push_back(*role);
        return role;
    }

    void demand_all(Section& top, std::string_view key, std::optional<Role> optional = std::nullopt) {
        for (const auto& [name, role] : names_)
            if (role != optional && std::ranges::find(given_, role) == given_.end())
                top.fault(key, "No " + list_ + " has the role \"" + std::string(name) + "\"",
                          "Add one, with its word and its definition");
    }

private:
    const std::vector<std::pair<std::string_view, Role>>& names_;
    std::string list_;
    std::vector<Role> given_;
};

/// The four reasons for M are its definition, in their published order.
static void compile_reasons(Section& section, Framework& framework, StatusWords& status) {
    static constexpr std::array<std::string_view, measured_reasons> names = {"annual", "survey", "target",
                                                                             "baseline"};
    Section reasons = section.table("reasons", "[status.reasons]");
    for (std::size_t i = 0; i < names.size(); ++i) framework.reasons[i] = reasons.text(names[i]);
    status.definition.assign(framework.reasons.begin(), framework.reasons.end());
}

static void compile_statuses(Section& top, Framework& framework) {
    Roles roles(status_names, "[[status]]");
    std::vector<std::string> words;
    for (Section& section : top.tables("status", "[[status]]")) {
        const auto role = roles.take(section);
        StatusWords status;
        status.role = role.value_or(StatusRole::none);
        status.word = section.text("word");
        status.letter = section.text("letter");
        status.colours = colours(section);
        status.joined = section.text_or("joined", {});
        if (role == StatusRole::measured)
            compile_reasons(section, framework, status);
        else
            status.definition = section.texts("definition");
        name_once(section, "word", status.word, words);
        if (role) framework.statuses[static_cast<std::size_t>(*role)] = std::move(status);
    }
    roles.demand_all(top, "status", StatusRole::near);
}

static void compile_directions(Section& top, Framework& framework) {
    Roles roles(direction_names, "[[direction]]");
    std::vector<std::string> words;
    for (Section& section : top.tables("direction", "[[direction]]")) {
        const auto role = roles.take(section);
        DirectionWords direction;
        direction.direction = role.value_or(Direction::measured);
        direction.word = section.text("word");
        direction.symbol = section.text("symbol");
        direction.definition = section.texts("definition");
        name_once(section, "word", direction.word, words);
        if (role) framework.travel[static_cast<std::size_t>(*role)] = std::move(direction);
    }
    roles.demand_all(top, "direction");
}

static void compile_action_statuses(Section& top, Framework& framework) {
    Roles roles(action_names, "[[action_status]]");
    std::vector<std::string> words;
    for (Section& section : top.tables("action_status", "[[action_status]]")) {
        const auto role = roles.take(section);
        ActionWords action;
        action.status = role.value_or(ActionStatus::none);
        action.word = section.text("word");
        action.colours = colours(section);
        action.definition = section.texts("definition");
        name_once(section, "word", action.word, words);
        if (role) framework.actions[static_cast<std::size_t>(*role)] = std::move(action);
    }
    roles.demand_all(top, "action_status");
}

void compile_words(Section& top, Framework& framework) {
    compile_statuses(top, framework);
    compile_directions(top, framework);
    compile_action_statuses(top, framework);
}

} // namespace engine
