#include "tools/outturn/closed_quarter.h"

#include "tools/files/fingerprint.h"
#include "tools/files/publish.h"
#include "tools/files/read_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>

namespace outturn {

using cells::Error;
namespace fs = std::filesystem;

static fs::path closed_file(const fs::path& out, engine::Period period) {
    std::string name = engine::to_text(period);
    std::ranges::replace(name, ' ', '-');
    return out / "closed" / (name + ".json");
}

static std::string text_at(const Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_string()) return {};
    return object[key].get<std::string>();
}

/// A record as it was written by this program; anything else is an Error.
static std::expected<Json, Error> read_record(const fs::path& file) {
    const auto text = files::read_file(file);
    if (!text) return std::unexpected(text.error());
    constexpr bool throwing = false;
    Json record = Json::parse(*text, nullptr, throwing);
    const auto has = [&](const char* part, Json::value_t type) {
        return record.is_object() && record.contains(part) && record[part].type() == type;
    };
    using Type = Json::value_t;
    if (!has("framework", Type::object) || !has("inputs", Type::object) || !has("indicators", Type::array)
        || !has("actions", Type::array) || !has("outputs", Type::array))
        return std::unexpected(Error{Error::Kind::damaged, file.string(), "This is not a record of a run",
                                     "Restore it from a backup"});
    return record;
}

std::expected<std::optional<Json>, Error> read_closed(const fs::path& out, engine::Period period) {
    std::error_code ignored;
    const fs::path file = closed_file(out, period);
    if (!fs::exists(file, ignored)) return std::nullopt;
    auto record = read_record(file);
    if (!record) return std::unexpected(std::move(record).error());
    return *std::move(record);
}

std::expected<std::vector<std::string>, Error> close_quarter(const fs::path& out, engine::Period period) {
    const fs::path target = closed_file(out, period);
    std::error_code ignored;
    if (fs::exists(target, ignored))
        return std::unexpected(
            Error{Error::Kind::not_allowed, target.string(), engine::to_text(period) + " is closed already",
                  "What was published stands; move this file away to open the quarter again"});
    auto record = read_record(out / "findings.json");
    if (!record) {
        Error error = std::move(record).error();
        error.next = "Run outturn quarter with this out folder first: closing freezes what it published";
        return std::unexpected(std::move(error));
    }
    if (const auto published = text_at(*record, "period"); published != engine::to_text(period))
        return std::unexpected(
            Error{Error::Kind::not_found, (out / "findings.json").string(),
                  "What was published here is " + published + ", not " + engine::to_text(period),
                  "Run outturn quarter for " + engine::to_text(period) + " first"});

    std::vector<std::string> changed;
    for (Json& output : (*record)["outputs"]) {
        const auto file = text_at(output, "file");
        const auto bytes = files::read_file(out / file);
        if (!bytes) return std::unexpected(bytes.error());
        const std::string now = files::sha256(*bytes);
        if (now == text_at(output, "sha256")) continue;
        changed.push_back(file);
        output["sha256"] = now;
    }
    if (auto done = files::publish(target, text_of(*record)); !done)
        return std::unexpected(std::move(done).error());
    return changed;
}

/// A value in a line of text, without the quotes of JSON.
static std::string shown(const Json& value) {
    if (value.is_null()) return "nothing";
    if (value.is_string()) return value.get<std::string>().empty() ? "nothing" : value.get<std::string>();
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

static std::map<std::string, const Json*> by(const char* key, const Json& list) {
    std::map<std::string, const Json*> found;
    for (const Json& item : list)
        if (item.is_object()) found[text_at(item, key)] = &item;
    return found;
}

/// Items of both lists beside each other; the fields named are compared.
template <std::size_t N>
static void compare(const Json& then, const Json& now, const char* key,
                    const std::array<const char*, N>& fields, std::vector<std::string>& lines) {
    const auto before = by(key, then), after = by(key, now);
    for (const auto& [name, item] : before) {
        const auto found = after.find(name);
        if (found == after.end()) {
            lines.push_back(name + ": was published, would be missing");
            continue;
        }
        for (const char* field : fields) {
            const Json was = item->value(field, Json(nullptr)),
                       is = found->second->value(field, Json(nullptr));
            if (was == is) continue;
            std::string words(field);
            std::ranges::replace(words, '_', ' ');
            if (words == "sha256")
                lines.push_back(name + ": the file's content has changed");
            else
                lines.push_back(name + ": " + words + " was " + shown(was) + ", would be " + shown(is));
        }
    }
    for (const auto& [name, item] : after)
        if (!before.contains(name)) lines.push_back(name + ": was not published, would be new");
}

std::vector<std::string> differences(const Json& closed, const Json& now) {
    static constexpr std::array<const char*, 1> content = {"sha256"};
    static constexpr std::array indicator_fields = {
        "status",   "direction",       "actual",   "forecast",   "target",
        "baseline", "profiled_target", "accepted", "commentary", "corrective_action"};
    static constexpr std::array action_fields = {
        "status",           "start",    "end",        "expected_end",
        "completed",        "accepted", "commentary", "reason_for_delay",
        "corrective_action"};
    std::vector<std::string> lines;
    for (const char* field : {"id", "version", "sha256"})
        if (text_at(closed["framework"], field) != text_at(now["framework"], field))
            lines.push_back(std::string("framework: its ") + field + " has changed");
    for (const char* side : {"plans", "returns"})
        compare(closed["inputs"].value(side, Json::array()), now["inputs"][side], "file", content, lines);
    compare(closed["indicators"], now["indicators"], "ref", indicator_fields, lines);
    compare(closed["actions"], now["actions"], "ref", action_fields, lines);
    return lines;
}

} // namespace outturn
