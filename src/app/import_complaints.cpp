#include "app/import_complaints.hpp"

#include "app/event_rows.hpp"
#include "app/place_codes.hpp"
#include "app/register_complaint.hpp"
#include "app/search_text.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

struct PreparedImport {
    History history;
    Actor actor;
    std::shared_ptr<Directory const> directory;
    Salt salt{};
    std::string external, where, source_status;
};

namespace {

/// The date that the source set for the answer, as the outer clock.
Clock reply_clock(ImportedHistory const& given, Instant registered_at) {
    Clock clock;
    clock.name = ClockName::reply;
    clock.started_at = registered_at;
    clock.due_at = *given.due_at;
    clock.agreed = true;
    clock.rule = "R4.6a";
    clock.limit = {0, Limit::Unit::working_days};
    clock.ended_at = given.fed_back_at ? given.fed_back_at : given.closed_at;
    if (clock.ended_at) clock.outcome = *clock.ended_at <= clock.due_at ? ClockOutcome::met : ClockOutcome::missed;
    return clock;
}

History history_of(ImportedHistory const& given) {
    History history;
    history.registration = given.registration;
    history.registered_at = given.registered_at;
    history.accepting_unit = given.accepting_unit;
    history.stage = given.stage;
    if (!given.handling_unit.empty()) history.units.push_back({given.handling_unit, true});
    history.cause = given.cause;
    history.result = given.result;
    history.resolution = given.resolution;
    history.satisfaction = given.satisfaction;
    history.fed_back_at = given.fed_back_at;
    history.closed_at = given.closed_at;
    if (given.due_at) history.clocks.push_back(reply_clock(given, given.registered_at.value_or(*given.registration.received_at)));
    return history;
}

void check_required(CodeChecks& checks, Registration const& registration) {
    if (registration.external_id.empty())
        checks.add("/external_id", say("导入须有来源编号，以免重复导入", "an import needs the number at its source, so that nothing is taken twice"));
    if (!registration.received_at) checks.add("/received_at", say("导入须有收到时间", "an import needs the time of receipt"));
}

Instant registered_at_of(History const& history, Instant now) {
    auto const at = history.registered_at ? history.registered_at : history.registration.received_at;
    return at ? std::min(*at, now) : now;
}

}  // namespace

Result<std::shared_ptr<PreparedImport const>> prepare_import(ImportedHistory given, Actor const& actor, std::shared_ptr<Directory const> directory,
                                                             Instant now, RandomSource& random) {
    TRY(may(actor, Permission::import_data));
    if (!directory->is_ready()) return not_ready();
    CodeChecks checks{*directory};
    check_required(checks, given.registration);
    checks.place(given.registration.place, "/place");
    checks.type(given.registration.type, "/type");
    checks.cause(given.cause, "/cause");
    if (!given.handling_unit.empty()) checks.unit(given.handling_unit, "/unit");
    if (!given.accepting_unit.empty() && !directory->unit(given.accepting_unit))
        checks.add("/accepting_unit", say("没有单位“{}”", "there is no unit \"{}\"", given.accepting_unit));
    TRY(checks.done());
    auto prepared = std::make_shared<PreparedImport>();
    prepared->history = history_of(given);
    prepared->actor = actor;
    prepared->external = external_of(given.registration.channel, given.registration.external_id);
    prepared->where = where_of(*directory, given.registration.place);
    prepared->source_status = given.source_status;
    random.fill(prepared->salt);
    // Judged now, so that a refused row takes no number.
    TRY(decide_import(prepared->history, make_number(directory->zone().date(now), 1), {actor, now, directory->keeping(), directory->rules()}));
    prepared->directory = std::move(directory);
    return std::shared_ptr<PreparedImport const>{std::move(prepared)};
}

Result<Imported> commit_import(Transaction& transaction, PreparedImport const& prepared, Instant now) {
    if (auto const row = transaction.find_external(prepared.external)) return Imported{ImportOutcome::already_there, row->number};
    auto const& directory = *prepared.directory;
    auto const registered_at = registered_at_of(prepared.history, now);
    Number const number = transaction.next_number(directory.zone().date(registered_at));
    auto event = TRY(decide_import(prepared.history, number, {prepared.actor, now, directory.keeping(), directory.rules()}));
    event.texts.text.add_if(where_key, prepared.where);
    event.texts.text.add_if("source_status", prepared.source_status);
    Complaint complaint;
    apply(complaint, event);
    auto sealed = seal(event, Digest{}, prepared.salt);
    ComplaintRow row;
    row.key = transaction.next_key(complaint.registered_at);
    row.number = number;
    row.version = complaint.version;
    row.next_due = complaint.next_due();
    row.record = encode_record(complaint);
    row.salt = sealed.salt;
    row.text = sealed.text;
    row.personal = sealed.personal;
    row.result = complaint.result;
    row.external = prepared.external;
    EventRow first;
    first.key = row.key;
    first.seq = sealed.seq;
    first.body = std::move(sealed.body);
    first.digest = sealed.digest;
    first.salt = sealed.salt;
    transaction.insert(row, std::span{&first, 1}, opening_tokens(number, event, directory.lookup_key()));
    return Imported{ImportOutcome::taken, number};
}

Result<Imported> import_text(Transaction& transaction, Registration const& registration, Actor const& actor, std::shared_ptr<Directory const> directory,
                             Instant now, RandomSource& random) {
    ImportedHistory given;
    given.registration = registration;
    given.stage = Stage::dispatch;
    auto const prepared = TRY(prepare_import(std::move(given), actor, std::move(directory), now, random));
    return commit_import(transaction, *prepared, now);
}

}  // namespace hearline
