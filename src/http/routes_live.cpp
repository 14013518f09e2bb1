// What others do, as it happens: the stream of events, and saying where one is.
#include <boost/json.hpp>

#include "app/directory.hpp"
#include "app/people.hpp"
#include "app/perform_act.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/live.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

/// May this person see that complaint? Errors: `not_found`, `forbidden`.
Task<Done> check_may_see(Request const& request, Services& services, Number number) {
    auto work = [&](Snapshot& snapshot) { return check_reach(snapshot, request.actor(), number, ActName::note, std::nullopt); };
    co_return co_await read(services.store, services.readers, work);
}

/// What they came in by: with its end the stream ends.
Live::Listener listener_of(Request const& request) {
    Live::Listener listener;
    listener.user = request.actor().user;
    listener.session = request.identity.session;
    if (!listener.session) {
        auto const authorization = request.header("authorization");
        auto const space = authorization.find(' ');
        listener.token = token_digest(authorization.substr(std::min(authorization.size(), authorization.find_first_not_of(' ', space))));
    }
    return listener;
}

Task<Response> stream(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {"number"}));
    auto listener = listener_of(request);
    if (auto const given = request.parameter("number")) {
        listener.watched = parse_number(*given);
        if (!listener.watched)
            co_return refuse(ErrorKind::malformed, "bad-number", say("“{}”不是投诉编号", "\"{}\" is no number of a complaint", *given),
                             {{"?number", say("应为投诉编号，如 TS202611230001", "must be a number like TS202611230001")}});
        CO_TRY_DONE(co_await check_may_see(request, services, *listener.watched));
    }
    Response response;
    CO_TRY(response.feed, services.live.listen(std::move(listener)));
    response.content_type = "text/event-stream";
    response.set("X-Accel-Buffering", "no");  // proxies are to pass on what comes, as it comes
    co_return response;
}

Task<Response> tell_presence(Request const& request, Services& services) {
    auto const number = parse_number(request.captures.front()).value_or(Number{});
    CO_TRY(auto const body, read_json(request));
    CO_TRY_DONE(co_await check_may_see(request, services, number));
    Faults faults;
    ObjectReader reader{body, "", faults};
    auto const state = reader.code<PresenceState>("state");
    if (!state) reader.require("state");
    reader.finish();
    CO_TRY_DONE(no_faults(std::move(faults)));
    auto const directory = services.directory.get();
    auto const* const user = directory->user(request.actor().user);
    Instant const now = services.now();
    co_return json_response(200, services.live.tell_presence(number, {request.actor().user, user ? user->display_name : "", *state, now, now}));
}

constexpr Route routes[]{
    {Method::get, "/api/v1/live", Access::signed_in, stream},
    {Method::post, "/api/v1/complaints/{number}/presence", Access::signed_in, tell_presence},
};

}  // namespace

std::span<Route const> live_routes() { return routes; }

}  // namespace hearline::http
