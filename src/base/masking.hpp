#pragma once
// Personal data as others may see it (R10.2).
#include <string>
#include <string_view>

namespace hearline {

/// 张三 → 张*
[[nodiscard]] std::string mask_name(std::string_view name);
/// 13812341234 → 138****1234, each number of the field apart by " / "; shorter numbers show less, what is no number nothing.
[[nodiscard]] std::string mask_phone(std::string_view phone);
/// zhang@example.com → z***@example.com
[[nodiscard]] std::string mask_email(std::string_view email);

}  // namespace hearline
