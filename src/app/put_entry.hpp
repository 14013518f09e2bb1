#pragma once
// Adds or changes one complaint type (R1.3) or cause (R6.3): a new version of its document, never a deletion (R2.3).
#include "app/directory.hpp"

namespace hearline {

enum class CodeTree { types, causes };

struct EntryChange {
    std::string code, name;
    std::optional<std::string> name_en;  ///< absent = as it is
    std::optional<std::string> parent;   ///< of a new one: what stands before the dot of its code; absent = that
    std::optional<bool> retired;         ///< absent = as it is; complaints keep a retired one, nobody can choose it any more
    std::optional<std::string> seen;     ///< the version that was opened (reference_version.hpp); a new one has none
};
/// Errors: `forbidden`; `precondition_required` and `stale` for one that exists; `invalid` with pointers; `conflict` for retiring what has entries in use below it.
[[nodiscard]] Result<CodeEntry> put_entry(Transaction& transaction, Actor const& actor, CodeTree tree, EntryChange const& change, Instant now);

}  // namespace hearline
