#pragma once
// Does one act on one complaint, refusing in the order of interface.md: unknown number, not yours to see, version missing or stale,
// not in this stage, not this role's, bad body.
#include "app/complaint_view.hpp"
#include "base/digest.hpp"

namespace hearline {

struct ActRequest {
    Number number;
    Act act;
    std::optional<int> expected_version;  ///< of `If-Match`; not needed for note, contact, attach, reveal
};

/// Acts for which `If-Match` may be missing.
[[nodiscard]] bool needs_version(ActName act);

/// Errors: not_found, forbidden, precondition_required, stale (the detail names the present version), conflict, invalid.
[[nodiscard]] Result<ComplaintView> perform_act(Transaction& transaction, Actor const& actor, ActRequest const& request,
                                                Directory const& directory, Instant now, RandomSource& random);

/// The refusals up to and including `stale`, before the body is looked at (a handler that reads a body of doubtful form asks this first).
[[nodiscard]] Done check_reach(Snapshot& snapshot, Actor const& actor, Number number, ActName act, std::optional<int> expected_version);

/// The same as `perform_act`, but also when the reader could not see it: for the program itself (jobs, imports, the passenger by code).
[[nodiscard]] Result<ComplaintView> perform_loaded(Transaction& transaction, ComplaintRow const& row, Actor const& actor, Act const& act,
                                                   Directory const& directory, Instant now, RandomSource& random);

}  // namespace hearline
