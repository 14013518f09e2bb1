#pragma once
// Enumerations that have a fixed code in the API (interface.md) and a Chinese and an English name.
#include <array>
#include <optional>
#include <string_view>

namespace hearline {

template <class E>
struct CodeName {
    E value;
    std::string_view code;
    std::string_view zh;
    std::string_view en;
};

/// Specialise with `static constexpr std::array<CodeName<E>, N> rows`, in the order of the enumerators.
template <class E>
struct CodeTable;

template <class E>
[[nodiscard]] constexpr std::string_view code_of(E value) {
    return CodeTable<E>::rows[static_cast<std::size_t>(value)].code;
}
template <class E>
[[nodiscard]] constexpr CodeName<E> const& names_of(E value) {
    return CodeTable<E>::rows[static_cast<std::size_t>(value)];
}
template <class E>
[[nodiscard]] constexpr std::optional<E> from_code(std::string_view code) {
    for (auto const& row : CodeTable<E>::rows)
        if (row.code == code) return row.value;
    return std::nullopt;
}

}  // namespace hearline
