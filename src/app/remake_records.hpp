#pragma once
// Records that an earlier program made from their events otherwise than this one (`record_scheme`) are made anew from the same events
// (docs/decisions/0033). Figures and ledger read records: nothing is served before it is done.
#include <functional>
#include <vector>

#include "app/ports/store.hpp"

namespace hearline {

struct RemadeRecords {
    std::int64_t complaints = 0;  ///< looked at
    std::int64_t remade = 0;      ///< had another record
    std::int64_t left = 0;        ///< their events do not hold, so their records stay as they are: `hearline verify` names them
    std::vector<Number> first_left{};  ///< at most ten of them
};

/// Are all records of the program's scheme?
[[nodiscard]] bool records_are_current(Snapshot& snapshot);

/// Makes every record anew that differs from what its events say today; at once where all are of this scheme. Each piece is committed with how far
/// it got, so that it goes on there after it was cut off. Events, texts, versions and keys stay as they are. Several servers may do it side by
/// side. Throws StorageError.
RemadeRecords remake_records(Store& store, Instant now, std::function<void(std::int64_t done, std::int64_t total)> const& progress = {});

}  // namespace hearline
