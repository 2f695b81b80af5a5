#include "tests/engine/framework/faults.h"

#include "engine/framework/compile.h"
#include "engine/framework/toml/from_toml.h"
#include "tests/support/cheshire_west.h"

#include <catch2/catch_test_macros.hpp>

namespace support {

std::string faults_after(std::string_view piece, std::string_view instead) {
    std::string text = cheshire_west_toml();
    const auto at = text.find(piece);
    INFO(piece);
    REQUIRE(at != std::string::npos);
    text.replace(at, piece.size(), instead);
    const auto tree = engine::from_toml(text, "framework.toml");
    std::string lines;
    const auto say = [&](const std::vector<cells::Error>& errors) {
        for (const cells::Error& error : errors) lines += (lines.empty() ? "" : "\n") + to_text(error);
    };
    if (!tree) {
        say(tree.error());
    } else if (const auto framework = engine::compile(*tree, "framework.toml"); !framework) {
        say(framework.error());
    }
    return lines.empty() ? "none" : lines;
}

} // namespace support
