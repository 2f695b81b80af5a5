// outturn_draw: draws the workbooks that this project commits, from text tables and from code, so that
// anybody can see in a diff what changed in them. Not installed; councils have no use for it.

#include "tools/draw/samples.h"
#include "tools/draw/scorecard.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    CLI::App app{"Draws the sample workbooks and the committee template."};
    app.require_subcommand(1);

    draw::SampleOptions options;
    CLI::App* samples = app.add_subcommand("samples", "Draw plans and returns of the sample councils");
    samples->add_option("folder", options.from, "The folder samples/ with the tables")->required();
    samples->add_option("--into", options.into, "Where the workbooks go (default: the same folder)");
    samples->add_flag("--clean", options.clean, "Without the planted mistakes");
    samples->add_flag("--resaved", options.resaved, "Only those that tools/draw/resave goes on with");

    std::filesystem::path file;
    CLI::App* scorecard = app.add_subcommand("template", "Draw the Cabinet scorecard's template");
    scorecard->add_option("file", file, "The workbook to write")->required();

    CLI11_PARSE(app, argc, argv);
    try {
        if (options.into.empty()) options.into = options.from;
        if (*samples) draw::draw_samples(options);
        if (*scorecard) draw::draw_scorecard(file);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "outturn_draw: {}\n", error.what());
        return 2;
    }
}
