#include "demo/rhythm.hpp"

#include <algorithm>
#include <map>

namespace hearline::demo {
namespace {

constexpr int year_days = 365;
using Days = std::chrono::days;

double weight_of_day(World const& world, Date day, int age) {
    std::chrono::weekday const weekday{day};
    static constexpr double by_weekday[]{0.72, 1.14, 1.05, 1.0, 1.03, 1.12, 0.8};  // from Sunday
    auto const reason = world.keeping().calendar.reason(day);
    double weight = reason.kind == DayKind::make_up ? 1.1 : by_weekday[weekday.c_encoding()];
    if (reason.kind == DayKind::holiday) {
        bool const edge = world.keeping().calendar.reason(day - Days{1}).kind != DayKind::holiday || world.keeping().calendar.reason(day + Days{1}).kind != DayKind::holiday;
        weight = edge ? 1.35 : 0.62;  // people travel at both ends of a holiday
    }
    auto const month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
    static constexpr double by_month[]{0.92, 0.78, 0.98, 0.97, 1.02, 1.12, 1.22, 1.2, 1.12, 1.0, 0.95, 0.94};
    return weight * by_month[month - 1] * (1.0 + 0.2 * (year_days - age) / year_days);  // the network grows
}

/// Minutes of the day: two rush hours, a lunch hump, an evening tail, few at night.
std::int64_t minute_of_day(bool working, Dice& dice) {
    static constexpr double parts_working[]{0.31, 0.27, 0.13, 0.2, 0.06, 0.03}, parts_free[]{0.08, 0.14, 0.26, 0.36, 0.12, 0.04};
    switch (dice.weighted(working ? std::span<double const>{parts_working} : std::span<double const>{parts_free})) {
        case 0: return 7 * 60 + static_cast<std::int64_t>((dice.unit() + dice.unit()) * 85);   // around 08:25
        case 1: return 17 * 60 + static_cast<std::int64_t>((dice.unit() + dice.unit()) * 90);  // around 18:30
        case 2: return 11 * 60 + dice.between(0, 179);
        case 3: return 9 * 60 + dice.between(0, 12 * 60 - 1);
        case 4: return 21 * 60 + dice.between(0, 179);
        default: return dice.between(0, 6 * 60);
    }
}

/// The working day nearest to `wanted`.
Date working_day_near(World const& world, Date wanted) {
    while (!world.keeping().calendar.is_working_day(wanted)) wanted += Days{1};
    return wanted;
}

/// A few of the last arrivals are kept in each stage, so that every desk has something before it.
void keep_some_open(World const& world, std::vector<Arrival>& arrivals) {
    if (arrivals.size() < 40) return;
    struct Wish {
        Stage stage;
        int hours;  ///< before the end
    };
    static constexpr Wish wishes[]{{Stage::dispatch, 4},  {Stage::dispatch, 20},  {Stage::opinion, 40},  {Stage::opinion, 70},   {Stage::review, 90},   {Stage::review, 120},   {Stage::remedy, 130},
                                   {Stage::remedy, 170},  {Stage::result, 180},   {Stage::result, 220},  {Stage::feedback, 200}, {Stage::feedback, 240}, {Stage::follow_up, 230}, {Stage::follow_up, 280}};
    std::size_t const many = std::clamp<std::size_t>(arrivals.size() / 4000, 1, 40);
    for (auto const& wish : wishes) {
        auto const moment = world.end - std::chrono::hours{wish.hours};
        auto at = std::lower_bound(arrivals.begin(), arrivals.end(), moment, [](Arrival const& a, Instant t) { return a.received < t; });
        std::size_t kept = 0;
        while (at != arrivals.begin() && kept < many) {
            --at;
            if (at->stays_in >= 0 || at->incident >= 0) continue;
            at->stays_in = static_cast<std::int8_t>(wish.stage);
            ++kept;
        }
    }
}

/// R3.4: registered within minutes of the receipt, now and then late. Numbers follow the order of registration (R3.8).
void register_in_order(World const& world, std::vector<Arrival>& arrivals) {
    for (auto& arrival : arrivals) {
        Dice dice{world.seed, arrival.index * 4 + 1};
        auto const seconds = dice.chance(0.035) ? dice.between(11 * 60, 45 * 60) : dice.between(40, 8 * 60);
        arrival.registered = arrival.received + std::chrono::seconds{seconds} + std::chrono::milliseconds{dice.below(1000)};
    }
    std::sort(arrivals.begin(), arrivals.end(), [](Arrival const& a, Arrival const& b) { return std::pair{a.registered, a.index} < std::pair{b.registered, b.index}; });
    Date day{};
    std::int64_t counter = 0;
    for (auto& arrival : arrivals) {
        auto const today = world.directory->zone().date(arrival.registered);
        counter = today == day ? counter + 1 : 1;
        day = today;
        arrival.number = make_number(day, counter);
    }
}

}  // namespace

std::vector<Incident> incidents_of(World const& world) {
    auto const& zone = world.directory->zone();
    auto const last = zone.date(world.end);
    auto const first = last - Days{year_days};
    Dice dice{world.seed, 0xFFFF'FFFF'0000'0001ull};
    auto const failure = working_day_near(world, first + Days{dice.between(60, 130)});
    // The cloudburst falls into June to September.
    auto wet = first + Days{dice.between(150, 330)};
    for (int i = 0; i < year_days; ++i) {
        auto const month = static_cast<unsigned>(std::chrono::year_month_day{wet}.month());
        if (month >= 6 && month <= 9 && wet > first && wet < last - Days{3}) break;
        wet += Days{1};
        if (wet >= last - Days{3}) wet = first + Days{2};
    }
    auto const lines = world.directory->lines();
    auto const line = [&](std::size_t n) { return lines.empty() ? std::string{} : lines[n % lines.size()].code; };
    return {{"signal", line(2), zone.instant(failure, Minutes{7 * 60 + 42}), 83}, {"flood", line(3), zone.instant(working_day_near(world, wet), Minutes{16 * 60 + 10}), 170}};
}

std::vector<Arrival> arrivals_of(World const& world, std::vector<Incident> const& incidents, std::int64_t count) {
    auto const& zone = world.directory->zone();
    auto const last = zone.date(world.end) - Days{1};
    std::vector<double> sums;
    double sum = 0;
    for (int age = year_days - 1; age >= 0; --age) sums.push_back(sum += weight_of_day(world, last - Days{age}, age));
    std::vector<Arrival> arrivals(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        auto& arrival = arrivals[i];
        Dice dice{world.seed, i * 4};
        arrival.index = i;
        double const kind = dice.unit();
        if (count >= 20 && kind < 0.04) {
            arrival.incident = kind < 0.025 ? 0 : 1;
            auto const& incident = incidents[static_cast<std::size_t>(arrival.incident)];
            // Most while it lasts, a tail over the hours after it.
            auto const minutes = dice.chance(0.7) ? dice.between(4, incident.minutes) : incident.minutes + static_cast<std::int64_t>(dice.unit() * dice.unit() * 400);
            arrival.received = incident.begins + Minutes{minutes} + std::chrono::seconds{dice.below(60)};
        } else {
            auto const place = std::lower_bound(sums.begin(), sums.end(), dice.unit() * sum) - sums.begin();
            auto const day = last - Days{year_days - 1 - std::min<std::ptrdiff_t>(place, year_days - 1)};
            arrival.received = zone.instant(day, Minutes{minute_of_day(world.keeping().calendar.is_working_day(day), dice)} + std::chrono::seconds{dice.below(60)});
        }
        arrival.received = std::min(arrival.received, world.end - std::chrono::hours{1});
    }
    std::sort(arrivals.begin(), arrivals.end(), [](Arrival const& a, Arrival const& b) { return std::pair{a.received, a.index} < std::pair{b.received, b.index}; });
    keep_some_open(world, arrivals);
    register_in_order(world, arrivals);
    return arrivals;
}

}  // namespace hearline::demo
