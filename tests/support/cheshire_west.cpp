#include "tests/support/cheshire_west.h"

#include "engine/framework/compile.h"
#include "engine/framework/toml/from_toml.h"
#include "tests/support/shared_data.h"

#include <catch2/catch_test_macros.hpp>

namespace support {

std::string cheshire_west_toml() {
    return bytes_of(OUTTURN_SOURCE_DIR "/templates/cheshire-west-and-chester/framework.toml");
}

static engine::Framework compiled() {
    const auto tree = engine::from_toml(cheshire_west_toml(), "framework.toml");
    REQUIRE(tree);
    const auto framework = engine::compile(*tree, "framework.toml");
    if (!framework)
        for (const cells::Error& error : framework.error()) UNSCOPED_INFO(to_text(error));
    REQUIRE(framework);
    return *framework;
}

const engine::Framework& cheshire_west() {
    static const engine::Framework framework = compiled();
    return framework;
}

} // namespace support
