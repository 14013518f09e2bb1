#pragma once
// The role × act table of workflow.md: who may do which act to a complaint. `permission.cpp` judges by it and nothing else does.
#include <array>

#include "domain/complaint/act_name.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

/// What a centre agent may, what of a complaint a unit's desk and head need to be, and what the passenger may.
/// `owned_clocks`, `lead_of_owned`: for clocks of the stages that the centre (the lead unit) owns, and for `reply` (`owns_clock`).
enum class AgentRight { no, yes, within_reopening, owned_clocks };
enum class DirectorRight { no, yes, owned_clocks };
/// `handling_or_first`: handling units, and the accepting unit as long as it was sent to nobody; `handling_or_accepting`: the accepting unit ever after too
/// (docs/decisions/0012: what a registration brings along belongs to it).
enum class UnitRight { no, lead, lead_of_owned, assisting, handling, handling_or_first, handling_or_accepting, accepting, any };
enum class PassengerRight { no, yes, within_reopening };

struct ActRight {
    ActName act;
    AgentRight agent;
    DirectorRight director;
    UnitRight unit;
    PassengerRight passenger;
};

/// Row by row as in workflow.md. What is not listed (import, recalendar) is the program's own and nobody's act.
inline constexpr auto act_rights = std::to_array<ActRight>({
    {ActName::register_, AgentRight::yes, DirectorRight::yes, UnitRight::any, PassengerRight::yes},
    {ActName::dispatch, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::approve, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::reject, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::give_feedback, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::reject_result, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::refuse, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::record_follow_up, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},  // and R5.1
    {ActName::grade, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::answer, AgentRight::yes, DirectorRight::yes, UnitRight::accepting, PassengerRight::no},
    {ActName::submit_opinion, AgentRight::no, DirectorRight::no, UnitRight::lead, PassengerRight::no},
    {ActName::return_, AgentRight::no, DirectorRight::no, UnitRight::lead, PassengerRight::no},
    {ActName::complete, AgentRight::no, DirectorRight::no, UnitRight::lead, PassengerRight::no},
    {ActName::report_result, AgentRight::no, DirectorRight::no, UnitRight::lead, PassengerRight::no},
    {ActName::request_extension, AgentRight::owned_clocks, DirectorRight::owned_clocks, UnitRight::lead_of_owned, PassengerRight::no},
    {ActName::assist_opinion, AgentRight::no, DirectorRight::no, UnitRight::assisting, PassengerRight::no},
    {ActName::note, AgentRight::yes, DirectorRight::yes, UnitRight::handling_or_first, PassengerRight::no},
    {ActName::contact, AgentRight::yes, DirectorRight::yes, UnitRight::handling_or_first, PassengerRight::no},
    {ActName::attach, AgentRight::yes, DirectorRight::yes, UnitRight::handling_or_accepting, PassengerRight::yes},  // R1.4: their own photo, with the tracking code
    {ActName::publish_progress, AgentRight::yes, DirectorRight::yes, UnitRight::handling, PassengerRight::no},
    {ActName::reclassify, AgentRight::yes, DirectorRight::yes, UnitRight::handling, PassengerRight::no},
    {ActName::suspend, AgentRight::yes, DirectorRight::yes, UnitRight::handling, PassengerRight::no},
    {ActName::resume, AgentRight::yes, DirectorRight::yes, UnitRight::handling, PassengerRight::no},
    {ActName::reveal, AgentRight::yes, DirectorRight::yes, UnitRight::handling, PassengerRight::no},  // R10.2
    {ActName::withdraw, AgentRight::yes, DirectorRight::yes, UnitRight::no, PassengerRight::yes},
    {ActName::reopen, AgentRight::within_reopening, DirectorRight::yes, UnitRight::no, PassengerRight::within_reopening},
    {ActName::grant_extension, AgentRight::no, DirectorRight::yes, UnitRight::no, PassengerRight::no},  // R9.4
    {ActName::refuse_extension, AgentRight::no, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::end, AgentRight::no, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::hold, AgentRight::no, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::release_hold, AgentRight::no, DirectorRight::yes, UnitRight::no, PassengerRight::no},
    {ActName::undo, AgentRight::yes, DirectorRight::yes, UnitRight::handling, PassengerRight::no},  // each their own act (decide_undo)
    {ActName::supplement, AgentRight::no, DirectorRight::no, UnitRight::no, PassengerRight::yes},
    {ActName::rate, AgentRight::no, DirectorRight::no, UnitRight::no, PassengerRight::yes},
    {ActName::again, AgentRight::no, DirectorRight::no, UnitRight::no, PassengerRight::within_reopening},
});

/// Where each act's row stands; -1 for the program's own acts.
inline constexpr auto row_of_act = [] {
    std::array<signed char, CodeTable<ActName>::rows.size()> rows{};
    rows.fill(-1);
    for (std::size_t i = 0; i < act_rights.size(); ++i) rows[static_cast<std::size_t>(act_rights[i].act)] = static_cast<signed char>(i);
    return rows;
}();

[[nodiscard]] constexpr ActRight const* right_to(ActName act) {
    auto const row = row_of_act[static_cast<std::size_t>(act)];
    return row < 0 ? nullptr : &act_rights[static_cast<std::size_t>(row)];
}

}  // namespace hearline
