#include "tools/draw/samples.h"

#include "tools/draw/lay_out.h"
#include "tools/draw/plan_paper.h"
#include "tools/draw/plant.h"
#include "tools/draw/return_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace draw {

namespace fs = std::filesystem;

namespace {

class Samples {
public:
    Samples(const SampleOptions& options, const std::string& name)
        : options_(options), name_(name), council_(options.from / name / "tables"),
          planted_(Tables::read(options.from / name / "tables/planted.txt")) {}

    void draw() {
        for (const std::string& plan : council_.plans())
            draw_file(name_ + "/plans/" + plan, plan_paper(council_, plan));
        for (const std::string& quarter : council_.quarters())
            for (const std::string& service : council_.services())
                draw_file(name_ + "/returns/" + quarter + "/" + service,
                          return_paper(council_, quarter, service));
    }

    /// What is planted, as README.md has it.
    std::string section() const {
        const Council::Counts counts = council_.counts();
        std::string list = fmt::format(
            "### {}\n\n{} outcome plans, {} indicators of which {} are KPIs, {} actions, {} {}.\n\n"
            "| file | sheet!cell | rule | ref | what is planted |\n|---|---|---|---|---|\n",
            name_, counts.plans, counts.indicators, counts.kpis, counts.actions, counts.services,
            counts.services == 1 ? "service" : "services");
        for (const std::string& line : listed_) list += line;
        return list;
    }

private:
    /// How the file is made, if not tidily and by us alone.
    std::string made(const std::string& name) const {
        const Line* otherwise = council_.drawing().find("otherwise", name);
        return otherwise != nullptr ? (*otherwise)["Made"] : "tidy";
    }

    std::string ending(const std::string& name) const {
        return made(name) == "with macros" ? ".xlsm" : ".xlsx";
    }

    void list(const std::string& name, const std::string& place, const std::string& ref,
              const Line& mistake) {
        if (mistake["Rule"] != "-")
            listed_.push_back(fmt::format("| {} | {} | {} | {} | {} |\n", name + ending(name), place,
                                          mistake["Rule"], ref, mistake["What is planted"]));
    }

    void draw_file(const std::string& name, Paper paper) {
        const std::string made = this->made(name);
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
        const bool resaved = made != "untidy" && made != "tidy" && made != "with macros";
        // Laid out even where it is not kept: the list needs the addresses.
        const bool kept = resaved == options_.resaved;
        const Laid laid = lay(paper, kept ? options_.into / (name + ending(name)) : fs::path());
        if (kept && !twin.empty()) lay(paper, options_.into / (twin + ending(name)));
        for (const auto& [mistake, spot] : spots) list(name, place_of(spot, laid), spot.ref, *mistake);
    }

    const SampleOptions& options_;
    std::string name_;
    Council council_;
    Tables planted_;
    std::vector<std::string> listed_;
};

} // namespace

/// The folders that hold tables, in order.
static std::vector<std::string> councils(const fs::path& samples) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(samples))
        if (fs::exists(entry.path() / "tables")) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

static void write_readme(const SampleOptions& options, const std::string& list) {
    const fs::path readme = options.from / "README.md";
    const std::ifstream in(readme);
    std::stringstream text;
    text << in.rdbuf();
    const std::string before = text.str();
    const std::string opens = "<!-- drawn: begin -->\n";
    const std::size_t begin = before.find(opens);
    const std::size_t end = before.find("<!-- drawn: end -->");
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        throw std::runtime_error(readme.string() + ": the marks <!-- drawn: begin --> and end are not there");
    std::ofstream(options.into / "README.md")
        << before.substr(0, begin + opens.size()) << list << before.substr(end);
}

void draw_samples(const SampleOptions& options) {
    std::string list;
    for (const std::string& name : councils(options.from)) {
        Samples samples(options, name);
        samples.draw();
        list += (list.empty() ? "" : "\n") + samples.section();
    }
    if (!options.clean && !options.resaved) write_readme(options, list);
}

} // namespace draw
