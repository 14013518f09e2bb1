#pragma once
// The ledger (R3.6): pages of complaints by filter, full-text search and order, with a count. Pages are found by key, never by offset.
#include "app/complaint_view.hpp"
#include "app/fact_filter.hpp"
#include "app/lookup.hpp"

namespace hearline {

struct LedgerQuery {
    FactFilter filter;
    std::string q;  ///< a number or its end, a telephone, a name (`find_marked`), or words: every word must occur. One character begins a word.
    bool words_only = false;  ///< `q` is words alone, and nothing is counted
    LedgerOrder order = LedgerOrder::registered;
    int limit = 50;      ///< 1 to 200
    std::string cursor;  ///< of the page before, or ""
};

struct LedgerPage {
    std::vector<ComplaintView> items;
    std::optional<std::string> next_cursor;
    std::int64_t count = 0;
    bool count_exact = true;
    std::optional<Unfound> unfound;  ///< why `q` found nothing at all
};

/// Reads `q`, `sort` (registered due severity), `limit`, `cursor` and every filter. Errors: `malformed` with pointer `?name`; unknown parameters too.
[[nodiscard]] Result<LedgerQuery> read_ledger_query(Parameters const& parameters, Directory const& directory, FactTable const& facts);

[[nodiscard]] Result<LedgerPage> list_ledger(Snapshot& snapshot, FactTable const& facts, Directory const& directory, Actor const& actor,
                                             LedgerQuery query, Instant now);

}  // namespace hearline
