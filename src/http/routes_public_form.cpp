// What the passenger's form needs besides: places and types to choose from, a photo.
#include <algorithm>

#include "app/add_attachment.hpp"
#include "app/directory.hpp"
#include "base/script_variants.hpp"
#include "base/unicode.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/writer.hpp"
#include "http/public_code.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"
#include "http/throttle.hpp"
#include "http/upload.hpp"

namespace hearline::http {

namespace {

std::string_view in_language(std::string_view zh, std::string_view en, Language language) { return language == Language::en && !en.empty() ? en : zh; }

void write_named(AnswerWriter& out, std::string_view code, std::string_view name) {
    out.begin_object();
    out.field("code", code);
    out.field("name", name);
    out.end_object();
}

void write_line(AnswerWriter& out, Line const& line, Language language) {
    out.begin_object();
    out.field("code", line.code);
    out.field("name", in_language(line.name, line.name_en, language));
    out.field_or_null("color", line.color);
    out.key("stations");
    out.begin_array();
    for (auto const& station : line.stations) {
        auto const shown = in_language(station.name, station.name_en, language);
        out.begin_object();
        out.field("code", station.code);
        out.field("name", shown);
        out.key("also");
        out.begin_array();
        for (std::string_view const way : {std::string_view{station.name}, std::string_view{station.name_en}, std::string_view{station.pinyin}})
            if (!way.empty() && way != shown) out.value(way);
        out.value(pinyin(station.name).initials);
        out.end_array();
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

/// Pairs of characters: another way to write, and the one that stands in the names (體体): what is typed in either script finds its station.
std::string variants_of(std::span<Line const> lines) {
    std::u32string used;
    for (auto const& line : lines)
        for (auto const& station : line.stations) append_folded(used, station.name);
    std::sort(used.begin(), used.end());
    std::string pairs;
    for (auto const& [other, plain] : script_variants()) {
        if (!std::binary_search(used.begin(), used.end(), plain)) continue;
        append_utf8(pairs, other);
        append_utf8(pairs, plain);
    }
    return pairs;
}

/// How long the form's texts may be, in characters.
void write_longest(AnswerWriter& out, RuleBookVersion const& rules) {
    out.key("longest");
    out.begin_object();
    out.field("content", rules.content_max);
    out.field("text", rules.text_max);
    out.field("email", rules.subject_max);
    out.field("name", rules.name_max);
    out.end_object();
}

Task<Response> reference(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    auto const language = request.language();
    CO_TRY_DONE(check_parameters(request, {}));
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("lines");
    out.begin_array();
    for (auto const& line : directory->lines())
        if (!line.retired) write_line(out, line, language);
    out.end_array();
    out.key("types");
    out.begin_array();
    for (auto const& type : directory->types())
        if (type.parent.empty() && !type.retired) write_named(out, type.code, in_language(type.name, type.name_en, language));
    out.end_array();
    out.field("variants", variants_of(directory->lines()));
    write_longest(out, directory->rules().in_force(directory->zone().date(services.now())));
    out.field("open", directory->is_ready());
    out.end_object();
    co_return json_response(200, std::move(body));
}

Task<Response> add_file(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    auto const number = parse_number(request.captures.front()).value_or(Number{});
    CO_TRY_DONE(check_parameters(request, {"name", "code"}));
    std::string const code{request.parameter("code").value_or("")};
    auto check = [&](Snapshot& snapshot) { return check_passenger_attachment(snapshot, number, code, *directory); };
    auto const checked = counted(request, services, co_await read(services.store, services.readers, check));
    // One that is sent again because its answer was lost may be the very file that made the measure full.
    bool const sent_again = !checked && checked.error().kind == ErrorKind::conflict && !request.header("idempotency-key").empty();
    if (!checked && !sent_again) co_return tl::make_unexpected(checked.error());
    CO_TRY_DONE(services.public_rate.act(request.peer, request.captures.front(), services.now()));
    auto keep = [&]() -> Result<StoredUpload> {
        return store_upload({services.files, services.sniffer, services.cleaner}, TRY(read_upload(request)), *directory);
    };
    CO_TRY(auto const stored, co_await on_pool(services.readers, keep));
    CO_TRY(auto const key, read_idempotency(request, stored.sent_digest_hex + stored.name));
    auto work = [&](Transaction& transaction) -> Result<Reply> {
        Instant const now = services.now();
        return once(transaction, key, now, [&]() -> Result<Reply> {
            auto const added = TRY(add_passenger_attachment(transaction, number, code, stored, *directory, now, services.random));
            std::string body;
            AnswerWriter out{body};
            out.begin_object();
            out.field("name", added.attachment.name);
            out.field("media_type", added.attachment.media_type);
            out.field("size", added.attachment.size);
            out.end_object();
            return Reply{201, std::move(body)};
        });
    };
    CO_TRY(auto reply, co_await write(services.store, work));
    co_return json_response(reply.status, std::move(reply.body));
}

constexpr Route routes[]{
    {Method::get, "/api/v1/public/reference", Access::open, reference},
    {Method::post, "/api/v1/public/complaints/{number}/attachments", Access::open, add_file},
};

}  // namespace

std::span<Route const> public_form_routes() { return routes; }

}  // namespace hearline::http
