#pragma once
// The manual page hearline(1) in roff, made from the option table.
#include <string>

namespace hearline::cli {

[[nodiscard]] std::string man_page();

}  // namespace hearline::cli
