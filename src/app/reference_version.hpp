#pragma once
// What a person, unit, type or cause is like when somebody opens it to change it, so that nobody undoes unseen what another did meanwhile.
#include <optional>
#include <string>

#include "app/directory.hpp"

namespace hearline {

/// A short digest of all that can be edited: the same exactly while nobody has changed it. 16 lower-case hexadecimal digits.
[[nodiscard]] std::string version_of(Unit const& unit);
[[nodiscard]] std::string version_of(CodeEntry const& entry);
[[nodiscard]] std::string version_of(User const& user);

/// `seen` is the version that the change was meant for, `now` the one that stands (nothing: it does not exist yet, and needs none).
/// Errors: `precondition_required` without one, `stale` for another.
[[nodiscard]] Done check_version(std::optional<std::string> const& seen, std::optional<std::string> const& now);

}  // namespace hearline
