#pragma once
// The audit trail (R10.4): who did which act to which complaint when, in the order of their commits. No contents, no reasons, no personal data.
#include "app/ports/store.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

struct AuditEntry {
    Position position;
    Number number;
    int seq = 0;
    Instant at;
    Actor actor;
    ActName act = ActName::note;
    std::string digest_hex;  ///< of the event; chains to the one before
};
struct AuditPage {
    std::vector<AuditEntry> items;
    std::optional<Position> next_after;
};

/// Entries behind `after` (nothing: from the first). Commits of several nodes come node by node. `limit` 1 to 1000. Errors: `forbidden`.
[[nodiscard]] Result<AuditPage> list_audit(Snapshot& snapshot, Actor const& actor, std::optional<Position> after, int limit);

}  // namespace hearline
