#pragma once
// All rules as a page for people: engine/rules/README.md is this text, and `outturn rules --markdown` prints
// it.

#include <string>

namespace engine::rules {

std::string catalogue_markdown();

} // namespace engine::rules
