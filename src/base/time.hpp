#pragma once
// Instants (UTC milliseconds), local dates, and the operator's time zone between them (R9.5).
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearline {

/// A moment, UTC, to the millisecond. Time is always a parameter: only `server`, `cli` and `jobs` ask a clock.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A calendar day in the operator's zone.
using Date = std::chrono::local_days;
using Minutes = std::chrono::minutes;

[[nodiscard]] constexpr Instant instant_ms(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }
[[nodiscard]] constexpr std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }
[[nodiscard]] constexpr int day_number(Date day) { return static_cast<int>(day.time_since_epoch().count()); }

/// A date and the time of that day, as the clock on the wall shows it.
struct LocalTime {
    Date day;
    std::chrono::milliseconds time_of_day;
    bool operator==(LocalTime const&) const = default;
};

/// A time zone by its IANA name. Copies are cheap. Where a zone has had one offset since 2000 (Asia/Shanghai), later instants
/// are converted by plain arithmetic.
class Zone {
public:
    [[nodiscard]] static Result<Zone> find(std::string_view name);
    [[nodiscard]] static Zone shanghai();

    [[nodiscard]] std::string const& name() const;
    [[nodiscard]] LocalTime local(Instant at) const;
    [[nodiscard]] Date date(Instant at) const { return local(at).day; }
    /// The instant at which the wall clock shows this; a time skipped by a change of offset gives the moment of the change.
    [[nodiscard]] Instant instant(Date day, std::chrono::milliseconds time_of_day) const;
    [[nodiscard]] Instant start_of(Date day) const { return instant(day, std::chrono::milliseconds{0}); }
    /// "2026-11-23T09:00:00+08:00"; milliseconds are written only when they are not zero.
    [[nodiscard]] std::string rfc3339(Instant at) const;
    void append_rfc3339(std::string& out, Instant at) const;
    static constexpr std::size_t rfc3339_size = 40;
    /// The same into a buffer of the caller's, for answers that hold hundreds of times.
    [[nodiscard]] std::string_view write_rfc3339(std::span<char, rfc3339_size> buffer, Instant at) const;

private:
    struct Data;
    std::shared_ptr<Data const> data_;
    std::int64_t fixed_from_ms_ = INT64_MAX;  ///< from here on `fixed_offset_ms_` holds
    std::int64_t fixed_offset_ms_ = 0;
};

/// RFC 3339 with an offset or Z, years 1900 to 2199. Errors: `bad-time`.
[[nodiscard]] Result<Instant> parse_rfc3339(std::string_view text);
/// "2026-11-23". Errors: `bad-date`.
[[nodiscard]] Result<Date> parse_date(std::string_view text);
[[nodiscard]] std::string format_date(Date day);

}  // namespace hearline
