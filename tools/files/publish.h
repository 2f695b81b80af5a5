#pragma once
// Puts finished files in their places: written beside, synced, renamed, their folders synced. Whoever looks
// at a place sees the old file or the new one, whole; a run that is killed leaves nothing half-written under
// a name that anybody reads.

#include "engine/cells/error.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace files {

/// Makes a folder, with those above it, and checks that files can be made in it.
std::expected<void, cells::Error> prepare_folder(const std::filesystem::path& folder);

/// Files that are published together. They are synced side by side, since a disk that is asked for twenty
/// files at once is done in the time of two or three. What was not published when this ends is gone.
class Publication {
public:
    Publication();
    Publication(Publication&&) noexcept;
    Publication& operator=(Publication&&) noexcept;
    ~Publication();

    /// Writes `bytes` beside `target`, which stays as it is. For any thread. Error: cannot_write; nothing is
    /// left.
    std::expected<void, cells::Error> draft(const std::filesystem::path& target, std::string_view bytes);

    struct Failure {
        std::filesystem::path target;
        cells::Error error; ///< cannot_write; what was there before is there still
    };
    /// Puts every draft in its place, in the order of their names; gives those that could not be.
    std::vector<Failure> publish();

private:
    struct Drafts;
    std::unique_ptr<Drafts> drafts_;
};

/// A publication of one file: replaces `target` with `bytes`. Errors (cannot_write) leave what was there, and
/// no other file.
std::expected<void, cells::Error> publish(const std::filesystem::path& target, std::string_view bytes);

} // namespace files
