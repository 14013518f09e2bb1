#pragma once
// What the complainant may do without a login, by number and tracking code: submit, track, add to it, withdraw, rate, ask again (R4.9).
#include "app/perform_act.hpp"
#include "app/register_complaint.hpp"

namespace hearline {

/// The channels that a passenger's own form may name.
[[nodiscard]] bool is_public_channel(Channel channel);

/// `prepare_registration` for a passenger: a 12-character tracking code is made (`PreparedRegistration::tracking_code`); times, unit, severity and
/// external id are not the passenger's to give. Commit it with `commit_registration`.
[[nodiscard]] Result<PreparedRegistration> prepare_submission(Registration registration, std::shared_ptr<Directory const> directory, Instant now,
                                                              RandomSource& random);

/// The row behind number and code. Error: as `track_complaint`.
[[nodiscard]] Result<ComplaintRow> find_tracked(Snapshot& snapshot, Number number, std::string_view code);

/// What the tracking page shows: plain words, no staff, no unit's internal text (R4.9).
struct TrackingView {
    Number number;
    Kind kind = Kind::complaint;
    Stage stage = Stage::dispatch;
    int round = 1;
    int version = 0;
    Text progress;       ///< "已转交相关单位办理": what happens now, whatever the passenger has added since
    std::string subject, content;
    Instant registered_at;
    std::optional<Instant> promised_by;  ///< the outer clock `reply`, while it runs
    std::string result;  ///< what was told as the result of this round; empty before, and again when another round begins (R5.2)
    std::optional<Satisfaction> satisfaction;  ///< of this round
    std::optional<Solved> solved;
    struct Step {
        Instant at;
        ActName act;
        Text what;         ///< "已转交相关单位办理"
        std::string text;  ///< published text, or the passenger's own
    };
    std::vector<Step> steps;
    std::vector<ActName> possible_acts;  ///< of supplement, withdraw, rate, again
};

/// Error: one `not_found` "unknown-number-or-code" for every reason, in the same words and about the same time.
[[nodiscard]] Result<TrackingView> track_complaint(Snapshot& snapshot, Number number, std::string_view code, Directory const& directory, Instant now);

/// supplement, withdraw, rate, again. Errors: as tracking; `conflict`, `invalid`.
[[nodiscard]] Result<TrackingView> act_as_passenger(Transaction& transaction, Number number, std::string_view code, Act const& act,
                                                    Directory const& directory, Instant now, RandomSource& random);

/// SHA-256 (hex) of a code as typed: case, spaces and hyphens do not matter.
[[nodiscard]] std::string tracking_digest(std::string_view code);

}  // namespace hearline
