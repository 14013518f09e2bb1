#include "channel/media/media_bytes.hpp"

namespace hearline::channel {

std::uint64_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = count; i > 0; --i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i - 1)]);
    return value;
}

void add_big_endian(std::string& out, std::uint64_t value, int count) {
    for (int i = count; i > 0; --i) out += static_cast<char>(value >> (8 * (i - 1)));
}

void add_little_endian(std::string& out, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) out += static_cast<char>(value >> (8 * i));
}

namespace {

std::string tiff_of_orientation(std::uint64_t orientation, bool big) {
    std::string tiff{big ? "MM" : "II"};
    auto const add = [&](std::uint64_t value, int count) { big ? add_big_endian(tiff, value, count) : add_little_endian(tiff, value, count); };
    add(42, 2);
    add(8, 4);       // where the directory is
    add(1, 2);       // entries
    add(0x0112, 2);  // Orientation
    add(3, 2);       // SHORT
    add(1, 4);
    add(orientation, 2);
    add(0, 2);
    add(0, 4);  // no further directory
    return tiff;
}

}  // namespace

std::optional<std::string> orientation_only(std::string_view tiff) {
    constexpr std::size_t entry_size = 12;
    if (tiff.size() < 8) return std::nullopt;
    bool const big = tiff.substr(0, 2) == "MM";
    if (!big && tiff.substr(0, 2) != "II") return std::nullopt;
    auto const number = [&](std::size_t at, int count) { return big ? big_endian(tiff, at, count) : little_endian(tiff, at, count); };
    auto const directory = number(4, 4);
    if (directory > tiff.size() - 2) return std::nullopt;
    auto const entries = number(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        auto const at = directory + 2 + i * entry_size;
        if (at + entry_size > tiff.size()) return std::nullopt;
        if (number(at, 2) != 0x0112) continue;
        auto const turned = number(at + 8, 2);
        return turned >= 2 && turned <= 8 ? std::optional{tiff_of_orientation(turned, big)} : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace hearline::channel
