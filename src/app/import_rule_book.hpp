#pragma once
// Takes in a new version of the rule book (R1.6). It takes effect from its date; running clocks keep the version they started with.
#include "app/directory.hpp"

namespace hearline {

/// What differs between the version in force at `version.valid_from` and the new one: "opinion/ordinary: 3wd → 2wd (R4.1)".
[[nodiscard]] std::vector<std::string> rule_changes(RuleBook const& rules, RuleBookVersion const& version);
/// Errors: `forbidden`; `invalid` when its number is not the next or its date lies before the last version's or before today.
[[nodiscard]] Done import_rule_book(Transaction& transaction, Actor const& actor, RuleBookVersion const& version, Directory const& directory, Instant now);

}  // namespace hearline
