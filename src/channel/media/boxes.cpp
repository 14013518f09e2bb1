#include "channel/media/boxes.hpp"

#include <algorithm>

#include "channel/media/media_bytes.hpp"

namespace hearline::channel {

std::vector<Box> boxes_in(std::string_view file, std::size_t begin, std::size_t end) {
    constexpr std::size_t short_header = 8, long_header = 16;
    std::vector<Box> found;
    for (auto at = begin; at + short_header <= end;) {
        auto length = static_cast<std::size_t>(big_endian(file, at, 4));
        auto header = short_header;
        if (length == 1 && at + long_header <= end) {
            length = static_cast<std::size_t>(big_endian(file, at + short_header, 8));
            header = long_header;
        }
        if (length == 0 || length > end - at) length = end - at;
        if (length < header) break;
        found.push_back({file.substr(at + 4, 4), at, at + header, at + length});
        at += length;
    }
    return found;
}

Box box_in(std::string_view file, std::size_t begin, std::size_t end, std::string_view type) {
    for (auto const& box : boxes_in(file, begin, end))
        if (box.type == type) return box;
    return {};
}

bool overwrite(std::string& file, std::size_t begin, std::size_t end, char with) {
    auto const first = file.begin() + static_cast<std::ptrdiff_t>(begin), last = file.begin() + static_cast<std::ptrdiff_t>(end);
    if (std::all_of(first, last, [with](char c) { return c == with; })) return false;
    std::fill(first, last, with);
    return true;
}

bool make_empty(std::string& file, Box const& box) {
    bool const was_other = file.compare(box.begin + 4, 4, "free") != 0 && file.compare(box.begin + 4, 4, "skip") != 0 && file.compare(box.begin + 4, 4, "wide") != 0;
    if (was_other) file.replace(box.begin + 4, 4, "free");
    return overwrite(file, box.content, box.end, '\0') || was_other;
}

namespace {

bool one_of(std::string_view type, std::initializer_list<std::string_view> types) { return std::find(types.begin(), types.end(), type) != types.end(); }

std::vector<std::string_view> brands_of(std::string_view file) {
    auto const type = box_in(file, 0, std::min<std::size_t>(file.size(), 4096), "ftyp");
    std::vector<std::string_view> brands;
    for (auto at = type.content; at + 4 <= type.end; at += 4)
        if (at != type.content + 4) brands.push_back(file.substr(at, 4));  // behind the first one stands its version
    return brands;
}

/// Only what has sound and no pictures is a recording. A film in pieces, or one whose tables are missing, is a film.
bool is_film(std::string_view file) {
    auto const film = box_in(file, 0, file.size(), "moov");
    bool sound = false;
    for (auto const& track : boxes_in(file, film.content, film.end)) {
        if (track.type != "trak") continue;
        auto const media = box_in(file, track.content, track.end, "mdia");
        auto const handler = box_in(file, media.content, media.end, "hdlr");
        auto const kind = handler.end - handler.content >= 12 ? file.substr(handler.content + 8, 4) : std::string_view{};
        if (kind == "vide") return true;
        sound = sound || kind == "soun";
    }
    return !sound;
}

}  // namespace

std::string_view media_type_of_boxes(std::string_view file) {
    if (file.size() < 12 || file.substr(4, 4) != "ftyp") return "";
    auto const brands = brands_of(file);
    if (brands.empty()) return "";
    auto const any = [&](std::initializer_list<std::string_view> wanted) {
        return std::any_of(brands.begin(), brands.end(), [&](std::string_view brand) { return one_of(brand, wanted); });
    };
    if (one_of(brands.front(), {"avif", "avis"})) return "image/avif";
    if (one_of(brands.front(), {"heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"}))
        return any({"avif"}) ? "image/avif" : "image/heic";
    if (one_of(brands.front(), {"M4A ", "M4B ", "M4P "})) return "audio/mp4";
    if (brands.front() == "qt  ") return is_film(file) ? "video/quicktime" : "audio/mp4";
    if (brands.front().starts_with("3g")) return is_film(file) ? "video/3gpp" : "audio/3gpp";
    if (any({"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"})) return is_film(file) ? "video/mp4" : "audio/mp4";
    return "";
}

}  // namespace hearline::channel
