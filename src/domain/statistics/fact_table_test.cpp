#include "domain/statistics/fact_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <thread>

namespace hearline {
namespace {

using std::chrono::days;

Date const new_year{std::chrono::local_days{std::chrono::year{2025} / 1 / 1}};
Instant const now = instant_ms(1'767'225'600'000);  // 2026-01-01Z

/// Complaints as they could be, thinly spread over every code.
class Crowd {
public:
    explicit Crowd(unsigned seed) : random_{seed} {}
    Fact fact(std::int64_t key, Date day) {
        Fact f;
        f.key = key;
        f.version = pick(9) + 1;
        f.kind = static_cast<Kind>(pick(10) < 7 ? 0 : pick(6));
        f.stage = static_cast<Stage>(pick(8));
        f.channel = static_cast<Channel>(pick(11));
        f.severity = static_cast<Severity>(pick(3));
        f.round = 1 + pick(3);
        f.type = one_of({"", "service.gate", "service.ticketing", "facilities.lift", "facilities", "safety.security_check"});
        f.cause = one_of({"", "attitude", "equipment.fault", "equipment"});
        f.unit = one_of({"", "line1", "line2", "line10", "gates"});
        f.accepting_unit = one_of({"centre", "line1", "line2"});
        f.line = one_of({"", "1", "2", "10"});
        f.station = fmt::format("s{}", pick(90));
        f.incident = pick(20) ? "" : fmt::format("i{}", pick(40));
        std::set<std::string> seen{f.accepting_unit};
        if (!f.unit.empty()) seen.insert(f.unit);
        if (!pick(4)) seen.insert("gates");
        f.seen_by.assign(seen.begin(), seen.end());
        if (!pick(4)) f.owing = {"gates", "line2"};
        f.extension_asked = !pick(6);
        f.suspended = !pick(5);
        if (f.stage == Stage::closed) f.closing = static_cast<Closing>(pick(4));
        if (pick(2)) f.satisfaction = static_cast<Satisfaction>(pick(4));
        if (pick(2)) f.solved = static_cast<Solved>(pick(3));
        if (pick(2)) f.resolution = static_cast<Resolution>(pick(4));
        if (!pick(5)) f.validity = static_cast<Validity>(pick(3));
        if (!pick(5)) f.liability = static_cast<Liability>(pick(3));
        f.timely = static_cast<Timeliness>(pick(3));
        f.registered_day = day;
        if (f.stage != Stage::closed && pick(6)) f.next_due = now + std::chrono::hours{pick(200) - 100};
        return f;
    }
    int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    std::string one_of(std::vector<std::string> const& codes) { return codes[static_cast<std::size_t>(pick(static_cast<int>(codes.size())))]; }
    std::mt19937& random() { return random_; }

private:
    std::mt19937 random_;
};

std::string week_of(Date day) {  // by the definition: the week of a date is that of its Thursday, week 1 holds the first Thursday
    Date thursday = day;
    auto const late = std::chrono::weekday{day}.iso_encoding() > std::chrono::Thursday.iso_encoding();
    while (std::chrono::weekday{thursday} != std::chrono::Thursday) thursday += days{late ? -1 : 1};
    auto const year = std::chrono::year_month_day{thursday}.year();
    int week = 0;
    for (Date d{std::chrono::local_days{year / 1 / 1}}; d <= thursday; d += days{1}) week += std::chrono::weekday{d} == std::chrono::Thursday;
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), week);
}

/// Every code of every day once: the walk by the definition is slow.
std::string const& week_code(Date day) {
    static std::map<Date, std::string> weeks;
    auto const [at, fresh] = weeks.try_emplace(day);
    if (fresh) at->second = week_of(day);
    return at->second;
}

std::string naive_code(Fact const& f, Dimension dimension) {
    auto const optional = [](auto const& value) { return value ? std::string{code_of(*value)} : std::string{}; };
    std::chrono::year_month_day const ymd{f.registered_day};
    auto const year = static_cast<int>(ymd.year());
    auto const month = static_cast<unsigned>(ymd.month());
    switch (dimension) {
        case Dimension::kind: return std::string{code_of(f.kind)};
        case Dimension::stage: return std::string{code_of(f.stage)};
        case Dimension::channel: return std::string{code_of(f.channel)};
        case Dimension::severity: return std::string{code_of(f.severity)};
        case Dimension::type: return f.type;
        case Dimension::type1: return f.type.substr(0, f.type.find('.'));
        case Dimension::cause: return f.cause;
        case Dimension::unit: return f.unit;
        case Dimension::accepting_unit: return f.accepting_unit;
        case Dimension::line: return f.line;
        case Dimension::station: return f.station;
        case Dimension::satisfaction: return optional(f.satisfaction);
        case Dimension::solved: return optional(f.solved);
        case Dimension::resolution: return optional(f.resolution);
        case Dimension::validity: return optional(f.validity);
        case Dimension::liability: return optional(f.liability);
        case Dimension::round: return std::to_string(f.round);
        case Dimension::incident: return f.incident;
        case Dimension::day: return format_date(f.registered_day);
        case Dimension::week: return week_code(f.registered_day);
        case Dimension::month: return fmt::format("{:04}-{:02}", year, month);
        case Dimension::quarter: return fmt::format("{:04}Q{}", year, (month - 1) / 3 + 1);
        case Dimension::year: return fmt::format("{:04}", year);
        case Dimension::timely: return f.timely == Timeliness::open ? "" : f.timely == Timeliness::timely ? "timely" : "late";
        case Dimension::overdue: return f.next_due && *f.next_due < now ? "yes" : "no";
        case Dimension::suspended: return f.suspended ? "yes" : "no";
        case Dimension::closing: return optional(f.closing);
    }
    return {};
}

