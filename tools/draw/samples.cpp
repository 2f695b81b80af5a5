#include "tools/draw/samples.h"

#include "tools/draw/lay_out.h"
#include "tools/draw/plan_paper.h"
#include "tools/draw/plant.h"
#include "tools/draw/return_paper.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace draw {

namespace fs = std::filesystem;

namespace {

class Samples {
public:
    explicit Samples(const SampleOptions& options)
        : options_(options), council_(options.from / "marlbridge/tables"),
          planted_(Tables::read(options.from / "marlbridge/tables/planted.txt")) {}

    void draw() {
        for (const std::string& plan : council_.plans())
            draw_file("marlbridge/plans/" + plan, plan_paper(council_, plan));
        for (const std::string& quarter : council_.quarters())
            for (const std::string& service : council_.services())
                draw_file("marlbridge/returns/" + quarter + "/" + service,
                          return_paper(council_, quarter, service));
    }

    void write_readme() const {
        const Council::Counts counts = council_.counts();
        std::string list =
            fmt::format("{} outcome plans, {} indicators of which {} are KPIs, {} actions, {} services.\n\n"
                        "| file | sheet!cell | rule | ref | what is planted |\n|---|---|---|---|---|\n",
                        counts.plans, counts.indicators, counts.kpis, counts.actions, counts.services);
        for (const std::string& line : listed_) list += line;
        const fs::path readme = options_.from / "README.md";
        std::ifstream in(readme);
        std::stringstream text;
        text << in.rdbuf();
        const std::string before = text.str();
        const std::string opens = "<!-- drawn: begin -->\n";
        const std::size_t begin = before.find(opens);
        const std::size_t end = before.find("<!-- drawn: end -->");
        if (begin == std::string::npos || end == std::string::npos || end < begin)
            throw std::runtime_error(readme.string()
                                     + ": the marks <!-- drawn: begin --> and end are not there");
        std::ofstream(options_.into / "README.md")
            << before.substr(0, begin + opens.size()) << list << before.substr(end);
    }

private:
    void list(const std::string& name, const std::string& place, const std::string& ref,
              const Line& mistake) {
        if (mistake["Rule"] != "-")
            listed_.push_back(fmt::format("| {}.xlsx | {} | {} | {} | {} |\n", name, place, mistake["Rule"],
                                          ref, mistake["What is planted"]));
    }

    void draw_file(const std::string& name, Paper paper) {
        const Line* otherwise = council_.drawing().find("otherwise", name);
        const std::string made = otherwise != nullptr ? (*otherwise)["Made"] : "tidy";
        std::string twin;
        bool sent = true;
        std::vector<std::pair<const Line*, Spot>> spots;
        for (const Line& mistake : planted_["planted"]) {
            if (options_.clean || mistake["File"] != name) continue;
            if (mistake["Sheet"] != "file") {
                spots.emplace_back(&mistake, plant(paper, mistake));
                continue;
            }
            // What is wrong with the whole file.
            list(name, "", "", mistake);
            if (mistake["Put"] == "not sent")
                sent = false;
            else
                twin = name + " " + mistake["Put"];
        }
        if (!sent) return;

        const auto lay = made == "untidy" ? lay_out_untidily : lay_out;
        const bool resaved = made != "untidy" && made != "tidy";
        // Laid out even where it is not kept: the list needs the addresses.
        const bool kept = resaved == options_.resaved;
        const Laid laid = lay(paper, kept ? options_.into / (name + ".xlsx") : fs::path());
        if (kept && !twin.empty()) lay(paper, options_.into / (twin + ".xlsx"));
        for (const auto& [mistake, spot] : spots) list(name, place_of(spot, laid), spot.ref, *mistake);
    }

    SampleOptions options_;
    Council council_;
    Tables planted_;
    std::vector<std::string> listed_;
};

} // namespace

void draw_samples(const SampleOptions& options) {
    Samples samples(options);
    samples.draw();
    if (!options.clean && !options.resaved) samples.write_readme();
}

} // namespace draw
