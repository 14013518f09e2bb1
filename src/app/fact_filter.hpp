#pragma once
// Reads filters as they come from the API's query or the command line's `--where` into a filter over the facts.
#include <utility>

#include "app/directory.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Every dimension by its code, and `from`, `to` (local dates, inclusive), `due_until` (a local date or a time), `overdue` (true/false as well). Several values: comma or repeated.
/// `type_only`, `cause_only`: that code without its children. `waiting`: extension (for the director), assist (an opinion is owed; a unit asks for its own).
/// "null" asks for those without a code. Line and station by code or name. Unknown names are left to the caller (`is_filter`). Errors: `malformed` with pointer `?name`, naming what is allowed.
[[nodiscard]] Result<FactFilter> read_filter(Parameters const& parameters, Directory const& directory, FactTable const& facts);
[[nodiscard]] bool is_filter(std::string_view name);
/// "type,unit" → dimensions, at most four. Errors: `malformed` with pointer `?by`, naming all allowed.
[[nodiscard]] Result<std::vector<Dimension>> read_dimensions(std::string_view by);

/// What the actor may count or list: narrows the filter to their unit, or refuses.
[[nodiscard]] Done narrow_to_ledger(FactFilter& filter, Actor const& actor);
[[nodiscard]] Done narrow_to_figures(FactFilter& filter, Actor const& actor);

}  // namespace hearline