bool naive_match(Fact const& f, FactFilter const& filter) {
    for (auto const& condition : filter.where) {
        bool any = false;
        for (auto const& code : condition.codes) {
            auto const own = naive_code(f, condition.dimension);
            bool const tree = !condition.exact && (condition.dimension == Dimension::type || condition.dimension == Dimension::cause);
            any = any || own == code || (tree && !code.empty() && own.starts_with(code + "."));
        }
        if (!any) return false;
    }
    if (filter.waiting) {
        auto const& unit = filter.waiting->owing_unit;
        bool const owed = unit.empty() ? !f.owing.empty() : std::find(f.owing.begin(), f.owing.end(), unit) != f.owing.end();
        if (!(filter.waiting->extension && f.extension_asked) && !(filter.waiting->opinion && owed)) return false;
    }
    if (filter.from && f.registered_day < *filter.from) return false;
    if (filter.to && f.registered_day > *filter.to) return false;
    return filter.seen_by.empty() || std::find(f.seen_by.begin(), f.seen_by.end(), filter.seen_by) != f.seen_by.end();
}

using Counts = std::map<std::vector<std::string>, std::int64_t>;

Counts naive_count(std::vector<Fact> const& facts, FactFilter const& filter, std::vector<Dimension> const& by) {
    Counts counts;
    for (auto const& f : facts) {
        if (!naive_match(f, filter)) continue;
        std::vector<std::string> key;
        for (auto dimension : by) key.push_back(naive_code(f, dimension));
        ++counts[key];
    }
    return counts;
}

Counts as_counts(Figures const& figures) {
    Counts counts;
    for (auto const& row : figures.rows) {
        std::vector<std::string> key;
        for (std::size_t d = 0; d < figures.by.size(); ++d) key.emplace_back(figures.code(row, d));
        EXPECT_TRUE(counts.emplace(key, row.count).second) << "a key occurs twice";
    }
    return counts;
}

std::vector<Dimension> all_dimensions() {
    std::vector<Dimension> all;
    for (auto const& row : CodeTable<Dimension>::rows) all.push_back(row.value);
    return all;
}

FactFilter random_filter(Crowd& crowd, std::vector<Fact> const& facts) {
    FactFilter filter;
    auto const dimensions = all_dimensions();
    for (int i = crowd.pick(4); i > 0; --i) {
        FactFilter::Condition condition{dimensions[static_cast<std::size_t>(crowd.pick(static_cast<int>(dimensions.size())))], {}, false};
        for (int j = crowd.pick(3); j >= 0; --j)
            condition.codes.push_back(naive_code(facts[static_cast<std::size_t>(crowd.pick(static_cast<int>(facts.size())))], condition.dimension));
        if (!crowd.pick(12)) condition.codes = {"no-such-code"};
        condition.exact = !crowd.pick(3);
        filter.where.push_back(condition);
    }
    if (!crowd.pick(3)) filter.from = new_year + days{crowd.pick(300)};
    if (!crowd.pick(3)) filter.to = new_year + days{crowd.pick(400)};
    if (!crowd.pick(4)) filter.waiting = FactFilter::Waiting{crowd.pick(2) == 0, crowd.pick(2) == 0, crowd.one_of({"", "line2", "gates", "line"})};
    if (!crowd.pick(4)) filter.seen_by = crowd.one_of({"line1", "line2", "gates", "line10", "line"});
    return filter;
}

struct World {
    std::vector<Fact> facts;
    FactTable table;
};

