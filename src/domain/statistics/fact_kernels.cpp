#pragma GCC optimize("O3")
#include "domain/statistics/fact_kernels.hpp"

namespace hearline::facts {

namespace {

template <class T>
void equal(std::uint8_t* __restrict mask, T const* __restrict column, int n, T value) {
    for (int i = 0; i < n; ++i) mask[i] = static_cast<std::uint8_t>(mask[i] & static_cast<std::uint8_t>(column[i] == value));
}
template <class T>
void allow(std::uint8_t* __restrict mask, T const* __restrict column, int n, std::uint8_t const* __restrict allowed) {
    for (int i = 0; i < n; ++i) mask[i] = static_cast<std::uint8_t>(mask[i] & allowed[column[i]]);
}

}  // namespace

void keep_equal(std::uint8_t* mask, std::uint8_t const* column, int n, std::uint8_t value) { equal(mask, column, n, value); }
void keep_equal(std::uint8_t* mask, std::uint16_t const* column, int n, std::uint16_t value) { equal(mask, column, n, value); }
void keep_equal(std::uint8_t* mask, std::uint32_t const* column, int n, std::uint32_t value) { equal(mask, column, n, value); }
void keep_allowed(std::uint8_t* mask, std::uint8_t const* column, int n, std::uint8_t const* allowed) { allow(mask, column, n, allowed); }
void keep_allowed(std::uint8_t* mask, std::uint16_t const* column, int n, std::uint8_t const* allowed) { allow(mask, column, n, allowed); }
void keep_allowed(std::uint8_t* mask, std::uint32_t const* column, int n, std::uint8_t const* allowed) { allow(mask, column, n, allowed); }

void keep_between(std::uint8_t* __restrict mask, std::uint16_t const* __restrict column, int n, std::uint16_t first, std::uint16_t last) {
    auto const width = static_cast<std::uint16_t>(last - first);
    for (int i = 0; i < n; ++i) {
        auto const offset = static_cast<std::uint16_t>(column[i] - first);
        mask[i] = static_cast<std::uint8_t>(mask[i] & static_cast<std::uint8_t>(offset <= width));
    }
}
void keep_below(std::uint8_t* __restrict mask, std::uint32_t const* __restrict column, int n, std::uint32_t bound) {
    for (int i = 0; i < n; ++i) mask[i] = static_cast<std::uint8_t>(mask[i] & static_cast<std::uint8_t>(column[i] < bound));
}
void keep_from(std::uint8_t* __restrict mask, std::uint32_t const* __restrict column, int n, std::uint32_t bound) {
    for (int i = 0; i < n; ++i) mask[i] = static_cast<std::uint8_t>(mask[i] & static_cast<std::uint8_t>(column[i] >= bound));
}
std::int64_t sum(std::uint8_t const* mask, int n) {
    std::int64_t total = 0;
    for (int i = 0; i < n;) {  // runs of 255 cannot overflow a lane
        int const end = n - i < 4096 ? n : i + 4096;
        std::uint32_t part = 0;
        for (; i < end; ++i) part += mask[i];
        total += part;
    }
    return total;
}

template <class Cell, class Value>
void pack_shifted(Cell* __restrict cells, Value const* __restrict column, int n, int shift) {
    for (int i = 0; i < n; ++i) cells[i] = static_cast<Cell>(cells[i] | static_cast<Cell>(static_cast<Cell>(column[i]) << shift));
}
template <class Cell, class Value>
void pack_mapped(Cell* __restrict cells, Value const* __restrict column, int n, std::uint32_t const* __restrict map, int shift) {
    for (int i = 0; i < n; ++i) cells[i] = static_cast<Cell>(cells[i] | static_cast<Cell>(static_cast<Cell>(map[column[i]]) << shift));
}
template <class Cell>
void pack_below(Cell* __restrict cells, std::uint32_t const* __restrict column, int n, std::uint32_t bound, int shift) {
    for (int i = 0; i < n; ++i) cells[i] = static_cast<Cell>(cells[i] | static_cast<Cell>(static_cast<Cell>(column[i] < bound) << shift));
}
template <class Cell>
void tally(std::uint32_t* counts, Cell const* cells, std::uint8_t const* mask, int n, std::uint32_t stride) {
    std::uint32_t *a = counts, *b = counts + stride, *c = b + stride, *d = c + stride;
    int i = 0;
    if (mask) {
        for (; i + 4 <= n; i += 4) {
            a[cells[i]] += mask[i];
            b[cells[i + 1]] += mask[i + 1];
            c[cells[i + 2]] += mask[i + 2];
            d[cells[i + 3]] += mask[i + 3];
        }
        for (; i < n; ++i) a[cells[i]] += mask[i];
    } else {
        for (; i + 4 <= n; i += 4) {
            ++a[cells[i]];
            ++b[cells[i + 1]];
            ++c[cells[i + 2]];
            ++d[cells[i + 3]];
        }
        for (; i < n; ++i) ++a[cells[i]];
    }
}

#define HEARLINE_CELL(Cell)                                                                               \
    template void pack_shifted(Cell*, std::uint8_t const*, int, int);                                     \
    template void pack_shifted(Cell*, std::uint16_t const*, int, int);                                    \
    template void pack_shifted(Cell*, std::uint32_t const*, int, int);                                    \
    template void pack_mapped(Cell*, std::uint16_t const*, int, std::uint32_t const*, int);               \
    template void pack_below(Cell*, std::uint32_t const*, int, std::uint32_t, int)
HEARLINE_CELL(std::uint16_t);
HEARLINE_CELL(std::uint32_t);
HEARLINE_CELL(unsigned __int128);
HEARLINE_CELL(std::uint64_t);
template void tally(std::uint32_t*, std::uint16_t const*, std::uint8_t const*, int, std::uint32_t);
template void tally(std::uint32_t*, std::uint32_t const*, std::uint8_t const*, int, std::uint32_t);

}  // namespace hearline::facts
