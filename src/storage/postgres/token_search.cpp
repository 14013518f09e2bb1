#include "storage/postgres/token_search.hpp"

#include <algorithm>

#include "storage/postgres/answers.hpp"

namespace hearline::postgres {
namespace {

constexpr std::size_t longest_token = 1024;  // bytes; the engine takes 2046

void append_quoted(std::string& out, std::string_view token) {
    if (token.size() > longest_token) {
        auto end = longest_token;
        while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xC0) == 0x80) --end;  // not inside a character
        token = token.substr(0, end);
    }
    out += '\'';
    for (char c : token) {
        if (c == '\'' || c == '\\') out += c;
        out += c;
    }
    out += '\'';
}

constexpr std::int64_t first_window_rows = 1500;

// The index alone finds the rows of a word, the keys (`+ 0`: their index is not walked) put them in order.
constexpr sql::Literal words_of_all{
    "SELECT complaint FROM (SELECT complaint FROM search WHERE tokens @@ $1::text::tsquery AND complaint + 0 < $2 OFFSET 0) hits "
    "ORDER BY complaint DESC LIMIT $3"};
// Of a frequent word only the rows of a window are visited: two bitmaps, of the word and of the keys.
constexpr sql::Literal words_of_window{
    "SELECT complaint FROM (SELECT complaint FROM search WHERE tokens @@ $1::text::tsquery AND complaint < $2 AND complaint >= $4 OFFSET 0) hits "
    "ORDER BY complaint DESC LIMIT $3"};

/// Turns walking an index off for the statements of this search: the planner takes the test of a row's tokens for cheap and would rather unpack
/// those of the whole window (14 ms for 1,500 rows) than put two bitmaps together (3 ms).
SearchSpan begin_search(AskPlanned const& ask, ComplaintKey before) {
    sql::Value values[] = {before.value};
    auto const answer = ask("SELECT coalesce((SELECT max(complaint) FROM search WHERE complaint < $1), 0), coalesce((SELECT min(complaint) FROM search), 0), "
                            "coalesce((SELECT reltuples::bigint FROM pg_class WHERE oid = 'search'::regclass), 0), set_config('enable_indexscan', 'off', true)",
                            values);
    return {answer.integer(0, 0), answer.integer(0, 1), answer.integer(0, 2)};
}

/// What else the transaction asks is planned as ever.
void end_search(AskPlanned const& ask) { ask("SELECT set_config('enable_indexscan', 'on', true)", {}); }

}  // namespace

std::string tsvector_of(std::string_view tokens) {
    std::string out;
    out.reserve(tokens.size() * 2);
    while (!tokens.empty()) {
        auto end = tokens.find(' ');
        auto token = tokens.substr(0, end);
        tokens = end == std::string_view::npos ? std::string_view{} : tokens.substr(end + 1);
        if (token.empty()) continue;
        if (!out.empty()) out += ' ';
        append_quoted(out, token);
    }
    return out;
}

std::string tsquery_of(SearchQuery const& query) {
    std::string out;
    auto add = [&](std::string_view token) {
        if (token.empty()) return;
        if (!out.empty()) out += " & ";
        append_quoted(out, token);
    };
    for (auto const& token : query.tokens) add(token);
    if (query.prefix && !query.prefix->empty()) {
        add(*query.prefix);
        out += ":*";
    }
    return out;
}

std::int64_t window_begin(SearchSpan const& span, std::int64_t to, std::int64_t looked_at, std::size_t found, std::size_t missing) {
    auto const rest = static_cast<double>(to) - static_cast<double>(span.oldest);
    double width = 0;
    if (looked_at == 0) {
        if (span.rows < 2 * first_window_rows) return everything;
        width = (static_cast<double>(span.newest) - static_cast<double>(span.oldest)) / static_cast<double>(span.rows) * static_cast<double>(first_window_rows);
    } else if (found == 0) {
        return everything;
    } else {
        auto const looked = static_cast<double>(looked_at);
        width = std::min(looked * static_cast<double>(missing) / static_cast<double>(found) * 1.25, looked * 16);
    }
    return width * 2 >= rest ? everything : to - std::max(static_cast<std::int64_t>(width), std::int64_t{1});
}

std::vector<ComplaintKey> search_tokens(AskPlanned const& ask, SearchQuery const& query, ComplaintKey before, int limit) {
    auto const words = tsquery_of(query);
    std::vector<ComplaintKey> keys;
    if (words.empty() || limit <= 0) return keys;
    auto const wanted = static_cast<std::size_t>(limit);
    auto const span = begin_search(ask, before);
    std::int64_t to = before.value, looked_at = 0;
    for (;;) {
        auto const from = window_begin(span, looked_at == 0 ? span.newest + 1 : to, looked_at, keys.size(), wanted - keys.size());
        auto const left = static_cast<std::int64_t>(wanted - keys.size());
        sql::Value values[] = {std::string_view{words}, to, left, from};
        auto const answer = from == everything ? ask(words_of_all, std::span{values}.first(3)) : ask(words_of_window, values);
        for (int row = 0; row < answer.rows(); ++row) keys.push_back({answer.integer(row, 0)});
        if (from == everything || keys.size() >= wanted) break;
        looked_at = span.newest + 1 - from;
        to = from;
    }
    end_search(ask);
    return keys;
}

void insert_tokens(sql::Connection& connection, ComplaintKey key, std::string_view tokens) {
    connection.post("INSERT INTO search (complaint, tokens) VALUES ($1, $2::text::tsvector)", {key.value, std::string_view{tsvector_of(tokens)}});
}

void replace_tokens(sql::Connection& connection, ComplaintKey key, std::string_view tokens) {
    connection.post(
        "INSERT INTO search (complaint, tokens) VALUES ($1, $2::text::tsvector) ON CONFLICT (complaint) DO UPDATE SET tokens = excluded.tokens",
        {key.value, std::string_view{tsvector_of(tokens)}});
}

}  // namespace hearline::postgres
