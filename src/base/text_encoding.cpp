#include "base/text_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "base/unicode.hpp"

namespace hearline {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Every byte that is not UTF-8 replaced.
std::string repaired(std::string_view bytes, bool& damaged) {
    if (is_utf8(bytes)) return std::string{bytes};
    damaged = true;
    std::string out;
    while (!bytes.empty()) append_utf8(out, take_code_point(bytes));
    return out;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// UTF-16 without a byte order mark: zero bytes nearly all on one side (一 is 4E 00), in a good share of the units, and no half character.
RecognisedEncoding by_zeros(std::string_view sample) {
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++(i % 2 ? odd : even);
    auto const enough = std::max<std::size_t>(4, sample.size() / 40);
    bool const little = odd >= enough && even * 4 <= odd, big = even >= enough && odd * 4 <= even;
    if (!little && !big) return {};
    auto const encoding = little ? TextEncoding::utf16le : TextEncoding::utf16be;
    bool damaged = false;
    static_cast<void>(TextDecoder{encoding}.decode(sample.substr(0, std::min<std::size_t>(sample.size() / 2 * 2, 4096)), damaged));
    return damaged ? RecognisedEncoding{} : RecognisedEncoding{encoding, 0};
}

RecognisedEncoding by_lines(std::string_view sample) {
    TextDecoder decoder{TextEncoding::gb18030};
    std::size_t utf8 = 0, gb18030 = 0;
    bool first_is_utf8 = true;
    while (!sample.empty()) {
        auto const end = sample.find_first_of("\r\n");
        auto const line = sample.substr(0, end);
        bool const cut = end == std::string_view::npos && utf8 + gb18030 > 0;  // the sample may end inside a character
        sample.remove_prefix(end == std::string_view::npos ? sample.size() : end + 1);
        if (cut || is_ascii(line)) continue;
        bool damaged = false;
        if (is_utf8(line))
            first_is_utf8 = utf8++ + gb18030 == 0 ? true : first_is_utf8;
        else if (static_cast<void>(decoder.decode(line, damaged)), !damaged)
            first_is_utf8 = utf8 + gb18030++ == 0 ? false : first_is_utf8;
    }
    bool const first_stands_alone = first_is_utf8 ? utf8 == 1 && gb18030 >= 3 : gb18030 == 1 && utf8 >= 3;
    return {first_is_utf8 != first_stands_alone ? TextEncoding::utf8 : TextEncoding::gb18030, 0};
}

char const* converter_name(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::utf16le:
            return "UTF-16LE";
        case TextEncoding::utf16be:
            return "UTF-16BE";
        default:
            return "gb18030";
    }
}

}  // namespace

std::string_view name_of(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::utf8:
            return "UTF-8";
        case TextEncoding::gb18030:
            return "GB18030";
        default:
            return "UTF-16";
    }
}

RecognisedEncoding recognise_encoding(std::string_view sample) {
    if (sample.starts_with("\xEF\xBB\xBF")) return {TextEncoding::utf8, 3};
    if (sample.starts_with("\xFF\xFE")) return {TextEncoding::utf16le, 2};
    if (sample.starts_with("\xFE\xFF")) return {TextEncoding::utf16be, 2};
    if (sample.find('\0') != std::string_view::npos)
        if (auto const found = by_zeros(sample); found.encoding != TextEncoding::utf8) return found;
    return by_lines(sample);
}

struct TextDecoder::State {
    TextEncoding encoding;
    UConverter* converter = nullptr;
    std::vector<UChar> units;
    ~State() {
        if (converter) ucnv_close(converter);
    }
};

TextDecoder::TextDecoder(TextEncoding encoding) : state_{std::make_unique<State>()} {
    state_->encoding = encoding;
    if (encoding == TextEncoding::utf8) return;
    UErrorCode failed = U_ZERO_ERROR;
    state_->converter = ucnv_open(converter_name(encoding), &failed);
    if (U_FAILURE(failed)) throw std::runtime_error{"ICU has no converter for GB18030 or UTF-16"};
}
TextDecoder::~TextDecoder() = default;

std::string TextDecoder::decode(std::string_view bytes, bool& damaged) {
    if (!state_->converter) return repaired(bytes, damaged);
    auto& units = state_->units;
    if (units.size() < bytes.size() + 8) units.resize(bytes.size() + 8);  // no byte becomes more than one unit
    UErrorCode failed = U_ZERO_ERROR;
    auto const count = ucnv_toUChars(state_->converter, units.data(), static_cast<int32_t>(units.size()), bytes.data(),
                                     static_cast<int32_t>(bytes.size()), &failed);
    if (U_FAILURE(failed)) {
        damaged = true;
        return std::string{replacement};
    }
    std::string out;
    out.reserve(bytes.size() * 3 / 2);
    for (int32_t i = 0; i < count; ++i) {
        char32_t c = units[static_cast<std::size_t>(i)];
        if (c >= 0xD800 && c <= 0xDBFF && i + 1 < count)
            if (char32_t const low = units[static_cast<std::size_t>(i) + 1]; low >= 0xDC00 && low <= 0xDFFF) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                ++i;
            }
        if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
        damaged = damaged || c == 0xFFFD;
        append_utf8(out, c);
    }
    return out;
}

}  // namespace hearline
