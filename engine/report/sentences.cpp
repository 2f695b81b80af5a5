#include "engine/report/sentences.h"

#include "engine/report/slot_values.h"

#include <array>

namespace engine {

using cells::Decimal;

static std::size_t index(StatusRole role) {
    return static_cast<std::size_t>(role);
}

std::string share(int part, int whole, int places) {
    const Decimal per_cent = Decimal::quotient(Decimal(part) * Decimal(100), whole, places);
    if (part > 0 && per_cent.is_zero()) return "less than 1%";
    return per_cent.to_text(places) + "%";
}

static std::string with_share(int part, int whole, const Framework& framework) {
    return " (" + share(part, whole, framework.settings.percentage_places) + ")";
}

std::string status_sentence(const Counts& counts, std::string_view item, const Framework& framework) {
    static constexpr std::array rated_roles = {StatusRole::met, StatusRole::near, StatusRole::missed};
    const std::string items(item);
    int all = 0, rated = 0;
    for (const int count : counts.statuses) all += count;
    for (const StatusRole role : rated_roles) rated += counts.statuses[index(role)];
    if (all == 0) return "There are no " + items + ".";
    if (rated == 0) return "None of the " + std::to_string(all) + " " + items + " was rated.";

    std::string text;
    for (const StatusRole role : rated_roles) {
        const int count = counts.statuses[index(role)];
        text += text.empty() ? std::to_string(count) + " of the " + std::to_string(rated) + " " + items
                                   + " rated were "
                             : ", " + std::to_string(count) + " ";
        text += framework.words(role).word + with_share(count, rated, framework);
    }
    text += ".";
    if (rated == all) return text;

    const int met = counts.statuses[index(StatusRole::met)];
    text += " Of all " + std::to_string(all) + " " + items + " "
            + share(met, all, framework.settings.percentage_places) + " were "
            + framework.words(StatusRole::met).word;
    const char* before = "; ";
    for (const StatusRole role : {StatusRole::measured, StatusRole::none})
        if (const int count = counts.statuses[index(role)]) {
            text += before + std::to_string(count) + (count == 1 ? " was " : " were ")
                    + framework.words(role).word;
            before = " and ";
        }
    return text + ".";
}

std::string direction_sentence(const Counts& counts, int missed_but_improving, const Framework& framework) {
    const auto of = [&](Direction d) { return counts.travel[static_cast<std::size_t>(d)]; };
    const int compared = of(Direction::improving) + of(Direction::maintained) + of(Direction::declining);
    const int all = compared + of(Direction::measured);
    if (all == 0) return {};
    if (compared == 0)
        return "No direction of travel can be given for any of the " + std::to_string(all) + " indicators.";

    std::string text = "Of the " + std::to_string(compared) + " indicators with a direction of travel";
    const char* before = " ";
    for (const Direction d : {Direction::improving, Direction::maintained, Direction::declining}) {
        text += before + std::to_string(of(d)) + (of(d) == 1 ? " was " : " were ") + framework.words(d).word
                + with_share(of(d), compared, framework);
        before = ", ";
    }
    text += ".";
    if (const int untold = of(Direction::measured))
        text += " For " + std::to_string(untold) + " of all " + std::to_string(all)
                + " it cannot be reported (" + framework.words(Direction::measured).word + ").";
    if (const int missed = counts.statuses[index(StatusRole::missed)])
        text += " " + std::to_string(missed_but_improving) + " of the " + std::to_string(missed) + " "
                + framework.words(StatusRole::missed).word + (missed_but_improving == 1 ? " was " : " were ")
                + framework.words(Direction::improving).word + ".";
    return text;
}

std::string action_sentence(const Counts& counts, const Framework& framework) {
    if (counts.action_total == 0) return "No actions are reported here.";
    std::string text = "Of the " + std::to_string(counts.action_total) + " actions";
    const char* before = " ";
    for (const ActionStatus status :
         {ActionStatus::delivered, ActionStatus::on_target, ActionStatus::scheduled,
          ActionStatus::slipped_short, ActionStatus::slipped_long, ActionStatus::not_viable,
          ActionStatus::none}) {
        const int count = counts.actions[static_cast<std::size_t>(status)];
        if (status == ActionStatus::none && count == 0) continue;
        text += before + std::to_string(count) + (count == 1 ? " is " : " are ")
                + framework.words(status).word + with_share(count, counts.action_total, framework);
        before = ", ";
    }
    return text + ".";
}

std::string not_rated_sentence(const Counts& counts, const Framework& framework) {
    const int count = counts.statuses[index(StatusRole::none)];
    if (count == 0) return {};
    const StatusWords& words = framework.words(StatusRole::none);
    return words.word + " (" + std::to_string(count) + "): " + definition_text(words.definition)
           + " Every total includes them.";
}

} // namespace engine
