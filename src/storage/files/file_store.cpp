#include "storage/files/file_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "app/ports/store.hpp"
#include "base/digest.hpp"

namespace hearline {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(std::string const& what, std::string const& path) {
    auto const full = errno == ENOSPC || errno == EDQUOT;
    throw StorageError{full ? StorageError::What::full : StorageError::What::unavailable, fmt::format("{} {}: {}", what, path, std::strerror(errno))};
}

/// An open file that is closed whatever happens.
class Descriptor {
public:
    Descriptor(std::string const& path, int flags) : path_{path}, fd_{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {
        if (fd_ < 0) fail("cannot open", path);
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const written = ::write(fd_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("cannot write", path_);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(fd_) != 0) fail("cannot sync", path_);
    }

private:
    std::string path_;
    int fd_;
};

/// A name that nobody else uses at the same time.
std::string temporary_in(std::string const& folder) { return fmt::format("{}/.{}.part", folder, random_code(system_random(), 20)); }

}  // namespace

FolderFileStore::FolderFileStore(std::string folder) : folder_{std::move(folder)} {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw StorageError{StorageError::What::unavailable, fmt::format("cannot make {}: {}", folder_, error.message())};
}

std::string FolderFileStore::path_of(std::string_view digest_hex) const {
    return fmt::format("{}/{}/{}", folder_, digest_hex.substr(0, 2), digest_hex);
}

// design.md: temporary file, fsync, rename, fsync of the folder
void FolderFileStore::settle(std::string const& temporary, std::string const& digest_hex) {
    auto const target = path_of(digest_hex);
    auto const parent = fs::path{target}.parent_path().string();
    std::error_code error;
    if (fs::create_directories(parent, error)) Descriptor{folder_, O_RDONLY | O_DIRECTORY}.sync();
    if (::rename(temporary.c_str(), target.c_str()) != 0) {
        ::unlink(temporary.c_str());
        fail("cannot rename to", target);
    }
    Descriptor{parent, O_RDONLY | O_DIRECTORY}.sync();
}

FileStore::Stored FolderFileStore::put(std::string_view content) {
    Stored const stored{hex(sha256(content)), static_cast<std::int64_t>(content.size())};
    if (fs::exists(path_of(stored.digest_hex))) return stored;
    auto const temporary = temporary_in(folder_);
    try {
        Descriptor const file{temporary, O_WRONLY | O_CREAT | O_EXCL};
        file.write(content);
        file.sync();
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    settle(temporary, stored.digest_hex);
    return stored;
}

}  // namespace hearline
