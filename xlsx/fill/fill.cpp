#include "xlsx/fill/fill.h"

#include "xlsx/fill/fill_run.h"
#include "xlsx/lint/new_faults.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

static std::expected<void, Error> unsigned_only(const Package& package) {
    const bool has_signature = std::ranges::any_of(
        package.parts(), [](const std::string& part) { return part.starts_with("_xmlsignatures/"); });
    if (!has_signature) return {};
    return std::unexpected(Error{Error::Kind::not_allowed, package.name(),
                                 "The template carries a digital signature, which filling it would break",
                                 "Save a copy of the template without the signature"});
}

static std::expected<void, Error> fill_in(FillRun& run) {
    if (auto done = run.repeat_sheets(); !done) return done;
    if (auto done = run.read(); !done) return done;
    if (auto done = run.place(); !done) return done;
    return run.write();
}

std::expected<ValuesReport, Error> fill(Package& package, const cells::Slots& slots) {
    if (auto done = unsigned_only(package); !done) return std::unexpected(std::move(done.error()));

    FillRun run(package, slots, false);
    if (auto done = fill_in(run); !done) return std::unexpected(std::move(done.error()));
    if (auto done = run.commit(); !done) return std::unexpected(std::move(done.error()));

    const auto added = new_faults(package, [&](const std::string& part) { return run.origin(part); });
    if (!added) return std::unexpected(added.error());
    if (added->empty()) return run.values();
    const Fault& fault = added->front();
    return std::unexpected(
        Error{Error::Kind::refused, package.name() + ": " + fault.part,
              "The filled template would be faulty (" + fault.invariant + "): " + fault.what,
              "Please report this, with the template"});
}

std::expected<FilledSlots, Error> preview(const Package& package, const cells::Slots& slots) {
    auto copy = Package::open(package.save(), package.name(), package.limits());
    if (!copy) return std::unexpected(std::move(copy.error()));
    FillRun run(*copy, slots, true);
    if (auto done = fill_in(run); !done) return std::unexpected(std::move(done.error()));
    return run.filled();
}

} // namespace xlsx
