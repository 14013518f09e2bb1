#pragma once
// Attachment contents as files of a folder, named by SHA-256 (design.md: temporary file, fsync, rename, fsync of the folder).
#include <string>

#include "app/ports/file_store.hpp"

namespace hearline {

class FolderFileStore final : public FileStore {
public:
    /// Makes the folder when it is missing. Throws StorageError.
    explicit FolderFileStore(std::string folder);
    [[nodiscard]] Stored put(std::string_view content) override;
    [[nodiscard]] std::string path_of(std::string_view digest_hex) const override;

private:
    void settle(std::string const& temporary, std::string const& digest_hex);
    std::string folder_;
};

}  // namespace hearline
