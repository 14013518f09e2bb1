#include "app/renew_search.hpp"

#include <charconv>

#include "app/event_rows.hpp"
#include "app/search_text.hpp"
#include "base/result.hpp"

namespace hearline {

namespace {

constexpr std::string_view kind = "search", code = "tokens";
constexpr int rows_at_once = 32;  // each is locked until the commit

int scheme_of(Snapshot& snapshot) {
    int scheme = 0;
    for (auto const& row : snapshot.documents(kind))
        if (row.code == code) std::from_chars(row.body.data(), row.body.data() + row.body.size(), scheme);
    return scheme;
}

void put_scheme(Transaction& transaction, Instant now) {
    DocumentRow row;
    row.kind = kind;
    row.code = code;
    row.body = std::to_string(search_scheme);
    row.changed_at = now;
    transaction.put_document(row);
}

}  // namespace

bool SearchRenewal::step(Instant now, std::chrono::milliseconds patience) {
    if (done_ || !store_.keeps_search_tokens()) return true;
    if (!asked_) done_ = read_now(store_, scheme_of) >= search_scheme;
    asked_ = true;
    auto const end = std::chrono::steady_clock::now() + patience;
    while (!done_ && std::chrono::steady_clock::now() < end) {
        auto const upto = write_and_wait(store_, [&](Transaction& transaction) -> Result<ComplaintKey> {
            auto const rows = transaction.scan(after_, rows_at_once);
            for (auto const& row : rows)
                if (auto const locked = transaction.find_for_update(row.number)) transaction.add_search(row.key, {}, indexed_tokens(transaction, *locked));
            if (rows.empty()) put_scheme(transaction, now);
            renewed_ += static_cast<std::int64_t>(rows.size());
            return rows.empty() ? ComplaintKey{} : rows.back().key;
        });
        if (!upto) break;  // refused nowhere above; the next turn tries again
        if (*upto == ComplaintKey{}) done_ = true;
        else after_ = *upto;
    }
    return done_;
}

}  // namespace hearline
