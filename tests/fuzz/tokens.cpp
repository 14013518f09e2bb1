// Texts of every kind through folding, tokens, queries, masks and pinyin: no crash, valid UTF-8 out, and a text is found by itself.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <sstream>

#include "base/masking.hpp"
#include "base/search_text.hpp"
#include "base/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    std::string const folded = fold(text);
    std::string const tokens = search_tokens(text);
    if (!is_utf8(folded) || !is_utf8(tokens)) std::abort();
    auto const terms = query_terms(text);
    std::set<std::string> all;
    std::istringstream in{tokens};
    for (std::string token; in >> token;)
        if (!all.insert(token).second) std::abort();
    for (auto const& token : terms.tokens)
        if (!all.contains(token)) std::abort();
    for (auto const& prefix : terms.prefixes)
        if (auto const at = all.lower_bound(prefix); at == all.end() || !at->starts_with(prefix)) std::abort();
    if (!contains_phrases(text, terms)) std::abort();
    if (is_utf8(text)) {
        if (length_of(truncate(text, 5)) > 5 || !is_utf8(truncate(text, 5)) || !is_utf8(trim(text))) std::abort();
        if (!is_utf8(mask_name(text)) || !is_utf8(mask_email(text))) std::abort();
    }
    (void)mask_phone(text);
    (void)has_control_characters(text, LineBreaks::allowed);
    (void)pinyin(text.substr(0, 60));
    return 0;
}
