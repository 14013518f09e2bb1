#pragma once
// One function for each act that `decide` knows: checks what only this act asks of its body, then fills the draft.
// Stage, state, role and the common fields were checked before.
#include "domain/complaint/act_checks.hpp"
#include "domain/complaint/draft.hpp"

namespace hearline::flow {

// flow_main.cpp: the way from dispatch to feedback
[[nodiscard]] Done dispatch(Draft& draft, Act const& act);
[[nodiscard]] Done answer_or_report(Draft& draft, Act const& act);
[[nodiscard]] Done submit_opinion(Draft& draft, Act const& act);
[[nodiscard]] Done assist_opinion(Draft& draft, Act const& act);
[[nodiscard]] Done approve(Draft& draft, Act const& act);
[[nodiscard]] Done complete(Draft& draft, Act const& act);
[[nodiscard]] Done give_feedback(Draft& draft, Act const& act);
[[nodiscard]] Done reject_result(Draft& draft, Act const& act);
/// refuse, return, reject, withdraw, end, reopen: a reason and where the table leads.
[[nodiscard]] Done move_with_reason(Draft& draft, Act const& act);

// flow_follow_up.cpp: the complainant's view
[[nodiscard]] Done record_follow_up(Draft& draft, Act const& act);
[[nodiscard]] Done rate(Draft& draft, Act const& act);
[[nodiscard]] Done again(Draft& draft, Act const& act);

// flow_time.cpp: suspension and extension
[[nodiscard]] Done suspend(Draft& draft, Act const& act);
[[nodiscard]] Done resume(Draft& draft, Act const& act);
[[nodiscard]] Done request_extension(Draft& draft, Act const& act);
[[nodiscard]] Done grant_extension(Draft& draft, Act const& act);
[[nodiscard]] Done refuse_extension(Draft& draft, Act const& act);

// flow_side.cpp: what leaves the stage as it is
[[nodiscard]] Done say_something(Draft& draft, Act const& act);  ///< note, publish_progress, supplement
[[nodiscard]] Done contact(Draft& draft, Act const& act);
[[nodiscard]] Done attach(Draft& draft, Act const& act);
[[nodiscard]] Done reclassify(Draft& draft, Act const& act);
[[nodiscard]] Done grade(Draft& draft, Act const& act);
[[nodiscard]] Done give_reason(Draft& draft, Act const& act);  ///< reveal, hold, release_hold

/// A date that someone chooses: not past, and not absurdly far.
void check_date(FieldChecks& checks, std::string_view pointer, std::optional<Instant> date, Draft const& draft);
/// R4.6a: a date for `remedy` may not lie beyond the outer clock.
void check_within_reply(FieldChecks& checks, std::string_view pointer, std::optional<Instant> date, Draft const& draft);
void check_place(FieldChecks& checks, std::string_view pointer, Place const& place, RuleBookVersion const& rules);
/// The place's codes into event data; the free detail is a text.
void add_place(Fields& data, Place const& place);

}  // namespace hearline::flow
