#include "app/remake_records.hpp"

#include "app/event_rows.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class RemakeRecords : public testing::AppWorld {
protected:
    /// Registers so many, and gives them records as an earlier program might have made them.
    void fill(int count) {
        for (int i = 0; i < count; ++i) numbers.push_back(registered("扶梯停运"));
        write([&](Transaction& transaction) {
            for (auto const number : numbers) {
                auto row = *transaction.find_for_update(number);
                right.push_back(row);
                row.record.replace(row.record.find("severity=ordinary"), 17, "severity=urgent");
                row.next_due.reset();
                ASSERT_TRUE(transaction.save(row, row.version, {}));
            }
        });
    }
    template <class F>
    void write(F&& f) {
        (void)write_and_wait(*store, [&](Transaction& transaction) -> Done {
            f(transaction);
            return std::monostate{};
        });
    }
    bool is_current() {
        return read_now(*store, [](Snapshot& snapshot) { return records_are_current(snapshot); });
    }
    bool is_right(std::size_t i) {
        auto const now_there = row(numbers[i]);
        return now_there.record == right[i].record && now_there.next_due == right[i].next_due && now_there.version == right[i].version;
    }

    std::vector<Number> numbers;
    std::vector<ComplaintRow> right;
};

TEST_F(RemakeRecords, MakesThoseThatDifferAnewAndOnlyOnce) {
    fill(3);
    EXPECT_FALSE(is_current());
    auto const done = remake_records(*store, now);
    EXPECT_EQ(done.complaints, 3);
    EXPECT_EQ(done.remade, 3);
    EXPECT_EQ(done.left, 0);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(is_right(i)) << i;
    EXPECT_TRUE(is_current());
    EXPECT_EQ(remake_records(*store, now).complaints, 0);
}

TEST_F(RemakeRecords, GoesOnWhereItWasCutOff) {
    constexpr int many = 450;
    fill(many);
    struct PowerCut {};
    std::int64_t before = 0;
    EXPECT_THROW((void)remake_records(*store, now, [&](std::int64_t done, std::int64_t) {
        before = done;
        throw PowerCut{};
    }), PowerCut);
    EXPECT_GT(before, 0);
    EXPECT_FALSE(is_current());
    EXPECT_TRUE(is_right(0));
    EXPECT_FALSE(is_right(many - 1));
    auto const rest = remake_records(*store, now);
    EXPECT_EQ(rest.complaints, many - before);
    for (std::size_t i = 0; i < many; ++i) ASSERT_TRUE(is_right(i)) << i;
    EXPECT_TRUE(is_current());
}

TEST_F(RemakeRecords, ARecordWhoseEventsAreFewerThanItSaysIsLeft) {
    fill(2);
    write([&](Transaction& transaction) {
        auto row = *transaction.find_for_update(numbers[0]);
        ++row.version;
        ASSERT_TRUE(transaction.save(row, row.version - 1, {}));
    });
    auto const done = remake_records(*store, now);
    EXPECT_EQ(done.remade, 1);
    EXPECT_EQ(done.left, 1);
    EXPECT_EQ(done.first_left, std::vector{numbers[0]});
    EXPECT_NE(row(numbers[0]).record, right[0].record);
}

}  // namespace
}  // namespace hearline
