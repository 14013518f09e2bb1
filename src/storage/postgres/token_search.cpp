#include "storage/postgres/token_search.hpp"

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

std::vector<ComplaintKey> search_tokens(AskPlanned const& ask, SearchQuery const& query, ComplaintKey before, int limit) {
    auto words = tsquery_of(query);
    if (words.empty()) return {};
    sql::Value values[] = {std::string_view{words}, before.value, limit};
    auto answer = ask("SELECT complaint FROM search WHERE tokens @@ $1::text::tsquery AND complaint < $2 ORDER BY complaint DESC LIMIT $3", values);
    std::vector<ComplaintKey> keys;
    keys.reserve(static_cast<std::size_t>(answer.rows()));
    for (int row = 0; row < answer.rows(); ++row) keys.push_back({answer.integer(row, 0)});
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
