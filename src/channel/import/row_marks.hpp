#pragma once
// What a row said, field by field, in a few bytes: a dry run of millions of rows knows by it what a second row of the same number changes.
#include <array>
#include <cstdint>

#include "app/import_complaints.hpp"

namespace hearline::channel {

inline constexpr std::size_t marked_fields = 31;
using RowMarks = std::array<std::uint32_t, marked_fields>;

[[nodiscard]] RowMarks marks_of(ImportedHistory const& history);
/// The fields in which two rows of the same number differ.
[[nodiscard]] std::vector<FieldError> differences_of(RowMarks const& row, RowMarks const& first);

}  // namespace hearline::channel
