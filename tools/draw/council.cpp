#include "tools/draw/council.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace draw {

namespace fs = std::filesystem;

static std::map<std::string, Tables> read_folder(const fs::path& folder) {
    std::map<std::string, Tables> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt")
            files.emplace(entry.path().stem().string(), Tables::read(entry.path()));
    return files;
}

template <class Value>
static std::vector<std::string> names(const std::map<std::string, Value>& files) {
    std::vector<std::string> names;
    for (const auto& [name, value] : files) names.push_back(name);
    return names;
}

Council::Council(const fs::path& tables)
    : plans_(read_folder(tables / "plans")), drawing_(Tables::read(tables / "drawing.txt")) {
    for (const fs::directory_entry& entry : fs::directory_iterator(tables / "returns"))
        returns_.emplace(entry.path().filename().string(), read_folder(entry.path()));
    for (const auto& [name, plan] : plans_) {
        for (const Line& line : plan["indicators"]) indicators_[line["Ref"]] = {&plan, &line};
        for (const Line& line : plan["actions"]) actions_[line["Ref"]] = {&plan, &line};
    }
    for (const auto& [quarter, files] : returns_)
        for (const auto& [service, tables_of] : files)
            for (const char* section : {"indicators", "actions"})
                for (const Line& line : tables_of[section]) returned_[quarter][line["Ref"]] = &line;
}

std::vector<std::string> Council::plans() const {
    return names(plans_);
}
std::vector<std::string> Council::quarters() const {
    return names(returns_);
}
std::vector<std::string> Council::services() const {
    return names(returns_.begin()->second);
}

Council::Counts Council::counts() const {
    const auto is_kpi = [](const auto& planned) { return (*planned.second.line)["KPI"] == "Yes"; };
    return {plans_.size(), indicators_.size(),
            static_cast<std::size_t>(std::ranges::count_if(indicators_, is_kpi)), actions_.size(),
            services().size()};
}

const Line* Council::reported(const std::string& quarter, const std::string& ref) const {
    const auto& lines = returned_.at(quarter);
    const auto line = lines.find(ref);
    return line == lines.end() ? nullptr : line->second;
}

std::string Council::last_quarter(const std::string& quarter, const std::string& ref) const {
    const auto now = returned_.find(quarter);
    if (now == returned_.begin()) {
        const Line* history = indicators_.at(ref).plan->find("2015-16", ref);
        return history != nullptr ? (*history)["Q4"] : std::string();
    }
    const Line* before = reported(std::prev(now)->first, ref);
    return before != nullptr ? (*before)["Actual"] : std::string();
}

} // namespace draw
