#pragma once
// Whether a row of an import says what the centre has already (R3.7): a row that differs is named with its fields, never passed over as known.
#include "app/directory.hpp"
#include "app/import_complaints.hpp"

namespace hearline {

/// The fields in which the row differs from the record, by the names of import fields ("/content"). Only what the row tells about is compared. Contact
/// data masked as our own export masks it, a place or a beginning of a long text as the export writes it count as the same; times are compared by the second.
[[nodiscard]] std::vector<FieldError> differences(ImportedHistory const& row, Complaint const& record, Directory const& directory);

}  // namespace hearline
