#include "app/idempotency.hpp"

#include <algorithm>
#include <array>

namespace hearline {

IdempotencyKey idempotency_key(Actor const& actor, std::string_view peer, std::string_view method, std::string_view path, std::string_view key,
                               std::string_view body) {
    std::array<std::string_view, 5> const parts{code_of(actor.role), actor.user.empty() ? peer : std::string_view{actor.user}, method, path, key};
    return {sha256_parts(parts), sha256(body)};
}

Result<std::optional<StoredReply>> replayed(Snapshot& snapshot, IdempotencyKey const& key) {
    auto row = snapshot.idempotency(key.key);
    if (!row) return std::optional<StoredReply>{};
    if (row->body != key.body)
        return refuse(ErrorKind::invalid, "idempotency-key-reused",
                      say("这个 Idempotency-Key 已用于另一份内容，请换一个", "this Idempotency-Key was used with another body; take a new one"));
    return std::optional<StoredReply>{StoredReply{row->status, std::move(row->response)}};
}

Done check_idempotency_text(std::string_view key) {
    bool const plain = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
    if (plain && !key.empty() && key.size() <= 255) return Done{};
    return refuse(ErrorKind::malformed, "bad-idempotency-key",
                  say("Idempotency-Key 须为 1 至 255 个可见 ASCII 字符", "an Idempotency-Key has 1 to 255 visible ASCII characters"));
}

void remember_reply(Transaction& transaction, IdempotencyKey const& key, int status, std::string response, Instant now) {
    IdempotencyRow row;
    row.key = key.key;
    row.body = key.body;
    row.status = status;
    row.response = std::move(response);
    row.at = now;
    transaction.put_idempotency(row);
}

}  // namespace hearline
