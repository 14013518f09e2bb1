#pragma once
// Where attachment contents lie, named by their SHA-256, what a content is, and what of it is kept.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

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
    /// The file that holds the content (to be sent). It exists when the row does.
    [[nodiscard]] virtual std::string path_of(std::string_view digest_hex) const = 0;
};

/// Says what a content is by looking at it, never by its name.
class MediaSniffer {
public:
    virtual ~MediaSniffer() = default;
    /// "image/png", "application/octet-stream" when it cannot tell.
    [[nodiscard]] virtual std::string media_type_of(std::string_view content) = 0;
};

/// What was taken out of a content before it was kept.
enum class Cleaned { nothing, metadata };

/// Takes out of pictures, films and recordings what tells where, when and with what they were taken (R10.2); what is seen and heard stays.
class MediaCleaner {
public:
    virtual ~MediaCleaner() = default;
    /// Changes `content`, which is of `media_type`. Error: `invalid` at /file when a picture cannot be read, and so not be vouched for.
    [[nodiscard]] virtual Result<Cleaned> clean(std::string_view media_type, std::string& content) = 0;
};

}  // namespace hearline
