#pragma once
// The framework that the tests speak of: templates/cheshire-west-and-chester/framework.toml, as it ships.

#include "engine/framework/framework.h"

#include <string>

namespace support {

/// The file's text.
std::string cheshire_west_toml();
/// The file compiled. A fault in it fails the test.
const engine::Framework& cheshire_west();

} // namespace support
