#include "http/json/read_registration.hpp"

namespace hearline::http {
namespace json = boost::json;

namespace {

constexpr int code_max = 64;      // codes and names of lines, stations, units, types
constexpr int contact_max = 254;  // phone, e-mail, number at the source

std::string line(ObjectReader& reader, std::string_view name, int max) { return reader.text(name, TextForm::line, max).value_or(""); }

Complainant read_complainant(json::object const& object, std::string pointer, RuleBookVersion const& rules, Faults& faults) {
    ObjectReader reader{object, std::move(pointer), faults};
    Complainant person;
    person.name = line(reader, "name", rules.name_max);
    person.phone = line(reader, "phone", code_max);
    person.email = line(reader, "email", contact_max);
    person.anonymous = reader.boolean("anonymous").value_or(false);
    auto const at = person.email.find('@');
    if (!person.email.empty() && (at == 0 || at == std::string::npos || at + 1 == person.email.size()))
        reader.fault("email", say("不是电子邮件地址", "is not an e-mail address"));
    reader.finish();
    return person;
}

/// What staff and passengers both may say.
void read_common(ObjectReader& reader, Registration& registration, RuleBookVersion const& rules, Faults& faults) {
    registration.content = reader.text("content", TextForm::lines, rules.content_max).value_or("");
    if (registration.content.empty()) reader.require("content");
    registration.subject = line(reader, "subject", rules.subject_max);
    registration.kind = reader.code<Kind>("kind").value_or(Kind::complaint);
    registration.occurred_at = reader.instant("occurred_at");
    registration.type = line(reader, "type", code_max);
    if (auto const* object = reader.object("complainant"))
        registration.complainant = read_complainant(*object, reader.pointer("complainant"), rules, faults);
    if (auto const* object = reader.object("place")) registration.place = read_place(*object, reader.pointer("place"), rules, faults);
}

Result<Registration> finished(ObjectReader& reader, Registration registration, Faults& faults) {
    reader.finish();
    if (auto good = no_faults(std::move(faults)); !good) return tl::make_unexpected(std::move(good).error());
    return registration;
}

}  // namespace

Place read_place(json::object const& object, std::string pointer, RuleBookVersion const& rules, Faults& faults) {
    ObjectReader reader{object, std::move(pointer), faults};
    Place place;
    place.line = line(reader, "line", code_max);
    place.station = line(reader, "station", code_max);
    place.exit = line(reader, "exit", code_max);
    place.train = line(reader, "train", code_max);
    place.carriage = line(reader, "carriage", code_max);
    place.equipment = line(reader, "equipment", code_max);
    place.detail = line(reader, "detail", rules.subject_max * 2);
    reader.finish();
    return place;
}

Result<Registration> read_registration(json::object const& body, RuleBookVersion const& rules) {
    Faults faults;
    ObjectReader reader{body, "", faults};
    Registration registration;
    if (auto const channel = reader.code<Channel>("channel")) registration.channel = *channel;
    else reader.require("channel");
    read_common(reader, registration, rules, faults);
    registration.severity = reader.code<Severity>("severity").value_or(Severity::ordinary);
    registration.received_at = reader.instant("received_at");
    registration.unit = line(reader, "unit", code_max);
    registration.external_id = line(reader, "external_id", contact_max);
    return finished(reader, std::move(registration), faults);
}

Result<Registration> read_submission(json::object const& body, RuleBookVersion const& rules) {
    Faults faults;
    ObjectReader reader{body, "", faults};
    Registration registration;
    registration.channel = reader.code<Channel>("channel").value_or(Channel::website);
    read_common(reader, registration, rules, faults);
    return finished(reader, std::move(registration), faults);
}

}  // namespace hearline::http
