#pragma once
// Which part of a file is asked for (Range, RFC 9110 section 14): players of sound and film ask for parts.
#include <cstdint>
#include <string_view>

namespace hearline::http {

struct ByteRange {
    std::uint64_t from = 0, size = 0;
    bool operator==(ByteRange const&) const = default;
};

enum class RangeAnswer { whole, part, none };  ///< none: it asks for what lies past the end (416)

struct RangeWish {
    RangeAnswer answer = RangeAnswer::whole;
    ByteRange part;
    bool operator==(RangeWish const&) const = default;
};

/// One part only: what asks for several, or is no range of bytes, gets the whole.
[[nodiscard]] RangeWish read_range(std::string_view header, std::uint64_t file_size);

}  // namespace hearline::http
