#pragma once
// The verbs of the command line. Each adds itself to the program with its options and its help, and sets the
// exit status when it was the one called.

#include "tools/outturn/exit_status.h"

#include <CLI/CLI.hpp>

namespace outturn {

void add_quarter(CLI::App& program, ExitStatus& status);
void add_check(CLI::App& program, ExitStatus& status);
void add_annotate(CLI::App& program, ExitStatus& status);
void add_clear(CLI::App& program, ExitStatus& status);
void add_report(CLI::App& program, ExitStatus& status);
void add_explain(CLI::App& program, ExitStatus& status);
void add_close(CLI::App& program, ExitStatus& status);
void add_rules(CLI::App& program, ExitStatus& status);
void add_framework(CLI::App& program, ExitStatus& status);
void add_lint(CLI::App& program, ExitStatus& status);

} // namespace outturn
