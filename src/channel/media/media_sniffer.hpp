#pragma once
// What a content is, found by looking at it: libmagic, and our own look where it knows less (films and pictures of phones).
#include <memory>

#include "app/ports/file_store.hpp"

namespace hearline {

/// Safe for any number of threads. Throws std::runtime_error when the database of file types cannot be read.
[[nodiscard]] std::unique_ptr<MediaSniffer> make_media_sniffer();

}  // namespace hearline
