#pragma once
// Reads units, types, causes and the operator's settings from TOML, and puts together what is shipped with the program.
#include "app/reference.hpp"

namespace hearline::channel {

/// Adds what one file of format "hearline-reference" holds to `data`. Errors: `bad-reference` with file and line.
[[nodiscard]] Done read_reference(std::string_view text, std::string_view file, ReferenceData& data);

/// What an empty store starts with: organisation, types, causes, settings, calendars and the rule book. Throws std::logic_error when a
/// shipped file cannot be read (a fault of the build).
[[nodiscard]] ReferenceData shipped_reference();

}  // namespace hearline::channel
