#pragma once
// In which coding a file that lies ready in several is sent (Accept-Encoding).
#include <span>
#include <string_view>

namespace hearline::http {

enum class Coding { identity, gzip, brotli };
[[nodiscard]] std::string_view name_of(Coding coding);  ///< "br"; "" for identity

/// The coding that the header likes best of those offered; of those it likes as well, the first. Identity when it likes none, or says nothing.
[[nodiscard]] Coding choose_coding(std::string_view accept_encoding, std::span<Coding const> offered);

}  // namespace hearline::http
