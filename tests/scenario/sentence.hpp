#pragma once
// Sentences of the scenario language that say what someone does: who, which act, with which body.
#include "domain/complaint/act.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/organisation/actor.hpp"
#include "script.hpp"

namespace hearline::scenario {

/// "agent", "agent2", "director", "desk-line1", "passenger", "system" …; a channel's name stands for the agent who takes it there.
[[nodiscard]] Actor actor_of(std::string_view word);
/// "dispatches", "gives feedback", "reports result": the verb's words are taken.
[[nodiscard]] ActName take_verb(Words& words);
/// The rest of the line as a body. What an act requires and the line does not say is filled in; `without FIELD` leaves it out.
[[nodiscard]] Act read_act(ActName name, Words& words);
[[nodiscard]] Registration read_registration(std::string_view who, Words& words);
[[nodiscard]] History read_history(Words& words);

}  // namespace hearline::scenario
