#include "http/content_coding.hpp"

#include <algorithm>
#include <optional>

#include "http/header_list.hpp"

namespace hearline::http {
namespace {

bool same_word(std::string_view a, std::string_view lower) {
    return std::equal(a.begin(), a.end(), lower.begin(), lower.end(), [](char x, char y) { return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x) == y; });
}

/// How much the header likes a coding, in thousandths.
int liking(std::string_view header, Coding coding) {
    std::optional<int> named, any;
    while (!header.empty()) {
        auto entry = next_part(header, ',');
        auto const word = next_part(entry, ';');
        if (same_word(word, coding == Coding::identity ? "identity" : name_of(coding))) named = quality(entry);
        else if (word == "*") any = quality(entry);
    }
    if (named) return *named;
    if (any) return *any;
    return coding == Coding::identity ? 1 : 0;  // always allowed, never preferred
}

}  // namespace

std::string_view name_of(Coding coding) {
    switch (coding) {
        case Coding::brotli: return "br";
        case Coding::gzip: return "gzip";
        case Coding::identity: break;
    }
    return "";
}

Coding choose_coding(std::string_view accept_encoding, std::span<Coding const> offered) {
    Coding best = Coding::identity;
    int most = 0;
    for (auto const coding : offered) {
        int const likes = liking(accept_encoding, coding);
        if (likes <= most) continue;
        best = coding;
        most = likes;
    }
    return best;
}

}  // namespace hearline::http
