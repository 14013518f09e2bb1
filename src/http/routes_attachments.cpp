// Files of a complaint: list, add (multipart/form-data or the bare content), fetch.
#include "app/add_attachment.hpp"
#include "app/read_complaint.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/render_complaint.hpp"
#include "http/multipart.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"
#include "http/upload.hpp"

namespace hearline::http {

namespace {

Number captured_number(Request const& request) { return parse_number(request.captures.front()).value_or(Number{}); }

/// `href` is the last member that we write; a quote in a file's name is escaped and cannot look like it.
std::string own_href(std::string_view body) {
    constexpr std::string_view member = "\"href\":\"";
    auto const rest = body.substr(body.rfind(member) + member.size());
    return std::string{rest.substr(0, rest.find('"'))};
}

enum class AnswerWith { complaint, attachment };

/// What both ways of adding a file do: the sender is known and may reach the complaint before anything is stored.
Task<Result<Reply>> add_file(Request const& request, Services& services, AnswerWith answer) {
    auto const directory = services.directory.get();
    auto const number = captured_number(request);
    CO_TRY_DONE(check_parameters(request, {"name"}));
    CO_TRY(auto const version, read_if_match(request));
    auto reach = [&](Snapshot& snapshot) { return check_reach(snapshot, request.actor(), number, ActName::attach, version); };
    CO_TRY_DONE(co_await read(services.store, services.readers, reach));
    auto keep = [&]() -> Result<StoredUpload> {
        return store_upload({services.files, services.sniffer, services.cleaner}, TRY(read_upload(request)), *directory);
    };
    CO_TRY(auto const stored, co_await on_pool(services.readers, keep));
    CO_TRY(auto const key, read_idempotency(request, stored.sent_digest_hex + stored.name));
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const now = services.now();
        return once(transaction, key, now, [&]() -> Result<Reply> {
            auto const added = TRY(add_attachment(transaction, request.actor(), number, stored, *directory, now, services.random));
            if (answer == AnswerWith::complaint) return Reply{200, render_complaint(added.view, directory->zone(), request.language())};
            std::string body;
            AnswerWriter out{body};
            write_attachment(out, added.attachment, number, directory->zone());
            return Reply{201, std::move(body)};
        });
    };
    CO_TRY(auto reply, co_await write(services.store, work));
    co_return std::move(reply);
}

Task<Response> attach(Request const& request, Services& services) {
    CO_TRY(auto reply, co_await add_file(request, services, AnswerWith::complaint));
    co_return complaint_response(std::move(reply));
}

Task<Response> upload_attachment(Request const& request, Services& services) {
    CO_TRY(auto reply, co_await add_file(request, services, AnswerWith::attachment));
    auto response = json_response(reply.status, std::move(reply.body));
    response.set("Location", own_href(response.body));
    co_return response;
}

Task<Response> list_files(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    auto const number = captured_number(request);
    auto work = [&](Snapshot& snapshot) { return list_attachments(snapshot, request.actor(), number); };
    CO_TRY(auto const rows, co_await read(services.store, services.readers, work));
    co_return json_response(200, render_attachments(rows, number, directory->zone()));
}

enum class Wanted { saved, shown };

/// Errors: `malformed`.
Result<Wanted> read_wanted(Request const& request) {
    TRY(check_parameters(request, {"inline"}));
    auto const given = request.parameter("inline").value_or("false");
    if (given == "true") return Wanted::shown;
    if (given == "false") return Wanted::saved;
    return refuse(ErrorKind::malformed, "bad-parameter", say("inline 应为 true 或 false", "inline must be true or false"),
                  {{"?inline", say("应为 true 或 false", "must be true or false")}});
}

/// What a browser shows without running anything in it. Whatever else somebody sent is only ever saved.
bool may_be_shown(std::string_view media_type) {
    for (auto const shown : {"image/png", "image/jpeg", "image/webp", "image/gif", "image/heic", "application/pdf", "video/mp4", "video/quicktime", "video/3gpp"})
        if (media_type == shown) return true;
    return media_type.starts_with("audio/");
}

Task<Response> fetch_file(Request const& request, Services& services) {
    CO_TRY(auto const wanted, read_wanted(request));
    auto const number = captured_number(request);
    auto work = [&](Snapshot& snapshot) { return find_attachment(snapshot, request.actor(), number, request.captures[1]); };
    CO_TRY(auto const row, co_await read(services.store, services.readers, work));
    Response response;
    response.file = services.files.path_of(row.digest_hex);
    response.content_type = row.media_type;
    bool const shown = wanted == Wanted::shown && may_be_shown(row.media_type);
    if (shown) response.framed = Framed::by_our_pages;
    response.set("Content-Disposition", shown ? inline_disposition(row.name) : attachment_disposition(row.name));
    co_return response;
}

constexpr Route routes[]{
    {Method::get, "/api/v1/complaints/{number}/attachments", Access::signed_in, list_files},
    {Method::post, "/api/v1/complaints/{number}/attachments", Access::signed_in, upload_attachment},
    {Method::post, "/api/v1/complaints/{number}/attach", Access::signed_in, attach},
    {Method::get, "/api/v1/complaints/{number}/attachments/{id}", Access::signed_in, fetch_file},
};

}  // namespace

std::span<Route const> attachment_routes() { return routes; }

bool takes_upload(Method method, std::string_view path) {
    if (method != Method::post) return false;
    if (path == "/api/v1/imports" || path.starts_with("/api/v1/imports/")) return true;
    if (path.starts_with("/api/v1/public/complaints/")) return path.ends_with("/attachments");
    return path.starts_with("/api/v1/complaints/") && (path.ends_with("/attachments") || path.ends_with("/attach"));
}

}  // namespace hearline::http
