// The fact table alone: groupings, pages, filling, bytes. `bench_facts [rows]`; figures are medians.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "domain/statistics/fact_table.hpp"

using namespace hearline;

namespace {

using Watch = std::chrono::steady_clock;
constexpr int rounds = 15;

double milliseconds(Watch::duration d) { return std::chrono::duration<double, std::milli>(d).count(); }

template <class F>
double median(F&& f, int times = rounds) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        auto const start = Watch::now();
        f();
        taken.push_back(milliseconds(Watch::now() - start));
    }
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

/// Complaints of two years: the last thousand open, the rest closed.
void fill(FactTable& table, std::int64_t rows) {
    std::mt19937 random{1};
    Date const first{std::chrono::local_days{std::chrono::year{2025} / 1 / 1}};
    std::vector<std::string> units, stations, types;
    for (int i = 0; i < 24; ++i) units.push_back("unit" + std::to_string(i));
    for (int i = 0; i < 240; ++i) stations.push_back("station" + std::to_string(i));
    for (int i = 0; i < 13; ++i) types.push_back((i < 6 ? "service." : "facilities.") + std::to_string(i));
    std::vector<Fact> batch;
    for (std::int64_t i = 0; i < rows; ++i) {
        Fact f;
        f.key = i * 100;
        f.version = 8;
        bool const open = i > rows - 4000;
        f.stage = open ? static_cast<Stage>(random() % 7) : Stage::closed;
        f.channel = static_cast<Channel>(random() % 11);
        f.severity = static_cast<Severity>(random() % 3);
        f.kind = random() % 10 ? Kind::complaint : Kind::praise;
        f.unit = units[random() % units.size()];
        f.accepting_unit = random() % 3 ? "centre" : f.unit;
        f.type = types[random() % types.size()];
        f.cause = "cause" + std::to_string(random() % 8);
        f.line = std::to_string(random() % 12);
        f.station = stations[random() % stations.size()];
        f.seen_by = {f.accepting_unit, f.unit};
        f.satisfaction = static_cast<Satisfaction>(random() % 4);
        f.timely = static_cast<Timeliness>(random() % 3);
        f.registered_day = first + std::chrono::days{i * 730 / rows};
        if (open) f.next_due = Instant{std::chrono::seconds{1'780'000'000 + static_cast<int>(random() % 1'000'000)}};
        batch.push_back(std::move(f));
        if (batch.size() == 1000 || i + 1 == rows) {
            table.apply(batch);
            batch.clear();
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::int64_t const rows = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    FactTable table;
    auto const start = Watch::now();
    fill(table, rows);
    std::printf("%lld rows filled in %.0f ms, %.1f MB\n", static_cast<long long>(rows), milliseconds(Watch::now() - start), static_cast<double>(table.memory()) / 1e6);
    Instant const now{std::chrono::seconds{1'780'500'000}};
    FactFilter complaints;
    complaints.add(Dimension::kind, "complaint");
    auto const group = [&](char const* name, FactFilter const& filter, std::vector<Dimension> by) {
        std::size_t found = 0;
        auto const ms = median([&] { found = table.count_by(filter, by, now).rows.size(); });
        std::printf("%-44s %8.3f ms  %zu rows\n", name, ms, found);
    };
    group("by type, unit; kind=complaint (3 columns)", complaints, {Dimension::type, Dimension::unit});
    group("by unit", {}, {Dimension::unit});
    group("by month, type, unit; kind=complaint", complaints, {Dimension::month, Dimension::type, Dimension::unit});
    group("by station, month; kind=complaint", complaints, {Dimension::station, Dimension::month});
    group("by day, type; kind=complaint", complaints, {Dimension::day, Dimension::type});
    group("by channel, severity, satisfaction, timely", complaints, {Dimension::channel, Dimension::severity, Dimension::satisfaction, Dimension::timely});
    group("by line, unit, type1, quarter", complaints, {Dimension::line, Dimension::unit, Dimension::type1, Dimension::quarter});
    auto month = complaints;
    month.from = Date{std::chrono::local_days{std::chrono::year{2026} / 3 / 1}};
    month.to = Date{std::chrono::local_days{std::chrono::year{2026} / 3 / 31}};
    group("by type, unit in one month", month, {Dimension::type, Dimension::unit});
    auto seen = complaints;
    seen.seen_by = "unit3";
    group("by type, month of one unit's own", seen, {Dimension::type, Dimension::month});
    group("by station, day, type, unit (hash)", month, {Dimension::station, Dimension::day, Dimension::type, Dimension::unit});
    auto const page = [&](char const* name, FactFilter const& filter, LedgerOrder order) {
        std::size_t found = 0;
        auto const ms = median([&] { found = table.page(filter, order, std::nullopt, 50, now).size(); }, 101);
        std::printf("%-44s %8.4f ms  %zu rows\n", name, ms, found);
    };
    FactFilter closed, open, rare;
    closed.add(Dimension::unit, "unit5");
    closed.add(Dimension::stage, "closed");
    open.add(Dimension::unit, "unit5");
    open.add(Dimension::stage, "opinion");
    rare.add(Dimension::unit, "unit5");
    rare.add(Dimension::overdue, "yes");
    page("newest 50, unit + closed", closed, LedgerOrder::registered);
    page("newest 50, unit + opinion", open, LedgerOrder::registered);
    page("newest 50, unit + overdue", rare, LedgerOrder::registered);
    page("most urgent 50, unit + opinion", open, LedgerOrder::due);
    auto const counted = median([&] { (void)table.count(closed, now, 1001); }, 101);
    std::printf("%-44s %8.4f ms\n", "count, capped at 1001", counted);
    std::printf("%-44s %8.4f ms\n", "count, all", median([&] { (void)table.count(closed, now); }, 101));
    auto const file = "/tmp/hearline-bench-facts-" + std::to_string(std::chrono::system_clock::now().time_since_epoch().count());
    std::printf("%-44s %8.1f ms\n", "save", median([&] {
                    std::ofstream out{file, std::ios::binary};
                    table.save(out);
                }, 3));
    FactTable again;
    std::printf("%-44s %8.1f ms\n", "load", median([&] {
                    std::ifstream in{file, std::ios::binary};
                    if (!again.load(in)) std::abort();
                }, 3));
    std::remove(file.c_str());
}
