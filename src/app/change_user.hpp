#pragma once
// Changes a person (R2.1): names and units are the system administrator's, roles the security administrator's; both may disable.
#include "app/people.hpp"

namespace hearline {

/// What is absent stays as it is.
struct UserChange {
    std::optional<std::string> display_name;  ///< "" = the login name
    std::optional<Role> role;
    std::optional<std::string> unit;  ///< alone: edit_people; beside a role that needs it: edit_roles
    std::optional<bool> disabled;
    std::optional<std::string> seen;  ///< the version that was opened (reference_version.hpp)
};

/// Ends the person's sessions when role, unit or `disabled` change. Errors: `forbidden` (with a pointer to the field that is another
/// administrator's; one's own role; oneself), `not_found`, `precondition_required`, `stale`, `invalid`, `conflict` for the last sysadmin, secadmin or director.
[[nodiscard]] Result<User> change_user(Transaction& transaction, Actor const& actor, std::string_view name, UserChange const& change, Instant now);

/// The security administrator's right and the person's existence, before a slow hash is made. Errors: `forbidden` (oneself too), `not_found`.
[[nodiscard]] Result<User> may_reset(Snapshot& snapshot, Actor const& actor, std::string_view name);

/// Writes down that an account was unlocked. Errors: `forbidden`, `not_found`.
[[nodiscard]] Done note_unlocking(Transaction& transaction, Actor const& actor, std::string_view name, Instant now);

}  // namespace hearline
