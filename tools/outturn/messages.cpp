#include "tools/outturn/messages.h"

#include "tools/outturn/json_of.h"

#include <algorithm>
#include <cstdio>
#include <fmt/core.h>

namespace outturn {

void print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

ExitStatus fail(const std::vector<cells::Error>& errors, bool json) {
    for (const cells::Error& error : errors) fmt::print(stderr, "outturn: {}\n", to_text(error));
    if (json) print(text_of({{"not_done", json_list(errors)}}));
    return ExitStatus::work_not_done;
}

ExitStatus fail(const cells::Error& error, bool json) {
    return fail(std::vector{error}, json);
}

ExitStatus status_of(const std::vector<engine::Finding>& findings,
                     const std::vector<cells::Error>& not_done) {
    if (!not_done.empty()) return ExitStatus::work_not_done;
    const bool errors = std::ranges::any_of(
        findings, [](const engine::Finding& finding) { return finding.severity == engine::Severity::error; });
    return errors ? ExitStatus::errors_found : ExitStatus::clean;
}

} // namespace outturn
