#include "xlsx/package/splice.h"

#include <algorithm>
#include <cstdlib>

namespace xlsx {

void Splices::replace(std::size_t offset, std::size_t length, std::string text) {
    if (length == 0 && text.empty()) return;
    list_.push_back({offset, length, std::move(text)});
}

std::vector<Splice> Splices::sorted() const {
    std::vector<Splice> edits = list_;
    std::ranges::stable_sort(edits, [](const Splice& a, const Splice& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length == 0 && b.length != 0;
    });
    return edits;
}

std::string Splices::apply(std::string_view before) const {
    return xlsx::apply(before, sorted());
}

std::vector<Splice> Splices::inverse(std::string_view before) const {
    std::vector<Splice> edits = sorted();
    std::size_t grown = 0; // how much longer the text has become so far; wraps where it is shorter
    for (Splice& edit : edits) {
        const std::size_t offset = edit.offset + grown;
        grown += edit.text.size() - edit.length;
        const std::string_view gone = before.substr(edit.offset, edit.length);
        edit = {offset, edit.text.size(), std::string(gone)};
    }
    return edits;
}

bool fits(std::size_t size, const std::vector<Splice>& edits) {
    std::size_t at = 0;
    for (const Splice& edit : edits) {
        if (edit.offset < at || edit.offset > size || edit.length > size - edit.offset) return false;
        at = edit.offset + edit.length;
    }
    return true;
}

std::string apply(std::string_view before, const std::vector<Splice>& edits) {
    if (!fits(before.size(), edits)) std::abort(); // a bug of ours: two edits at one place
    std::size_t size = before.size();
    for (const Splice& edit : edits) size += edit.text.size() - edit.length;
    std::string after;
    after.reserve(size);
    std::size_t at = 0;
    for (const Splice& edit : edits) {
        after.append(before, at, edit.offset - at);
        after += edit.text;
        at = edit.offset + edit.length;
    }
    after.append(before, at);
    return after;
}

} // namespace xlsx
