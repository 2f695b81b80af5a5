#include "xlsx/rows/follow_all.h"

#include "xlsx/edit/related.h"

namespace xlsx {

FollowAll::Done FollowAll::elements(std::size_t sheet, const XmlOutline& part, PartEdits& edits) const {
    for (const XmlElement& element : part.children) {
        for (const Follower& follower : sheet_followers()) {
            if (follower.name != element.name) continue;
            const auto done = follower.follow({part.text, element, movement_, sheet},
                                              edits.of(workbook_.sheets[sheet].part));
            if (!done) return std::unexpected(explain_(sheet, follower, done.error()));
        }
    }
    return {};
}

FollowAll::Done FollowAll::part(std::size_t sheet, const Follower& follower, const std::string& part,
                                PartEdits& edits, FilledValues* values) const {
    auto text = edits.text(part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto xml = outline(*text);
    const XmlElement none;
    const auto done =
        follower.follow({*text, xml ? xml->root : none, movement_, sheet, values}, edits.of(part));
    if (!done) return std::unexpected(explain_(sheet, follower, done.error()));
    return {};
}

FollowAll::Done FollowAll::parts(std::size_t sheet, PartEdits& edits) const {
    for (const Follower& follower : part_followers()) {
        auto parts = related_parts(edits.package(), workbook_.sheets[sheet].part, follower.name);
        if (!parts) return std::unexpected(std::move(parts.error()));
        for (const std::string& one : *parts)
            if (auto done = part(sheet, follower, one, edits, nullptr); !done) return done;
    }
    return {};
}

FollowAll::Done FollowAll::workbook(PartEdits& edits) const {
    const std::string& root = edits.package().workbook_part();
    const std::size_t no_sheet = workbook_.sheets.size();
    for (const Follower& follower : workbook_followers()) {
        for (const XmlElement& element : workbook_.outline.children) {
            if (element.name != follower.name) continue;
            const auto done =
                follower.follow({workbook_.outline.text, element, movement_, no_sheet}, edits.of(root));
            if (!done) return std::unexpected(explain_(no_sheet, follower, done.error()));
        }
        auto parts = related_parts(edits.package(), root, follower.name);
        if (!parts) return std::unexpected(std::move(parts.error()));
        for (const std::string& one : *parts)
            if (auto done = part(no_sheet, follower, one, edits, nullptr); !done) return done;
    }
    return {};
}

FollowAll::Done FollowAll::charts(PartEdits& edits, FilledValues& values) const {
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
        if (workbook_.sheets[i].part.empty()) continue;
        auto drawings = related_parts(edits.package(), workbook_.sheets[i].part, "drawing");
        if (!drawings) return std::unexpected(std::move(drawings.error()));
        for (const std::string& drawing : *drawings) {
            for (const Follower& follower : drawing_followers()) {
                auto parts = related_parts(edits.package(), drawing, follower.name);
                if (!parts) return std::unexpected(std::move(parts.error()));
                for (const std::string& one : *parts)
                    if (auto done = part(i, follower, one, edits, &values); !done) return done;
            }
        }
    }
    return {};
}

} // namespace xlsx
