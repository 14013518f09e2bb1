#pragma once
// A foreign text as ours may be.
#include <string>
#include <string_view>

#include "base/unicode.hpp"

namespace hearline {

/// Clean lines, no other control characters (a tab, and a break where there may be none, become a space), trimmed.
[[nodiscard]] std::string clean_text(std::string_view text, LineBreaks breaks);

}  // namespace hearline
