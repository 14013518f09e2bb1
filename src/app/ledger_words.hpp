#pragma once
// The words of the ledger (R3.6): how a place, a type, a contact and the progress read in a cell. The pages say the same; an import knows its own export
// by them.
#include "app/complaint_view.hpp"

namespace hearline {

/// "1号线 体育西路 B口 站厅": as far as it is known. A bare letter or number says what it is; what was written in words stays as it is.
[[nodiscard]] std::string place_words(Place const& place, Directory const& directory, Language language);
/// First level and leaf, "设施设备 › 电扶梯" (R6.2); the code itself when it is unknown.
[[nodiscard]] std::string type_words(std::string_view code, Directory const& directory, Language language);
/// Phone and e-mail side by side.
[[nodiscard]] std::string contact_words(Complainant const& person);
/// Names of the units that lead, or of those that assist, joined as a list.
[[nodiscard]] std::string unit_words(Complaint const& complaint, bool leading, Directory const& directory, Language language);

/// Between the levels of a type's name.
inline constexpr std::string_view level_mark = " › ";
/// Stands behind the beginning of a text that goes on elsewhere in the file, because a cell cannot hold it.
[[nodiscard]] Text const& continued_mark();

}  // namespace hearline
