#include "http/byte_range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "http/header_list.hpp"

namespace hearline::http {
namespace {

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

RangeWish read_range(std::string_view header, std::uint64_t file_size) {
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit) || header.find(',') != std::string_view::npos) return {};
    auto rest = header.substr(unit.size());
    if (rest.find('-') == std::string_view::npos) return {};
    auto const first = next_part(rest, '-');
    auto const last = without_blanks(rest);
    auto const to = number(last);
    if (!last.empty() && !to) return {};
    if (first.empty()) {  // the last so many bytes
        if (!to) return {};
        auto const size = std::min(*to, file_size);
        if (size == 0) return {RangeAnswer::none, {}};
        return {RangeAnswer::part, {file_size - size, size}};
    }
    auto const from = number(first);
    if (!from || (to && *to < *from)) return {};
    if (*from >= file_size) return {RangeAnswer::none, {}};
    auto const end = to ? std::min(*to, file_size - 1) : file_size - 1;
    return {RangeAnswer::part, {*from, end - *from + 1}};
}

}  // namespace hearline::http
