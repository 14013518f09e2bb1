#include "app/ports/key_maker.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hearline {
namespace {

Instant const noon = instant_ms(1'795'665'600'000);

/// What a store would answer about the keys made so far.
struct Taken {
    std::set<ComplaintKey> keys;
    int asked = 0;
    ComplaintKey next(KeyMaker& maker, Instant at) {
        auto const key = maker.next(at, [&](ComplaintKey first, ComplaintKey last) {
            ++asked;
            auto const above = keys.upper_bound(last);
            if (above == keys.begin()) return ComplaintKey{};
            return *std::prev(above) < first ? ComplaintKey{} : *std::prev(above);
        });
        EXPECT_TRUE(keys.insert(key).second);
        return key;
    }
};

TEST(KeyMaker, AKeyTellsItsTime) {
    EXPECT_EQ(ms_of_key(make_key(ms_of(noon), 1023, 4095)), ms_of(noon));
    EXPECT_LT(make_key(ms_of(noon), 1023, 4095), make_key(ms_of(noon) + 1, 0, 0));
    EXPECT_GT(make_key(key_epoch_ms, 0, 1).value, 0);
    EXPECT_GT(make_key(7'258'118'400'000 - 1, 1023, 4095).value, 0) << "the year 2199 fits";
}

TEST(KeyMaker, AFullMillisecondSpillsIntoTheNext) {
    KeyMaker maker{3};
    Taken taken;
    ComplaintKey last;
    for (auto i = 0; i < 10'000; ++i) {
        auto const key = taken.next(maker, noon);
        EXPECT_GT(key, last);
        last = key;
    }
    EXPECT_EQ(ms_of_key(last), ms_of(noon) + 2);
}

TEST(KeyMaker, ATimeInThePastAsksWhatIsTaken) {
    KeyMaker maker{0};
    Taken taken;
    taken.next(maker, noon);
    taken.next(maker, noon + std::chrono::seconds{1});
    EXPECT_EQ(taken.asked, 0);
    taken.next(maker, noon);
    EXPECT_EQ(taken.asked, 1);
    taken.next(maker, noon - std::chrono::seconds{1});
}

TEST(KeyMaker, ANewMakerGoesOnBehindTheNewestKey) {
    Taken taken;
    KeyMaker first{0};
    auto const newest = taken.next(first, noon);
    KeyMaker second{0, newest};
    EXPECT_GT(taken.next(second, noon), newest);
}

TEST(KeyMaker, NodesNeverMeet) {
    KeyMaker a{1}, b{2};
    Taken taken;
    for (auto i = 0; i < 100; ++i) {
        taken.next(a, noon);
        taken.next(b, noon);
    }
}

TEST(KeyMaker, ACopyPutBackForgets) {
    KeyMaker maker{0};
    Taken none;
    none.next(maker, noon);
    auto const before = maker;
    auto const forgotten = none.next(maker, noon + std::chrono::hours{1});
    maker = before;
    none.keys.erase(forgotten);
    EXPECT_EQ(none.next(maker, noon + std::chrono::hours{1}), forgotten);
}

TEST(KeyMaker, TimesBeforeTheEpochStayPositive) {
    KeyMaker maker{0};
    Taken taken;
    EXPECT_GT(taken.next(maker, instant_ms(0)).value, 0);
    EXPECT_GT(taken.next(maker, instant_ms(0)).value, 0);
}

}  // namespace
}  // namespace hearline
