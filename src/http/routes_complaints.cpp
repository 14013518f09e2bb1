// Registering complaints, the ledger, one complaint and its history.
#include <boost/json.hpp>

#include "app/list_ledger.hpp"
#include "app/read_complaint.hpp"
#include "app/register_complaint.hpp"
#include "domain/organisation/permission.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/read_registration.hpp"
#include "http/json/render_complaint.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

constexpr std::string_view events_list = "events";

Result<Number> captured_number(Request const& request) {
    if (auto const number = parse_number(request.captures.front())) return *number;
    return refuse(ErrorKind::not_found, "unknown-number", say("没有编号为 {0} 的投诉。", "There is no complaint {0}.", request.captures.front()));
}

Task<Response> register_complaint(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    Instant const now = services.now();
    CO_TRY(auto const body, read_json(request));
    CO_TRY(auto const key, read_idempotency(request, request.body));
    CO_TRY_DONE(may(request.actor(), Permission::register_complaint));
    CO_TRY(auto registration, read_registration(body, rules_now(*directory, now)));
    CO_TRY(auto const prepared, prepare_registration(std::move(registration), request.actor(), directory, now, services.random));

    std::optional<Registered> fresh;
    auto const status = [](Registered const& done) { return done.outcome == Registered::Outcome::created ? 201 : 200; };
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const at = services.now();
        fresh.reset();
        return once(transaction, key, at, [&]() -> Result<Reply> {
            fresh = TRY(commit_registration(transaction, prepared, at));
            // Only a reply that is kept must be written inside the lane.
            return Reply{status(*fresh), key ? render_complaint(fresh->view, directory->zone(), request.language()) : ""};
        });
    };
    CO_TRY(auto reply, co_await write(services.store, work, WriteKind::registration));
    if (fresh && reply.body.empty()) reply.body = render_complaint(fresh->view, directory->zone(), request.language());
    co_return complaint_response(std::move(reply));
}

Task<Response> list_complaints(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY(auto const query, read_ledger_query(request.query, *directory, services.facts));
    auto work = [&](Snapshot& snapshot) { return list_ledger(snapshot, services.facts, *directory, request.actor(), query, services.now()); };
    CO_TRY(auto const page, co_await read(services.store, services.readers, work));
    co_return json_response(200, render_ledger(page, directory->zone(), request.language()));
}

Task<Response> show_complaint(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY(auto const number, captured_number(request));
    auto work = [&](Snapshot& snapshot) { return read_complaint(snapshot, request.actor(), number, *directory, services.now()); };
    CO_TRY(auto const view, co_await read(services.store, services.readers, work));
    co_return complaint_response(200, view, directory->zone(), request.language());
}

Task<Response> show_events(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {"limit", "cursor"}));
    CO_TRY(auto const limit, read_number_parameter(request, "limit", 1, 1000, 100));
    CO_TRY(auto const after, read_cursor(request, events_list));
    CO_TRY(auto const number, captured_number(request));
    auto work = [&](Snapshot& snapshot) { return list_events(snapshot, request.actor(), number, static_cast<int>(after.value_or(0)), limit); };
    CO_TRY(auto const page, co_await read(services.store, services.readers, work));
    auto const cursor = page.next_after ? make_cursor(events_list, *page.next_after) : "";
    co_return json_response(200, render_events(page, cursor, *directory, request.language()));
}

constexpr Route routes[]{
    {Method::post, "/api/v1/complaints", Access::signed_in, register_complaint},
    {Method::get, "/api/v1/complaints", Access::signed_in, list_complaints},
    {Method::get, "/api/v1/complaints/{number}", Access::signed_in, show_complaint},
    {Method::get, "/api/v1/complaints/{number}/events", Access::signed_in, show_events},
};

}  // namespace

std::span<Route const> complaint_routes() { return routes; }

}  // namespace hearline::http
