#include "domain/statistics/facts.hpp"

#include <algorithm>

namespace hearline {

namespace {

constexpr std::array stages_to_feedback{ClockName::dispatch, ClockName::opinion, ClockName::review,
                                        ClockName::remedy,   ClockName::result,  ClockName::feedback};
constexpr Date first_day{std::chrono::local_days{std::chrono::year{2000} / 1 / 1}};
constexpr int most = 65535;  // what the columns hold

std::vector<std::string> units_that_see(Complaint const& complaint) {
    std::vector<std::string> units;
    if (!complaint.accepting_unit.empty()) units.push_back(complaint.accepting_unit);
    if (!complaint.relayed_unit.empty() && !complaint.was_dispatched()) units.push_back(complaint.relayed_unit);
    for (auto const& handling : complaint.handling_units) units.push_back(handling.unit);
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

}  // namespace

// R6.4
Timeliness timeliness_of(Complaint const& complaint) {
    if (complaint.imported || !complaint.fed_back_at) return Timeliness::open;
    for (auto const& clock : complaint.clocks) {
        bool const counts = std::find(stages_to_feedback.begin(), stages_to_feedback.end(), clock.name) != stages_to_feedback.end();
        if (counts && clock.outcome == ClockOutcome::missed) return Timeliness::late;
    }
    return Timeliness::timely;
}

Fact make_fact(Complaint const& complaint, std::int64_t key, Zone const& zone) {
    Fact fact;
    fact.key = key;
    fact.version = std::min(complaint.version, most);
    fact.kind = complaint.kind;
    fact.stage = complaint.stage;
    fact.channel = complaint.channel;
    fact.severity = complaint.severity;
    fact.round = std::min(complaint.round, 255);
    fact.type = complaint.type;
    fact.cause = complaint.cause;
    fact.unit = complaint.lead_unit();
    fact.accepting_unit = complaint.accepting_unit;
    fact.line = complaint.place.line;
    fact.station = complaint.place.station;
    fact.incident = complaint.incident;
    fact.seen_by = units_that_see(complaint);
    fact.owing = complaint.units_owing_opinion();
    fact.extension_asked = complaint.extension_asked_clock.has_value();
    fact.suspended = complaint.suspended;
    fact.closing = complaint.closing();
    fact.satisfaction = complaint.satisfaction;
    fact.solved = complaint.solved;
    fact.resolution = complaint.resolution;
    fact.validity = complaint.validity;
    fact.liability = complaint.liability;
    fact.timely = timeliness_of(complaint);
    fact.registered_day = std::clamp(zone.date(complaint.registered_at), first_day, first_day + std::chrono::days{most});
    if (auto due = complaint.next_due()) fact.next_due = std::chrono::ceil<std::chrono::seconds>(*due);
    return fact;
}

}  // namespace hearline
