#pragma once
// Adds or changes one unit of the organisation (R1.1, R2.3): a new version of its document, never a deletion.
#include "app/directory.hpp"

namespace hearline {

struct UnitChange {
    std::string code, name;
    std::optional<std::string> name_en;  ///< absent = as it is
    UnitKind kind = UnitKind::unit;
    std::string parent;                  ///< "" for the company only
    std::optional<bool> retired;         ///< absent = as it is; a retired unit keeps its complaints and takes no new ones
    std::optional<std::string> seen;     ///< the version that was opened (reference_version.hpp); a new one has none
};
/// Errors: `forbidden`; `precondition_required` and `stale` for one that exists; `invalid` with pointers; `conflict` for retiring the company, the centre, or what has units below or people in it.
[[nodiscard]] Result<Unit> put_unit(Transaction& transaction, Actor const& actor, UnitChange const& change, Instant now);

}  // namespace hearline
