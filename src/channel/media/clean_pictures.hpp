#pragma once
// Pictures written anew without what tells where, when and with what they were taken (R10.2): what draws them stays byte for byte, and how
// they are turned. Each function gives the content to keep, or nothing where the structure cannot be read (and so not be vouched for).
#include <optional>
#include <string>
#include <string_view>

namespace hearline::channel {

/// Keeps JFIF, the colour profile, Adobe's colour mark and the picture; leaves out Exif, XMP, IPTC, comments, previews and whatever follows
/// the picture's end (further pictures, films and trailers of phones). A picture that breaks off in its drawn part is kept as far as it goes.
[[nodiscard]] std::optional<std::string> clean_jpeg(std::string_view content);
/// Keeps the chunks that draw (also of animations); leaves out texts, times, Exif, private chunks and whatever follows the end.
[[nodiscard]] std::optional<std::string> clean_png(std::string_view content);
/// Leaves out Exif, XMP, unknown chunks and whatever follows the end.
[[nodiscard]] std::optional<std::string> clean_webp(std::string_view content);
/// Leaves out comments, texts of plain writing, and the extensions of applications but for the one that repeats an animation.
[[nodiscard]] std::optional<std::string> clean_gif(std::string_view content);

}  // namespace hearline::channel
