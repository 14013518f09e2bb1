#pragma once
// Bytes of picture and film formats: numbers read and written in their order, and the little that is kept of Exif.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearline::channel {

/// The number of `count` (1 to 8) bytes at `at`, most significant first. The caller has checked that they are there.
[[nodiscard]] std::uint64_t big_endian(std::string_view bytes, std::size_t at, int count);
/// The same, least significant first (RIFF, and one of the two forms of TIFF).
[[nodiscard]] std::uint64_t little_endian(std::string_view bytes, std::size_t at, int count);
void add_big_endian(std::string& out, std::uint64_t value, int count);
void add_little_endian(std::string& out, std::uint64_t value, int count);

/// What of Exif's TIFF structure is kept: one of 26 bytes, in the same byte order, that says how a viewer turns the picture (tag 0x0112, 2 to
/// 8) and nothing else. None where nothing is to be turned, or `tiff` cannot be read.
[[nodiscard]] std::optional<std::string> orientation_only(std::string_view tiff);

}  // namespace hearline::channel
