#include "domain/complaint/complaint.hpp"

#include <algorithm>

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

bool Complaint::was_dispatched() const {
    return !handling_units.empty() || std::any_of(clocks.begin(), clocks.end(), [](Clock const& clock) { return clock.name == ClockName::opinion; });
}

// Back from `remedy` to `dispatch` leads only a new round, so one clock of it in this round says it. An imported history that begins behind `dispatch`
// has no clocks of what was before.
bool Complaint::was_remedied() const {
    if (lead_unit().empty()) return false;
    auto const has = [this](ClockName name) {
        return std::any_of(clocks.begin(), clocks.end(), [&](Clock const& clock) { return clock.name == name && clock.round == round; });
    };
    return has(ClockName::remedy) || has(ClockName::result) || !has(ClockName::dispatch);
}

// R4.2
std::vector<std::string> Complaint::units_owing_opinion() const {
    std::vector<std::string> owing;
    if (stage != Stage::opinion && stage != Stage::review) return owing;
    for (auto const& unit : handling_units) {
        auto const given = [&](Opinion const& opinion) { return !opinion.lead && opinion.round == round && opinion.unit == unit.unit; };
        if (!unit.lead && std::none_of(opinions.begin(), opinions.end(), given)) owing.push_back(unit.unit);
    }
    return owing;
}

std::optional<Closing> Complaint::closing() const {
    if (stage != Stage::closed) return std::nullopt;
    return closed_otherwise.value_or(Closing::done);
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
