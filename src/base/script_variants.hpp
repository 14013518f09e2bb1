#pragma once
// Traditional and simplified Chinese beside each other, for those who cannot fold: the pages.
#include <span>
#include <utility>

namespace hearline {

/// Han characters that `fold` takes for another one, with that one: 體 → 体, 裡 → 里. In order of the first. Takes a moment the first time.
[[nodiscard]] std::span<std::pair<char32_t, char32_t> const> script_variants();

}  // namespace hearline
