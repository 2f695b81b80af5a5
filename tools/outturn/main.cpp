// The command line: one verb of many, its exit status.

#include "tools/outturn/exit_status.h"
#include "tools/outturn/verbs/verbs.h"

#include <CLI/CLI.hpp>

#include <iostream>

using outturn::ExitStatus;

static void describe(CLI::App& program) {
    program.description("Outturn reads a council's outcome plans and quarterly returns from Excel, checks "
                        "them, works out every\n"
                        "status by the council's own framework, and gives everybody their workbooks back "
                        "with the answers in.");
    program.set_version_flag("--version", "outturn " OUTTURN_VERSION);
    program.footer(R"(
The whole job on the samples:
  outturn quarter --framework cheshire-west-and-chester --period "2016-17 Q2" \
          --plans samples/marlbridge/plans --returns samples/marlbridge/returns/2016-17-Q2 --out out

Each verb has its own help: outturn quarter --help

Exit status: 0 nothing wrong, 1 errors found in the data, 2 some of the work could not be done, 64 wrong usage.)");
    program.get_formatter()->column_width(28);
}

int main(int count, char** arguments) {
    CLI::App program;
    describe(program);
    ExitStatus status = ExitStatus::clean;
    outturn::add_quarter(program, status);
    outturn::add_check(program, status);
    outturn::add_annotate(program, status);
    outturn::add_clear(program, status);
    outturn::add_report(program, status);
    outturn::add_explain(program, status);
    outturn::add_close(program, status);
    outturn::add_rules(program, status);
    outturn::add_framework(program, status);
    outturn::add_lint(program, status);
    if (count < 2) {
        std::cout << program.help();
        return static_cast<int>(ExitStatus::usage);
    }
    try {
        program.parse(count, arguments);
    } catch (const CLI::ParseError& end) {
        // Help and version end the parsing with success; all else is a mistake in the command line.
        return program.exit(end) == 0 ? 0 : static_cast<int>(ExitStatus::usage);
    }
    return static_cast<int>(status);
}
