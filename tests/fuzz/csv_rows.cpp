// Text tables of every encoding: every row is read or has a fault, none crashes, none comes twice, and reading ends.
#include <cstdint>
#include <cstdlib>

#include "base/unicode.hpp"
#include "channel/import/csv_rows.hpp"
#include "channel/import/table_time.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    channel::TableLimits limits;
    limits.cell = 1000;
    auto const rows = channel::csv_rows_of_text(text, limits);
    std::int64_t line = 0, row_number = 0;
    for (channel::TableRow row;;) {
        auto const more = rows->next(row);
        if (!more || !*more) break;
        if (row.line <= line || row.row <= row_number) std::abort();
        line = row.line;
        row_number = row.row;
        if (row.cells.empty() || row.cells.back().empty()) std::abort();
        for (auto const& cell : row.cells) {
            if (!is_utf8(cell)) std::abort();
            if (cell.size() > limits.cell && row.faults.empty()) std::abort();
            (void)channel::parse_table_time(cell, {});
        }
    }
    for (auto const& notice : rows->notices())
        if (!is_utf8(notice.text.zh)) std::abort();
    return 0;
}
