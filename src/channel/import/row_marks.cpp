#include "channel/import/row_marks.hpp"

#include <functional>

namespace hearline::channel {
namespace {

constexpr std::array<std::string_view, marked_fields> names{
    "content",  "subject",   "kind",   "severity",    "channel",       "type",        "name",         "phone",     "email",  "anonymous",     "line",
    "station",  "exit",      "train",  "carriage",    "equipment",     "detail",      "received_at",  "registered_at", "occurred_at", "fed_back_at", "closed_at",
    "stage",    "handling_unit", "accepting_unit", "unit", "cause",    "due_at",      "result",       "resolution", "satisfaction"};

std::uint32_t mark(std::string_view text) { return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text)); }
std::uint32_t mark(std::optional<Instant> at) { return at ? mark(std::to_string(ms_of(*at))) : 0; }
template <class E>
std::uint32_t mark_code(std::optional<E> code) {
    return code ? static_cast<std::uint32_t>(*code) + 1 : 0;
}

}  // namespace

RowMarks marks_of(ImportedHistory const& h) {
    auto const& r = h.registration;
    auto const& place = r.place;
    return {mark(r.content),
            mark(r.subject),
            mark_code(std::optional{r.kind}),
            mark_code(std::optional{r.severity}),
            mark_code(std::optional{r.channel}),
            mark(r.type),
            mark(r.complainant.name),
            mark(r.complainant.phone),
            mark(r.complainant.email),
            r.complainant.anonymous ? 1u : 0u,
            mark(place.line),
            mark(place.station),
            mark(place.exit),
            mark(place.train),
            mark(place.carriage),
            mark(place.equipment),
            mark(place.detail),
            mark(r.received_at),
            mark(h.registered_at),
            mark(r.occurred_at),
            mark(h.fed_back_at),
            mark(h.closed_at),
            mark_code(std::optional{h.stage}),
            mark(h.handling_unit),
            mark(h.accepting_unit),
            mark(r.unit),
            mark(h.cause),
            mark(h.due_at),
            mark(h.result),
            mark_code(h.resolution),
            mark_code(h.satisfaction)};
}

std::vector<FieldError> differences_of(RowMarks const& row, RowMarks const& first) {
    std::vector<FieldError> found;
    for (std::size_t i = 0; i < marked_fields; ++i)
        if (row[i] != first[i]) found.push_back({fmt::format("/{}", names[i]), say("与前面同一编号的行不同", "is not what the row with this number before says")});
    return found;
}

}  // namespace hearline::channel
