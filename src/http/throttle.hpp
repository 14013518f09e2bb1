#pragma once
// Who must wait: accounts after wrong passwords, addresses that ask too much. In memory, of bounded size, by a clock that is given.
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "base/time.hpp"

namespace hearline::http {

/// What counts as one source: the IPv4 address, or the /64 network of an IPv6 address.
[[nodiscard]] std::string source_of(std::string_view address);

struct LoginLimits {
    int failures_to_lock = 5;
    std::chrono::minutes lock{30};
    int failures_to_slow = 10;                ///< of one source, over all names; from then on it waits twice as long each time
    std::chrono::seconds longest_wait{300};
    std::chrono::hours forget_source{1};      ///< after its last failure
};

/// Wrong passwords. A source from which the account has signed in before has a count of its own, so that strangers who lock the account do
/// not lock its owner out.
class LoginThrottle {
public:
    explicit LoginThrottle(LoginLimits limits = {}) : limits_{limits} {}

    /// May this account be tried from this address now? Error: `login-locked` (429 with the seconds to wait). The same for names that nobody has.
    [[nodiscard]] Done check(std::string_view account, std::string_view address, Instant now) const;
    void failed(std::string_view account, std::string_view address, Instant now);
    void succeeded(std::string_view account, std::string_view address, Instant now);
    void unlock(std::string_view account);  ///< by the security administrator
    /// Until when the account is kept out, from where it has not signed in before or from anywhere; nothing where it is not.
    [[nodiscard]] std::optional<Instant> locked_until(std::string_view account, Instant now) const;

private:
    struct Count {
        int failures = 0;
        Instant last{}, locked_until{};
        bool known_source = false;  ///< it signed in before
    };
    using Counts = std::unordered_map<std::string, Count>;
    [[nodiscard]] std::string key_of(std::string_view account, std::string const& source) const;
    void make_room(Counts& counts, Instant now) const;

    LoginLimits limits_;
    mutable std::mutex mutex_;
    Counts accounts_, sources_;
};

struct Rate {
    double burst = 30;       ///< at once
    double per_minute = 30;  ///< in the long run
};

/// What anybody may ask of the open endpoints. Many passengers share one address (a station's Wi-Fi, a mobile network), so only submissions are
/// counted by address; whoever knows a complaint's code is held up by nobody's wrong guesses (docs/decisions/0023).
class RateLimit {
public:
    struct Rates {
        Rate submissions{30, 30};        ///< of one address
        Rate acts{30, 30};               ///< of one address on one complaint, with its code
        Rate wrong_codes{20, 20};        ///< of one address for one complaint
        Rate wrong_codes_in_all{120, 120};  ///< of one address, whatever the complaint
    };
    RateLimit() : RateLimit{Rates{}} {}
    explicit RateLimit(Rates rates) : rates_{rates} {}
    /// Each of these: error `too-many-requests` (429 with the seconds to wait).
    [[nodiscard]] Done take(std::string_view address, Instant now) { return draw(taken_, rates_.submissions, source_of(address), now); }
    [[nodiscard]] Done act(std::string_view address, std::string_view number, Instant now) { return draw(acted_, rates_.acts, key_of(address, number), now); }
    /// After a code that is not right. A right one is never counted.
    [[nodiscard]] Done wrong_code(std::string_view address, std::string_view number, Instant now);

private:
    struct Bucket {
        double left = 0;
        Instant at{};
    };
    using Buckets = std::unordered_map<std::string, Bucket>;
    [[nodiscard]] static std::string key_of(std::string_view address, std::string_view number) { return source_of(address) + '\n' + std::string{number}; }
    [[nodiscard]] Done draw(Buckets& buckets, Rate const& rate, std::string const& key, Instant now);

    Rates rates_;
    std::mutex mutex_;
    Buckets taken_, acted_, wrong_, wrong_in_all_;
};

}  // namespace hearline::http
