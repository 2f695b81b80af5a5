#pragma once
// Findings, errors, counts and decisions as JSON, keys always in the same order. README.md describes each.

#include "engine/cells/error.h"
#include "engine/status/decided.h"
#include "xlsx/calc/values_report.h"

#include <nlohmann/json.hpp>

#include <string>

namespace outturn {

using Json = nlohmann::ordered_json;

Json json_of(const cells::Error& error);
Json json_of(const engine::Finding& finding);
Json json_of(const xlsx::ValuesReport& values);
Json json_of(const engine::Counts& counts, const engine::Framework& framework);
Json json_of(const engine::IndicatorDecided& decided, const engine::Framework& framework);
Json json_of(const engine::ActionDecided& decided, const engine::Framework& framework);
template <typename Item>
Json json_list(const std::vector<Item>& items) {
    Json list = Json::array();
    for (const Item& item : items) list.push_back(json_of(item));
    return list;
}

/// The text of a file or of standard output. Bytes that are no UTF-8 become U+FFFD.
std::string text_of(const Json& json);

} // namespace outturn
