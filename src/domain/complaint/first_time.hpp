#pragma once
// How far back the records reach.
#include "base/time.hpp"

namespace hearline {

/// The earliest time that record, ledger and figures hold alike: the beginning of 2000, in the operator's zone and in UTC. An earlier one is refused (R3.7).
[[nodiscard]] Instant first_time(Zone const& zone);

}  // namespace hearline
