// Files of a complaint: list, add (multipart/form-data or the bare content), fetch.
#include <fstream>
#include <iterator>

#include "app/add_attachment.hpp"
#include "app/read_complaint.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/render_complaint.hpp"
#include "http/multipart.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

Number captured_number(Request const& request) { return parse_number(request.captures.front()).value_or(Number{}); }

tl::unexpected<Error> bad_form(Text detail) { return refuse_field("/file", "bad-upload", std::move(detail)); }

/// The one file of a form. A form above the body limit lies in a file and is read here.
Result<Upload> read_form(Request const& request) {
    std::string stored;
    if (!request.body_file.empty()) {
        std::ifstream in{request.body_file, std::ios::binary};
        stored.assign(std::istreambuf_iterator<char>{in}, {});
    }
    auto const parts = TRY(read_multipart(request.header("content-type"), request.body_file.empty() ? request.body : stored));
    Part const* file = nullptr;
    for (auto const& part : parts) {
        if (!part.is_file) return bad_form(say("表单只收一个文件，没有字段 {0}", "The form takes one file and no field {0}", part.name));
        if (file) return bad_form(say("一次只能上传一个文件", "Send one file at a time"));
        file = &part;
    }
    if (!file) return bad_form(say("表单中没有文件", "The form holds no file"));
    return Upload{file->file_name, std::string{file->content}, ""};
}

Result<Upload> read_upload(Request const& request) {
    if (request.header("content-type").starts_with("multipart/form-data")) return read_form(request);
    std::string name{request.parameter("name").value_or("")};
    if (name.empty()) name = file_name_of(request.header("content-disposition"));
    if (name.empty())
        return refuse_field("?name", "no-file-name",
                            say("请给出文件名：?name= 或 Content-Disposition", "Give the file a name: ?name= or Content-Disposition"));
    return Upload{std::move(name), request.body_file.empty() ? request.body : "", request.body_file};
}

Result<Upload> checked_upload(Request const& request) {
    auto upload = TRY(read_upload(request));
    if (auto fault = text_fault(upload.name, TextForm::line, 200))
        return refuse_field("?name", "bad-file-name", Text{"文件名" + fault->zh, "The file's name " + fault->en});
    return upload;
}

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
        auto const upload = TRY(checked_upload(request));
        return store_upload(services.files, services.sniffer, upload, *directory);
    };
    CO_TRY(auto const stored, co_await on_pool(services.readers, keep));
    CO_TRY(auto const key, read_idempotency(request, stored.digest_hex + stored.name));
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

Task<Response> fetch_file(Request const& request, Services& services) {
    auto const number = captured_number(request);
    auto work = [&](Snapshot& snapshot) { return find_attachment(snapshot, request.actor(), number, request.captures[1]); };
    CO_TRY(auto const row, co_await read(services.store, services.readers, work));
    Response response;
    response.file = services.files.path_of(row.digest_hex);
    response.content_type = row.media_type;
    response.set("Content-Disposition", attachment_disposition(row.name));
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
    return method == Method::post && path.starts_with("/api/v1/complaints/") && (path.ends_with("/attachments") || path.ends_with("/attach"));
}

}  // namespace hearline::http
