#include "http/presence.hpp"

#include <gmock/gmock.h>

namespace hearline::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Instant const noon = instant_ms(1'795'665'600'000);
Number const one{1}, two{2};

PresenceBoard::Person person(std::string user, PresenceState state, Instant at = noon) {
    auto name = user;
    return {std::move(user), std::move(name), state, at, at};
}

TEST(PresenceBoard, SaysWhoIsWhereAndSinceWhen) {
    PresenceBoard board;
    EXPECT_TRUE(board.tell(one, person("li", PresenceState::viewing)));
    EXPECT_FALSE(board.tell(one, person("li", PresenceState::viewing, noon + std::chrono::seconds{20})));
    ASSERT_EQ(board.at(one).size(), 1u);
    EXPECT_EQ(board.at(one)[0].since, noon);
    EXPECT_TRUE(board.tell(one, person("li", PresenceState::working, noon + std::chrono::seconds{30})));
    EXPECT_EQ(board.at(one)[0].since, noon + std::chrono::seconds{30});
    EXPECT_THAT(board.at(two), IsEmpty());
    EXPECT_TRUE(board.tell(one, person("li", PresenceState::gone)));
    EXPECT_FALSE(board.tell(one, person("li", PresenceState::gone)));
    EXPECT_THAT(board.at(one), IsEmpty());
}

TEST(PresenceBoard, ForgetsWhoSaysNothingMore) {
    PresenceBoard board;
    board.tell(one, person("li", PresenceState::working));
    board.tell(two, person("li", PresenceState::viewing, noon + std::chrono::seconds{30}));
    EXPECT_THAT(board.expire(noon + std::chrono::seconds{44}), IsEmpty());
    EXPECT_THAT(board.expire(noon + std::chrono::seconds{45}), ElementsAre(one));
    EXPECT_THAT(board.at(one), IsEmpty());
    EXPECT_EQ(board.at(two).size(), 1u);
}

TEST(PresenceBoard, IsOfBoundedSize) {
    PresenceBoard board;
    for (std::size_t i = 0; i < PresenceBoard::most_people + 10; ++i) board.tell(one, person("u" + std::to_string(i), PresenceState::viewing));
    EXPECT_EQ(board.at(one).size(), PresenceBoard::most_people);
    for (std::size_t i = 0; i < PresenceBoard::most_complaints + 10; ++i) board.tell(Number{static_cast<std::int64_t>(10 + i)}, person("li", PresenceState::viewing));
    EXPECT_EQ(board.expire(noon + std::chrono::hours{1}).size(), PresenceBoard::most_complaints);
}

}  // namespace
}  // namespace hearline::http
