#pragma once
// The line form of clocks and their pauses, the same in the record and in events.
#include "domain/complaint/complaint.hpp"
#include "domain/complaint/line_text.hpp"

namespace hearline {

/// One line under `key`, then one `pause` line for each pause.
void write_clock(LineWriter& writer, std::string_view key, Clock const& clock);
/// Reads the clock that begins in the current line; false when the current line has another key.
[[nodiscard]] bool read_clock(LineReader& reader, std::string_view key, Clock& clock);

}  // namespace hearline
