#include <algorithm>
#include <map>

#include "channel/media/boxes.hpp"
#include "channel/media/media_bytes.hpp"

namespace hearline::channel {

namespace {

using std::string_view_literals::operator""sv;

bool one_of(std::string_view type, std::initializer_list<std::string_view> types) { return std::find(types.begin(), types.end(), type) != types.end(); }

/// A piece of the file that belongs to an item or a sample.
struct Extent {
    std::size_t begin = 0, end = 0;
};

/// Reads numbers one after another; past the end they are 0 and `broken` says so.
class Cursor {
public:
    Cursor(std::string_view file, std::size_t at, std::size_t end) : file_{file}, at_{at}, end_{std::min(end, file.size())} {}
    std::uint64_t number(int count) {
        if (count <= 0) return 0;
        auto const size = static_cast<std::size_t>(count);
        if (size > 8 || at_ > end_ || end_ - at_ < size) {
            broken_ = true;
            return 0;
        }
        at_ += size;
        return big_endian(file_, at_ - size, count);
    }
    [[nodiscard]] bool broken() const { return broken_; }

private:
    std::string_view file_;
    std::size_t at_, end_;
    bool broken_ = false;
};

// --- films and recordings

/// Where the samples of a track lie: stco or co64, stsc, stsz (14496-12, 8.6.2, 8.7).
class SampleTable {
public:
    SampleTable(std::string_view file, Box const& table) : file_{file}, table_{table} {}
    std::vector<Extent> extents() const {
        auto const wide = box("co64"), narrow = box("stco");
        auto const& chunks = wide.type.empty() ? narrow : wide;
        int const width = wide.type.empty() ? 4 : 8;
        Cursor offsets{file_, chunks.content + 4, chunks.end};
        auto const count = offsets.number(4);
        std::vector<Extent> found;
        std::uint64_t sample = 0;
        for (std::uint64_t chunk = 1; chunk <= count && !offsets.broken(); ++chunk) {
            auto const begin = offsets.number(width);
            if (offsets.broken()) break;
            std::uint64_t length = 0;
            for (auto n = samples_in(chunk); n > 0; --n) length += size_of(sample++);
            if (begin < file_.size()) found.push_back({begin, begin + std::min<std::uint64_t>(length, file_.size() - begin)});
        }
        return found;
    }

private:
    Box box(std::string_view type) const { return box_in(file_, table_.content, table_.end, type); }
    std::uint64_t samples_in(std::uint64_t chunk) const {
        auto const map = box("stsc");
        Cursor rows{file_, map.content + 4, map.end};
        std::uint64_t samples = 0;
        for (auto n = rows.number(4); n > 0 && !rows.broken(); --n) {
            auto const first = rows.number(4), per_chunk = rows.number(4);
            (void)rows.number(4);
            if (rows.broken() || first > chunk) break;
            samples = per_chunk;
        }
        return std::min<std::uint64_t>(samples, file_.size());
    }
    std::uint64_t size_of(std::uint64_t sample) const {
        auto const sizes = box("stsz");
        Cursor head{file_, sizes.content + 4, sizes.end};
        if (auto const all = head.number(4)) return all;
        Cursor row{file_, sizes.content + 12 + static_cast<std::size_t>(std::min<std::uint64_t>(sample, file_.size())) * 4, sizes.end};
        return row.number(4);
    }
    std::string_view file_;
    Box table_;
};

bool holds_metadata(std::string_view type) { return one_of(type, {"udta", "meta", "uuid", "free", "skip", "wide"}); }

/// Tracks that tell instead of showing or sounding: positions and movements beside the film.
bool tells(std::string_view file, Box const& media) {
    auto const handler = box_in(file, media.content, media.end, "hdlr");
    return handler.end - handler.content >= 12 && file.substr(handler.content + 8, 4) == "meta";
}

bool clean_track(std::string& file, Box const& track) {
    auto const media = box_in(file, track.content, track.end, "mdia");
    if (!tells(file, media)) {
        bool cleaned = false;
        for (auto const& box : boxes_in(file, track.content, track.end))
            if (holds_metadata(box.type)) cleaned = make_empty(file, box) || cleaned;
        return cleaned;
    }
    auto const information = box_in(file, media.content, media.end, "minf");
    auto const table = box_in(file, information.content, information.end, "stbl");
    for (auto const& extent : SampleTable{file, table}.extents()) overwrite(file, extent.begin, extent.end, '\0');
    return make_empty(file, track);
}

bool clean_film(std::string& file, Box const& film) {
    bool cleaned = false;
    for (auto const& box : boxes_in(file, film.content, film.end)) {
        if (holds_metadata(box.type)) cleaned = make_empty(file, box) || cleaned;
        if (box.type == "trak") cleaned = clean_track(file, box) || cleaned;
    }
    return cleaned;
}

// --- pictures of items (HEIF)

/// The items of a picture that tell instead of drawing, by their type (infe; 14496-12, 8.11.6).
std::map<std::uint64_t, std::string> telling_items(std::string_view file, Box const& list) {
    std::map<std::uint64_t, std::string> found;
    if (list.type.empty() || list.content + 4 > list.end) return found;
    std::size_t const count_size = file[list.content] == 0 ? 2 : 4;
    for (auto const& entry : boxes_in(file, list.content + 4 + count_size, list.end)) {
        if (entry.type != "infe" || entry.content >= entry.end) continue;
        int const id_size = file[entry.content] >= 3 ? 4 : 2;
        Cursor cursor{file, entry.content + 4, entry.end};
        auto const id = cursor.number(id_size);
        (void)cursor.number(2);
        std::string type;
        add_big_endian(type, cursor.number(4), 4);
        if (!cursor.broken() && one_of(type, {"Exif", "mime", "uri "})) found[id] = type;
    }
    return found;
}

/// Where the items lie (iloc; 14496-12, 8.11.3). `data` is the box that holds those of construction method 1.
std::map<std::uint64_t, std::vector<Extent>> item_extents(std::string_view file, Box const& location, Box const& data) {
    std::map<std::uint64_t, std::vector<Extent>> found;
    if (location.type.empty() || location.content >= location.end) return found;
    int const version = file[location.content];
    Cursor cursor{file, location.content + 4, location.end};
    auto const sizes = cursor.number(2);
    int const offset_size = sizes >> 12 & 15, length_size = sizes >> 8 & 15, base_size = sizes >> 4 & 15, index_size = version > 0 ? sizes & 15 : 0;
    for (auto n = cursor.number(version < 2 ? 2 : 4); n > 0 && !cursor.broken(); --n) {
        auto const id = cursor.number(version < 2 ? 2 : 4);
        auto const method = version > 0 ? cursor.number(2) & 15 : 0;
        (void)cursor.number(2);
        auto const base = cursor.number(base_size) + (method == 1 ? data.content : 0);
        for (auto extents = cursor.number(2); extents > 0 && !cursor.broken(); --extents) {
            (void)cursor.number(index_size);
            auto const begin = base + cursor.number(offset_size);
            auto const length = cursor.number(length_size);
            if (cursor.broken() || method > 1 || begin >= file.size()) continue;
            found[id].push_back({begin, begin + (length == 0 ? file.size() - begin : std::min<std::uint64_t>(length, file.size() - begin))});
        }
    }
    return found;
}

/// Exif of an item: four bytes that say where its TIFF header begins, then the TIFF. What is left is the orientation, in the same room.
bool clean_exif(std::string& file, std::vector<Extent> const& extents) {
    std::string old;
    for (auto const& extent : extents) old += std::string_view{file}.substr(extent.begin, extent.end - extent.begin);
    std::string kept(4, '\0');
    if (old.size() > 4) {
        auto const skipped = big_endian(old, 0, 4);
        if (auto const turned = skipped < old.size() - 4 ? orientation_only(std::string_view{old}.substr(4 + skipped)) : std::nullopt)
            kept += *turned;
    }
    if (kept.size() > old.size()) kept.clear();
    kept.resize(old.size(), '\0');
    if (kept == old) return false;
    std::size_t written = 0;
    for (auto const& extent : extents) {
        auto const length = extent.end - extent.begin;
        file.replace(extent.begin, length, kept, written, length);
        written += length;
    }
    return true;
}

bool clean_items(std::string& file, Box const& meta) {
    constexpr std::size_t version_and_flags = 4;
    auto const inner = [&](std::string_view type) { return box_in(file, meta.content + version_and_flags, meta.end, type); };
    auto const telling = telling_items(file, inner("iinf"));
    auto const extents = item_extents(file, inner("iloc"), inner("idat"));
    bool cleaned = false;
    for (auto const& [id, type] : telling) {
        auto const place = extents.find(id);
        if (place == extents.end()) continue;
        if (type == "Exif") cleaned = clean_exif(file, place->second) || cleaned;
        else
            for (auto const& extent : place->second) cleaned = overwrite(file, extent.begin, extent.end, ' ') || cleaned;
    }
    for (auto const& box : boxes_in(file, meta.content + version_and_flags, meta.end))
        if (one_of(box.type, {"uuid", "udta", "free", "skip"})) cleaned = make_empty(file, box) || cleaned;
    return cleaned;
}

/// Boxes of the outermost level that play, draw or index. All others tell (trailers of phones, XMP, whole films beside a picture).
bool plays(std::string_view type) {
    return one_of(type, {"ftyp", "styp", "mdat", "moof", "mfra", "sidx", "ssix", "prft", "pdin", "emsg", "pnot"});
}

}  // namespace

bool clean_boxes(std::string& file) {
    auto const outer = boxes_in(file, 0, file.size());
    bool const is_picture = media_type_of_boxes(file).starts_with("image/");
    bool cleaned = false;
    for (auto const& box : outer) {
        if (plays(box.type)) continue;
        if (box.type == "moov") cleaned = clean_film(file, box) || cleaned;
        else if (box.type == "meta" && is_picture) cleaned = clean_items(file, box) || cleaned;
        else cleaned = make_empty(file, box) || cleaned;
    }
    auto const end = outer.empty() ? 0 : outer.back().end;
    return overwrite(file, end, file.size(), '\0') || cleaned;
}

}  // namespace hearline::channel
