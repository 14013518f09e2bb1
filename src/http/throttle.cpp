#include "http/throttle.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace hearline::http {
namespace {

using std::chrono::ceil;
using std::chrono::seconds;

constexpr std::size_t most_entries = 100'000;

tl::unexpected<Error> wait(std::string code, Text detail, std::chrono::milliseconds left) {
    auto refusal = refuse(ErrorKind::throttled, std::move(code), std::move(detail));
    refusal.value().retry_after_seconds = static_cast<int>(std::max<std::int64_t>(1, ceil<seconds>(left).count()));
    return refusal;
}

tl::unexpected<Error> locked(std::chrono::milliseconds left) {
    auto const minutes = std::max<std::int64_t>(1, ceil<std::chrono::minutes>(left).count());
    return wait("login-locked", say("登录失败次数过多，请在 {} 分钟后再试", "Too many failed logins; try again in {} minutes", minutes), left);
}

}  // namespace

std::string source_of(std::string_view address) {
    std::array<unsigned char, 16> bytes{};
    std::string const text{address};
    if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    return {reinterpret_cast<char const*>(bytes.data()), 8};
}

std::string LoginThrottle::key_of(std::string_view account, std::string const& source) const {
    std::string own = std::string{account} + '\n' + source;
    auto const found = accounts_.find(own);
    return found != accounts_.end() && found->second.known_source ? own : std::string{account};
}

Done LoginThrottle::check(std::string_view account, std::string_view address, Instant now) const {
    std::lock_guard lock{mutex_};
    auto const source = source_of(address);
    if (auto const found = accounts_.find(key_of(account, source)); found != accounts_.end() && now < found->second.locked_until)
        return locked(found->second.locked_until - now);
    if (auto const found = sources_.find(source); found != sources_.end() && now < found->second.locked_until) return locked(found->second.locked_until - now);
    return std::monostate{};
}

void LoginThrottle::failed(std::string_view account, std::string_view address, Instant now) {
    std::lock_guard lock{mutex_};
    auto const source = source_of(address);
    make_room(accounts_, now);
    auto& count = accounts_[key_of(account, source)];
    if (count.failures >= limits_.failures_to_lock || now - count.last > limits_.lock) count.failures = 0;  // the last lock is over
    count.last = now;
    if (++count.failures >= limits_.failures_to_lock) count.locked_until = now + limits_.lock;

    make_room(sources_, now);
    auto& from = sources_[source];
    if (now - from.last > limits_.forget_source) from.failures = 0;
    from.last = now;
    if (++from.failures >= limits_.failures_to_slow) {
        auto const doublings = std::min(from.failures - limits_.failures_to_slow, 16);
        from.locked_until = now + std::min(seconds{1} * (1 << doublings), limits_.longest_wait);
    }
}

void LoginThrottle::succeeded(std::string_view account, std::string_view address, Instant now) {
    std::lock_guard lock{mutex_};
    auto const source = source_of(address);
    accounts_.erase(key_of(account, source));
    sources_.erase(source);  // an office behind one address is not slowed down by its typing errors
    make_room(accounts_, now);
    auto& own = accounts_[std::string{account} + '\n' + source];
    own = {0, now, {}, true};
}

std::optional<Instant> LoginThrottle::locked_until(std::string_view account, Instant now) const {
    std::lock_guard lock{mutex_};
    std::optional<Instant> latest;
    auto const prefix = std::string{account} + '\n';
    for (auto const& [key, count] : accounts_)
        if ((key == account || key.starts_with(prefix)) && now < count.locked_until) latest = std::max(latest.value_or(now), count.locked_until);
    return latest;
}

void LoginThrottle::unlock(std::string_view account) {
    std::lock_guard lock{mutex_};
    accounts_.erase(std::string{account});
    auto const prefix = std::string{account} + '\n';
    for (auto& [key, count] : accounts_)
        if (key.starts_with(prefix)) count = {0, count.last, {}, true};
}

void LoginThrottle::make_room(Counts& counts, Instant now) const {
    if (counts.size() < most_entries) return;
    std::erase_if(counts, [&](auto const& entry) { return now - entry.second.last > limits_.lock && now >= entry.second.locked_until; });
    if (counts.size() < most_entries) return;
    std::erase_if(counts, [&](auto const& entry) { return now >= entry.second.locked_until; });
    if (counts.size() >= most_entries) counts.clear();
}

Done RateLimit::wrong_code(std::string_view address, std::string_view number, Instant now) {
    TRY(draw(wrong_in_all_, rates_.wrong_codes_in_all, source_of(address), now));
    return draw(wrong_, rates_.wrong_codes, key_of(address, number), now);
}

Done RateLimit::draw(Buckets& buckets, Rate const& rate, std::string const& key, Instant now) {
    std::lock_guard lock{mutex_};
    double const per_ms = rate.per_minute / 60'000;
    auto const level = [&](Bucket const& bucket) {
        return std::min(rate.burst, bucket.left + static_cast<double>(std::max<std::int64_t>(0, (now - bucket.at).count())) * per_ms);
    };
    if (buckets.size() >= most_entries) std::erase_if(buckets, [&](auto const& entry) { return level(entry.second) >= rate.burst; });
    if (buckets.size() >= most_entries) buckets.clear();
    auto const [found, fresh] = buckets.try_emplace(key, Bucket{rate.burst, now});
    auto& bucket = found->second;
    bucket.left = level(bucket);
    bucket.at = now;
    if (bucket.left >= 1) {
        bucket.left -= 1;
        return std::monostate{};
    }
    auto const left = std::chrono::milliseconds{static_cast<std::int64_t>(std::ceil((1 - bucket.left) / per_ms))};
    return wait("too-many-requests", say("请求过于频繁，请在 {} 秒后再试", "Too many requests; try again in {} seconds", ceil<seconds>(left).count()), left);
}

}  // namespace hearline::http
