#include "tools/files/publish.h"

#include <cerrno>
#include <string>
#include <system_error>

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

/// A file being written that is nobody's until commit(): unlinked on every way out but that one.
class Draft {
public:
    explicit Draft(std::filesystem::path path)
        : path_(std::move(path)),
          file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {}
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        if (file_ >= 0) ::close(file_);
        if (!path_.empty()) ::unlink(path_.c_str());
    }

    /// These give false with errno set.
    bool is_open() const { return file_ >= 0; }
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    bool commit(const std::filesystem::path& target) {
        if (::fsync(file_) != 0) return false;
        // A network share may only now say that it could not keep the bytes.
        const int closed = ::close(file_);
        file_ = -1;
        if (closed != 0 || ::rename(path_.c_str(), target.c_str()) != 0) return false;
        path_.clear();
        return true;
    }

private:
    std::filesystem::path path_;
    int file_;
};

} // namespace

static bool sync_folder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return false;
    const bool synced = ::fsync(handle) == 0 || errno == EINVAL; // some shares have no folders to sync
    ::close(handle);
    return synced;
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

std::expected<void, Error> publish(const std::filesystem::path& target, std::string_view bytes) {
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    if (auto prepared = prepare_folder(folder); !prepared) return prepared;

    // A dotfile of this process: no filter of ours or others takes it for a workbook, and two runs do not
    // meet.
    const auto beside =
        folder / (".outturn-" + std::to_string(::getpid()) + "-" + target.filename().string());
    Draft draft(beside);
    if (!draft.is_open() || !draft.write(bytes) || !draft.commit(target) || !sync_folder(folder))
        return std::unexpected(cannot_write(target, errno));
    return {};
}

} // namespace files
