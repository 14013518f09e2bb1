#include "channel/media/clean_pictures.hpp"
#include "channel/media/media_bytes.hpp"

namespace hearline::channel {

namespace {

using std::string_view_literals::operator""sv;

enum Marker : std::uint8_t { tem = 0x01, restart_first = 0xD0, restart_last = 0xD7, start = 0xD8, end = 0xD9, scan = 0xDA, app0 = 0xE0, app15 = 0xEF, comment = 0xFE };

bool stands_alone(std::uint8_t marker) { return marker == tem || (marker >= restart_first && marker <= restart_last); }

/// A segment that says something of the picture but does not draw it.
bool is_metadata(std::uint8_t marker, std::string_view payload) {
    if (marker == comment) return true;
    if (marker < app0 || marker > app15) return false;
    bool const jfif = marker == app0 && payload.starts_with("JFIF\0"sv);
    bool const profile = marker == app0 + 2 && payload.starts_with("ICC_PROFILE\0"sv);
    bool const adobe = marker == app0 + 14 && payload.starts_with("Adobe"sv);
    return !jfif && !profile && !adobe;
}

/// JFIF without its small preview, which may show what was cut off later.
std::string without_preview(std::string_view payload) {
    constexpr std::size_t fixed = 14;
    if (payload.size() <= fixed) return std::string{payload};
    return std::string{payload.substr(0, fixed - 2)} + std::string(2, '\0');
}

void add_segment(std::string& out, std::uint8_t marker, std::string_view payload) {
    out += '\xFF';
    out += static_cast<char>(marker);
    add_big_endian(out, payload.size() + 2, 2);
    out += payload;
}

/// Where the drawn bytes that begin at `at` end: at the next marker that is neither a restart nor a stuffed zero.
std::size_t end_of_scan(std::string_view content, std::size_t at) {
    for (at = content.find('\xFF', at); at != content.npos && at + 1 < content.size(); at = content.find('\xFF', at)) {
        auto const next = static_cast<std::uint8_t>(content[at + 1]);
        if (next == 0xFF) ++at;
        else if (next == 0 || stands_alone(next)) at += 2;
        else return at;
    }
    return content.size();
}

/// Walks the segments and keeps what draws.
class JpegWriter {
public:
    explicit JpegWriter(std::string_view content) : content_{content} {}
    std::optional<std::string> write() {
        for (at_ = 2; at_ < content_.size();)
            if (!step()) return std::nullopt;
        if (!drawn_) return std::nullopt;
        if (!orientation_) return std::move(out_);
        // After JFIF, before all else: viewers look for Exif there.
        std::string exif;
        add_segment(exif, app0 + 1, std::string{"Exif\0\0"sv} + *orientation_);
        out_.insert(after_jfif_, exif);
        return std::move(out_);
    }

private:
    /// One segment. False where there is none.
    bool step() {
        if (content_[at_] != '\xFF') return false;
        while (at_ < content_.size() && content_[at_] == '\xFF') ++at_;  // fill bytes
        if (at_ >= content_.size()) return breaks_off();
        auto const marker = static_cast<std::uint8_t>(content_[at_++]);
        if (marker == end) {
            out_ += "\xFF\xD9";
            at_ = content_.size();
            return true;
        }
        if (stands_alone(marker)) {
            out_ += '\xFF';
            out_ += static_cast<char>(marker);
            return true;
        }
        if (at_ + 2 > content_.size()) return breaks_off();
        auto const length = static_cast<std::size_t>(big_endian(content_, at_, 2));
        if (length < 2 || at_ + length > content_.size()) return breaks_off();
        auto const payload = content_.substr(at_ + 2, length - 2);
        at_ += length;
        keep(marker, payload);
        return true;
    }
    /// A file that ends in the middle of a segment is kept as far as it is drawn.
    bool breaks_off() {
        at_ = content_.size();
        return drawn_;
    }
    void keep(std::uint8_t marker, std::string_view payload) {
        constexpr auto exif = "Exif\0\0"sv;
        if (marker == app0 + 1 && payload.starts_with(exif) && !orientation_) orientation_ = orientation_only(payload.substr(exif.size()));
        if (is_metadata(marker, payload)) return;
        add_segment(out_, marker, marker == app0 ? without_preview(payload) : std::string{payload});
        if (marker == app0) after_jfif_ = out_.size();
        if (marker != scan) return;
        auto const until = end_of_scan(content_, at_);
        out_ += content_.substr(at_, until - at_);
        at_ = until;
        drawn_ = true;
    }

    std::string_view content_;
    std::size_t at_ = 0, after_jfif_ = 2;
    std::string out_{"\xFF\xD8"};
    std::optional<std::string> orientation_;
    bool drawn_ = false;  ///< a scan was seen: what breaks off from here on is shown as far as it goes
};

}  // namespace

std::optional<std::string> clean_jpeg(std::string_view content) {
    if (!content.starts_with("\xFF\xD8"sv)) return std::nullopt;
    return JpegWriter{content}.write();
}

}  // namespace hearline::channel
