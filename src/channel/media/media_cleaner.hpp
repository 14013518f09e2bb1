#pragma once
// Takes out of pictures, films and recordings what tells where, when and with what they were taken.
#include <memory>

#include "app/ports/file_store.hpp"

namespace hearline {

/// Safe for any number of threads.
[[nodiscard]] std::unique_ptr<MediaCleaner> make_media_cleaner();

}  // namespace hearline
