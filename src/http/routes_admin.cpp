// Editing the reference data (R2.3): units, types, causes, calendars.
#include <algorithm>
#include <boost/json.hpp>

#include "app/import_calendar.hpp"
#include "app/put_entry.hpp"
#include "app/put_unit.hpp"
#include "domain/organisation/permission.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/render_reference.hpp"
#include "http/renew_directory.hpp"
#include "http/routes.hpp"

namespace hearline::http {

namespace {

constexpr int longest_name = 80, longest_file_name = 255, longest_calendar = 500'000, most_moves = 50'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Name, English name and `retired`, which all entries have.
template <class Change>
void read_names(ObjectReader& reader, Change& change) {
    change.name = reader.text("name", TextForm::line, longest_name).value_or("");
    if (change.name.empty()) reader.require("name");
    change.name_en = reader.text("name_en", TextForm::line, longest_name);
    change.retired = reader.boolean("retired");
}

Result<UnitChange> read_unit(Request const& request) {
    auto const body = TRY(read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    UnitChange change;
    change.code = request.captures.front();
    read_names(reader, change);
    auto const kind = reader.code<UnitKind>("kind");
    if (!kind) reader.require("kind");
    change.kind = kind.value_or(UnitKind::unit);
    change.parent = reader.text("parent", TextForm::line, 64).value_or("");
    reader.finish();
    TRY(no_faults(std::move(faults)));
    return change;
}

Task<Response> put_unit_route(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::edit_organisation));
    CO_TRY(auto const change, read_unit(request));
    auto work = [&](Transaction& transaction) { return put_unit(transaction, request.actor(), change, services.now()); };
    CO_TRY_DONE(co_await write(services.store, work));
    auto const directory = co_await renewed_directory(services);
    std::string text;
    AnswerWriter out{text};
    write_unit(out, *directory, *directory->unit(change.code), request.language());
    co_return json_response(200, std::move(text));
}

Result<EntryChange> read_entry(Request const& request) {
    auto const body = TRY(read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    EntryChange change;
    change.code = request.captures.front();
    read_names(reader, change);
    change.parent = reader.text("parent", TextForm::line, 64);
    reader.finish();
    TRY(no_faults(std::move(faults)));
    return change;
}

template <CodeTree Tree>
Task<Response> put_entry_route(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::edit_reference));
    CO_TRY(auto const change, read_entry(request));
    auto work = [&](Transaction& transaction) { return put_entry(transaction, request.actor(), Tree, change, services.now()); };
    CO_TRY_DONE(co_await write(services.store, work));
    auto const directory = co_await renewed_directory(services);
    auto const entries = Tree == CodeTree::types ? directory->types() : directory->causes();
    std::string text;
    AnswerWriter out{text};
    write_entry(out, entries, *(Tree == CodeTree::types ? directory->type(change.code) : directory->cause(change.code)), request.language());
    co_return json_response(200, std::move(text));
}

enum class Step { preview, confirmed };

struct CalendarFile {
    std::string content, name;
    Step step = Step::preview;
    LostDays lost = LostDays::kept;
};

