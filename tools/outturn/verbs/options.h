#pragma once
// Options that several verbs share, so that each is spelt, checked and explained once.

#include "engine/figures/period.h"
#include "tools/outturn/quarter.h"

#include <CLI/CLI.hpp>

#include <string>

namespace outturn {

struct JobOptions {
    std::string framework;
    std::string period;
    Job job;
    bool json = false;

    /// The job, with the period as read. Requires: the command line has been parsed.
    Job with_period() const;
};

/// --framework
void add_framework_option(CLI::App& verb, std::string& framework);
/// --period; anything that is not a period is refused as a mistake in the command line.
CLI::Option* add_period_option(CLI::App& verb, std::string& period);
void add_json_option(CLI::App& verb, bool& json);
void add_threads_option(CLI::App& verb, unsigned& threads);
/// --framework, --period, --plans, --returns, --threads, --json
void add_job_options(CLI::App& verb, JobOptions& options);

} // namespace outturn
