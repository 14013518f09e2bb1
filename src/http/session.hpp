#pragma once
// Sessions: opened by a login, kept by a cookie, ended by time, by leaving, or with the account. The store keeps digests only.
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/ports/store.hpp"
#include "http/awaitables.hpp"
#include "http/message.hpp"

namespace hearline::http {

struct SessionLimits {
    std::chrono::minutes idle{30};
    std::chrono::hours absolute{12};
    std::chrono::seconds note_every{60};    ///< how often the time of the last request is written down
    std::chrono::seconds look_again{5};     ///< how long another node's logout may go unnoticed
};

class Sessions {
public:
    Sessions(Store& store, RandomSource& random, SessionLimits limits = {}) : store_{store}, random_{random}, limits_{limits} {}

    struct Opened {
        std::string token;  ///< for the cookie; nobody keeps it
        SessionRow row;
    };
    /// A new session, not yet stored: `store_new` does that inside the login's transaction.
    [[nodiscard]] Opened make(std::string_view user, std::string_view peer, std::string_view agent, Instant now);
    /// Writes it, ends the one that the browser had before, and drops what has run out.
    void store_new(Transaction& transaction, SessionRow const& row, std::optional<Digest> const& before) const;

    /// The session of this token when it still lives. Reads the store only when it has not looked for a while, or when the directory
    /// (people, passwords) has changed since; notes the time of use.
    [[nodiscard]] Task<std::optional<SessionRow>> find(std::string_view token, std::int64_t directory_version, WorkerPool& readers, Instant now);
    /// Those of these rows that still live, with the time of their last use as far as it is known here.
    [[nodiscard]] std::vector<SessionRow> living(std::vector<SessionRow> rows, Instant now);
    /// Forgets what it knows of a session that was ended.
    void forget(Digest const& digest);
    [[nodiscard]] Instant ends_at(SessionRow const& row) const { return row.created_at + limits_.absolute; }
    [[nodiscard]] SessionLimits const& limits() const { return limits_; }

private:
    struct Known {
        SessionRow row;
        std::int64_t directory_version = 0;
        Instant looked_at{};
    };
    struct ByDigest {
        std::size_t operator()(Digest const& digest) const noexcept;
    };
    [[nodiscard]] bool lives(SessionRow const& row, Instant now) const;
    [[nodiscard]] std::optional<SessionRow> known(Digest const& digest, std::int64_t directory_version, Instant now);
    void learn(SessionRow const& row, std::int64_t directory_version, Instant now);
    [[nodiscard]] Instant last_seen_here(Digest const& digest);
    void note(SessionRow const& row);

    Store& store_;
    RandomSource& random_;
    SessionLimits limits_;
    std::mutex mutex_;
    std::unordered_map<Digest, Known, ByDigest> known_;
};

/// `__Host-hearline` over TLS; `hearline` on this machine; nothing elsewhere, where a cookie would travel in clear.
[[nodiscard]] std::string_view cookie_name(Request const& request);
[[nodiscard]] std::string session_cookie(Request const& request, std::string_view token);
/// In constant time.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace hearline::http
