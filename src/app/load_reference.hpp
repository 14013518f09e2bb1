#pragma once
// Puts reference data into the store: at first start what is shipped, later what an import brings.
#include "app/reference.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

/// Checks the set as a whole (unknown parents, doubled codes, bad code characters, a rule book out of order) and writes every document that
/// differs from the stored one as a new version. Nothing is deleted. Returns how many documents were written.
/// Errors: `invalid` with a pointer per bad entry ("/units/3/parent"); nothing is written then.
[[nodiscard]] Result<int> load_reference(Transaction& transaction, ReferenceData const& data, Actor const& actor, Instant now);

/// True when the store holds no reference data yet.
[[nodiscard]] bool is_empty(Snapshot& snapshot);

}  // namespace hearline
