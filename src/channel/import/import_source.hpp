#pragma once
// A table and the mapping it is read by, as the command line and the page both open them.
#include <functional>

#include "app/directory.hpp"
#include "channel/import/mapping.hpp"
#include "channel/import/records.hpp"

namespace hearline::channel {

struct ImportSource {
    Mapping mapping;
    std::unique_ptr<Records> records;
};

/// Opens the table in a format, by sheet and heading row.
using OpenTable = std::function<Result<std::unique_ptr<Records>>(TableFormat format, std::string const& sheet, int heading)>;

/// The shipped mapping of that name. Errors: `no-mapping`, naming those there are.
[[nodiscard]] Result<Mapping> shipped_mapping(std::string_view name);
/// Opens the table by `mapping`, or by the shipped one that fits it. `source` holds what was opened also when something after it is refused: its notices may
/// say why. Errors: `bad-table`, `bad-mapping`, `no-mapping`.
[[nodiscard]] Done open_source(OpenTable const& open, TableFormat format, std::optional<Mapping> mapping, ImportSource& source);
/// What only the operator's data tell: the zone of our own export; and what our own CSV guards is taken back.
void settle(ImportSource& source, TableFormat format, Directory const& directory);

}  // namespace hearline::channel
