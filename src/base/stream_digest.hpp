#pragma once
// The digest of a file that is not held in memory.
#include <iosfwd>

#include "base/digest.hpp"

namespace hearline {

/// SHA-256 of all that the stream still gives.
[[nodiscard]] Digest sha256_of(std::istream& in);

}  // namespace hearline
