#pragma once
// What a file is by its bytes, whatever its name says.
#include "channel/import/records.hpp"

namespace hearline::channel {

/// `head`: the first 64 KiB. Text stays what it was said to be (a sheet that is text is read as CSV). Errors: `bad-table` for what is no
/// table that can be read, with what to do: an old .xls, a web page, a packed archive, nothing at all.
[[nodiscard]] Result<TableFormat> format_of_content(std::string_view head, TableFormat said);

}  // namespace hearline::channel
