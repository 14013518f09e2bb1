#pragma once
// The life of a complaint as one table (workflow.md): which act leads from which stage where, and what it does to the clocks.
// `decide`, `possible_acts`, the documentation and the web page read it; nothing else says where an act leads.
#include <array>
#include <optional>
#include <span>

#include "domain/complaint/act_name.hpp"
#include "domain/complaint/codes.hpp"

namespace hearline {

/// Which of the rows of one act holds.
enum class Case { always, without_result, with_result, reported, answered, satisfied, dissatisfied, unreachable, last_unreachable };
/// How an act ends a clock: by its time (met or missed), or as cancelled, or not at all.
enum class Ending { none, finished, cancelled };
enum class Turn { same_round, next_round };

struct Transition {
    Stage from;
    ActName act;
    Case when;
    Stage to;
    Ending own;    ///< the clock of the stage it leaves
    Ending reply;  ///< the outer clock (R4.6a)
    Ending relay;  ///< R3.4, where it still runs
    Turn turn = Turn::same_round;
};

/// Every act that ends a stage, row by row of workflow.md. A next round starts `dispatch` and `reply` anew.
inline constexpr auto transitions = std::to_array<Transition>({
    // R4.1, R2.9, R1.2
    {Stage::dispatch, ActName::dispatch, Case::always, Stage::opinion, Ending::finished, Ending::none, Ending::finished},
    {Stage::dispatch, ActName::answer, Case::always, Stage::feedback, Ending::finished, Ending::none, Ending::cancelled},
    {Stage::dispatch, ActName::refuse, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    // R4.2
    {Stage::opinion, ActName::submit_opinion, Case::always, Stage::review, Ending::finished, Ending::none, Ending::none},
    {Stage::opinion, ActName::return_, Case::always, Stage::dispatch, Ending::cancelled, Ending::none, Ending::none},
    // R4.3, R4.4
    {Stage::review, ActName::approve, Case::always, Stage::remedy, Ending::finished, Ending::none, Ending::none},
    {Stage::review, ActName::reject, Case::always, Stage::opinion, Ending::finished, Ending::none, Ending::none},
    // R4.5
    {Stage::remedy, ActName::complete, Case::without_result, Stage::result, Ending::finished, Ending::none, Ending::none},
    {Stage::remedy, ActName::complete, Case::with_result, Stage::feedback, Ending::finished, Ending::none, Ending::none},
    {Stage::result, ActName::report_result, Case::always, Stage::feedback, Ending::finished, Ending::none, Ending::none},
    // R4.6
    {Stage::feedback, ActName::give_feedback, Case::always, Stage::follow_up, Ending::finished, Ending::finished, Ending::none},
    {Stage::feedback, ActName::reject_result, Case::reported, Stage::remedy, Ending::finished, Ending::none, Ending::none},
    {Stage::feedback, ActName::reject_result, Case::answered, Stage::dispatch, Ending::finished, Ending::none, Ending::none},
    // R5.1, R5.2
    {Stage::follow_up, ActName::record_follow_up, Case::satisfied, Stage::closed, Ending::finished, Ending::none, Ending::none},
    {Stage::follow_up, ActName::record_follow_up, Case::dissatisfied, Stage::dispatch, Ending::finished, Ending::none, Ending::none, Turn::next_round},
    {Stage::follow_up, ActName::record_follow_up, Case::unreachable, Stage::follow_up, Ending::none, Ending::none, Ending::none},
    {Stage::follow_up, ActName::record_follow_up, Case::last_unreachable, Stage::closed, Ending::finished, Ending::none, Ending::none},
    {Stage::follow_up, ActName::rate, Case::satisfied, Stage::closed, Ending::finished, Ending::none, Ending::none},
    {Stage::follow_up, ActName::rate, Case::dissatisfied, Stage::dispatch, Ending::finished, Ending::none, Ending::none, Turn::next_round},
    {Stage::follow_up, ActName::again, Case::always, Stage::dispatch, Ending::finished, Ending::none, Ending::none, Turn::next_round},
    {Stage::closed, ActName::reopen, Case::always, Stage::dispatch, Ending::none, Ending::none, Ending::none, Turn::next_round},
    {Stage::closed, ActName::again, Case::always, Stage::dispatch, Ending::none, Ending::none, Ending::none, Turn::next_round},
    {Stage::closed, ActName::rate, Case::dissatisfied, Stage::dispatch, Ending::none, Ending::none, Ending::none, Turn::next_round},
    // from any open stage
    {Stage::dispatch, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::opinion, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::review, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::remedy, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::result, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::feedback, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::follow_up, ActName::withdraw, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::dispatch, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::opinion, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::review, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::remedy, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::result, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::feedback, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
    {Stage::follow_up, ActName::end, Case::always, Stage::closed, Ending::cancelled, Ending::cancelled, Ending::cancelled},
});

/// A set of stages, one bit each.
class StageSet {
public:
    constexpr StageSet() = default;
    template <class... S>
    constexpr explicit StageSet(S... stages) : bits_{((1u << static_cast<unsigned>(stages)) | ...)} {}
    [[nodiscard]] constexpr bool has(Stage stage) const { return (bits_ >> static_cast<unsigned>(stage) & 1u) != 0; }

private:
    unsigned bits_ = 0;
};

inline constexpr StageSet any_stage{Stage::dispatch, Stage::opinion, Stage::review, Stage::remedy, Stage::result, Stage::feedback, Stage::follow_up, Stage::closed};
inline constexpr StageSet any_open_stage{Stage::dispatch, Stage::opinion, Stage::review, Stage::remedy, Stage::result, Stage::feedback, Stage::follow_up};
/// The stages in which a unit works on the complaint.
inline constexpr StageSet unit_stages{Stage::opinion, Stage::review, Stage::remedy, Stage::result};

struct StandingAct {
    ActName act;
    StageSet stages;
};

/// The acts that leave the stage as it is, and in which stages they can be done. A rating after closing fills in one that was missing
/// (dissatisfied, and in time: the row above).
inline constexpr auto standing_acts = std::to_array<StandingAct>({
    {ActName::note, any_stage},
    {ActName::contact, any_stage},
    {ActName::attach, any_stage},
    {ActName::publish_progress, any_stage},
    {ActName::suspend, any_open_stage},
    {ActName::resume, any_open_stage},
    {ActName::request_extension, any_open_stage},
    {ActName::grant_extension, any_open_stage},
    {ActName::refuse_extension, any_open_stage},
    {ActName::reclassify, any_stage},
    {ActName::assist_opinion, unit_stages},
    {ActName::grade, any_stage},
    {ActName::reveal, any_stage},
    {ActName::hold, any_stage},
    {ActName::release_hold, any_stage},
    {ActName::supplement, any_stage},
    {ActName::rate, StageSet{Stage::closed}},
});

/// The clock that runs while the complaint stands in this stage; none when closed.
[[nodiscard]] constexpr std::optional<ClockName> clock_of(Stage stage) {
    switch (stage) {
        case Stage::dispatch: return ClockName::dispatch;
        case Stage::opinion: return ClockName::opinion;
        case Stage::review: return ClockName::review;
        case Stage::remedy: return ClockName::remedy;
        case Stage::result: return ClockName::result;
        case Stage::feedback: return ClockName::feedback;
        case Stage::follow_up: return ClockName::follow_up;
        case Stage::closed: break;
    }
    return std::nullopt;
}

enum class StageOwner { centre, lead_unit, nobody };

/// Who has to lead on from this stage (workflow.md: whom it waits for).
[[nodiscard]] constexpr StageOwner owner_of(Stage stage) {
    switch (stage) {
        case Stage::opinion:
        case Stage::remedy:
        case Stage::result: return StageOwner::lead_unit;
        case Stage::dispatch:
        case Stage::review:
        case Stage::feedback:
        case Stage::follow_up: return StageOwner::centre;
        case Stage::closed: break;
    }
    return StageOwner::nobody;
}

[[nodiscard]] constexpr bool is_standing(Stage stage, ActName act) {
    for (auto const& row : standing_acts)
        if (row.act == act && row.stages.has(stage)) return true;
    return false;
}

/// The row for this act in this case, or null.
[[nodiscard]] constexpr Transition const* find_transition(Stage from, ActName act, Case when = Case::always) {
    for (auto const& row : transitions)
        if (row.from == from && row.act == act && row.when == when) return &row;
    return nullptr;
}

/// The table read once, at compile time: a bit an act for each stage. A ledger page asks two thousand times.
inline constexpr auto acts_by_stage = [] {
    std::array<std::uint64_t, CodeTable<Stage>::rows.size()> bits{};
    static_assert(CodeTable<ActName>::rows.size() <= 64);
    auto const add = [&](Stage stage, ActName act) { bits[static_cast<std::size_t>(stage)] |= std::uint64_t{1} << static_cast<unsigned>(act); };
    for (auto const& row : transitions) add(row.from, row.act);
    for (auto const& stage : CodeTable<Stage>::rows)
        for (auto const& act : CodeTable<ActName>::rows)
            if (is_standing(stage.value, act.value)) add(stage.value, act.value);
    return bits;
}();

/// May this act be done in this stage at all?
[[nodiscard]] constexpr bool stage_allows(Stage stage, ActName act) {
    return (acts_by_stage[static_cast<std::size_t>(stage)] >> static_cast<unsigned>(act) & 1) != 0;
}

}  // namespace hearline
