#pragma once
// An event in the making: what `decide` has found to follow from an act so far.
#include "domain/complaint/clock_plan.hpp"
#include "domain/complaint/stage_table.hpp"

namespace hearline {

class Draft {
public:
    Draft(Complaint const& complaint, ActName act, Circumstances const& at);

    [[nodiscard]] Complaint const& complaint() const { return complaint_; }
    [[nodiscard]] Circumstances const& at() const { return at_; }
    [[nodiscard]] RuleBookVersion const& rules() const { return rules_; }
    [[nodiscard]] Instant now() const { return at_.now; }
    [[nodiscard]] Fields& data() { return event_.data; }

    template <class E>
    void add_code(std::string_view key, std::optional<E> value) {
        if (value) event_.data.add(key, code_of(*value));
    }
    void add_instant(std::string_view key, std::optional<Instant> value) { event_.data.add_if(key, value); }
    /// An erasable text; blank ones are left out.
    void add_text(std::string_view key, std::optional<std::string> const& value);

    /// The date for `remedy`, should the act lead there.
    void agree(std::optional<Instant> due) { agreed_ = due; }
    /// What the row of the stage table does to stage, round and clocks.
    void follow(Transition const& row);
    void change(ClockChange::What what, Clock clock) { event_.clocks.push_back({what, std::move(clock)}); }
    /// A clock that starts and ends now (a result reported with the completion).
    void pass_clock(ClockName name);

    [[nodiscard]] Event take() && { return std::move(event_); }

private:
    [[nodiscard]] ClockTerms terms(int round) const { return {complaint_.severity, complaint_.channel, round}; }
    void end_clock(ClockName name, Ending how);
    void cancel_others();
    void enter(Stage stage, int round);

    Complaint const& complaint_;
    Circumstances const& at_;
    RuleBookVersion const& rules_;
    std::optional<Instant> agreed_;
    Event event_;
};

}  // namespace hearline
