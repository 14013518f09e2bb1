#pragma once
// The figures (R6.1 to R6.4): how many, by any dimensions, over any filter. Of kind complaint unless kind is filtered or grouped by (R1.2).
#include "app/fact_filter.hpp"

namespace hearline {

struct StatisticsQuery {
    FactFilter filter;
    std::vector<Dimension> by;
};

/// Reads `measure` (only `count`), `by` and every filter. Errors: `malformed` with pointer `?name`; unknown parameters too.
[[nodiscard]] Result<StatisticsQuery> read_statistics_query(Parameters const& parameters, Directory const& directory, FactTable const& facts);

[[nodiscard]] Result<Figures> count_complaints(FactTable const& facts, Actor const& actor, StatisticsQuery query, Instant now);

}  // namespace hearline
