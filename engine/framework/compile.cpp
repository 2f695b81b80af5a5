#include "engine/framework/compile.h"

#include "engine/framework/compile_parts.h"
#include "engine/layout/find_table.h"

#include <algorithm>

namespace engine {

void name_once(Section& section, std::string_view key, const std::string& name,
               std::vector<std::string>& seen) {
    if (name.empty()) return; // said when it was taken
    std::string same = folded(name);
    if (std::ranges::find(seen, same) != seen.end())
        section.fault(key, "\"" + name + "\" stands in two " + section.name(), "Give each of them its own");
    seen.push_back(std::move(same));
}

static void compile_identity(Section& top, Framework& framework) {
    Section identity = top.table("framework", "[framework]");
    framework.id = identity.text("id");
    framework.title = identity.text("title");
    framework.council = identity.text("council");
    framework.version = identity.text("version");
    framework.source = identity.text("source");
}

static void compile_calendar(Section& top, Framework& framework) {
    Section calendar = top.table("calendar", "[calendar]");
    framework.first_month = static_cast<unsigned>(calendar.whole_or("first_month", 1, 12, 4));
    framework.plan_first = calendar.date("plan_from");
    framework.plan_last = calendar.date("plan_to");
    if (framework.plan_last < framework.plan_first)
        calendar.fault("plan_to", "The plan ends before it begins", "Check whether the dates were swapped");
}

static void compile_priorities(Section& top, Framework& framework) {
    std::vector<std::string> outcomes;
    std::vector<std::string> short_names;
    for (Section& section : top.tables("priority", "[[priority]]")) {
        Priority priority;
        priority.number = section.whole("number", 1, 99);
        priority.outcome = section.text("outcome");
        priority.short_name = section.text("short_name");
        priority.theme = section.text("theme");
        priority.director = section.text_or("director", {});
        name_once(section, "outcome", priority.outcome, outcomes);
        name_once(section, "short_name", priority.short_name, short_names);
        const int expected = static_cast<int>(framework.priorities.size()) + 1;
        if (priority.number != expected)
            section.fault("number",
                          "Priorities are numbered 1, 2, 3 in order, and " + std::to_string(priority.number)
                              + " stands where " + std::to_string(expected) + " should",
                          "Number them in order, each once");
        framework.priorities.push_back(std::move(priority));
    }
}

std::expected<Framework, std::vector<cells::Error>> compile(const TreeNode& root, std::string_view file) {
    Faults faults(file);
    Framework framework;
    {
        Section top(&root, "the framework", faults);
        compile_identity(top, framework);
        compile_calendar(top, framework);
        compile_priorities(top, framework);
        compile_words(top, framework);
        compile_bands(top, framework);
        compile_settings(top, framework);
        compile_layouts(top, framework);
        compile_reports(top, framework);
    } // members of the top that nobody took are faults here
    if (!faults.empty()) return std::unexpected(faults.take());
    return framework;
}

} // namespace engine
