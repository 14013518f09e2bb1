#pragma once
// Checks that nothing was altered or lost (R10.4): chains, text digests, anchors, records against replay, numbers, and the facts against a recount.
#include <functional>

#include "app/directory.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

struct VerifyFinding {
    std::string check;      ///< chain · time · text · record · number · anchor · search · facts · administration; of a note: kept
    std::string complaint;  ///< number, or ""
    int seq = 0;            ///< event, or 0
    Text detail;
};
struct VerifyReport {
    std::int64_t complaints = 0, events = 0, anchors = 0;
    std::int64_t bad = 0;                 ///< how many findings there are
    std::vector<VerifyFinding> findings;  ///< the first hundred
    std::int64_t noted = 0;               ///< how many notes there are
    std::vector<VerifyFinding> notes;     ///< the first hundred: what was taken in and would be refused today, or cannot go on by itself; not wrong, and kept as it is
    [[nodiscard]] bool sound() const { return bad == 0; }
};
/// Called now and then with what is done and what there is to do.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// `facts`: the table to compare, or null to leave that check out. Throws StorageError.
[[nodiscard]] VerifyReport verify_store(Store& store, FactTable const* facts, Directory const& directory, Instant now, Progress const& progress);

}  // namespace hearline
