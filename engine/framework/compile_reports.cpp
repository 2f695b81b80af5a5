#include "engine/framework/compile_parts.h"

namespace engine {

void compile_reports(Section& top, Framework& framework) {
    std::vector<std::string> ids;
    for (Section& section : top.tables("report", "[[report]]")) {
        Report report;
        report.id = section.text("id");
        report.title = section.text("title");
        report.audience = section.text("audience");
        report.file = section.text("template");
        report.quarters = section.wholes("quarters", 1, 4);
        name_once(section, "id", report.id, ids);
        framework.reports.push_back(std::move(report));
    }
    if (!top.has("principle")) return; // few frameworks publish a checklist
    std::vector<std::string> names;
    for (Section& section : top.tables("principle", "[[principle]]")) {
        Principle principle{section.text("name"), section.texts("evidence")};
        name_once(section, "name", principle.name, names);
        framework.principles.push_back(std::move(principle));
    }
}

} // namespace engine
