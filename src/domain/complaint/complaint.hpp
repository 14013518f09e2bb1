#pragma once
// The record of one complaint: what its events say now. Only `apply` changes it.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/complaint/codes.hpp"
#include "domain/complaint/number.hpp"

namespace hearline {

/// Where it happened (R3.3). Line and station are codes or names of the network; `detail` is free text (erasable).
struct Place {
    std::string line, station, exit, train, carriage, equipment;
    std::string detail;
    bool operator==(Place const&) const = default;
};

/// Personal data (erasable, masked everywhere but in `reveal`; R10.2).
struct Complainant {
    std::string name, phone, email;
    bool anonymous = false;
    bool operator==(Complainant const&) const = default;
};

struct HandlingUnit {
    std::string unit;
    bool lead = false;
    bool operator==(HandlingUnit const&) const = default;
};

/// A limit as the rule book says it (R9.1, R9.3).
struct Limit {
    enum class Unit { minutes, working_days };
    int amount = 0;
    Unit unit = Unit::working_days;
    bool operator==(Limit const&) const = default;
};

/// A time in which a clock stood still (R9.4). The reason is in the text of the event `since_seq`.
struct Pause {
    Instant from;
    std::optional<Instant> until;
    std::string owner;  ///< login name of who stopped it
    int since_seq = 0;
    bool operator==(Pause const&) const = default;
};

struct Clock {
    ClockName name = ClockName::dispatch;
    int round = 1;
    Instant started_at;
    Instant due_at;
    std::optional<Instant> ended_at;
    ClockOutcome outcome = ClockOutcome::running;
    bool provisional = false;  ///< R9.2: falls where no calendar is announced yet
    bool agreed = false;       ///< the due time is a date agreed or granted, not start + limit; never moved by a new calendar
    Limit limit;
    std::string rule;        ///< id of the rule that set it, "R4.1"
    int policy_version = 0;  ///< version of the rule book that set it
    std::vector<Pause> pauses;
    bool operator==(Clock const&) const = default;
};

/// One opinion of one unit (R4.7); its texts (findings, measures, public text, responsibility) lie with the event `seq`.
struct Opinion {
    int seq = 0;
    int round = 1;
    std::string unit;
    bool lead = true;
    Claim claim = Claim::true_;
    std::string cause;
    std::optional<Instant> due_at;
    std::optional<Instant> contacted_at;
    std::optional<Means> contacted_by;
    enum class Verdict { none, approved, rejected } verdict = Verdict::none;
    bool operator==(Opinion const&) const = default;
};

/// Who handled the complaint in a round, for R5.1.
struct HandlingMark {
    int round = 1;
    std::string user;
    bool operator==(HandlingMark const&) const = default;
};

struct Complaint {
    Number number;
    int version = 0;  ///< sequence of the last event
    Kind kind = Kind::complaint;
    Stage stage = Stage::dispatch;
    int round = 1;
    Channel channel = Channel::hotline;
    Severity severity = Severity::ordinary;
    std::string accepting_unit;
    std::string relayed_unit;  ///< the unit named at registration, which sees it before dispatch
    std::vector<HandlingUnit> handling_units;
    Instant received_at;
    Instant registered_at;
    std::optional<Instant> occurred_at;
    std::optional<Instant> fed_back_at;  ///< the last `give_feedback`
    std::optional<Instant> closed_at;
    std::string registered_by;
    std::string external_id;
    std::string type, cause;
    Place place;  ///< `detail` empty when erased
    int detail_seq = 0;  ///< the event that gave `place.detail` anew (reclassify); 0 = the registration
    std::string subject, content;
    Complainant complainant;
    std::optional<Resolution> resolution;
    std::optional<Satisfaction> satisfaction;
    std::optional<Solved> solved;  ///< the complainant's own view (R4.7a)
    std::optional<Validity> validity;
    std::optional<Liability> liability;
    std::string incident;
    std::string result;  ///< text of the last result reported ("" until then)
    int unreachable_attempts = 0;  ///< in this round
    bool suspended = false;
    bool imported = false;  ///< an imported history: kept out of timeliness
    bool on_hold = false;   ///< legal hold
    std::optional<Instant> extension_asked_until;
    std::optional<ClockName> extension_asked_clock;
    std::optional<Closing> closed_otherwise;  ///< how it closed, where it was not by its follow-up
    std::optional<Satisfaction> late_satisfaction;  ///< a rating after the days of reopening: shown, and counted nowhere
    std::optional<Solved> late_solved;
    std::vector<Clock> clocks;
    std::vector<Opinion> opinions;
    std::vector<HandlingMark> handled_by;

    /// How a closed complaint was closed; nothing while it is open.
    [[nodiscard]] std::optional<Closing> closing() const;
    [[nodiscard]] std::string lead_unit() const;
    [[nodiscard]] bool is_handled_by_unit(std::string_view unit) const;  ///< lead or assisting
    /// Was it ever sent to a unit to handle? Until then a unit that it was only relayed to sees it.
    [[nodiscard]] bool was_dispatched() const;
    /// Did the lead unit remedy it in this round, so that the round's result is that unit's? Else it was answered.
    [[nodiscard]] bool was_remedied() const;
    /// The assisting units that owe their opinion: the lead's is not approved yet, and theirs of this round is not there.
    [[nodiscard]] std::vector<std::string> units_owing_opinion() const;
    /// The clock of that name running or paused now, or null.
    [[nodiscard]] Clock const* open_clock(ClockName name) const;
    /// The earliest due time of the clocks running now (not paused), or nothing.
    [[nodiscard]] std::optional<Instant> next_due() const;

    bool operator==(Complaint const&) const = default;
};

}  // namespace hearline
