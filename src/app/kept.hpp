#pragma once
// What people keep on the server for the pages: drafts, saved views, settings; a unit's views are shared by its people. Nobody else sees any of it.
#include "app/ports/store.hpp"
#include "base/code.hpp"
#include "base/result.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

enum class KeptKind { draft, view, unit_view, setting };

template <>
struct CodeTable<KeptKind> {
    static constexpr std::array<CodeName<KeptKind>, 4> rows{{{KeptKind::draft, "draft", "草稿", "Draft"},
                                                             {KeptKind::view, "view", "视图", "View"},
                                                             {KeptKind::unit_view, "unit_view", "单位视图", "View of the unit"},
                                                             {KeptKind::setting, "setting", "设置", "Setting"}}};
};

inline constexpr std::size_t kept_most = 200;           ///< of a kind
inline constexpr std::size_t kept_largest = std::size_t{64} * 1024;  ///< bytes of JSON
inline constexpr std::chrono::hours kept_drafts_for{30 * 24};

/// The newest first. Without a kind: all.
[[nodiscard]] std::vector<KeptRow> list_kept(Snapshot& snapshot, Actor const& actor, std::optional<KeptKind> kind);

/// Puts it in the place of what stood there. `body` is one JSON object. Errors: `malformed` (key), `forbidden` (a unit's view without a unit),
/// `too_large`, `conflict` (too many).
[[nodiscard]] Result<KeptRow> keep(Transaction& transaction, Actor const& actor, KeptKind kind, std::string_view key, std::string body, Instant now);

/// Errors: `malformed`, `forbidden`, `not_found`.
[[nodiscard]] Done forget_kept(Transaction& transaction, Actor const& actor, KeptKind kind, std::string_view key);

/// Drops the drafts that nobody has touched for `kept_drafts_for`: they may hold what a caller said.
void drop_old_drafts(Transaction& transaction, Instant now);

}  // namespace hearline
