// Pictures, films and recordings: cleaned or refused, never a crash; pictures written anew need no second cleaning, and no box of a film moves.
#include <cstdint>
#include <cstdlib>

#include "channel/media/media_cleaner.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    static auto const cleaner = make_media_cleaner();
    for (auto const type : {"image/jpeg", "image/png", "image/webp", "image/gif"}) {
        std::string content{reinterpret_cast<char const*>(data), size};
        if (!cleaner->clean(type, content)) continue;
        auto again = content;
        if (auto const second = cleaner->clean(type, again); !second || again != content) std::abort();
    }
    for (auto const type : {"image/heic", "video/quicktime"}) {
        std::string content{reinterpret_cast<char const*>(data), size};
        if (!cleaner->clean(type, content) || content.size() != size) std::abort();
    }
    return 0;
}
