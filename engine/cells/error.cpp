#include "engine/cells/error.h"

namespace cells {

std::string to_text(const Error& error) {
    std::string text = error.where;
    for (const std::string* sentence : {&error.what, &error.next}) {
        if (sentence->empty()) continue;
        if (!text.empty()) text += sentence == &error.what ? ": " : " ";
        text += *sentence;
        if (!sentence->ends_with('?')) text += '.';
    }
    return text;
}

} // namespace cells
