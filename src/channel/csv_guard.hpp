#pragma once
// What a spreadsheet would make of the text in a CSV cell, kept from happening, and taken back when our own file is read again (R3.7).
#include <string>
#include <string_view>

namespace hearline {

/// A text that would be taken for a formula gets an apostrophe before it; digits that would lose their last places, their zeros before or become
/// exponents get a tab, which Excel keeps as text and every import trims.
[[nodiscard]] std::string guarded(std::string_view cell);
/// The cell as it was before `guarded`.
[[nodiscard]] std::string_view unguarded(std::string_view cell);

}  // namespace hearline
