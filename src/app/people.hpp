#pragma once
// People, their passwords, tokens and sessions. Hashing a password takes long and is done by the caller, outside any transaction.
#include "app/directory.hpp"

namespace hearline {

struct NewUser {
    std::string name;  ///< `[a-z0-9][a-z0-9_.-]{0,63}`
    Role role = Role::desk;
    std::string unit;  ///< desk, head: required; agent, director: the centre; others: none
    std::string display_name;
    std::string password_hash;
    bool must_change = true;
};
inline constexpr std::size_t longest_display_name = 80;
[[nodiscard]] Text display_name_too_long();
[[nodiscard]] Text unknown_role();
/// R2.1, R2.2: the place that goes with the role. Errors: `invalid` with `/unit`.
[[nodiscard]] Result<std::string> unit_of_role(Role role, std::string const& unit, Directory const& directory);

/// The three administrators are appointed by the security administrator (change_user), not by whoever adds people.
/// Errors: `forbidden`; `invalid` with pointers; `conflict` when the name is taken.
[[nodiscard]] Result<User> add_user(Transaction& transaction, Actor const& actor, NewUser const& user, Directory const& directory, Instant now);

enum class PasswordChange { by_owner, by_administrator };  ///< after an administrator's change the owner must change it again
/// Also ends all sessions of the user except `keep` (zero digest = none).
[[nodiscard]] Done change_password(Transaction& transaction, Actor const& actor, std::string_view user, std::string password_hash,
                                   PasswordChange how, Digest const& keep, Instant now);
/// Length 10 to 128 characters, not the user's name. Errors: `invalid` with `pointer`.
[[nodiscard]] Done check_password(std::string_view user, std::string_view password, std::string_view pointer);

struct NewToken {
    std::string token;  ///< in clear, shown once
    TokenRow row;
};
/// For oneself, or by the security administrator or the program for another. Errors: `not_found`, `forbidden`, `conflict` (too many, user
/// disabled), `invalid`.
[[nodiscard]] Result<NewToken> create_token(Transaction& transaction, Actor const& actor, std::string_view user, std::string_view label,
                                            std::optional<Instant> expires_at, Instant now, RandomSource& random);
[[nodiscard]] Done revoke_token(Transaction& transaction, Actor const& actor, Digest const& token, Instant now);
/// The tokens of a user that were not revoked, oldest first: one's own, or another's for the security administrator.
[[nodiscard]] Result<std::vector<TokenRow>> list_tokens(Snapshot& snapshot, Actor const& actor, std::string_view user);
inline constexpr std::size_t tokens_most = 50;  ///< of one person
[[nodiscard]] Digest token_digest(std::string_view token);
/// The sessions of a user: one's own, or another's for the security administrator.
[[nodiscard]] Result<std::vector<SessionRow>> list_sessions(Snapshot& snapshot, Actor const& actor, std::string_view user);
/// A password for a new person: 16 characters of the unmistakable alphabet.
[[nodiscard]] std::string make_password(RandomSource& random);

}  // namespace hearline
