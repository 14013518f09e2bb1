// The passenger without a login: submit, track by number and code, add, withdraw, rate, ask again.
#include <boost/json.hpp>

#include "app/passenger.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/read_act.hpp"
#include "http/json/read_registration.hpp"
#include "http/json/render_tracking.hpp"
#include "http/public_code.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"
#include "http/throttle.hpp"

namespace hearline::http {

namespace {

Number captured_number(Request const& request) { return parse_number(request.captures.front()).value_or(Number{}); }

/// The reply of a submission is kept for replaying with its tracking code hidden by a key that only the sender has: the text of the
/// Idempotency-Key, of which the store holds a digest only.
std::string hidden_code(std::string_view code, std::string_view secret) {
    std::string_view const parts[]{"tracking code of a replayed submission", secret};
    Digest const stream = sha256_parts(parts);
    std::string out{code};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char>(static_cast<unsigned char>(out[i]) ^ stream[i % stream.size()]);
    return out;
}

/// Stands in the kept reply where the code stood.
constexpr std::string_view code_mark = "************";

std::string with_code(std::string body, std::string_view code) {
    for (auto at = body.find(code_mark); at != std::string::npos; at = body.find(code_mark, at + code.size())) body.replace(at, code_mark.size(), code);
    return body;
}

Task<Response> submit(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    Instant const now = services.now();
    CO_TRY(auto const body, read_json(request));
    CO_TRY(auto const key, read_idempotency(request, request.body));
    CO_TRY_DONE(services.public_rate.take(request.peer, now));
    CO_TRY(auto registration, read_submission(body, rules_now(*directory, now)));
    CO_TRY(auto const prepared, prepare_submission(std::move(registration), directory, now, services.random));
    std::string code = prepared.tracking_code;
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const at = services.now();
        code = prepared.tracking_code;
        if (key) {
            if (auto const before = TRY(replayed(transaction, *key))) {
                std::string hidden(code_mark.size(), '\0');
                std::string_view const kept{before->response};
                if (kept.size() < 2 * hidden.size() || !from_hex(kept.substr(0, 2 * hidden.size()), {reinterpret_cast<std::uint8_t*>(hidden.data()), hidden.size()}))
                    throw StorageError{StorageError::What::corrupt, "a kept reply cannot be read"};
                code = hidden_code(hidden, request.header("idempotency-key"));
                return Reply{before->status, std::string{kept.substr(2 * hidden.size())}};
            }
        }
        auto const done = TRY(commit_registration(transaction, prepared, at));
        Reply reply{201, render_submitted(done.view, code_mark, directory->zone())};
        if (key) {
            auto const hidden = hidden_code(code, request.header("idempotency-key"));
            auto const hex_text = hex({reinterpret_cast<std::uint8_t const*>(hidden.data()), hidden.size()});
            remember_reply(transaction, *key, reply.status, hex_text + reply.body, at);
        }
        return reply;
    };
    CO_TRY(auto reply, co_await write(services.store, work, WriteKind::registration));
    auto response = json_response(reply.status, with_code(std::move(reply.body), code));
    response.set("Cache-Control", "no-store");
    co_return response;
}

Task<Response> track(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {"code"}));
    auto const number = captured_number(request);
    std::string const code{request.parameter("code").value_or("")};
    auto work = [&](Snapshot& snapshot) { return track_complaint(snapshot, number, code, *directory, services.now()); };
    CO_TRY(auto const view, counted(request, services, co_await read(services.store, services.readers, work)));
    co_return json_response(200, render_tracking(view, directory->zone(), request.language()));
}

/// The code may stand in the address or in the body.
std::string code_of_request(Request const& request, boost::json::object const& body) {
    if (auto const code = request.parameter("code")) return std::string{*code};
    auto const* const value = body.if_contains("code");
    return value && value->is_string() ? std::string{value->as_string()} : "";
}

Task<Response> perform(ActName name, Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {"code"}));
    boost::json::object body;
    if (!request.body.empty()) {
        CO_TRY(body, read_json(request));
    }
    CO_TRY(auto const key, read_idempotency(request, request.body));
    auto const code = code_of_request(request, body);
    auto const number = captured_number(request);
    auto known = [&](Snapshot& snapshot) { return find_tracked(snapshot, number, code); };
    CO_TRY_DONE(counted(request, services, co_await read(services.store, services.readers, known)));
    CO_TRY_DONE(services.public_rate.act(request.peer, request.captures.front(), services.now()));
    auto const act = read_act(name, body, rules_now(*directory, services.now()), "code");
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const now = services.now();
        return once(transaction, key, now, [&]() -> Result<Reply> {
            Act bare;
            bare.name = name;
            auto const view = act_as_passenger(transaction, number, code, act ? *act : bare, *directory, now, services.random);
            // A bad body is said last; whatever the bare act did is rolled back with the refusal.
            if (!act && (view || view.error().kind == ErrorKind::invalid)) return tl::make_unexpected(act.error());
            if (!view) return tl::make_unexpected(view.error());
            return Reply{200, render_tracking(*view, directory->zone(), request.language())};
        });
    };
    CO_TRY(auto reply, co_await write(services.store, work));
    co_return json_response(reply.status, std::move(reply.body));
}

template <ActName Name>
Task<Response> act(Request const& request, Services& services) {
    return perform(Name, request, services);
}

constexpr Route routes[]{
    {Method::post, "/api/v1/public/complaints", Access::open, submit},
    {Method::get, "/api/v1/public/complaints/{number}", Access::open, track},
    {Method::post, "/api/v1/public/complaints/{number}/supplement", Access::open, act<ActName::supplement>},
    {Method::post, "/api/v1/public/complaints/{number}/withdraw", Access::open, act<ActName::withdraw>},
    {Method::post, "/api/v1/public/complaints/{number}/rate", Access::open, act<ActName::rate>},
    {Method::post, "/api/v1/public/complaints/{number}/again", Access::open, act<ActName::again>},
};

}  // namespace

std::span<Route const> public_routes() { return routes; }

}  // namespace hearline::http
