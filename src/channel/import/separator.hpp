#pragma once
// What stands between the columns of a text table.
#include <string_view>

#include "base/text.hpp"

namespace hearline::channel {

struct Separator {
    char character = ',';
    bool first_line_says = false;  ///< by a first line "sep=;", which Excel reads so and does not show
};
/// By the first line of `head` (UTF-8) that holds any: the one it holds most of, a comma when in doubt.
[[nodiscard]] Separator find_separator(std::string_view head);
/// "制表符", "a tab".
[[nodiscard]] Text words_of(char separator);

}  // namespace hearline::channel
