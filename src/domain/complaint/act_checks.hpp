#pragma once
// What refuses an act before anything is built: the stage, the state the complaint is in, and the fields of the body.
#include "domain/complaint/decide.hpp"
#include "domain/complaint/field_checks.hpp"

namespace hearline {

/// `conflict` when the stage table does not have the act in this stage, or the state (suspended, extension asked, on hold …) forbids it.
/// `clock` is the clock an extension is about ("" or absent: the stage's); one that is neither `stage` nor `reply` is left to the body's checks.
[[nodiscard]] Done check_state(Complaint const& complaint, ActName act, std::optional<std::string> const& clock, Circumstances const& at);

/// Every field of `act_fields`: there when required, texts within their limits.
void check_fields(FieldChecks& checks, Act const& act, Actor const& actor, RuleBookVersion const& rules);

/// The clock that an extension is about: the stage's own, or `reply`. Nothing when the word is unknown or the stage has none.
[[nodiscard]] std::optional<ClockName> extension_clock(Stage stage, std::optional<std::string> const& word);

}  // namespace hearline
