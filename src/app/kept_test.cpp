#include "app/kept.hpp"

#include <gmock/gmock.h>

#include "app/ports/write_and_wait.hpp"
#include "storage/memory/memory_store.hpp"

namespace hearline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct KeptTest : testing::Test {
    Result<KeptRow> keep(Actor const& actor, KeptKind kind, std::string_view key, std::string body = "{}") {
        return write_and_wait(*store, [&](Transaction& transaction) { return hearline::keep(transaction, actor, kind, key, body, now); });
    }
    Done forget(Actor const& actor, KeptKind kind, std::string_view key) {
        return write_and_wait(*store, [&](Transaction& transaction) { return forget_kept(transaction, actor, kind, key); });
    }
    std::vector<std::string> keys(Actor const& actor, std::optional<KeptKind> kind = std::nullopt) {
        std::vector<std::string> found;
        for (auto const& row : read_now(*store, [&](Snapshot& snapshot) { return list_kept(snapshot, actor, kind); })) found.push_back(row.key);
        return found;
    }
    Instant now = instant_ms(1'795'665'600'000);
    std::unique_ptr<Store> store = make_memory_store();
    Actor const desk{Role::desk, "desk-line1", "line1"}, head{Role::head, "head-line1", "line1"}, other{Role::desk, "desk-line2", "line2"},
        leader{Role::leader, "leader", ""};
};

TEST_F(KeptTest, IsOnesOwnAndTheUnitsIsTheUnits) {
    ASSERT_TRUE(keep(desk, KeptKind::draft, "d"));
    now += std::chrono::seconds{1};
    ASSERT_TRUE(keep(desk, KeptKind::unit_view, "u"));
    EXPECT_THAT(keys(desk), ElementsAre("u", "d"));
    EXPECT_THAT(keys(desk, KeptKind::draft), ElementsAre("d"));
    EXPECT_THAT(keys(head), ElementsAre("u"));
    EXPECT_THAT(keys(other), IsEmpty());
    EXPECT_TRUE(forget(head, KeptKind::unit_view, "u"));
    EXPECT_THAT(keys(desk), ElementsAre("d"));
    EXPECT_EQ(forget(head, KeptKind::draft, "d").error().kind, ErrorKind::not_found);
}

TEST_F(KeptTest, AUnitsViewNeedsAUnit) {
    EXPECT_EQ(keep(leader, KeptKind::unit_view, "u").error().kind, ErrorKind::forbidden);
    EXPECT_TRUE(keep(leader, KeptKind::view, "u"));
    EXPECT_THAT(keys(leader), ElementsAre("u"));
}

TEST_F(KeptTest, HasLimits) {
    EXPECT_EQ(keep(desk, KeptKind::draft, "d", std::string(kept_largest + 1, ' ')).error().kind, ErrorKind::too_large);
    EXPECT_TRUE(keep(desk, KeptKind::draft, "d", std::string(kept_largest, ' ')));
    for (auto const* bad : {"", "a b", "名", "a/b"}) EXPECT_EQ(keep(desk, KeptKind::draft, bad).error().kind, ErrorKind::malformed) << bad;
    EXPECT_EQ(keep(desk, KeptKind::draft, std::string(65, 'k')).error().kind, ErrorKind::malformed);
    for (std::size_t i = 1; i < kept_most; ++i) ASSERT_TRUE(keep(desk, KeptKind::draft, fmt::format("k{}", i)));
    EXPECT_EQ(keep(desk, KeptKind::draft, "one-more").error().kind, ErrorKind::conflict);
    EXPECT_TRUE(keep(desk, KeptKind::draft, "d"));  // what is there may be replaced
    EXPECT_TRUE(keep(desk, KeptKind::view, "one-more"));
}

TEST_F(KeptTest, DraftsThatNobodyTouchesAreDropped) {
    ASSERT_TRUE(keep(desk, KeptKind::draft, "old"));
    ASSERT_TRUE(keep(desk, KeptKind::view, "old-view"));
    now += kept_drafts_for;
    ASSERT_TRUE(keep(desk, KeptKind::draft, "young"));
    now += std::chrono::seconds{1};
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) -> Done {
        drop_old_drafts(transaction, now);
        return Done{};
    }));
    EXPECT_THAT(keys(desk), ElementsAre("young", "old-view"));
}

}  // namespace
}  // namespace hearline
