// How many deadlines one core computes in a second: starts all over nine announced years, limits of one to ten working days.
#include <benchmark/benchmark.h>

#include <random>

#include "base/search_text.hpp"
#include "base/unicode.hpp"
#include "channel/calendar_file/read_calendar.hpp"
#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

struct Question {
    Instant start;
    Limit limit;
};

std::vector<Question> questions() {
    std::mt19937_64 random{1};
    auto const first = ms_of(parse_rfc3339("2018-01-01T00:00:00+08:00").value());
    std::vector<Question> all(8192);
    for (auto& question : all)
        question = {instant_ms(first + static_cast<std::int64_t>(random() % (std::uint64_t{9 * 365} * 86'400'000))), {1 + static_cast<int>(random() % 10), Limit::Unit::working_days}};
    return all;
}

void ask(benchmark::State& state, Timekeeping const& keeping) {
    auto const all = questions();
    std::int64_t sum = 0;
    for (auto _ : state) {
        for (auto const& [start, limit] : all) sum += ms_of(deadline(keeping, start, limit).at);
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}

void deadlines(benchmark::State& state) { ask(state, {WorkingCalendar{shipped_calendars()}, Zone::shanghai(), std::nullopt}); }
BENCHMARK(deadlines);

void deadlines_with_closing_time(benchmark::State& state) { ask(state, {WorkingCalendar{shipped_calendars()}, Zone::shanghai(), std::chrono::hours{18}}); }
BENCHMARK(deadlines_with_closing_time);

/// The control: the same questions answered by walking day by day.
void deadlines_by_walking(benchmark::State& state) {
    Timekeeping const keeping{WorkingCalendar{shipped_calendars()}, Zone::shanghai(), std::nullopt};
    auto const all = questions();
    std::int64_t sum = 0;
    for (auto _ : state) {
        for (auto const& [start, limit] : all) {
            Date day = keeping.zone.date(start);
            for (int left = limit.amount; left > 0;) {
                day += std::chrono::days{1};
                if (keeping.calendar.is_working_day(day)) --left;
            }
            sum += ms_of(end_of_day(keeping, day));
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}
BENCHMARK(deadlines_by_walking);

void search_tokens_of_a_complaint(benchmark::State& state) {
    std::string const text =
        "今天早上八点二十分在体育西路站B口乘坐扶梯时，扶梯突然停运，现场没有工作人员引导，客流很大，老人和小孩只能走楼梯。"
        "请尽快检修并在停运时安排人员引导，另外希望公布检修计划。Line 3, train 03-041.";
    for (auto _ : state) benchmark::DoNotOptimize(search_tokens(text));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(search_tokens_of_a_complaint);

}  // namespace
}  // namespace hearline

BENCHMARK_MAIN();
