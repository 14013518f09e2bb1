#pragma once
// The inner loops over columns, kept apart so that they are always compiled for speed. Internal to statistics.
#include <cstdint>

namespace hearline::facts {

// mask[i] &= condition
void keep_equal(std::uint8_t* mask, std::uint8_t const* column, int n, std::uint8_t value);
void keep_equal(std::uint8_t* mask, std::uint16_t const* column, int n, std::uint16_t value);
void keep_equal(std::uint8_t* mask, std::uint32_t const* column, int n, std::uint32_t value);
void keep_allowed(std::uint8_t* mask, std::uint8_t const* column, int n, std::uint8_t const* allowed);
void keep_allowed(std::uint8_t* mask, std::uint16_t const* column, int n, std::uint8_t const* allowed);
void keep_allowed(std::uint8_t* mask, std::uint32_t const* column, int n, std::uint8_t const* allowed);
void keep_between(std::uint8_t* mask, std::uint16_t const* column, int n, std::uint16_t first, std::uint16_t last);
void keep_below(std::uint8_t* mask, std::uint32_t const* column, int n, std::uint32_t bound);
void keep_from(std::uint8_t* mask, std::uint32_t const* column, int n, std::uint32_t bound);
[[nodiscard]] std::int64_t sum(std::uint8_t const* mask, int n);

// cell[i] |= column[i] << shift, for cells of 16, 32 or 64 bits
template <class Cell, class Value>
void pack_shifted(Cell* cells, Value const* column, int n, int shift);
// cell[i] |= map[column[i]] << shift
template <class Cell, class Value>
void pack_mapped(Cell* cells, Value const* column, int n, std::uint32_t const* map, int shift);
// cell[i] |= (column[i] < bound) << shift
template <class Cell>
void pack_below(Cell* cells, std::uint32_t const* column, int n, std::uint32_t bound, int shift);

// counts[cell[i]] += mask[i]; mask null = 1. `lanes` tables of `stride` cells lie one after another, so that equal cells do not wait for each other.
template <class Cell>
void tally(std::uint32_t* counts, Cell const* cells, std::uint8_t const* mask, int n, std::uint32_t stride);

}  // namespace hearline::facts
