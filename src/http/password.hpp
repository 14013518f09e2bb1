#pragma once
// Passwords at rest: Argon2id. Slow on purpose (about 70 ms and 64 MiB each): runs on the hashing pool or in a command, never on a network thread.
#include <string>
#include <string_view>

namespace hearline::http {

/// Longer ones are never hashed: nobody may make the server work for megabytes.
inline constexpr std::size_t longest_password = 128;

/// The encoded hash with its salt and costs. Precondition: at most `longest_password` bytes. Throws std::bad_alloc when the memory is not there.
[[nodiscard]] std::string hash_password(std::string_view password);
/// Against "" (no such person, no password) it takes as long as against a real hash, and is false.
[[nodiscard]] bool verify_password(std::string_view hash, std::string_view password);

}  // namespace hearline::http
