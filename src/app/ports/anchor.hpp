#pragma once
// How a block of events committed together is sealed: one digest over the block before and the events' digests, by position.
#include <span>
#include <string_view>
#include <vector>

#include "base/digest.hpp"

namespace hearline {

/// The digest of the block whose events have these digests (in position order) behind the block sealed by `previous` (all zero for the
/// first of its lane). A deleted complaint, a changed event or a missing block gives another digest from there on (R10.4).
[[nodiscard]] inline Digest seal_block(Digest const& previous, std::span<Digest const> events) {
    std::vector<std::string_view> parts;
    parts.reserve(events.size() + 1);
    parts.push_back(bytes_of(previous));
    for (auto const& digest : events) parts.push_back(bytes_of(digest));
    return sha256_parts(parts);
}

}  // namespace hearline
