#pragma once
// Replayed requests: the reply to an Idempotency-Key is kept with the write it belongs to and given again.
#include "app/ports/store.hpp"
#include "base/result.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

struct IdempotencyKey {
    Digest key{}, body{};
};
/// `peer` tells passengers apart, who have no user name.
[[nodiscard]] IdempotencyKey idempotency_key(Actor const& actor, std::string_view peer, std::string_view method, std::string_view path,
                                             std::string_view key, std::string_view body);
struct StoredReply {
    int status = 0;
    std::string response;
};
/// The reply given before, or nothing. Errors: `invalid` "idempotency-key-reused" when the body differs; bad key text (1 to 255 visible ASCII characters) is
/// refused by `check_idempotency_text`.
[[nodiscard]] Result<std::optional<StoredReply>> replayed(Snapshot& snapshot, IdempotencyKey const& key);
[[nodiscard]] Done check_idempotency_text(std::string_view key);
void remember_reply(Transaction& transaction, IdempotencyKey const& key, int status, std::string response, Instant now);

}  // namespace hearline
