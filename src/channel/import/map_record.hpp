#pragma once
// One record of a foreign table as a complaint to take in, by a mapping.
#include "app/directory.hpp"
#include "app/import_complaints.hpp"
#include "channel/import/mapping.hpp"

namespace hearline::channel {

struct MappedRow {
    ImportedHistory history;         ///< whatever could be read
    bool unreadable = false;         ///< the row as a whole: then nothing of it is read
    std::vector<FieldError> wrong;   ///< "/received_at" and why, for each field that could not
};

/// The history that the record tells; `columns` are those of its table, empty where each record has its own. Lines and stations that the directory
/// does not know go into the place's words; control characters are taken out; nothing is cut.
[[nodiscard]] MappedRow map_record(Record const& record, std::vector<std::string> const& columns, Mapping const& mapping, Directory const& directory);

/// The heading over the cells of an error file that say why a row was refused: it is no part of the row.
[[nodiscard]] Text const& reason_heading();
[[nodiscard]] Text const& line_heading();
[[nodiscard]] bool is_of_an_error_file(std::string_view heading);

}  // namespace hearline::channel
