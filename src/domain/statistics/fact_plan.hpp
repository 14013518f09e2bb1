#pragma once
// A filter made ready for scanning: which blocks can be skipped, and which rows of a block match. Internal to statistics.
#include <bitset>
#include <optional>
#include <variant>

#include "domain/statistics/fact_state.hpp"

namespace hearline::facts {

using Mask = std::array<std::uint8_t, block_rows>;

class Plan {
public:
    Plan(FactFilter const& filter, State const& state, Instant now);

    [[nodiscard]] bool matches_nothing() const { return nothing_; }
    /// Every row matches: no test at all.
    [[nodiscard]] bool matches_all() const { return tests_.empty() && !days_.active; }
    [[nodiscard]] bool may_match(Block const& block) const;
    /// Sets mask[from, to) to 1 or 0. Returns false when every row of the block matches without looking (the mask is not written then).
    bool match(Block const& block, int from, int to, std::uint8_t* mask) const;

private:
    template <class T>
    struct Test {
        Column<T> Block::*column;
        std::uint32_t value = 0;                 ///< when `allowed` is empty: equal to this
        std::vector<std::uint8_t> allowed;       ///< by id
    };
    struct Due {
        std::uint32_t before;  ///< due < before
        bool wanted;
    };
    struct Days {
        bool active = false;
        std::vector<std::uint8_t> allowed;  ///< by day; empty = the whole range from first to last
        std::uint16_t first = 0, last = 65535;
    };
    template <class T>
    void add_ids(Column<T> Block::*column, std::vector<std::uint32_t> const& ids, std::uint32_t cardinality);
    void add_codes(FactFilter::Condition const& condition, State const& state, std::uint32_t now);
    void add_waiting(FactFilter::Waiting const& waiting, State const& state);
    void add_days(std::vector<std::uint8_t> const& allowed);
    void add_due(std::uint32_t before);

    std::vector<std::variant<Test<std::uint8_t>, Test<std::uint16_t>, Test<std::uint32_t>, Due>> tests_;
    Days days_;
    std::bitset<8> stages_ = 0xff;
    std::optional<std::uint32_t> due_before_;  ///< only rows with a due below
    bool nothing_ = false;
};

/// Seconds since 2000-01-01Z, rounded down.
[[nodiscard]] std::uint32_t seconds_since_2000(Instant at);
[[nodiscard]] inline Date day_of(std::uint32_t day) { return Date{std::chrono::days{static_cast<int>(day) + 10957}}; }
/// "2026-11-23", "2026-W48", "2026-11", "2026Q4", "2026" for day, week, month, quarter, year.
[[nodiscard]] std::string time_code(Dimension dimension, std::uint32_t day);
/// First and last day (since 2000-01-01) of such a code, or nothing when it is none.
[[nodiscard]] std::optional<std::pair<std::uint16_t, std::uint16_t>> days_of_code(Dimension dimension, std::string_view code);
/// The bucket a day falls in, growing with time.
[[nodiscard]] std::uint32_t time_bucket(Dimension dimension, std::uint32_t day);

}  // namespace hearline::facts
