#pragma once
// The answers that several routes share: JSON, a complaint with its ETag, a reply that may be replayed.
#include <boost/json/fwd.hpp>

#include <string>

#include "app/complaint_view.hpp"
#include "app/idempotency.hpp"
#include "http/conditions.hpp"
#include "http/message.hpp"

namespace hearline::http {

/// The JSON body of the request, which must be one object. Errors: `malformed`, `unsupported` for another content type.
[[nodiscard]] Result<boost::json::object> read_json(Request const& request);

/// What a use case answered, before it becomes a response. `version` and `number` are those of the complaint, where there is one.
struct Reply {
    int status = 200;
    std::string body;
};

[[nodiscard]] Response json_response(int status, std::string body);
/// A complaint's answer: ETag, and Location when it was created.
[[nodiscard]] Response complaint_response(Reply reply);
[[nodiscard]] Response complaint_response(int status, ComplaintView const& view, Zone const& zone, Language language);

/// Gives the reply of a replayed key, or does `act` (returning Result<Reply>) and remembers its reply in the same transaction.
template <class F>
[[nodiscard]] Result<Reply> once(Transaction& transaction, std::optional<IdempotencyKey> const& key, Instant now, F&& act) {
    if (!key) return act();
    if (auto before = TRY(replayed(transaction, *key))) return Reply{before->status, std::move(before->response)};
    Reply reply = TRY(act());
    remember_reply(transaction, *key, reply.status, reply.body, now);
    return reply;
}

/// The rule book in force now.
[[nodiscard]] RuleBookVersion const& rules_now(Directory const& directory, Instant now);

}  // namespace hearline::http
