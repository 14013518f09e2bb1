#pragma once
// JSON lines: one object a line; nested members are named "place.line", lists are joined by "; ".
#include "channel/import/records.hpp"

namespace hearline::channel {

[[nodiscard]] std::unique_ptr<Records> jsonl_records(std::unique_ptr<std::istream> in, TableLimits const& limits);

}  // namespace hearline::channel
