#include "engine/records/finding.h"

namespace engine {

std::string_view to_text(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::query:
        return "query";
    case Severity::note:
        break;
    }
    return "note";
}

std::string to_text(const Finding& finding) {
    std::string text = to_text(finding.place);
    if (!text.empty()) text += ": ";
    text += to_text(finding.severity);
    text += " " + finding.rule + ": " + finding.title;
    if (!finding.detail.empty()) text += " (" + finding.detail + ")";
    text += ".";
    if (!finding.fix.empty()) text += " " + finding.fix;
    return text;
}

} // namespace engine
