#include "app/import_complaints.hpp"

#include <algorithm>

#include "app/administration_log.hpp"
#include "app/compare_import.hpp"
#include "app/event_rows.hpp"
#include "app/place_codes.hpp"
#include "app/register_complaint.hpp"
#include "app/search_text.hpp"
#include "base/unicode.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/complaint/first_time.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

struct PreparedImport {
    ImportedHistory given;
    History history;
    Actor actor;
    std::shared_ptr<Directory const> directory;
    Salt salt{};
    std::string external, where;
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
    if (auto const since = given.registered_at ? given.registered_at : given.registration.received_at; given.due_at && since) history.clocks.push_back(reply_clock(given, *since));
    return history;
}

void check_given(CodeChecks& checks, ImportedHistory& given, Directory const& directory, Instant now) {
    auto& registration = given.registration;
    if (registration.external_id.empty())
        checks.add("/external_id", say("导入须有来源编号，以免重复导入", "an import needs the number at its source, so that nothing is taken twice"));
    if (!registration.received_at) checks.add("/received_at", say("导入须有收到时间", "an import needs the time of receipt"));
    checks.place(registration.place, "/place");
    checks.type(registration.type, "/type");
    checks.cause(given.cause, "/cause");
    if (!given.handling_unit.empty()) checks.unit(given.handling_unit, "/handling_unit");
    for (auto const& [pointer, unit] : {std::pair{"/unit", &registration.unit}, std::pair{"/accepting_unit", &given.accepting_unit}})
        if (!unit->empty() && !directory.unit(*unit)) checks.add(pointer, say("没有单位“{}”", "there is no unit \"{}\"", *unit));
    auto const longest = directory.rules().in_force(directory.zone().date(now)).name_max;
    if (length_of(given.source_status) > static_cast<std::size_t>(longest))
        checks.add("/status", say("过长，请缩短到 {} 个字符以内", "is too long; shorten it to at most {} characters", longest));
}

/// A field that could not be read is not told to be missing as well.
void add_new(std::vector<FieldError>& errors, std::vector<FieldError> more) {
    for (auto& error : more)
        if (std::none_of(errors.begin(), errors.end(), [&](auto const& known) { return known.pointer == error.pointer; })) errors.push_back(std::move(error));
}

Instant registered_at_of(History const& history, Instant now) {
    auto const at = history.registered_at ? history.registered_at : history.registration.received_at;
    return at ? std::min(*at, now) : now;
}

/// The complaint as its first event made it.
Complaint opening_of(Snapshot& snapshot, ComplaintRow const& row) {
    Complaint complaint;
    for (auto const& event : snapshot.events(row.key, 0, 1)) apply(complaint, event_of(event));
    return complaint;
}

}  // namespace

std::optional<Imported> find_imported(Snapshot& snapshot, ImportedHistory const& history, Directory const& directory) {
    auto const& r = history.registration;
    auto row = snapshot.find_external(external_of(r.channel, r.external_id));
    // R3.7: the centre's own export comes back under its own numbers.
    if (auto const number = row ? std::nullopt : parse_number(r.external_id)) row = snapshot.find(*number);
    if (!row) return std::nullopt;
    auto found = differences(history, record_of(snapshot, *row), directory);
    if (found.empty()) return Imported{ImportOutcome::already_there, row->number};
    if (row->version > 1 && differences(history, opening_of(snapshot, *row), directory).empty()) return Imported{ImportOutcome::already_there, row->number};
    return Imported{ImportOutcome::differs, row->number, std::move(found)};
}

Result<std::shared_ptr<PreparedImport const>> prepare_import(ImportedHistory given, Actor const& actor, std::shared_ptr<Directory const> directory,
                                                             Instant now, RandomSource& random, std::vector<FieldError> wrong) {
    TRY(may(actor, Permission::import_data));
    if (!directory->is_ready()) return not_ready();
    CodeChecks checks{*directory};
    check_given(checks, given, *directory, now);
    auto prepared = std::make_shared<PreparedImport>();
    prepared->history = history_of(given);
    add_new(wrong, std::move(checks.errors()));
    // Judged now, so that a refused row takes no number; where the receipt is missing, the other times are not held against it.
    auto judged_as = prepared->history;
    if (!judged_as.registration.received_at) judged_as.registration.received_at = first_time(directory->zone());
    auto judged = decide_import(judged_as, make_number(directory->zone().date(now), 1), {actor, now, directory->keeping(), directory->rules()});
    if (!judged && judged.error().kind != ErrorKind::invalid) return tl::make_unexpected(std::move(judged).error());
    if (!judged) add_new(wrong, std::move(judged.error().fields));
    if (!wrong.empty()) return refuse(ErrorKind::invalid, "bad-row", say("有 {} 项有误", "{} fields are wrong", wrong.size()), std::move(wrong));
    prepared->actor = actor;
    prepared->external = external_of(given.registration.channel, given.registration.external_id);
    prepared->where = where_of(*directory, given.registration.place);
    prepared->given = std::move(given);
    random.fill(prepared->salt);
    prepared->directory = std::move(directory);
    return std::shared_ptr<PreparedImport const>{std::move(prepared)};
}

Result<Imported> commit_import(Transaction& transaction, PreparedImport const& prepared, Instant now) {
    if (auto known = find_imported(transaction, prepared.given, *prepared.directory)) return std::move(*known);
    auto const& directory = *prepared.directory;
    auto const registered_at = registered_at_of(prepared.history, now);
    Number const number = transaction.next_number(directory.zone().date(registered_at));
    auto event = TRY(decide_import(prepared.history, number, {prepared.actor, now, directory.keeping(), directory.rules()}));
    event.texts.text.add_if(where_key, prepared.where);
    event.texts.text.add_if("source_status", prepared.given.source_status);
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

// R10.4
void log_import(Transaction& transaction, Actor const& actor, ImportCounts const& counts, Digest const& file, Instant now) {
    begin_change(transaction);
    Change change{ChangeName::import_complaints, hex(std::span{file}.first(8)), {}};
    change.details.add("taken", counts.taken);
    change.details.add("already_there", counts.already_there);
    change.details.add("differing", counts.differing);
    change.details.add("refused", counts.refused);
    log_change(transaction, actor, change, now);
}

}  // namespace hearline
