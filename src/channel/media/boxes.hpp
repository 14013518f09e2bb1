#pragma once
// The boxes of ISO base media files (ISO/IEC 14496-12: HEIC, MOV, MP4, M4A, 3GP): length, type, content; boxes may lie in boxes.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearline::channel {

/// Where a box lies in its file. A box that says it is longer than what holds it ends there.
struct Box {
    std::string_view type;     ///< four characters
    std::size_t begin = 0;     ///< of its length field
    std::size_t content = 0;   ///< behind length and type
    std::size_t end = 0;
};
/// The boxes between `begin` and `end` of `file`, in order; what is left over at the end (fewer bytes than a box has) is not among them.
[[nodiscard]] std::vector<Box> boxes_in(std::string_view file, std::size_t begin, std::size_t end);
/// The first box of `type` there, or one with an empty type.
[[nodiscard]] Box box_in(std::string_view file, std::size_t begin, std::size_t end, std::string_view type);
/// The box becomes empty room of the same length: readers pass over it, and no offset in the file moves. False when it already was.
bool make_empty(std::string& file, Box const& box);
/// Overwrites from `begin` to `end`. False when they were like that already.
bool overwrite(std::string& file, std::size_t begin, std::size_t end, char with);

/// What kind of file it is, by its brands and its tracks: image/heic, image/avif, audio/mp4, video/mp4, video/quicktime, audio/3gpp,
/// video/3gpp; "" when it is no such file.
[[nodiscard]] std::string_view media_type_of_boxes(std::string_view file);

/// What the pictures and films of phones say of the place and the device, overwritten where it stands (R10.2): user data, tables of
/// metadata, tracks of positions, Exif and XMP of a picture (its orientation stays), unknown boxes and empty room. Says whether anything was.
bool clean_boxes(std::string& file);

}  // namespace hearline::channel
