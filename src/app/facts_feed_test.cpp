#include "app/facts_feed.hpp"

#include <filesystem>
#include <fstream>

#include "app/digest_stream.hpp"
#include "app/export_ledger.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class Feed : public testing::AppWorld {
protected:
    Feed() : file{(std::filesystem::temp_directory_path() / ("hearline-facts-" + random_code(system_random(), 10))).string()} {}
    ~Feed() override { std::filesystem::remove(file); }
    /// A second table over the same store, as after a restart.
    std::int64_t restart(FactTable& table, Store& over) {
        feeds.push_back(std::make_unique<FactsFeed>(over, table, Zone::shanghai()));
        return feeds.back()->start(file);
    }
    void expect_same(FactTable const& a) {
        EXPECT_EQ(a.size(), facts.size());
        for (auto key : facts.keys({}, now)) EXPECT_EQ(a.find(key), facts.find(key));
    }
    std::string file;
    std::vector<std::unique_ptr<FactsFeed>> feeds;
};

TEST_F(Feed, EveryCommitIsInTheFactsBeforeTheWriterIsAnswered) {
    auto const number = registered();
    EXPECT_EQ(facts.size(), 1);
    done(number, agent, dispatch_to("line1"));
    auto const fact = facts.find(row(number).key.value);
    ASSERT_TRUE(fact);
    EXPECT_EQ(fact->stage, Stage::opinion);
    EXPECT_EQ(fact->unit, "line1");
    EXPECT_EQ(fact->seen_by, (std::vector<std::string>{"centre", "line1"}));
}

TEST_F(Feed, WithoutACacheEverythingIsReadFromTheStore) {
    for (int i = 0; i < 20; ++i) live(registered());
    FactTable again;
    EXPECT_EQ(restart(again, *store), 0);
    expect_same(again);
}

TEST_F(Feed, TheCacheIsReadAndWhatCameAfterIsFollowed) {
    for (int i = 0; i < 20; ++i) registered();
    feed->write_cache(file);
    auto const number = registered();
    live(number);
    FactTable again;
    EXPECT_EQ(restart(again, *store), 20);
    expect_same(again);
}

TEST_F(Feed, ADamagedCacheIsNotBelieved) {
    for (int i = 0; i < 20; ++i) registered();
    feed->write_cache(file);
    std::string bytes;
    {
        std::ifstream in{file, std::ios::binary};
        bytes.assign(std::istreambuf_iterator<char>{in}, {});
    }
    auto const write = [&](std::string const& content) { std::ofstream{file, std::ios::binary | std::ios::trunc} << content; };
    for (std::size_t at : {std::size_t{40}, bytes.size() / 2, bytes.size() - 3}) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        write(damaged);
        FactTable again;
        EXPECT_EQ(restart(again, *store), 0) << at;
        expect_same(again);
    }
    write(bytes.substr(0, bytes.size() - 36));  // the end mark is missing
    FactTable again;
    EXPECT_EQ(restart(again, *store), 0);
    expect_same(again);
}

TEST_F(Feed, ACacheOfAnotherStoreIsNotBelieved) {
    registered();
    feed->write_cache(file);
    auto const other = make_memory_store();
    FactTable again;
    EXPECT_EQ(restart(again, *other), 0);
    EXPECT_EQ(again.size(), 0);
}

TEST_F(Feed, R6_4_TimelinessCountsEveryStageUpToTheFeedback) {
    auto const in_time = registered(), late = registered();
    live(in_time);
    later(std::chrono::hours{24 * 5});
    live(late);
    EXPECT_EQ(facts.find(row(in_time).key.value)->timely, Timeliness::timely);
    EXPECT_EQ(facts.find(row(late).key.value)->timely, Timeliness::late) << "dispatched after its day";
    EXPECT_EQ(facts.find(row(registered()).key.value)->timely, Timeliness::open);
}

class Rows final : public TableWriter {
public:
    void begin(std::span<TableColumn const> columns) override {
        for (auto const& column : columns) titles.push_back(column.title);
    }
    void row(std::span<TableCell const> cells) override {
        auto& words = rows.emplace_back();
        for (auto const& cell : cells) words.push_back(cell.words());
    }
    void end() override { ended = true; }
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows;
    bool ended = false;
};

TEST_F(Feed, R3_6_TheLedgerIsExportedInTheOrderOfTheRegulation) {
    auto r = registration();
    r.place = {"1", "tiyuxilu", "B", "", "", "", "站厅"};
    auto const number = registered(r, agent);
    live(number);
    registered();
    Rows rows;
    auto const written = export_ledger(*store, facts, *directory(), director, {}, Language::zh, now, rows, {});
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, 2);
    EXPECT_TRUE(rows.ended);
    EXPECT_EQ((std::vector<std::string>{rows.titles.begin(), rows.titles.begin() + 10}),
              (std::vector<std::string>{"投诉编号", "姓名", "联系方式", "投诉时间", "投诉地点", "投诉内容", "受理时间", "处理单位", "办理进度", "处理结果"}));
    EXPECT_EQ((std::vector<std::string>{rows.rows[0].begin(), rows.rows[0].begin() + 10}),
              (std::vector<std::string>{format_number(number), "张*", "138****1234 z***@example.com", "2026-06-08 09:00:00", "1号线 体育西路 B口 站厅", "B口扶梯停运，无人处理",
                                        "2026-06-08 09:00:00", "一号线中心", "已办结", "扶梯恢复运行"}));
    for (auto const& cells : rows.rows) EXPECT_EQ(cells.size(), rows.titles.size());
    Rows own;
    EXPECT_EQ(*export_ledger(*store, facts, *directory(), desk1, {}, Language::zh, now, own, {}), 1);
    EXPECT_FALSE(export_ledger(*store, facts, *directory(), leader, {}, Language::zh, now, own, {}));
}

TEST(DigestStream, GivesBackWhatWasWrittenAndNoticesEveryChange) {
    std::string content;
    for (int i = 0; i < 400'000; ++i) content += static_cast<char>('a' + i % 23);
    content += content + content;  // more than one piece
    std::ostringstream disk;
    {
        DigestOut sealed{disk};
        std::ostream out{&sealed};
        out << content;
        sealed.finish();
    }
    auto const read = [&](std::string const& bytes) {
        std::istringstream in{bytes};
        DigestIn sealed{in};
        std::string back{std::istreambuf_iterator<char>{&sealed}, {}};
        return std::pair{sealed.whole(), back == content};
    };
    EXPECT_EQ(read(disk.str()), (std::pair{true, true}));
    for (std::size_t at : {std::size_t{0}, std::size_t{10}, std::size_t{1000}, disk.str().size() - 1}) {
        auto changed = disk.str();
        changed[at] = static_cast<char>(changed[at] ^ 4);
        EXPECT_FALSE(read(changed).first) << at;
    }
    EXPECT_FALSE(read(disk.str().substr(0, disk.str().size() - 36)).first);
}

}  // namespace
}  // namespace hearline
