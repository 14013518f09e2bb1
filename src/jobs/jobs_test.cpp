#include <filesystem>
#include <future>

#include "jobs/standing_jobs.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

using std::chrono::seconds;

TEST(Scheduler, EachJobRunsAtItsOwnInterval) {
    Instant now{};
    Scheduler scheduler{[&] { return now; }, {}};
    int often = 0, seldom = 0;
    scheduler.add({"often", seconds{10}, [&](Instant) { ++often; }});
    scheduler.add({"seldom", seconds{25}, [&](Instant) { ++seldom; }});
    for (int i = 0; i < 60; ++i) {
        now += seconds{1};
        scheduler.run_due();
    }
    EXPECT_EQ(often, 6);
    EXPECT_EQ(seldom, 2);
}

TEST(Scheduler, AJobThatThrowsIsToldAndRunsAgain) {
    Instant now{};
    std::vector<std::string> told;
    Scheduler scheduler{[&] { return now; }, [&](auto const& job, auto const& what) { told.push_back(job + ": " + what); }};
    int tries = 0;
    scheduler.add({"shaky", seconds{1}, [&](Instant) {
                       if (++tries == 1) throw std::runtime_error{"lost"};
                   }});
    for (int i = 0; i < 2; ++i) {
        now += seconds{1};
        scheduler.run_due();
    }
    EXPECT_EQ(told, std::vector<std::string>{"shaky: lost"});
    EXPECT_EQ(scheduler.status()[0].runs, 2);
    EXPECT_EQ(scheduler.status()[0].failures, 1);
}

TEST(Scheduler, ItsThreadRunsJobsAndStopsWhenAsked) {
    std::promise<void> ran;
    std::atomic<bool> told = false;
    Scheduler scheduler{[] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }, {}};
    scheduler.add({"once", std::chrono::milliseconds{1}, [&](Instant) {
                       if (!told.exchange(true)) ran.set_value();
                   }});
    scheduler.start();
    ran.get_future().wait();
    scheduler.stop();
    EXPECT_GE(scheduler.status()[0].runs, 1);
}

class StandingJobsTest : public testing::AppWorld {};

TEST_F(StandingJobsTest, CleanForgetsOldRepliesAndSessionsAndKeepsTheRest) {
    Scheduler scheduler{[&] { return now; }, [](auto const& job, auto const& what) { ADD_FAILURE() << job << what; }};
    auto const cache = (std::filesystem::temp_directory_path() / ("hearline-jobs-" + random_code(system_random(), 10))).string();
    add_standing_jobs(scheduler, {*store, *holder, *feed, cache, std::chrono::minutes{30}});
    IdempotencyRow reply;
    reply.key = sha256("k");
    reply.at = now;
    SessionRow session;
    session.digest = sha256("s");
    session.user = "agent";
    session.created_at = session.last_seen_at = now;
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) -> Done {
        transaction.put_idempotency(reply);
        transaction.put_session(session);
        transaction.put_kept({"draft", "agent", "d", "{}", now});
        return Done{};
    }));
    auto const there = [&] {
        return read_now(*store, [&](Snapshot& snapshot) {
            return std::pair{snapshot.idempotency(reply.key).has_value(), snapshot.session(session.digest).has_value()};
        });
    };
    later(std::chrono::minutes{30});
    scheduler.run_due();
    EXPECT_EQ(there(), (std::pair{true, true}));
    EXPECT_TRUE(std::filesystem::exists(cache));
    later(std::chrono::minutes{10});  // over at the door for ten minutes, and gone with the next cleaning
    scheduler.run_due();
    EXPECT_EQ(there(), (std::pair{true, false}));
    later(std::chrono::hours{48});
    scheduler.run_due();
    EXPECT_EQ(there(), (std::pair{false, false}));
    auto const drafts = [&] { return read_now(*store, [](Snapshot& snapshot) { return snapshot.kept_keys("draft", "agent").size(); }); };
    EXPECT_EQ(drafts(), 1u);
    later(std::chrono::hours{31 * 24});
    scheduler.run_due();
    EXPECT_EQ(drafts(), 0u);
    std::filesystem::remove(cache);
}

TEST_F(StandingJobsTest, TheDirectoryIsRenewedWhenTheStoreChanged) {
    Scheduler scheduler{[&] { return now; }, [](auto const& job, auto const& what) { ADD_FAILURE() << job << what; }};
    add_standing_jobs(scheduler, {*store, *holder, *feed, "", std::chrono::minutes{30}});
    ReferenceData more;
    more.units = {{"line3", "三号线", "", "metro", UnitKind::unit, 9, false}};
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, more, system_actor(), now); }));
    EXPECT_EQ(holder->get()->unit("line3"), nullptr);
    later(std::chrono::seconds{3});
    scheduler.run_due();
    EXPECT_NE(holder->get()->unit("line3"), nullptr);
}

}  // namespace
}  // namespace hearline
