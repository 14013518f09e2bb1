#pragma once
// The ledger's pages where something is looked for: by number, person or words, in any order.
#include <array>
#include <span>
#include <string>

#include "app/list_ledger.hpp"

namespace hearline {

inline constexpr std::int64_t ledger_count_cap = 1000;  // interface.md
inline constexpr std::string_view ledger_order_letters = "rds";

/// What one page is made from.
struct LedgerAsk {
    FindContext at;
    LedgerQuery const& query;
    std::optional<LedgerMark> after;

    void add(LedgerPage& page, ComplaintRow const& row) const { page.items.push_back(view_of(at.snapshot, row, at.actor, at.directory, at.now)); }
    /// Those of the filter, in the order given.
    [[nodiscard]] std::vector<std::int64_t> matching(std::vector<ComplaintKey> const& keys) const;
};

[[nodiscard]] std::string ledger_cursor(LedgerOrder order, LedgerMark mark);

/// The page for `ask.query.q`, and how many there are.
[[nodiscard]] LedgerPage page_by_search(LedgerAsk const& ask);

}  // namespace hearline
