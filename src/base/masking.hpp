#pragma once
// Personal data as others may see it (R10.2), and telephone numbers in one form.
#include <optional>
#include <string>
#include <string_view>

namespace hearline {

/// 张三 → 张*
[[nodiscard]] std::string mask_name(std::string_view name);
/// 13812341234 → 138****1234; shorter numbers show less, what is no number nothing.
[[nodiscard]] std::string mask_phone(std::string_view phone);
/// zhang@example.com → z***@example.com
[[nodiscard]] std::string mask_email(std::string_view email);

/// Digits of a telephone number in one form: full-width digits folded, blanks, hyphens, dots and brackets left out, +86, 0086 or 86 before a
/// Chinese mobile number left out. Landlines and foreign numbers stay as they are (a leading + is kept). Nothing when it is no number
/// (other characters, fewer than 3 or more than 20 digits).
[[nodiscard]] std::optional<std::string> normalise_phone(std::string_view phone);
/// A number of the ranges that Chinese mobile operators use, IoT and data-only ones included.
[[nodiscard]] bool is_chinese_mobile(std::string_view digits);

}  // namespace hearline
