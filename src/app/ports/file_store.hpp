#pragma once
// Where attachment contents lie, named by their SHA-256, and what a content is.
#include <cstdint>
#include <string>
#include <string_view>

namespace hearline {

/// Contents by digest. Written once, never changed; the same content is kept once.
class FileStore {
public:
    struct Stored {
        std::string digest_hex;
        std::int64_t size = 0;
    };
    virtual ~FileStore() = default;
    /// Durable when it returns: temporary file, fsync, rename, fsync of the folder. Throws StorageError.
    [[nodiscard]] virtual Stored put(std::string_view content) = 0;
    /// The same for a file that was already received; it is moved or copied.
    [[nodiscard]] virtual Stored put_file(std::string const& path) = 0;
    /// The file that holds the content (to be sent). It exists when the row does.
    [[nodiscard]] virtual std::string path_of(std::string_view digest_hex) const = 0;
};

/// Says what a content is by looking at it, never by its name.
class MediaSniffer {
public:
    virtual ~MediaSniffer() = default;
    /// "image/png", "application/octet-stream" when it cannot tell.
    [[nodiscard]] virtual std::string media_type_of(std::string_view content) = 0;
    [[nodiscard]] virtual std::string media_type_of_file(std::string const& path) = 0;
};

}  // namespace hearline
