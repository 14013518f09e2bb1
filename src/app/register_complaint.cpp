#include "app/register_complaint.hpp"

#include "app/passenger.hpp"
#include "app/place_codes.hpp"
#include "app/search_text.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/complaint/subject.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

Result<Registered> already_there(Snapshot& snapshot, ComplaintRow const& row, PreparedRegistration const& prepared, Instant now) {
    if (!may_read(prepared.actor, record_of(row)))
        return refuse(ErrorKind::conflict, "external-id-taken", say("该渠道的这个来源编号已经登记过", "this channel's external_id has been registered already"),
                      {{"/external_id", say("来源编号已登记", "registered already")}});
    return Registered{view_of(snapshot, row, prepared.actor, *prepared.directory, now), Registered::Outcome::already_there};
}

}  // namespace

std::string external_of(Channel channel, std::string_view external_id) {
    return external_id.empty() ? std::string{} : fmt::format("{}:{}", code_of(channel), external_id);
}

// R3.1 to R3.6
Result<PreparedRegistration> prepare_registration(Registration registration, Actor const& actor, std::shared_ptr<Directory const> directory,
                                                  Instant now, RandomSource& random, Tracking tracking) {
    TRY(may(actor, Permission::register_complaint));
    if (!directory->is_ready()) return not_ready();
    CodeChecks checks{*directory};
    checks.place(registration.place, "/place");
    checks.type(registration.type, "/type");
    if (!registration.unit.empty()) checks.unit(registration.unit, "/unit");
    if (!checks.errors().empty()) {  // tell all that is wrong at once, the texts too
        auto refused = decide_registration(registration, make_number(directory->zone().date(now), 1), {actor, now, directory->keeping(), directory->rules()});
        if (!refused) {
            if (refused.error().kind != ErrorKind::invalid) return tl::make_unexpected(std::move(refused).error());
            for (auto& field : refused.error().fields) checks.errors().push_back(std::move(field));
        }
        TRY(checks.done());
    }
    PreparedRegistration prepared;
    if (registration.subject == subject_of(registration.content)) registration.subject.clear();  // it would be kept nowhere
    prepared.where = where_of(*directory, registration.place);
    prepared.search_tokens = registration_tokens(registration.subject, registration.content, prepared.where, registration.place);
    append_tokens(prepared.search_tokens, person_tokens(directory->lookup_key(), registration.complainant));
    prepared.external = external_of(registration.channel, registration.external_id);
    prepared.registration = std::move(registration);
    prepared.actor = actor;
    prepared.directory = std::move(directory);
    random.fill(prepared.salt);
    if (tracking == Tracking::with_code) {
        prepared.tracking_code = random_code(random, 12);
        prepared.tracking_digest = tracking_digest(prepared.tracking_code);
    }
    return prepared;
}

Result<Registered> commit_registration(Transaction& transaction, PreparedRegistration const& prepared, Instant now) {
    if (!prepared.external.empty())
        if (auto const row = transaction.find_external(prepared.external)) return already_there(transaction, *row, prepared, now);
    Directory const& directory = *prepared.directory;
    Number const number = transaction.next_number(directory.zone().date(now));  // R3.8: given back when this is refused
    auto event = TRY(decide_registration(prepared.registration, number, {prepared.actor, now, directory.keeping(), directory.rules()}));
    event.texts.text.add_if(where_key, prepared.where);
    Complaint complaint;
    apply(complaint, event);
    auto sealed = seal(event, Digest{}, prepared.salt);
    ComplaintRow row;
    row.key = transaction.next_key(now);
    row.number = number;
    row.version = complaint.version;
    row.next_due = complaint.next_due();
    row.record = encode_record(complaint);
    row.salt = sealed.salt;
    row.text = std::move(sealed.text);
    row.personal = std::move(sealed.personal);
    row.external = prepared.external;
    row.tracking = prepared.tracking_digest;
    EventRow first;
    first.key = row.key;
    first.seq = sealed.seq;
    first.body = std::move(sealed.body);
    first.digest = sealed.digest;
    first.salt = sealed.salt;
    std::string tokens = number_token(number);
    tokens += ' ';
    tokens += prepared.search_tokens;
    transaction.insert(row, std::span{&first, 1}, tokens);
    Registered registered{view_of(row.key, std::move(complaint), prepared.actor, directory, now), Registered::Outcome::created};
    registered.view.has_tracking = !row.tracking.empty();
    return registered;
}

}  // namespace hearline
