// The rule book as a file (R1.6, R2.3): a version written out, a new one tried and taken in.
#include <boost/json.hpp>

#include "app/import_rule_book.hpp"
#include "app/ports/rule_book_files.hpp"
#include "domain/organisation/permission.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/writer.hpp"
#include "http/renew_directory.hpp"
#include "http/routes.hpp"

namespace hearline::http {

namespace {

constexpr int longest_book = 500'000;
constexpr std::string_view file_name = "rules.toml", file_ending = ".toml";

Task<Response> show_version(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_rules));
    std::string_view wanted = request.captures.front();
    if (wanted.ends_with(file_ending)) wanted.remove_suffix(file_ending.size());
    for (auto const& version : directory->rules().versions()) {
        if (std::to_string(version.version) != wanted) continue;
        auto response = json_response(200, services.rule_book_files.write(std::span{&version, 1}));
        response.content_type = "application/toml; charset=utf-8";
        response.set("Content-Disposition", fmt::format("attachment; filename=\"rules-{}.toml\"", version.version));
        co_return response;
    }
    co_return refuse(ErrorKind::not_found, "unknown-version", say("没有第 {} 版规则", "there is no version {} of the rule book", wanted));
}

/// The text itself, or `{"content": …}`.
Result<std::string> read_text(Request const& request) {
    if (!request.header("content-type").starts_with("application/json")) {
        if (request.body.empty()) return refuse_field("/content", "bad-rule-book", say("请附上规则手册（TOML）", "send the rule book (TOML)"));
        if (auto const fault = text_fault(request.body, TextForm::lines, longest_book)) return refuse_field("/content", "bad-rule-book", *fault);
        return request.body;
    }
    auto const body = TRY(read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    auto text = reader.text("content", TextForm::lines, longest_book);
    if (!text || text->empty()) reader.require("content");
    reader.finish();
    TRY(no_faults(std::move(faults)));
    return std::move(*text);
}

Result<bool> read_dry_run(Request const& request) {
    auto const given = request.parameter("dry_run").value_or("false");
    if (given == "true" || given == "false") return given == "true";
    auto detail = say("dry_run 应为 true 或 false", "dry_run is true or false");
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{"?dry_run", detail}});
}

std::string render_preview(RuleBookPreview const& preview, bool applied) {
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    out.field("applied", applied);
    out.key("versions");
    out.begin_array();
    for (int const version : preview.versions) out.value(version);
    out.end_array();
    out.key("changes");
    out.begin_array();
    for (auto const& change : preview.changes) {
        out.begin_object();
        out.field("version", change.version);
        out.field("valid_from", format_date(change.valid_from));
        out.field("entry", change.entry);
        out.field("old", change.before);
        out.field("new", change.after);
        out.field_or_null("rule", change.rule);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return text;
}

Task<Response> import_version(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {"dry_run"}));
    CO_TRY(auto const dry_run, read_dry_run(request));
    CO_TRY_DONE(may(request.actor(), Permission::edit_rules));
    CO_TRY(auto const text, read_text(request));
    auto const now = services.now();
    auto const judge = [&](std::span<RuleBookVersion const> given) { return rule_book_faults(given, directory->rules(), directory->zone().date(now)); };
    CO_TRY(auto const given, services.rule_book_files.read(text, file_name, judge));
    if (dry_run) {
        CO_TRY(auto const preview, preview_rule_book(request.actor(), given, *directory, now));
        co_return json_response(200, render_preview(preview, false));
    }
    auto work = [&](Transaction& transaction) { return import_rule_book(transaction, request.actor(), given, services.now()); };
    CO_TRY(auto const done, co_await write(services.store, work));
    static_cast<void>(co_await renewed_directory(services));
    co_return json_response(200, render_preview(done, !done.versions.empty()));
}

constexpr Route routes[]{
    {Method::get, "/api/v1/policies/{version}.toml", Access::signed_in, show_version},
    {Method::post, "/api/v1/policies", Access::signed_in, import_version},
};

}  // namespace

std::span<Route const> rule_routes() { return routes; }

}  // namespace hearline::http
