#include "tools/files/publish.h"

#include "tools/files/in_parallel.h"

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace files {

using cells::Error;

static Error cannot_write(const std::filesystem::path& where, int reason) {
    Error error{Error::Kind::cannot_write, where.string(), {}, {}};
    switch (reason) {
    case EACCES:
    case EPERM:
        error.what = "You may not write here";
        error.next = "Ask for permission to write, or choose another folder";
        break;
    case EROFS:
        error.what = "The disk is read-only";
        error.next = "Choose a folder on another disk";
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        error.what = "There is no room left to write this file";
        error.next = "Free some space, or choose a folder on another disk";
        break;
    case ENOTDIR:
    case EEXIST:
        error.what = "A file is in the way where a folder is needed";
        error.next = "Move that file away, or choose another folder";
        break;
    case EISDIR:
        error.what = "A folder of this name is in the way";
        error.next = "Move that folder away, or choose another";
        break;
    default:
        error.what = "This cannot be written: " + std::generic_category().message(reason);
        error.next = "Check the disk and the network, then run again";
    }
    return error;
}

namespace {

/// A file being written that is nobody's until put_in_place(): unlinked on every way out but that one.
class Draft {
public:
    Draft(std::filesystem::path beside, std::filesystem::path target)
        : path_(std::move(beside)), target_(std::move(target)),
          file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {}
    Draft(Draft&& other) noexcept
        : path_(std::exchange(other.path_, {})), target_(std::move(other.target_)),
          file_(std::exchange(other.file_, -1)), failed_(other.failed_) {}
    Draft& operator=(Draft&& other) noexcept {
        std::swap(path_, other.path_);
        std::swap(target_, other.target_);
        std::swap(file_, other.file_);
        std::swap(failed_, other.failed_);
        return *this;
    }
    ~Draft() {
        if (file_ >= 0) ::close(file_);
        if (!path_.empty()) ::unlink(path_.c_str());
    }

    const std::filesystem::path& target() const { return target_; }
    bool is_open() const { return file_ >= 0; }

    /// False with errno set.
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        // The disk may begin: it has less to do when the sync is asked for. What it cannot do, that will say.
        ::sync_file_range(file_, 0, 0, SYNC_FILE_RANGE_WRITE);
        return true;
    }
    void sync() {
        if (::fsync(file_) != 0) failed_ = errno;
        // A network share may only now say that it could not keep the bytes.
        if (::close(std::exchange(file_, -1)) != 0 && failed_ == 0) failed_ = errno;
    }
    /// The reason why not, or 0. Requires: sync().
    int put_in_place() {
        if (failed_ == 0 && ::rename(path_.c_str(), target_.c_str()) != 0) failed_ = errno;
        if (failed_ == 0) path_.clear();
        return failed_;
    }

private:
    std::filesystem::path path_, target_;
    int file_;
    int failed_ = 0;
};

} // namespace

/// The reason why not, or 0.
static int sync_folder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return errno;
    const int failed =
        ::fsync(handle) == 0 || errno == EINVAL ? 0 : errno; // some shares have no folders to sync
    ::close(handle);
    return failed;
}

static std::filesystem::path folder_of(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

std::expected<void, Error> prepare_folder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) return std::unexpected(cannot_write(folder, failure.value()));
    if (!std::filesystem::is_directory(folder, failure))
        return std::unexpected(cannot_write(folder, ENOTDIR));
    if (::access(folder.c_str(), W_OK | X_OK) != 0) return std::unexpected(cannot_write(folder, errno));
    return {};
}

struct Publication::Drafts {
    std::mutex guard;
    std::vector<Draft> list;
};

Publication::Publication() : drafts_(std::make_unique<Drafts>()) {}
Publication::Publication(Publication&&) noexcept = default;
Publication& Publication::operator=(Publication&&) noexcept = default;
Publication::~Publication() = default;

std::expected<void, Error> Publication::draft(const std::filesystem::path& target, std::string_view bytes) {
    const auto folder = folder_of(target);
    if (auto prepared = prepare_folder(folder); !prepared) return prepared;

    // A dotfile of this process: no filter of ours or others takes it for a workbook, and two runs do not
    // meet.
    Draft draft(folder / (".outturn-" + std::to_string(::getpid()) + "-" + target.filename().string()),
                target);
    if (!draft.is_open() || !draft.write(bytes)) return std::unexpected(cannot_write(target, errno));
    const std::scoped_lock lock(drafts_->guard);
    drafts_->list.push_back(std::move(draft));
    return {};
}

std::vector<Publication::Failure> Publication::publish() {
    static constexpr unsigned side_by_side = 8; // they wait, they do not work
    auto drafts = std::exchange(drafts_->list, {});
    std::ranges::sort(drafts, {}, &Draft::target);
    for_each_in_parallel(drafts.size(), side_by_side, [&](std::size_t i) { drafts[i].sync(); });

    std::set<std::filesystem::path> folders;
    for (const Draft& draft : drafts) folders.insert(folder_of(draft.target()));
    std::vector<Failure> failures;
    for (Draft& draft : drafts)
        if (const int reason = draft.put_in_place(); reason != 0)
            failures.push_back({draft.target(), cannot_write(draft.target(), reason)});
    for (const auto& folder : folders)
        if (const int reason = sync_folder(folder); reason != 0)
            failures.push_back({folder, cannot_write(folder, reason)});
    return failures;
}

std::expected<void, Error> publish(const std::filesystem::path& target, std::string_view bytes) {
    Publication publication;
    if (auto drafted = publication.draft(target, bytes); !drafted) return drafted;
    if (auto failures = publication.publish(); !failures.empty())
        return std::unexpected(std::move(failures.front().error));
    return {};
}

} // namespace files
