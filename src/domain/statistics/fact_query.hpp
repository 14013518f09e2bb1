#pragma once
// What is asked of the facts: a filter, the dimensions to count by, and the answer.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/statistics/facts.hpp"

namespace hearline {

/// Which complaints are meant. An empty filter means all.
struct FactFilter {
    /// The dimension has one of these codes ("" = none given). Codes are those of interface.md; `type` with a first-level code matches its
    /// children; day "2026-11-23", week "2026-W48", month "2026-11", quarter "2026Q4", year "2026"; timely "timely" "late" "";
    /// overdue, suspended "yes" "no"; round "1". A code that no complaint has matches nothing.
    struct Condition {
        Dimension dimension;
        std::vector<std::string> codes;
        bool exact = false;  ///< type, cause: that code alone, without its children
    };
    /// What waits for somebody beside the stage's owner (R9.4, R4.2): an extension for the director, an opinion for an assisting unit. Either will do.
    struct Waiting {
        bool extension = false, opinion = false;
        std::string owing_unit{};  ///< whose opinion; "" = any unit's
    };
    std::vector<Condition> where;
    std::optional<Waiting> waiting;
    std::optional<Date> from, to;  ///< day of registration, both inclusive
    std::optional<Instant> due_until;  ///< only those whose earliest running clock ends by then
    std::string seen_by;           ///< only what this unit sees (accepting, relayed to, handling); "" = all

    [[nodiscard]] bool has(Dimension dimension) const;
    void add(Dimension dimension, std::string code) { where.push_back({dimension, {std::move(code)}}); }
};

inline constexpr std::size_t most_dimensions = 4;

/// Counts by up to four dimensions. Rows come in the order of the dimensions' codes (enumerations in their own order); rows with no
/// complaint are left out.
struct Figures {
    struct Row {
        std::array<std::uint32_t, most_dimensions> value{};  ///< index into `codes` of that dimension
        std::int64_t count = 0;
    };
    std::vector<Dimension> by;
    std::vector<std::vector<std::string>> codes;  ///< per dimension; "" = none given
    std::vector<Row> rows;
    std::int64_t total = 0;
    [[nodiscard]] std::string_view code(Row const& row, std::size_t dimension) const { return codes[dimension][row.value[dimension]]; }
};

/// Is this a code of day, week, month, quarter or year?
[[nodiscard]] bool is_time_code(Dimension dimension, std::string_view code);

enum class LedgerOrder { registered, due, severity };  ///< newest first · earliest deadline first · gravest first, then newest

/// Where a page begins: behind the row with this sort value and key.
struct LedgerMark {
    std::int64_t sort_value = 0;
    std::int64_t key = 0;
    bool operator==(LedgerMark const&) const = default;
};

}  // namespace hearline
