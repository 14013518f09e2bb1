#include "storage/sqlite/search_tokens.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_set>

namespace hearline::sqlite {
namespace {

struct Head {
    std::int64_t key;
    std::uint32_t before, after;  // lengths
};

template <class F>
void each_change(std::string_view packed, F&& f) {
    while (!packed.empty()) {
        Head head;
        if (packed.size() < sizeof head) throw StorageError{StorageError::What::corrupt, "search queue: a row is cut off"};
        std::memcpy(&head, packed.data(), sizeof head);
        packed.remove_prefix(sizeof head);
        if (packed.size() < std::size_t{head.before} + head.after) throw StorageError{StorageError::What::corrupt, "search queue: a row is cut off"};
        f(TokenChange{{head.key}, packed.substr(0, head.before), packed.substr(head.before, head.after)});
        packed.remove_prefix(std::size_t{head.before} + head.after);
    }
}

template <class F>
void each_token(std::string_view tokens, F&& f) {
    while (!tokens.empty()) {
        auto const end = std::min(tokens.find(' '), tokens.size());
        if (end > 0) f(tokens.substr(0, end));
        tokens.remove_prefix(std::min(end + 1, tokens.size()));
    }
}

/// A token (or the beginning of one) among tokens divided by spaces.
enum class Wanted { whole, beginning };
bool occurs(std::string_view tokens, std::string_view token, Wanted wanted) {
    if (token.empty()) return true;
    auto const* at = tokens.data();
    auto const* const end = tokens.data() + tokens.size();
    while ((at = static_cast<char const*>(memmem(at, end - at, token.data(), token.size())))) {
        auto const* const after = at + token.size();
        if ((at == tokens.data() || at[-1] == ' ') && (wanted == Wanted::beginning || after == end || *after == ' ')) return true;
        ++at;
    }
    return false;
}

/// What the "ascii" tokenizer of FTS5 takes as part of a token.
bool token_byte(char c) { return (c & 0x80) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

void pack(std::string& out, TokenChange const& change) {
    Head const head{change.key.value, static_cast<std::uint32_t>(change.before.size()), static_cast<std::uint32_t>(change.after.size())};
    out.append(reinterpret_cast<char const*>(&head), sizeof head);
    out.append(change.before);
    out.append(change.after);
}

std::vector<TokenChange> unpack(std::string_view packed) {
    std::vector<TokenChange> changes;
    each_change(packed, [&](TokenChange const& change) { changes.push_back(change); });
    return changes;
}

bool matches(std::string_view tokens, SearchQuery const& query) {
    for (auto const& token : query.tokens)
        if (!occurs(tokens, token, Wanted::whole)) return false;
    return !query.prefix || occurs(tokens, *query.prefix, Wanted::beginning);
}

void search_packed(std::string_view packed, SearchQuery const& query, ComplaintKey before, std::vector<ComplaintKey>& found) {
    each_change(packed, [&](TokenChange const& change) {
        if (change.key < before && matches(change.after, query)) found.push_back(change.key);
    });
}

std::string tokens_added(std::string_view before, std::string_view after) {
    std::unordered_set<std::string_view> known;
    each_token(before, [&](std::string_view token) { known.insert(token); });
    std::string added;
    each_token(after, [&](std::string_view token) {
        if (!known.insert(token).second) return;
        if (!added.empty()) added += ' ';
        added += token;
    });
    return added;
}

std::string match_expression(SearchQuery const& query) {
    std::string out;
    auto const add = [&](std::string_view token, std::string_view ending) {
        // A byte that divides tokens in the index divides them here too.
        while (!token.empty()) {
            auto const begin = std::find_if(token.begin(), token.end(), token_byte);
            auto const end = std::find_if_not(begin, token.end(), token_byte);
            if (begin == end) return;
            if (!out.empty()) out += ' ';
            out += '"';
            out.append(begin, end);
            out += '"';
            if (end == token.end()) out += ending;
            token.remove_prefix(static_cast<std::size_t>(end - token.begin()));
        }
    };
    for (auto const& token : query.tokens) add(token, "");
    if (query.prefix) add(*query.prefix, "*");
    return out;
}

}  // namespace hearline::sqlite
