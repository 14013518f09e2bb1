#pragma once
// The subject of a complaint that came without one: the beginning of its content.
#include <string>
#include <string_view>

namespace hearline {

/// The first sentence, cut to 40 characters. Stored records rely on it: the subject so made is kept nowhere, so this must never change.
[[nodiscard]] std::string subject_of(std::string_view content);

}  // namespace hearline
