// A process killed at any moment has every acknowledged write afterwards; and the sync itself happens: a file layer that forgets at the
// kill what was not synced loses nothing either. Each with a control that must lose.
#include "crash/aftermath.hpp"
#include "crash/forgetful_vfs.hpp"
#include "storage/sqlite/sqlite_store.hpp"
#include "support/temporary_folder.hpp"

namespace hearline::crash {
namespace {

constexpr auto kills = 20;

/// Kills the victim again and again in the same folder; returns how many acknowledged writes were lost.
std::size_t lost_over(int rounds, VictimOptions options, std::size_t writes_before_kill) {
    TemporaryFolder const folder;
    options.folder = folder.path();
    std::size_t gone = 0, total = 0;
    for (auto round = 0; round < rounds; ++round) {
        auto const acknowledged = Victim{options}.kill_after(writes_before_kill + static_cast<std::size_t>(round * 37 % 101));
        total += acknowledged.size();
        try {
            auto const store = open_sqlite_store({.folder = folder.path()});
            gone += lost(*store, acknowledged);
            if (options.answers == Answers::after_commit && options.vfs != forgetful_lazy_vfs) expect_sound(*store);
        } catch (StorageError const& error) {
            // Only a control may leave less than a store behind.
            EXPECT_NE(options.vfs, "") << error.what();
            EXPECT_NE(options.vfs, forgetful_vfs) << error.what();
            gone += acknowledged.size();
            return gone;
        }
        if (testing::Test::HasFailure()) break;
    }
    testing::Test::RecordProperty("acknowledged", static_cast<int>(total));
    testing::Test::RecordProperty("lost", static_cast<int>(gone));
    return gone;
}

TEST(Kill, EveryAcknowledgedWriteIsThereAfterTwentyKills) { EXPECT_EQ(lost_over(kills, {}, 300), 0u); }

TEST(Kill, ControlThatAnswersBeforeCommitLosesWrites) {
    EXPECT_GT(lost_over(kills, {.folder = {}, .answers = Answers::before_commit, .vfs = {}}, 100), 0u);
}

TEST(PowerCut, WhatWasNotSyncedIsForgottenAndNothingAcknowledgedIsLost) {
    EXPECT_EQ(lost_over(kills, {.folder = {}, .answers = Answers::after_commit, .vfs = forgetful_vfs}, 200), 0u);
}

TEST(PowerCut, ControlThatDoesNotSyncTheLogLosesWrites) {
    EXPECT_GT(lost_over(3, {.folder = {}, .answers = Answers::after_commit, .vfs = forgetful_lazy_vfs}, 200), 0u);
}

}  // namespace
}  // namespace hearline::crash
