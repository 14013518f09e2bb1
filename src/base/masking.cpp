#include "base/masking.hpp"

#include <fmt/format.h>

#include "base/telephone.hpp"
#include "base/unicode.hpp"

namespace hearline {
namespace {

[[nodiscard]] std::string mask_digits(std::string_view digits) {
    if (digits.size() < 7) return "****";
    std::size_t const head = digits.size() >= 11 ? 3 : 2;
    std::size_t const tail = digits.size() >= 11 ? 4 : 2;
    return fmt::format("{}****{}", digits.substr(0, head), digits.substr(digits.size() - tail));
}

}  // namespace

// R10.2
std::string mask_name(std::string_view name) {
    name = trim(name);
    if (name.empty()) return {};
    return std::string{truncate(name, 1)} + "*";
}

// R10.2
std::string mask_phone(std::string_view phone) {
    if (trim(phone).empty()) return {};
    auto const field = read_telephones(phone);
    std::string masked;
    auto const add = [&](std::string_view digits) { masked += (masked.empty() ? "" : " / ") + mask_digits(digits); };
    for (auto const& number : field.numbers) add(number.digits);
    if (masked.empty())
        for (auto const& doubt : field.doubtful) add(doubt.digits);
    return masked.empty() ? "****" : masked;
}

// R10.2
std::string mask_email(std::string_view email) {
    email = trim(email);
    if (email.empty()) return {};
    auto const at = email.rfind('@');
    if (at == std::string_view::npos || at == 0) return "***";
    return std::string{truncate(email, 1)} + "***" + std::string{email.substr(at)};
}

}  // namespace hearline
