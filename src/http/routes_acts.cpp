// The acts of workflow.md on one complaint, one route each.
#include <algorithm>
#include <boost/json.hpp>

#include "app/perform_act.hpp"
#include "app/read_complaint.hpp"
#include "app/reveal_contact.hpp"
#include "app/undo_act.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/read_act.hpp"
#include "http/json/body.hpp"
#include "http/json/render_complaint.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

/// What an act's route reads before it writes. A bad body is kept, not refused: stage and role come first (interface.md, order of refusals).
struct ActCall {
    Number number;  ///< zero for what is no number: nobody has it
    std::optional<int> expected_version;
    std::optional<IdempotencyKey> key;
    Result<Act> act;
    Act bare;  ///< what of a bad body decides who may do it: the act, and the clock of an extension
};

Result<ActCall> read_call(ActName name, Request const& request, RuleBookVersion const& rules) {
    boost::json::object body;
    if (!request.body.empty()) body = TRY(read_json(request));
    auto const version = TRY(read_if_match(request));
    auto key = TRY(read_idempotency(request, request.body));
    Act bare;
    bare.name = name;
    if (auto const* const clock = body.if_contains("clock"); clock && clock->is_string()) bare.clock = clock->as_string().c_str();
    return ActCall{parse_number(request.captures.front()).value_or(Number{}), version, std::move(key), read_act(name, body, rules), std::move(bare)};
}

/// With a good body the act is done. With a bad one it is asked without its body whether it would be allowed at all: what comes before
/// the body in the order of refusals is said first, else what is wrong with the body. An error rolls everything back.
template <class Perform>
auto judged(ActCall const& call, Perform perform) -> decltype(perform(Act{})) {
    auto const& act = call.act;
    if (act) return perform(*act);
    auto bare = call.bare;
    auto tried = perform(bare);
    if (!tried && tried.error().kind == ErrorKind::forbidden && bare.name == ActName::request_extension && !bare.clock) {
        bare.clock = "reply";  // whose stage it is not may still ask for the reply
        tried = perform(bare);
    }
    if (!tried && tried.error().kind != ErrorKind::invalid) return tl::make_unexpected(tried.error());
    return tl::make_unexpected(act.error());
}

Task<Response> perform(ActName name, Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY(auto const call, read_call(name, request, rules_now(*directory, services.now())));
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const now = services.now();
        return once(transaction, call.key, now, [&]() -> Result<Reply> {
            auto const view = TRY(judged(call, [&](Act const& act) {
                return perform_act(transaction, request.actor(), {call.number, act, call.expected_version}, *directory, now, services.random);
            }));
            return Reply{200, render_complaint(view, directory->zone(), request.language())};
        });
    };
    CO_TRY(auto reply, co_await write(services.store, work));
    co_return complaint_response(std::move(reply));
}

template <ActName Name>
Task<Response> act(Request const& request, Services& services) {
    return perform(Name, request, services);
}

/// Takes back the last act (docs/decisions/0020). The body is empty.
Task<Response> undo(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY(auto const call, read_call(ActName::undo, request, rules_now(*directory, services.now())));
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const now = services.now();
        return once(transaction, call.key, now, [&]() -> Result<Reply> {
            auto const view = TRY(judged(call, [&](Act const&) {
                return undo_act(transaction, request.actor(), call.number, call.expected_version, *directory, now, services.random);
            }));
            return Reply{200, render_complaint(view, directory->zone(), request.language())};
        });
    };
    CO_TRY(auto reply, co_await write(services.store, work));
    co_return complaint_response(std::move(reply));
}

std::string render_revealed(RevealedContact const& revealed, Zone const& zone, Language language) {
    std::string body;
    AnswerWriter out{body};
    write_complaint(out, revealed.view, revealed.complainant, zone, language);
    return body;
}

/// A repeated key records nothing again and shows the contact to who may still open it.
Result<std::optional<RevealedContact>> revealed_before(Transaction& transaction, Request const& request, ActCall const& call, Directory const& directory, Instant now) {
    if (!call.key || !TRY(replayed(transaction, *call.key))) return std::nullopt;
    auto view = TRY(read_complaint(transaction, request.actor(), call.number, directory, now));
    auto const row = transaction.find(call.number);
    if (!row || std::find(view.possible_acts.begin(), view.possible_acts.end(), ActName::reveal) == view.possible_acts.end()) return std::nullopt;
    return RevealedContact{record_of(*row).complainant, std::move(view)};
}

