#include "xlsx/rows/insert_rows.h"

#include "xlsx/rows/shift_run.h"

namespace xlsx {

using Done = std::expected<void, cells::Error>;

static Done shift_rows(Package& package, std::string_view sheet, RowShift shift) {
    ShiftRun run(package, sheet, shift);
    if (auto done = run.read(); !done) return done;
    if (auto done = run.write(); !done) return done;
    if (auto done = run.commit(); !done) return done;
    return run.check();
}

Done insert_rows(Package& package, std::string_view sheet, std::uint32_t before, std::uint32_t count) {
    return shift_rows(package, sheet, {.inserts = true, .first = before, .count = count});
}

Done delete_rows(Package& package, std::string_view sheet, std::uint32_t first, std::uint32_t count) {
    return shift_rows(package, sheet, {.inserts = false, .first = first, .count = count});
}

} // namespace xlsx
