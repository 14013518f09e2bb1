// Random actors do random acts at random times, thousands of lives long: whatever they try, the promises of workflow.md hold.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "domain/complaint/stage_table.hpp"
#include "domain/organisation/permission.hpp"
#include "runner.hpp"
#include "sentence.hpp"

namespace hearline::scenario {
namespace {

using namespace std::chrono_literals;

constexpr int lives = 1000, acts_a_life = 50;

class Walk {
public:
    explicit Walk(std::uint64_t seed) : random_{seed}, world_{before_the_notice()} {}

    void live() {
        begin();
        for (int i = 0; i < acts_a_life; ++i) {
            now_ += std::chrono::minutes{pick(3) == 0 ? pick(5000) : pick(90)};
            if (!announced_ && chance(200)) {
                world_.announce(2026, actor_of("director"), now_);
                announced_ = true;
                check_clocks(record());
                continue;
            }
            step();
        }
        for (auto const& wrong : world_.check_all()) ADD_FAILURE() << wrong;
    }

    int done = 0, refused = 0;
    std::vector<bool> seen = std::vector<bool>(CodeTable<ActName>::rows.size());

private:
    /// The calendar of the year is still to come.
    static World const& before_the_notice() {
        static World const world = [] {
            auto made = shipped_world();
            made.forget_calendar(2026);
            return made;
        }();
        return world;
    }
    [[nodiscard]] int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    [[nodiscard]] bool chance(int of) { return pick(of) == 0; }
    template <class E>
    [[nodiscard]] E any() {
        return CodeTable<E>::rows[static_cast<std::size_t>(pick(static_cast<int>(CodeTable<E>::rows.size())))].value;
    }
    [[nodiscard]] Complaint const& record() { return world_.get("C").record; }
    [[nodiscard]] std::string text() { return chance(40) ? std::string{} : "说明" + std::to_string(pick(1000)) + (chance(5) ? "\n第二行\\完" : ""); }

    void begin() {
        Registration r;
        r.channel = any<Channel>();
        r.severity = any<Severity>();
        r.content = "站台" + std::to_string(pick(100)) + "广播听不清";
        if (chance(3)) r.received_at = now_ - std::chrono::minutes{pick(40)};
        if (chance(3)) r.unit = "line2";
        if (chance(2)) r.complainant = {"张三", "13800001234", "", chance(4)};
        if (chance(2)) r.place.detail = "靠近\nA口";
        ASSERT_TRUE(world_.add("C", r, actor_of(chance(3) ? "desk-line1" : "agent"), now_));
        check_clocks(record());
    }

    [[nodiscard]] Actor who() {
        static constexpr std::array<std::string_view, 14> people{"agent",      "agent2",    "director",  "desk-line1", "desk-line2", "head-line1", "desk-security",
                                                                 "passenger",  "leader",    "auditor",   "sysadmin",   "secadmin",   "system",     "desk-line3"};
        return actor_of(people[static_cast<std::size_t>(pick(static_cast<int>(people.size())))]);
    }

    [[nodiscard]] Act body(ActName name) {
        Act act;
        act.name = name;
        for (auto* const member : {&act.reason, &act.note, &act.text, &act.findings, &act.measures, &act.cause, &act.done, &act.comment, &act.file_name}) *member = text();
        if (name != ActName::complete || chance(2)) act.result = text(), act.resolution = any<Resolution>();
        act.cause = chance(20) ? "" : "equipment";
        act.type = "service.gate";
        act.units = {{"line1", true}};
        if (chance(2)) act.units = {{"line2", true}, {"security", false}};
        if (chance(20)) act.units.push_back({"line1", true});
        act.claim = any<Claim>();
        if (chance(4)) act.due = now_ + std::chrono::hours{pick(200) - 10};
        act.until = now_ + std::chrono::hours{pick(600)};
        if (chance(2)) act.clock = chance(2) ? "reply" : chance(5) ? "review" : "stage";
        act.means = any<Means>();
        act.direction = any<Direction>();
        act.outcome = any<FollowUpOutcome>();
        if (act.outcome == FollowUpOutcome::answered || name == ActName::rate || chance(10)) act.satisfaction = any<Satisfaction>();
        act.severity = any<Severity>();
        act.kind = any<Kind>();
        if (chance(2)) act.place = Place{"1", "体育西路", "B", "", "", "", chance(2) ? "扶梯口" : ""};
        act.attachment = std::string(64, 'a');
        act.file_size = 10;
        return act;
    }

    /// An act that would lead on, or end a wait.
    [[nodiscard]] ActName next_act() {
        if (record().suspended) return ActName::resume;
        if (record().extension_asked_clock && chance(2)) return chance(3) ? ActName::refuse_extension : ActName::grant_extension;
        std::vector<ActName> acts;
        for (auto const& row : transitions)
            if (row.from == record().stage) acts.push_back(row.act);
        return acts[static_cast<std::size_t>(pick(static_cast<int>(acts.size())))];
    }

    void step() {
        auto actor = who();
        auto name = any<ActName>();
        // Mostly what leads on, by someone who may, so that lives get somewhere; else what is offered, or anything at all.
        if (!chance(3)) {
            name = next_act();
            for (int i = 0; i < 20 && !has_right(actor, record(), name, now_, std::nullopt); ++i) actor = who();
        } else if (!chance(3)) {
            auto const possible = world_.possible("C", actor, now_);
            if (!possible.empty()) name = possible[static_cast<std::size_t>(pick(static_cast<int>(possible.size())))];
        }
        auto act = body(name);
        if ((name == ActName::end || name == ActName::withdraw || name == ActName::refuse) && !chance(8)) return;
        auto const before = record();
        auto const result = world_.act("C", act, actor, now_);
        if (!result) {
            ++refused;
            EXPECT_EQ(record(), before);
            EXPECT_FALSE(result.error().detail.zh.empty());
            if (!stage_allows(before.stage, name)) {
                EXPECT_EQ(result.error().kind, ErrorKind::conflict);
            }
            return;
        }
        ++done;
        seen[static_cast<std::size_t>(name)] = true;
        check_step(before, act, actor);
        check_clocks(record());
    }

