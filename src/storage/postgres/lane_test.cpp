#include "storage/postgres/lane.hpp"

#include <gtest/gtest.h>

#include <future>

#include "storage/postgres/keys.hpp"
#include "storage/postgres/migrate.hpp"
#include "support/postgres_samples.hpp"
#include "support/postgres_server.hpp"

namespace hearline::postgres {
namespace {

Instant now() { return test::sample_time; }

class LaneTest : public testing::Test {
protected:
    LaneTest() : address{*parse_address(test::PostgresServer::shared().fresh_url())} {
        Wire wire{address};
        migrate(wire, address.schema, now);
    }

    /// Queues one event and the end of the transaction, as a writer does.
    void queue_write(Lane& lane, Wire& wire, std::string const& body) {
        EventRow event;
        event.digest = test::digest_of(body);
        wire.send("BEGIN");
        auto position = lane.take(1);
        wire.send("INSERT INTO event (position, complaint, seq, body, digest) VALUES ($1, 1, $1, $2, $3)",
                  {position.value, std::string_view{body}, sql::Value::blob(bytes_of(event.digest))});
        lane.seal({&event, 1});
        lane.queue_end(wire);
    }
    std::int64_t events() { return Wire{address}.ask("SELECT count(*) FROM event").integer(0, 0); }

    Address address;
};

TEST_F(LaneTest, ACommitWhoseAnswerWasLostIsFound) {
    Lane lane{3, "me"};
    Wire wire{address};
    EXPECT_FALSE(lane.claim(wire));
    queue_write(lane, wire, "a");
    wire.ask("COMMIT");  // the writer does not hear of it
    Wire next{address};
    EXPECT_TRUE(lane.claim(next));
    EXPECT_EQ(lane.last().value, (std::int64_t{3} << 40) + 1);
    EXPECT_FALSE(lane.claim(next)) << "said once";
}

TEST_F(LaneTest, ATransactionThatNeverReachedItsCommitIsNotFound) {
    Lane lane{3, "me"};
    Wire wire{address};
    (void)lane.claim(wire);
    queue_write(lane, wire, "a");
    wire.await();
    // The claim waits until the old transaction is over, whichever way.
    auto claimed = std::async(std::launch::async, [&] {
        Wire next{address};
        return lane.claim(next);
    });
    Wire killer{address};
    killer.ask("SELECT pg_terminate_backend($1)", {wire.backend()});
    EXPECT_FALSE(claimed.get());
    EXPECT_EQ(events(), 0);
}

TEST_F(LaneTest, ATransactionGivenUpForLostIsRefusedWhenItComesAfterAll) {
    Lane late{3, "me"};
    Wire slow{address};
    (void)late.claim(slow);
    // Its successor on a new connection shuts it out.
    Lane lane{3, "me"};
    Wire wire{address};
    (void)lane.claim(wire);
    queue_write(late, slow, "late");
    EXPECT_THROW(slow.ask("COMMIT"), EngineError);
    EXPECT_EQ(events(), 0);
    queue_write(lane, wire, "in time");
    wire.ask("COMMIT");
    EXPECT_EQ(events(), 1);
}

TEST_F(LaneTest, AClaimWhoseAnswerWasLostIsNotTakenForTheCommit) {
    Lane lane{3, "me"};
    Wire wire{address};
    (void)lane.claim(wire);
    queue_write(lane, wire, "a");
    wire.ask("ROLLBACK");
    // The first claim after the loss is lost too: its effect stays, its writer knows nothing of it.
    Lane copy = lane;
    EXPECT_FALSE(copy.claim(wire));
    EXPECT_FALSE(lane.claim(wire));
}

TEST_F(LaneTest, AnotherHolderOfTheLaneIsRefused) {
    Lane mine{3, "me"}, theirs{3, "they"};
    Wire wire{address}, other{address};
    (void)mine.claim(wire);
    (void)theirs.claim(other);
    queue_write(mine, wire, "mine");
    EXPECT_THROW(wire.ask("COMMIT"), EngineError);
    queue_write(theirs, other, "theirs");
    other.ask("COMMIT");
    EXPECT_EQ(events(), 1);
}

TEST_F(LaneTest, TwoNodesTakeDifferentSlotsAndASlotGivenBackIsTakenAgainWithAnotherKeyNumber) {
    Wire wire{address};
    Node first{now}, second{now};
    first.join(wire);
    second.join(wire);
    EXPECT_NE(first.lane(0), second.lane(0));
    EXPECT_NE(first.key_number(), second.key_number());
    EXPECT_TRUE(first.renew(wire));
    first.leave(wire);
    EXPECT_FALSE(first.renew(wire));
    Node third{now};
    third.join(wire);
    EXPECT_EQ(third.lane(0), first.lane(0));
    EXPECT_NE(third.key_number(), first.key_number());
    EXPECT_NE(third.key_number(), second.key_number());
}

TEST_F(LaneTest, ANodeNotSeenForALeaseLosesItsSlot) {
    Wire wire{address};
    Node gone{now};
    gone.join(wire);
    Node next{[] { return test::sample_time + Node::lease + std::chrono::milliseconds{1}; }};
    next.join(wire);
    EXPECT_EQ(next.lane(0), gone.lane(0));
    EXPECT_FALSE(gone.renew(wire));
}

TEST(NodeKeys, NoKeyTwiceEvenWhenAMillisecondIsUsedUp) {
    NodeKeys keys{5, test::sample_time - std::chrono::seconds{1}};
    std::vector<ComplaintKey> made;
    for (int i = 0; i < key_counters + 100; ++i) made.push_back(keys.next(test::sample_time));
    for (int i = 0; i < 50; ++i) made.push_back(keys.next(test::sample_time - std::chrono::days{i}));
    EXPECT_EQ(ms_of_key(made.front()), ms_of(test::sample_time));
    EXPECT_EQ(ms_of_key(made[key_counters]), ms_of(test::sample_time) + 1);
    std::sort(made.begin(), made.end());
    EXPECT_EQ(std::adjacent_find(made.begin(), made.end()), made.end());
}

}  // namespace
}  // namespace hearline::postgres
