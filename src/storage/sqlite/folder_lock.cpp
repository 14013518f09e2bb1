#include "storage/sqlite/folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "app/ports/store.hpp"

namespace hearline::sqlite {

FolderLock::FolderLock(std::filesystem::path const& folder) {
    auto const name = folder / "lock";
    file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (file_ < 0) throw StorageError{StorageError::What::unavailable, fmt::format("{}: {}", name.string(), std::strerror(errno))};
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        char holder[32] = {};
        auto const length = ::pread(file_, holder, sizeof holder - 1, 0);
        ::close(file_);
        std::string const process{holder, length > 0 ? static_cast<std::size_t>(length) : 0};
        throw StorageError{StorageError::What::locked, fmt::format("{}: locked by process {}", folder.string(), process.substr(0, process.find('\n')))};
    }
    auto const process = fmt::format("{}\n", ::getpid());
    // Who holds the lock is told for people only; a full disk must not keep the store from opening.
    if (::ftruncate(file_, 0) == 0) [[maybe_unused]] auto const written = ::pwrite(file_, process.data(), process.size(), 0);
}

// The file stays: removing it would let two processes lock two files of one name.
FolderLock::~FolderLock() { ::close(file_); }

}  // namespace hearline::sqlite
