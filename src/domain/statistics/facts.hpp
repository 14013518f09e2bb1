#pragma once
// One complaint as a row of small integers, and the columnar table that every figure and every ledger page is read from.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

/// Dimensions that complaints can be counted by and filtered on (interface.md: `by=`, filters).
enum class Dimension {
    kind, stage, channel, severity, type, type1, cause, unit, accepting_unit, line, station, satisfaction, solved, resolution,
    validity, liability, round, incident, day, week, month, quarter, year, timely, overdue
};

struct FactFilter;  // see fact_query.hpp
class FactTable;    // see fact_table.hpp

}  // namespace hearline
