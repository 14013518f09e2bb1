#pragma once
// One record of a foreign table as a complaint to take in, by a mapping.
#include "app/directory.hpp"
#include "app/import_complaints.hpp"
#include "channel/import/mapping.hpp"

namespace hearline::channel {

/// The history that the record tells. Lines and stations that the directory does not know go into the place's words; control characters
/// are taken out. Errors: `bad-row` with a pointer ("/received_at") for each field that cannot be read.
[[nodiscard]] Result<ImportedHistory> map_record(Record const& record, Mapping const& mapping, Directory const& directory);

}  // namespace hearline::channel