/// R10.2. A contact in clear is never kept for replaying: only that the key was used.
Task<Response> reveal(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY(auto const call, read_call(ActName::reveal, request, rules_now(*directory, services.now())));
    auto work = [&](Transaction& transaction) -> Result<RevealedContact> {
        Instant const now = services.now();
        if (auto before = TRY(revealed_before(transaction, request, call, *directory, now))) return std::move(*before);
        auto revealed = TRY(judged(call, [&](Act const& act) {
            return reveal_contact(transaction, request.actor(), {call.number, act, call.expected_version}, *directory, now, services.random);
        }));
        if (call.key) remember_reply(transaction, *call.key, 200, "", now);
        return revealed;
    };
    CO_TRY(auto const revealed, co_await write(services.store, work));
    auto response = complaint_response({200, render_revealed(revealed, directory->zone(), request.language())});
    response.set("Cache-Control", "no-store");
    co_return response;
}

constexpr Route routes[]{
    {Method::post, "/api/v1/complaints/{number}/dispatch", Access::signed_in, act<ActName::dispatch>},
    {Method::post, "/api/v1/complaints/{number}/answer", Access::signed_in, act<ActName::answer>},
    {Method::post, "/api/v1/complaints/{number}/refuse", Access::signed_in, act<ActName::refuse>},
    {Method::post, "/api/v1/complaints/{number}/submit_opinion", Access::signed_in, act<ActName::submit_opinion>},
    {Method::post, "/api/v1/complaints/{number}/assist_opinion", Access::signed_in, act<ActName::assist_opinion>},
    {Method::post, "/api/v1/complaints/{number}/return", Access::signed_in, act<ActName::return_>},
    {Method::post, "/api/v1/complaints/{number}/approve", Access::signed_in, act<ActName::approve>},
    {Method::post, "/api/v1/complaints/{number}/reject", Access::signed_in, act<ActName::reject>},
    {Method::post, "/api/v1/complaints/{number}/complete", Access::signed_in, act<ActName::complete>},
    {Method::post, "/api/v1/complaints/{number}/report_result", Access::signed_in, act<ActName::report_result>},
    {Method::post, "/api/v1/complaints/{number}/reject_result", Access::signed_in, act<ActName::reject_result>},
    {Method::post, "/api/v1/complaints/{number}/give_feedback", Access::signed_in, act<ActName::give_feedback>},
    {Method::post, "/api/v1/complaints/{number}/record_follow_up", Access::signed_in, act<ActName::record_follow_up>},
    {Method::post, "/api/v1/complaints/{number}/reopen", Access::signed_in, act<ActName::reopen>},
    {Method::post, "/api/v1/complaints/{number}/withdraw", Access::signed_in, act<ActName::withdraw>},
    {Method::post, "/api/v1/complaints/{number}/end", Access::signed_in, act<ActName::end>},
    {Method::post, "/api/v1/complaints/{number}/note", Access::signed_in, act<ActName::note>},
    {Method::post, "/api/v1/complaints/{number}/contact", Access::signed_in, act<ActName::contact>},
    {Method::post, "/api/v1/complaints/{number}/publish_progress", Access::signed_in, act<ActName::publish_progress>},
    {Method::post, "/api/v1/complaints/{number}/suspend", Access::signed_in, act<ActName::suspend>},
    {Method::post, "/api/v1/complaints/{number}/resume", Access::signed_in, act<ActName::resume>},
    {Method::post, "/api/v1/complaints/{number}/request_extension", Access::signed_in, act<ActName::request_extension>},
    {Method::post, "/api/v1/complaints/{number}/grant_extension", Access::signed_in, act<ActName::grant_extension>},
    {Method::post, "/api/v1/complaints/{number}/refuse_extension", Access::signed_in, act<ActName::refuse_extension>},
    {Method::post, "/api/v1/complaints/{number}/reclassify", Access::signed_in, act<ActName::reclassify>},
    {Method::post, "/api/v1/complaints/{number}/grade", Access::signed_in, act<ActName::grade>},
    {Method::post, "/api/v1/complaints/{number}/hold", Access::signed_in, act<ActName::hold>},
    {Method::post, "/api/v1/complaints/{number}/release_hold", Access::signed_in, act<ActName::release_hold>},
    {Method::post, "/api/v1/complaints/{number}/reveal", Access::signed_in, reveal},
    {Method::post, "/api/v1/complaints/{number}/undo", Access::signed_in, undo},
};

}  // namespace

std::span<Route const> act_routes() { return routes; }

}  // namespace hearline::http
