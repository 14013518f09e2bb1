#pragma once
// A complaint as people see it: the record with personal data masked for everyone (R10.2), and what the reader may do with it now.
#include "app/directory.hpp"
#include "app/ports/store.hpp"
#include "domain/complaint/act.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

struct ComplaintView {
    ComplaintKey key;
    Complaint complaint;                 ///< complainant masked
    std::vector<ActName> possible_acts;  ///< by stage and role, now
    /// Beside `complaint.clocks`: working days left (R9.1) of those that run to the end of a day; empty when none does.
    std::vector<std::optional<int>> days_left;
    bool has_tracking = false;           ///< the passenger holds a tracking code
};

/// 张* · 138****1234 · z***@example.com. The only place where masking is decided.
[[nodiscard]] Complainant masked(Complainant const& complainant);
/// The record of a stored row. Throws StorageError(corrupt) when it cannot be read. A place detail that a later event gave anew is
/// read from that event; without a snapshot it stays empty.
[[nodiscard]] Complaint record_of(ComplaintRow const& row);
/// The same without subject, content, person and result, for whoever needs codes and times only (figures).
[[nodiscard]] Complaint codes_of(ComplaintRow const& row);
[[nodiscard]] Complaint record_of(Snapshot& snapshot, ComplaintRow const& row);
[[nodiscard]] ComplaintView view_of(Snapshot& snapshot, ComplaintRow const& row, Actor const& actor, Directory const& directory, Instant now);
[[nodiscard]] ComplaintView view_of(ComplaintKey key, Complaint complaint, Actor const& actor, Directory const& directory, Instant now);
/// The progress column of the ledger in plain words ("待提意见", "处理中（已暂停）").
[[nodiscard]] Text progress_of(Complaint const& complaint);

}  // namespace hearline