    void check_step(Complaint const& before, Act const& act, Actor const& actor) {
        auto const& after = record();
        EXPECT_EQ(after.version, before.version + 1);
        bool in_table = is_standing(before.stage, act.name) && after.stage == before.stage && after.round == before.round;
        for (auto const& row : transitions) {
            if (row.from != before.stage || row.act != act.name || row.to != after.stage) continue;
            if (after.round == before.round + (row.turn == Turn::next_round ? 1 : 0)) in_table = true;
        }
        EXPECT_TRUE(in_table) << code_of(act.name) << " led from " << code_of(before.stage) << " to " << code_of(after.stage);
        if (after.stage == Stage::closed && before.stage != Stage::closed) check_closing(before, act);
        if (act.name == ActName::record_follow_up) {
            EXPECT_TRUE(of_centre(actor.role));
            EXPECT_EQ(std::count(before.handled_by.begin(), before.handled_by.end(), HandlingMark{before.round, actor.user}), 0);
        }
    }

    // R5.1
    void check_closing(Complaint const& before, Act const& act) {
        if (act.name == ActName::withdraw || act.name == ActName::end || act.name == ActName::refuse) return;
        EXPECT_EQ(before.stage, Stage::follow_up);
        auto const& events = world_.get("C").events;
        int round = 1;
        bool fed_back = false;
        for (auto const& event : events) {
            if (event.data.has("round")) round = static_cast<int>(event.data.get_int("round"));
            if (event.act == ActName::give_feedback && round == before.round) fed_back = true;
        }
        EXPECT_TRUE(fed_back);
        bool const lost = act.name == ActName::record_follow_up && act.outcome == FollowUpOutcome::unreachable;
        if (lost) {
            EXPECT_EQ(record().unreachable_attempts, 3);
        }
        EXPECT_EQ(record().satisfaction == Satisfaction::unrated, lost);
    }

    static void check_clocks(Complaint const& c) {
        std::optional<Instant> earliest;
        std::vector<ClockName> open;
        for (auto const& clock : c.clocks) {
            bool const is_open = clock.outcome == ClockOutcome::running || clock.outcome == ClockOutcome::paused;
            EXPECT_EQ(is_open, !clock.ended_at.has_value());
            if (clock.outcome == ClockOutcome::met) {
                EXPECT_LE(*clock.ended_at, clock.due_at);
            }
            if (clock.outcome == ClockOutcome::missed) {
                EXPECT_GT(*clock.ended_at, clock.due_at);
            }
            EXPECT_EQ(clock.outcome == ClockOutcome::paused, !clock.pauses.empty() && !clock.pauses.back().until);
            EXPECT_GE(clock.due_at, clock.started_at);
            if (!is_open) continue;
            EXPECT_EQ(std::count(open.begin(), open.end(), clock.name), 0) << "two of " << code_of(clock.name);
            EXPECT_EQ(clock.round, clock.name == ClockName::relay ? 1 : c.round);
            EXPECT_EQ(clock.outcome == ClockOutcome::paused, c.suspended);
            open.push_back(clock.name);
            if (clock.outcome == ClockOutcome::running && (!earliest || clock.due_at < *earliest)) earliest = clock.due_at;
        }
        EXPECT_EQ(c.next_due(), earliest);
        auto const has = [&](ClockName name) { return std::find(open.begin(), open.end(), name) != open.end(); };
        if (auto const own = clock_of(c.stage)) {
            EXPECT_TRUE(has(*own));
        } else {
            EXPECT_TRUE(open.empty());
        }
        EXPECT_EQ(has(ClockName::reply), c.stage != Stage::closed && c.stage != Stage::follow_up);
        EXPECT_EQ(c.closed_at.has_value(), c.stage == Stage::closed);
        if (c.extension_asked_clock) {
            EXPECT_TRUE(has(*c.extension_asked_clock));
        }
    }

    std::mt19937_64 random_;
    World world_;
    Instant now_ = parse_rfc3339("2026-09-28T08:00:00+08:00").value();
    bool announced_ = false;
};

TEST(RandomWalk, R1_4_EveryLifeKeepsThePromises) {
    int done = 0, refused = 0;
    std::vector<bool> seen(CodeTable<ActName>::rows.size());
    for (int life = 0; life < lives && !testing::Test::HasFailure(); ++life) {
        SCOPED_TRACE(life);
        Walk walk{static_cast<std::uint64_t>(life)};
        walk.live();
        done += walk.done;
        refused += walk.refused;
        for (std::size_t i = 0; i < seen.size(); ++i) seen[i] = seen[i] || walk.seen[i];
    }
    EXPECT_GT(done, lives * 5);
    EXPECT_GT(refused, lives);
    for (auto const& row : CodeTable<ActName>::rows) {
        bool const no_act = row.value == ActName::register_ || row.value == ActName::import_ || row.value == ActName::recalendar ||
                            row.value == ActName::undo;
        EXPECT_EQ(seen[static_cast<std::size_t>(row.value)], !no_act) << row.code;
    }
}

}  // namespace
}  // namespace hearline::scenario
