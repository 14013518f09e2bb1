#pragma once
// Registers a complaint (R3.1 to R3.8): what can be done before is prepared outside the transaction, so that the write lane stays lean.
#include "app/complaint_view.hpp"
#include "base/digest.hpp"

namespace hearline {

/// A registration that is allowed and whose codes are known; ready to be committed.
struct PreparedRegistration {
    Registration registration;  ///< codes resolved, external id kept
    Actor actor;
    std::shared_ptr<Directory const> directory;
    Salt salt{};
    std::string external;       ///< "channel:external_id" or ""
    std::string tracking_code;  ///< for the passenger, in clear; only its digest is stored
    std::string tracking_digest;
    std::string where;          ///< names of line and station, kept with the texts
    std::string search_tokens;  ///< without the number, which is given at commit
};

enum class Tracking { none, with_code };

/// Authorises and checks codes against the directory. Errors: `forbidden`; `invalid` with a pointer to each bad field.
[[nodiscard]] Result<PreparedRegistration> prepare_registration(Registration registration, Actor const& actor,
                                                                std::shared_ptr<Directory const> directory, Instant now,
                                                                RandomSource& random, Tracking tracking = Tracking::none);

struct Registered {
    ComplaintView view;
    enum class Outcome { created, already_there } outcome = Outcome::created;  ///< already_there: same channel and external id (200, not 201)
};

/// Takes the number, makes and seals the event, saves it. Runs in the write lane; may run again after a retry.
/// `now` is asked from the clock inside the lane, so that numbers and times of registration have one order.
/// Errors: `invalid`; `conflict` "external-id-taken" when the one already there may not be seen by this actor.
[[nodiscard]] Result<Registered> commit_registration(Transaction& transaction, PreparedRegistration const& prepared, Instant now);

/// What the store keeps one complaint by: "channel:external_id", or "" without one.
[[nodiscard]] std::string external_of(Channel channel, std::string_view external_id);

}  // namespace hearline
