#pragma once
// One process at a time writes in a data folder.
#include <filesystem>

namespace hearline::sqlite {

class FolderLock {
public:
    /// Throws StorageError{locked} naming the process that holds it.
    explicit FolderLock(std::filesystem::path const& folder);
    ~FolderLock();
    FolderLock(FolderLock const&) = delete;
    FolderLock& operator=(FolderLock const&) = delete;

private:
    int file_;
};

}  // namespace hearline::sqlite
