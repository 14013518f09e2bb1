#include "domain/complaint/complaint.hpp"

namespace hearline {

std::string Complaint::lead_unit() const {
    for (auto const& unit : handling_units)
        if (unit.lead) return unit.unit;
    return {};
}

bool Complaint::is_handled_by_unit(std::string_view unit) const {
    for (auto const& handling : handling_units)
        if (handling.unit == unit) return !unit.empty();
    return false;
}

Clock const* Complaint::open_clock(ClockName name) const {
    for (auto clock = clocks.rbegin(); clock != clocks.rend(); ++clock)
        if (clock->name == name && (clock->outcome == ClockOutcome::running || clock->outcome == ClockOutcome::paused)) return &*clock;
    return nullptr;
}

std::optional<Instant> Complaint::next_due() const {
    std::optional<Instant> earliest;
    for (auto const& clock : clocks)
        if (clock.outcome == ClockOutcome::running && (!earliest || clock.due_at < *earliest)) earliest = clock.due_at;
    return earliest;
}

}  // namespace hearline
