// PNG, WebP and GIF: formats of chunks, each of which draws or tells.
#include <zlib.h>

#include <algorithm>
#include <span>

#include "channel/media/clean_pictures.hpp"
#include "channel/media/media_bytes.hpp"

namespace hearline::channel {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n"sv;
constexpr std::string_view png_drawing[]{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV",
                                         "cLLI", "sBIT", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT"};
constexpr std::string_view webp_drawing[]{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};

bool draws(std::string_view type, std::span<std::string_view const> drawing) { return std::find(drawing.begin(), drawing.end(), type) != drawing.end(); }

void add_png_chunk(std::string& out, std::string_view type, std::string_view data) {
    add_big_endian(out, data.size(), 4);
    auto const begin = out.size();
    out += type;
    out += data;
    add_big_endian(out, crc32(0, reinterpret_cast<Bytef const*>(out.data() + begin), static_cast<uInt>(out.size() - begin)), 4);
}

void add_riff_chunk(std::string& out, std::string_view type, std::string_view data) {
    out += type;
    add_little_endian(out, data.size(), 4);
    out += data;
    if (data.size() % 2 == 1) out += '\0';
}

/// What a WebP says of itself in its extended header: the bits for Exif and XMP go with them.
std::string webp_features(std::string_view data, bool turned) {
    constexpr unsigned exif = 0x08, xmp = 0x04;
    std::string header{data};
    header[0] = static_cast<char>((static_cast<std::uint8_t>(header[0]) & ~(exif | xmp)) | (turned ? exif : 0));
    return header;
}

}  // namespace

std::optional<std::string> clean_png(std::string_view content) {
    constexpr std::size_t frame = 12;  // length, type, check
    if (!content.starts_with(png_signature)) return std::nullopt;
    std::string out{png_signature};
    bool drawn = false, turned = false;
    for (std::size_t at = png_signature.size(); at + frame <= content.size();) {
        auto const length = static_cast<std::size_t>(big_endian(content, at, 4));
        auto const type = content.substr(at + 4, 4);
        bool const broken_off = length > content.size() - at - frame;
        if (broken_off && !drawn) return std::nullopt;
        auto const whole = content.substr(at, broken_off ? content.npos : length + frame);
        if (draws(type, png_drawing)) out += whole;
        auto const orientation = type == "eXIf" && !broken_off && !turned ? orientation_only(whole.substr(8, length)) : std::nullopt;
        if (orientation) {
            add_png_chunk(out, type, *orientation);
            turned = true;
        }
        drawn = drawn || type == "IDAT";
        if (broken_off || type == "IEND") break;
        at += whole.size();
    }
    if (!drawn) return std::nullopt;
    return out;
}

std::optional<std::string> clean_webp(std::string_view content) {
    constexpr std::size_t header = 12, frame = 8;
    if (content.size() < header || !content.starts_with("RIFF"sv) || content.substr(8, 4) != "WEBP") return std::nullopt;
    auto const end = std::min<std::size_t>(content.size(), static_cast<std::size_t>(little_endian(content, 4, 4)) + frame);
    std::string chunks, features;
    std::optional<std::string> orientation;
    bool drawn = false;
    for (std::size_t at = header; at + frame <= end;) {
        auto const length = static_cast<std::size_t>(little_endian(content, at + 4, 4));
        auto const type = content.substr(at, 4);
        if (length > end - at - frame && !drawn && !type.starts_with("VP8") && type != "ANMF") return std::nullopt;
        auto data = content.substr(at + frame, std::min(length, end - at - frame));
        at += frame + length + length % 2;
        if (type == "VP8X" && data.size() >= 10) features = data;
        else if (draws(type, webp_drawing)) add_riff_chunk(chunks, type, data);
        else if (type == "EXIF") orientation = orientation_only(data.starts_with("Exif\0\0"sv) ? data.substr(6) : data);
        drawn = drawn || type.starts_with("VP8 ") || type == "VP8L" || type == "ANMF";
    }
    if (!drawn) return std::nullopt;
    std::string body{"WEBP"};
    bool const turned = orientation && !features.empty();
    if (!features.empty()) add_riff_chunk(body, "VP8X", webp_features(features, turned));
    body += chunks;
    if (turned) add_riff_chunk(body, "EXIF", *orientation);
    std::string out{"RIFF"};
    add_little_endian(out, body.size(), 4);
    return out + body;
}

namespace {

/// Where the sub-blocks of a GIF that begin at `at` end; past the content where it breaks off.
std::size_t end_of_blocks(std::string_view content, std::size_t at) {
    while (at < content.size() && content[at] != '\0') at += 1 + static_cast<std::uint8_t>(content[at]);
    return at + 1;
}

/// The size of the colour table that a flags byte announces.
std::size_t colours(char flags) {
    auto const bits = static_cast<std::uint8_t>(flags);
    return bits & 0x80 ? std::size_t{3} << ((bits & 7) + 1) : 0;
}

bool is_kept(std::string_view extension) {
    constexpr char control = '\xF9', application = '\xFF';
    if (extension.size() < 2) return false;
    if (extension[1] == control) return true;
    return extension[1] == application && (extension.substr(2).starts_with("\x0BNETSCAPE2.0"sv) || extension.substr(2).starts_with("\x0B""ANIMEXTS1.0"sv));
}

}  // namespace

std::optional<std::string> clean_gif(std::string_view content) {
    constexpr std::size_t screen = 13, image = 10;
    if (content.size() < screen || !content.starts_with("GIF8"sv)) return std::nullopt;
    auto at = screen + colours(content[10]);
    if (at > content.size()) return std::nullopt;
    std::string out{content.substr(0, at)};
    bool drawn = false;
    while (at < content.size() && content[at] != ';') {
        std::size_t until = 0;
        if (content[at] == '!' && at + 2 <= content.size()) until = end_of_blocks(content, at + 2);
        else if (content[at] == ',' && at + image <= content.size()) until = end_of_blocks(content, at + image + colours(content[at + image - 1]) + 1);
        else break;
        auto const block = content.substr(at, until - at);
        bool const picture = block.front() == ',';
        if (picture || is_kept(block)) out += block;
        drawn = drawn || picture;
        at = until;
    }
    if (!drawn) return std::nullopt;
    if (at < content.size() && content[at] == ';') out += ';';  // else it broke off, and is shown as far as it goes
    return out;
}

}  // namespace hearline::channel