/// Facts of about 300 days, brought in shuffled batches and partly replaced by later versions.
std::unique_ptr<World> make_world(unsigned seed, int size) {
    auto world = std::make_unique<World>();
    Crowd crowd{seed};
    for (int i = 0; i < size; ++i) world->facts.push_back(crowd.fact(1000 + i * 7, new_year + days{i * 300 / size}));
    auto order = world->facts;
    std::shuffle(order.begin() + size / 2, order.end(), crowd.random());
    for (std::size_t at = 0; at < order.size();) {
        auto const n = std::min<std::size_t>(static_cast<std::size_t>(crowd.pick(900) + 1), order.size() - at);
        world->table.apply(std::span{order}.subspan(at, n));
        at += n;
    }
    for (int i = 0; i < size / 5; ++i) {
        auto& f = world->facts[static_cast<std::size_t>(crowd.pick(size))];
        auto newer = crowd.fact(f.key, f.registered_day);
        newer.version = f.version + 1;
        f = newer;
        world->table.apply(std::span{&f, 1});
    }
    return world;
}

TEST(FactTable, EveryCountEqualsANaiveRecount) {
    auto const world = make_world(7, 18'000);
    Crowd crowd{8};
    ASSERT_EQ(world->table.size(), 18'000);
    auto const dimensions = all_dimensions();
    for (int round = 0; round < 40; ++round) {
        auto const filter = random_filter(crowd, world->facts);
        std::vector<Dimension> by;
        for (int i = crowd.pick(5); i > 0; --i) by.push_back(dimensions[static_cast<std::size_t>(crowd.pick(static_cast<int>(dimensions.size())))]);
        auto const figures = world->table.count_by(filter, by, now);
        auto const expected = naive_count(world->facts, filter, by);
        std::int64_t total = 0;
        for (auto const& [key, count] : expected) total += count;
        ASSERT_EQ(as_counts(figures), expected) << "round " << round;
        ASSERT_EQ(figures.total, total);
        ASSERT_EQ(world->table.count(filter, now), total);
        ASSERT_EQ(world->table.count(filter, now, 100), std::min<std::int64_t>(total, 100));
    }
}

TEST(FactTable, R6_1_R6_2_R6_3_EachDimensionAloneEqualsANaiveRecount) {
    auto const world = make_world(17, 18'000);
    for (auto dimension : all_dimensions()) {
        std::vector const by{dimension};
        EXPECT_EQ(as_counts(world->table.count_by({}, by, now)), naive_count(world->facts, {}, by)) << code_of(dimension);
    }
}

TEST(FactTable, RowsComeInTheOrderOfTheirCodes) {
    auto const world = make_world(18, 5'000);
    std::vector const by{Dimension::stage, Dimension::month, Dimension::unit};
    auto const figures = world->table.count_by({}, by, now);
    ASSERT_FALSE(figures.rows.empty());
    EXPECT_EQ(figures.codes[0].front(), "dispatch");
    EXPECT_EQ(figures.codes[0].back(), "closed");
    EXPECT_EQ(figures.codes[1].front(), "2025-01");
    EXPECT_EQ(figures.codes[2].back(), "") << "complaints without a unit come last";
    EXPECT_TRUE(std::is_sorted(figures.rows.begin(), figures.rows.end(), [](auto const& a, auto const& b) { return a.value < b.value; }));
}

TEST(FactTable, PagesFollowOneAnotherWithoutGapOrDouble) {
    auto const world = make_world(9, 17'000);
    Crowd crowd{10};
    for (auto order : {LedgerOrder::registered, LedgerOrder::due, LedgerOrder::severity})
        for (int round = 0; round < 8; ++round) {
            auto const filter = random_filter(crowd, world->facts);
            std::vector<Fact const*> expected;
            for (auto const& f : world->facts)
                if (naive_match(f, filter)) expected.push_back(&f);
            auto const far = Instant::max();
            std::sort(expected.begin(), expected.end(), [&](auto const* a, auto const* b) {
                if (order == LedgerOrder::due && a->next_due.value_or(far) != b->next_due.value_or(far))
                    return a->next_due.value_or(far) < b->next_due.value_or(far);
                if (order == LedgerOrder::severity && a->severity != b->severity) return a->severity > b->severity;
                return order == LedgerOrder::due ? a->key < b->key : a->key > b->key;
            });
            std::vector<std::int64_t> keys, wanted;
            for (auto const* f : expected) wanted.push_back(f->key);
            std::optional<LedgerMark> after;
            for (;;) {
                auto const page = world->table.page(filter, order, after, 333, now);
                for (auto const& hit : page) keys.push_back(hit.key);
                if (page.size() < 333) break;
                after = page.back().mark;
            }
            ASSERT_EQ(keys, wanted);
        }
}

TEST(FactTable, MatchingKeepsTheOrderAsked) {
    auto const world = make_world(11, 5'000);
    FactFilter filter;
    filter.add(Dimension::stage, "closed");
    std::vector<std::int64_t> asked, expected;
    for (auto at = world->facts.rbegin(); at != world->facts.rend(); ++at) asked.push_back(at->key);
    asked.push_back(5);  // nobody's key
    for (auto at = world->facts.rbegin(); at != world->facts.rend(); ++at)
        if (at->stage == Stage::closed) expected.push_back(at->key);
    EXPECT_EQ(world->table.matching(filter, asked, now), expected);
    std::reverse(expected.begin(), expected.end());
    EXPECT_EQ(world->table.keys(filter, now), expected);
}

TEST(FactTable, AnOlderVersionNeverOverwrites) {
    Crowd crowd{3};
    auto fact = crowd.fact(42, new_year);
    fact.version = 5;
    fact.stage = Stage::closed;
    FactTable table;
    table.apply(std::span{&fact, 1});
    auto old = fact;
    old.version = 4;
    old.stage = Stage::dispatch;
    table.apply(std::span{&old, 1});
    EXPECT_EQ(table.find(42), fact);
    EXPECT_EQ(table.size(), 1);
}

TEST(FactTable, TheEarliestDueFollowsWhenClocksStopAndStart) {
    auto const world = make_world(12, 40'000);
    std::vector<Fact> some;
    for (std::size_t i = 0; i < world->facts.size(); i += 7) {
        auto& fact = world->facts[i];
        ++fact.version;
        fact.next_due = i % 2 ? std::optional<Instant>{} : std::optional{now - std::chrono::hours{static_cast<int>(i % 500)}};
        some.push_back(fact);
    }
    world->table.apply(some);
    FactFilter overdue;
    overdue.add(Dimension::overdue, "yes");
    std::vector<std::pair<Instant, std::int64_t>> expected;
    for (auto const& fact : world->facts)
        if (naive_match(fact, overdue)) expected.emplace_back(*fact.next_due, fact.key);
    std::sort(expected.begin(), expected.end());
    ASSERT_GT(expected.size(), 100u);
    EXPECT_EQ(world->table.count(overdue, now), static_cast<std::int64_t>(expected.size()));
    auto const page = world->table.page(overdue, LedgerOrder::due, {}, 50, now);
    ASSERT_EQ(page.size(), 50u);
    for (std::size_t i = 0; i < page.size(); ++i) EXPECT_EQ(page[i].key, expected[i].second) << i;
}

TEST(FactTable, ComesBackFromItsBytes) {
    auto const world = make_world(12, 20'000);
    std::stringstream bytes;
    world->table.save(bytes);
    FactTable again;
    ASSERT_TRUE(again.load(bytes));
    EXPECT_EQ(again.size(), world->table.size());
    for (auto const& f : world->facts) ASSERT_EQ(again.find(f.key), f);
    std::vector const by{Dimension::unit, Dimension::week};
    EXPECT_EQ(as_counts(again.count_by({}, by, now)), naive_count(world->facts, {}, by));
}

TEST(FactTable, CutOrForeignBytesLeaveItEmpty) {
    auto const world = make_world(13, 3'000);
    std::stringstream bytes;
    world->table.save(bytes);
    auto const whole = bytes.str();
    for (std::size_t cut : {std::size_t{0}, std::size_t{7}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
        std::stringstream part{whole.substr(0, cut)};
        FactTable table;
        EXPECT_FALSE(table.load(part)) << cut;
        EXPECT_EQ(table.size(), 0);
    }
}

TEST(FactTable, ReadersSeeWholeRowsWhileItIsWritten) {
    FactTable table;
    std::atomic<bool> stop = false;
    std::thread writer{[&] {
        Crowd crowd{21};
        for (int i = 0; i < 400; ++i) {
            std::vector<Fact> batch;
            for (int j = 0; j < 100; ++j) {
                auto f = crowd.fact(i * 100 + j, new_year + days{i / 2});
                f.unit = f.accepting_unit = "line1";
                batch.push_back(f);
            }
            table.apply(batch);
        }
        stop = true;
    }};
    std::vector const by{Dimension::unit, Dimension::accepting_unit};
    std::int64_t before = 0;
    while (!stop) {
        auto const figures = table.count_by({}, by, now);
        EXPECT_LE(figures.rows.size(), 1u);
        EXPECT_GE(figures.total, before);
        before = figures.total;
    }
    writer.join();
    EXPECT_EQ(table.size(), 40'000);
}

TEST(FactTable, AMillionRowsFitInSixtyMegabytes) {
    // The columns of one row, and what blocks add to it.
    FactTable table;
    std::vector<Fact> batch;
    Crowd crowd{5};
    auto const fact = crowd.fact(0, new_year);
    for (int i = 0; i < 100'000; ++i) {
        batch.push_back(fact);
        batch.back().key = i;
    }
    table.apply(batch);
    EXPECT_LE(table.memory() * 10, std::size_t{60} << 20);
}

}  // namespace
}  // namespace hearline
