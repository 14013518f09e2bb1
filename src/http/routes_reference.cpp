// Reference data as lists and trees: {"items":[{"code","name","children":[…]}]}.
#include "app/directory.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"
#include "domain/calendar/deadline.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/render_reference.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"
#include "http/throttle.hpp"

namespace hearline::http {

namespace {

/// `write` writes the items.
template <class F>
Response list_response(F write) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    write(out);
    out.end_array();
    out.key("next_cursor");
    out.null();
    out.end_object();
    return json_response(200, std::move(body));
}

Task<Response> units(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_reference));
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& unit : directory->units())
            if (unit.parent.empty()) write_unit(out, *directory, unit, request.language());
    });
}

Task<Response> code_tree(Request const& request, std::span<CodeEntry const> entries) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_reference));
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& entry : entries)
            if (entry.parent.empty()) write_entry(out, entries, entry, request.language());
    });
}

Task<Response> types(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    co_return co_await code_tree(request, directory->types());
}

Task<Response> causes(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    co_return co_await code_tree(request, directory->causes());
}

Task<Response> places(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_reference));
    auto const language = request.language();
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& line : directory->lines()) {
            begin_item(out, line.code, in_language(line.name, line.name_en, language));
            write_pinyin(out, line.name);
            out.field_or_null("color", line.color);
            out.field("retired", line.retired);
            out.key("children");
            out.begin_array();
            for (auto const& station : line.stations) {
                begin_item(out, station.code, in_language(station.name, station.name_en, language));
                write_pinyin(out, station.name);  // not as they were read when the network was imported
                no_children(out);
                out.end_object();
            }
            out.end_array();
            out.end_object();
        }
    });
}

Task<Response> channels(Request const& request, Services&) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_reference));
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& row : CodeTable<Channel>::rows) {
            begin_item(out, row.code, request.language() == Language::zh ? row.zh : row.en);
            no_children(out);
            out.end_object();
        }
    });
}

void write_setting(AnswerWriter& out, RuleBookVersion const& book, std::string_view name, int value) {
    out.begin_object();
    out.field("name", name);
    out.field("value", value);
    auto const rule = book.rule_of.find(std::string{name});
    out.field_or_null("rule", rule == book.rule_of.end() ? "" : rule->second);
    out.end_object();
}

/// R1.6: is this the version that holds today, one of before, or one to come?
std::string_view state_of(RuleBookVersion const& book, RuleBook const& rules, Date today) {
    if (book.valid_from > today && &book != &rules.versions().front()) return "coming";
    return &rules.in_force(today) == &book ? "in_force" : "past";
}

void write_policy(AnswerWriter& out, RuleBookVersion const& book, std::string_view state) {
    begin_item(out, std::to_string(book.version), book.title);
    out.field("valid_from", format_date(book.valid_from));
    out.field("state", state);
    out.key("clocks");
    out.begin_array();
    auto const write_clock = [&](std::string_view name, std::string_view severity, std::string_view channel, ClockRule const& rule) {
        out.begin_object();
        out.field("stage", name);
        out.field_or_null("severity", severity);
        out.field_or_null("channel", channel);
        out.field("limit", format_limit(rule.limit));
        out.field_or_null("rule", rule.rule);
        out.end_object();
    };
    for (auto const& [at, rule] : book.clocks) write_clock(code_of(at.first), code_of(at.second), "", rule);
    write_clock(code_of(ClockName::register_), "", code_of(Channel::on_site), book.on_site_register);
    out.end_array();
    out.key("settings");
    out.begin_array();
    for (auto const& setting : rule_book_settings()) write_setting(out, book, setting.name, book.*setting.value);
    out.end_array();
    no_children(out);
    out.end_object();
}

Task<Response> policies(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_rules));
    auto const today = directory->zone().date(services.now());
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& book : directory->rules().versions()) write_policy(out, book, state_of(book, directory->rules(), today));
    });
}

Task<Response> calendars(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_rules));
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& year : directory->calendars()) {
            auto const code = std::to_string(year.year);
            begin_item(out, code, request.language() == Language::zh ? code + "年" : code);
            out.field("announced", year.is_announced());
            out.key("sources");
            out.begin_array();
            for (auto const& source : year.sources) out.value(source);
            out.end_array();
            out.key("days");
            out.begin_array();
            for (auto const& day : year.days) {
                out.begin_object();
                out.field("date", format_date(day.day));
                out.field("off", day.off);
                out.field_or_null("name", day.name);
                out.end_object();
            }
            out.end_array();
            no_children(out);
            out.end_object();
        }
    });
}

Task<Response> users(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::read_people));
    bool const sees_locks = may(request.actor(), Permission::edit_sessions) || may(request.actor(), Permission::edit_people);
    auto const now = services.now();
    co_return list_response([&](AnswerWriter& out) {
        for (auto const& user : directory->users()) write_user(out, user, sees_locks ? services.logins.locked_until(user.name, now) : std::nullopt, directory->zone());
    });
}

constexpr Route routes[]{
    {Method::get, "/api/v1/units", Access::signed_in, units},         {Method::get, "/api/v1/types", Access::signed_in, types},
    {Method::get, "/api/v1/causes", Access::signed_in, causes},       {Method::get, "/api/v1/places", Access::signed_in, places},
    {Method::get, "/api/v1/channels", Access::signed_in, channels},   {Method::get, "/api/v1/policies", Access::signed_in, policies},
    {Method::get, "/api/v1/calendars", Access::signed_in, calendars}, {Method::get, "/api/v1/users", Access::signed_in, users},
};

}  // namespace

std::span<Route const> reference_routes() { return routes; }

}  // namespace hearline::http