Result<CalendarFile> read_calendar_body(Request const& request) {
    auto const body = TRY(read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    CalendarFile file;
    file.content = reader.text("content", TextForm::lines, longest_calendar).value_or("");
    if (file.content.empty()) reader.require("content");
    if (file.content.starts_with(byte_order_mark)) file.content.erase(0, byte_order_mark.size());
    auto const form = reader.text("format", TextForm::line, 16).value_or("");
    if (form.empty()) reader.require("format");
    else if (form != "json" && form != "ics") reader.fault("format", say("应为 json 或 ics", "must be json or ics"));
    auto const name = reader.text("name", TextForm::line, longest_file_name);
    auto const confirm = reader.boolean("confirm");
    if (!confirm) reader.require("confirm");
    if (reader.boolean("drop_days").value_or(false)) file.lost = LostDays::dropped;
    reader.finish();
    bool const looks_like_json = file.content.starts_with('{') || file.content.starts_with('[');
    if (faults.empty() && (form == "json") != looks_like_json)
        reader.fault("format", say("内容不是这种格式；JSON 以 {{ 开头，iCalendar 以 BEGIN:VCALENDAR 开头", "the content is not of this form; JSON begins with {{, iCalendar with BEGIN:VCALENDAR"));
    TRY(no_faults(std::move(faults)));
    file.name = name && !name->empty() ? *name : "calendar." + form;
    file.step = *confirm ? Step::confirmed : Step::preview;
    return file;
}

/// What the reader of files refuses is wrong with this field.
Result<std::vector<CalendarYear>> years_of(CalendarFile const& file, Services const& services) {
    auto years = services.read_calendar(file.content, file.name);
    if (!years && years.error().fields.empty()) years.error().fields.push_back({"/content", years.error().detail});
    return years;
}

void write_days(AnswerWriter& out, std::string_view key, std::vector<AnnouncedDay> const& days) {
    out.key(key);
    out.begin_array();
    for (auto const& day : days) {
        out.begin_object();
        out.field("date", format_date(day.day));
        out.field("off", day.off);
        out.field_or_null("name", day.name);
        out.end_object();
    }
    out.end_array();
}

void write_moves(AnswerWriter& out, std::vector<MovedDeadline> const& moves, Zone const& zone) {
    out.key("moves");
    out.begin_array();
    for (auto const& moved : moves) {
        out.begin_object();
        out.field("number", format_number(moved.number));
        out.field_code("clock", moved.clock);
        out.field_time("old_due_at", moved.before, zone);
        out.field_time("new_due_at", moved.after, zone);
        out.field("old_provisional", moved.was_provisional);
        out.field("new_provisional", moved.is_provisional);
        out.end_object();
    }
    out.end_array();
}

std::string render_import(std::vector<CalendarYear> const& years, CalendarPreview const& preview, Step step, Zone const& zone) {
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    out.key("years");
    out.begin_array();
    for (auto const& year : years) out.value(year.year);
    out.end_array();
    out.key("notes");
    out.begin_array();
    for (auto const& year : years) {
        auto const& open = preview.change.unannounced;
        out.begin_object();
        out.field("year", year.year);
        out.field("partial", year.partial);
        out.field("announced", std::find(open.begin(), open.end(), year.year) == open.end());
        out.key("missing");
        out.begin_array();
        for (auto const& festival : missing_festivals(year)) out.value(festival);
        out.end_array();
        out.end_object();
    }
    out.end_array();
    out.field("applied", step == Step::confirmed);
    out.field("complaints", preview.complaints);
    out.field("dates", preview.dates);
    out.field("settled", preview.settled);
    out.field("unsettled", preview.unsettled);
    write_days(out, "lost", preview.change.lost);
    write_days(out, "altered", preview.change.altered);
    write_moves(out, preview.moved, zone);
    out.end_object();
    return text;
}

// R9.4a: what moves is listed first; confirmed, it is listed as it was moved. Many complaints are read and written: off the network threads.
Task<Response> import_calendar_route(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::edit_rules));
    CO_TRY(auto const file, read_calendar_body(request));
    CO_TRY(auto const years, years_of(file, services));
    auto work = [&]() -> Result<CalendarPreview> {
        auto const open = open_complaints(services.facts, services.now());
        auto preview = TRY(preview_calendar(services.store, request.actor(), years, open, *services.directory.get(), services.now(), most_moves));
        if (file.step == Step::confirmed)
            preview.complaints = TRY(confirm_calendar(services.store, request.actor(), years, file.lost, open, services.directory, services.now(), services.random));
        return preview;
    };
    CO_TRY(auto const preview, co_await on_pool(services.readers, work));
    co_return json_response(200, render_import(years, preview, file.step, services.directory.get()->zone()));
}

constexpr Route routes[]{
    {Method::put, "/api/v1/units/{code}", Access::signed_in, put_unit_route},
    {Method::put, "/api/v1/types/{code}", Access::signed_in, put_entry_route<CodeTree::types>},
    {Method::put, "/api/v1/causes/{code}", Access::signed_in, put_entry_route<CodeTree::causes>},
    {Method::post, "/api/v1/calendars", Access::signed_in, import_calendar_route},
};

}  // namespace

std::span<Route const> admin_routes() { return routes; }

}  // namespace hearline::http
