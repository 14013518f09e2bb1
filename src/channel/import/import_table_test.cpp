#include "channel/import/import_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/complaint_view.hpp"
#include "app/load_reference.hpp"
#include "channel/network_file.hpp"
#include "channel/reference_file.hpp"
#include "storage/memory/memory_store.hpp"

namespace hearline::channel {
namespace {

Instant const now = *parse_rfc3339("2026-11-24T09:00:00+08:00");

/// A store with the shipped operator, and imports into it.
class Imports : public testing::Test {
protected:
    Imports() {
        auto data = shipped_reference();
        data.lines = shipped_network().lines;
        auto const written = write_and_wait(*store_, [&](Transaction& transaction) { return load_reference(transaction, data, system_actor(), now); });
        EXPECT_TRUE(written.has_value());
        directory_ = read_now(*store_, [](Snapshot& snapshot) { return Directory::load(snapshot); });
    }

    ImportCounts take(Records& records, Mapping const& mapping, ImportMode mode = ImportMode::write) {
        ImportCounts counts;
        refused_.clear();
        ImportTask const task{*store_, directory_, system_actor(), mapping, [] { return now; }, random_, mode, [this](RefusedRow const& row) { refused_.push_back(row); }, {}};
        auto const done = import_table(task, records, counts);
        broken_ = done ? "" : done.error().detail.en;
        return counts;
    }
    ImportCounts take_text(std::string text, std::string_view mapping, TableFormat format = TableFormat::csv, ImportMode mode = ImportMode::write) {
        auto records = records_of_text(std::move(text), format);
        EXPECT_TRUE(records.has_value());
        auto const read = read_mapping(mapping, "test.toml");
        EXPECT_TRUE(read.has_value());
        return take(**records, *read, mode);
    }
    /// A file of the shared data by the shipped mapping that fits it.
    ImportCounts take_file(std::string const& name, ImportMode mode = ImportMode::write) {
        auto records = open_records(std::string{SHARED_FOLDER} + "/data/" + name, TableFormat::csv);
        EXPECT_TRUE(records.has_value()) << name;
        auto const mapping = mapping_for((*records)->columns());
        EXPECT_TRUE(mapping.has_value()) << name;
        return take(**records, *mapping, mode);
    }
    [[nodiscard]] static bool has_files() { return std::filesystem::exists(std::string{SHARED_FOLDER} + "/data"); }
    [[nodiscard]] std::int64_t stored() {
        return read_now(*store_, [](Snapshot& snapshot) { return snapshot.complaint_count(); });
    }
    [[nodiscard]] std::optional<Complaint> find(std::string_view external) {
        return read_now(*store_, [&](Snapshot& snapshot) -> std::optional<Complaint> {
            auto const row = snapshot.find_external(external);
            return row ? std::optional{record_of(snapshot, *row)} : std::nullopt;
        });
    }

    std::unique_ptr<Store> store_ = make_memory_store();
    std::shared_ptr<Directory const> directory_;
    SeededRandom random_{1};
    std::vector<RefusedRow> refused_;
    std::string broken_;
};

constexpr std::string_view plain = "[columns]\nid = \"external_id\"\ntext = \"content\"\nwhen = \"received_at\"\n[constants]\nchannel = \"other\"\n";

TEST_F(Imports, GoodRowsAreTakenAndBadOnesToldWithTheirLine) {
    auto const counts = take_text("id,text,when\n1,空调太热,2026-01-05 08:10:00\n2,,2026-01-06 09:00:00\n3,安检太久,2026-13-01 00:00:00\n4,\"两行\n内容\",2026-01-07\n", plain);
    EXPECT_EQ(counts.taken, 2);
    EXPECT_EQ(counts.refused, 2);
    ASSERT_EQ(refused_.size(), 2u);
    EXPECT_EQ(refused_[0].told.line, 3);
    EXPECT_EQ(refused_[0].told.faults.front().field, "content");
    EXPECT_EQ(refused_[1].told.line, 4);
    EXPECT_EQ(stored(), 2);
    EXPECT_EQ(find("other:4")->content, "两行\n内容");
}

TEST_F(Imports, RunningItTwiceAddsNothing) {
    std::string const table = "id,text,when\n1,a,2026-01-05\n2,b,2026-01-05\n";
    EXPECT_EQ(take_text(table, plain).taken, 2);
    auto const again = take_text(table, plain);
    EXPECT_EQ(again.taken, 0);
    EXPECT_EQ(again.already_there, 2);
    EXPECT_EQ(stored(), 2);
}

TEST_F(Imports, ADryRunCountsTheSameAndWritesNothing) {
    std::string const table = "id,text,when\n1,a,2026-01-05\n1,a,2026-01-05\n2,,2026-01-05\n";
    auto const dry = take_text(table, plain, TableFormat::csv, ImportMode::dry_run);
    EXPECT_EQ(stored(), 0);
    auto const real = take_text(table, plain);
    EXPECT_EQ(dry.taken, real.taken);
    EXPECT_EQ(dry.already_there, real.already_there);
    EXPECT_EQ(dry.refused, real.refused);
    EXPECT_EQ(real.already_there, 1);
}

TEST_F(Imports, NoNumberIsLostToARefusedRow) {
    std::string table = "id,text,when\n";
    for (int i = 0; i < 40; ++i) table += std::to_string(i) + (i % 3 == 0 ? ",,2026-01-05\n" : ",x,2026-01-05\n");
    auto const counts = take_text(table, plain);
    std::int64_t expected = 0;
    for (auto const& row : read_now(*store_, [](Snapshot& snapshot) { return snapshot.scan(ComplaintKey{0}, 1000); })) EXPECT_EQ(row.number.counter(), ++expected);
    EXPECT_EQ(expected, counts.taken);
}

TEST_F(Imports, R3_7_ARowThatCannotBeReadIsRefusedByItsNumberAndTheRestIsTaken) {
    auto const counts = take_text("id,text,when\n1,甲,2026-01-05\n2,\"b\n3,c,2026-01-05\n4,#N/A,2026-01-05\n5,\xC4\xE3,2026-01-05\n6,f,2026-01-05\n", plain);
    EXPECT_EQ(counts.taken, 3);
    EXPECT_EQ(broken_, "");
    ASSERT_EQ(refused_.size(), 3u);
    EXPECT_EQ(refused_[0].told.line, 3);
    EXPECT_EQ(refused_[0].told.faults.front().field, "");
    EXPECT_EQ(refused_[1].told.line, 5);
    ASSERT_EQ(refused_[1].told.faults.size(), 1u);
    EXPECT_EQ(refused_[1].told.faults.front().field, "content");
    EXPECT_EQ(refused_[1].told.faults.front().why, (Text{"B5 是公式错误 #N/A", "B5 holds the formula error #N/A"}));
    EXPECT_EQ(refused_[2].told.faults.front().field, "content");
}

TEST_F(Imports, R3_7_WhatIsNotReadOfAFileIsSaid) {
    auto const counts = take_text("id,text,when,note,, empty \n1,a,2026-01-05,kept?,stray,\n2,b\x01,2026-01-06,,,\n", plain);
    EXPECT_EQ(counts.taken, 2);
    std::map<std::string, std::string> said;
    for (auto const& notice : counts.notices) said[notice.code] = notice.text.en;
    EXPECT_NE(said["unread-columns"].find(": note"), std::string::npos);
    EXPECT_EQ(said["unread-columns"].find("empty"), std::string::npos) << "nothing is lost with a column that holds nothing";
    EXPECT_NE(said["no-heading"].find(": E2"), std::string::npos);
    EXPECT_NE(said["control-characters"].find(": B3"), std::string::npos);
}

TEST_F(Imports, R3_7_NumbersThatAProgramWroteAsDecimalsAreTheirDigits) {
    auto const mapping = std::string{plain}.insert(plain.find("[constants]"), "tel = \"phone\"\n");
    auto const counts = take_text("id,text,when,tel\n202611200001.0,a,2026-01-05,1.3800138E10\n2,b,2026-01-05,1.38001E+10\n1E10,c,2026-01-05,020-83106622\n", mapping);
    EXPECT_EQ(counts.taken, 2);
    EXPECT_EQ(find("other:202611200001")->complainant.phone, "13800138000");
    ASSERT_EQ(refused_.size(), 1u);
    EXPECT_EQ(refused_[0].told.faults.front().field, "phone") << "digits that are lost are not made up";
    EXPECT_TRUE(find("other:1E10")) << "a code is no number";
}

TEST_F(Imports, StatusDueAndClosedTimesBecomeAHistory) {
    auto const mapping = "[columns]\nid = \"external_id\"\ntext = \"content\"\nin = \"received_at\"\nstate = \"status\"\ndue = \"due_at\"\nout = \"closed_at\"\nwho = \"handling_unit\"\n"
                         "[constants]\nchannel = \"hotline\"\n[values.stage]\nDone = \"closed\"\nOpen = \"opinion\"\n";
    auto const counts = take_text("id,text,in,state,due,out,who\n1,a,2014-01-05 08:00:00,Done,2014-01-10 08:00:00,2014-01-12 08:00:00,line1\n2,b,2015-01-05 08:00:00,Open,2015-01-10 08:00:00,,line2\n", mapping);
    EXPECT_EQ(counts.taken, 2) << (refused_.empty() ? "" : refused_.front().told.faults.front().why.en);
    auto const closed = *find("hotline:1");
    EXPECT_TRUE(closed.imported);
    EXPECT_EQ(closed.stage, Stage::closed);
    EXPECT_EQ(closed.lead_unit(), "line1");
    EXPECT_EQ(closed.closed_at, *parse_rfc3339("2014-01-12T08:00:00+08:00"));
    bool late = false;
    for (auto const& clock : closed.clocks) late = late || (clock.name == ClockName::reply && clock.due_at == *parse_rfc3339("2014-01-10T08:00:00+08:00") && clock.outcome == ClockOutcome::missed);
    EXPECT_TRUE(late) << "the due time of the source is the outer clock, and was missed";
    EXPECT_EQ(find("hotline:2")->stage, Stage::opinion);
}

TEST_F(Imports, JsonLinesWithNestedMembersAreTaken) {
    auto const counts = take_text("{\"id\":1,\"text\":\"a\",\"when\":\"2026-01-05\",\"at\":{\"line\":\"1\"}}\n\n{\"id\":2,\"text\":\"b\",\"when\":\"2026-01-05\",\"at\":null}\n",
                                  std::string{plain} + "[compose]\nline = \"{at.line}\"\n", TableFormat::jsonl);
    EXPECT_EQ(counts.taken, 2);
    EXPECT_EQ(find("other:1")->place.line, "1");
    EXPECT_EQ(take_text("{\"id\":3,\"text\":\"c\",\"when\":\"2026-01-05\"}\nnot json\n{\"id\":1.3800138E10,\"text\":\"d\",\"when\":\"2026-01-05\"}\n", plain, TableFormat::jsonl).taken, 2);
    EXPECT_EQ(broken_, "");
    ASSERT_EQ(refused_.size(), 1u);
    EXPECT_EQ(refused_[0].told.line, 2) << "a line that is no JSON refuses itself only";
    EXPECT_TRUE(find("other:13800138000"));
}

TEST_F(Imports, ARowLongerThanTheHeadingIsRefused) {
    EXPECT_EQ(take_text("id,text,when\n1,a,2026-01-05,what is this\n", plain).refused, 1);
}

// The files of the shared data as they are; a checkout without them beside it has nothing to read.

TEST_F(Imports, PostsOfAMicroblog) {
    if (!has_files()) return;
    auto const counts = take_file("metro-weibo-posts/posts_train.csv");
    EXPECT_EQ(counts.taken, 7179);
    EXPECT_EQ(counts.refused, 0);
    auto const again = take_file("metro-weibo-posts/posts_train.csv");
    EXPECT_EQ(again.already_there, 7179);
    EXPECT_EQ(stored(), 7179);
}

TEST_F(Imports, PostsWithTypeCauseAndPlace) {
    if (!has_files()) return;
    auto const counts = take_file("metro-weibo-posts/typed_examples.csv");
    EXPECT_EQ(counts.taken, 70);
    auto const toilet = *find("weibo:w07837");
    EXPECT_EQ(toilet.type, "facilities");
    EXPECT_EQ(toilet.cause, "equipment.missing");
    EXPECT_EQ(toilet.place.line, "5") << "a line the network has";
    EXPECT_NE(toilet.place.detail.find("银都路"), std::string::npos) << "a station it has not is kept in words";
}

TEST_F(Imports, MessagesOfCitizensWithAndWithoutReplies) {
    if (!has_files()) return;
    EXPECT_EQ(take_file("tipdm-citizen-messages/replies_train.csv").refused, 0);
    int with_result = 0;
    store_->read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.scan(ComplaintKey{0}, 10'000)) with_result += record_of(snapshot, row).result.empty() ? 0 : 1;
    });
    EXPECT_GT(with_result, 1900);
    for (auto const* file : {"labelled_train", "messages_votes", "competition_test_unlabelled"}) {
        auto const counts = take_file(std::string{"tipdm-citizen-messages/"} + file + ".csv");
        EXPECT_EQ(counts.refused, 0) << file;
        EXPECT_GT(counts.taken, 2500) << file;
    }
}

TEST_F(Imports, RequestsOfACitysHotline) {
    if (!has_files()) return;
    auto const counts = take_file("baltimore-311/requests_train.csv");
    EXPECT_EQ(counts.taken, 6995);
    EXPECT_EQ(counts.refused, 0);
    std::int64_t closed = 0, late = 0;
    store_->read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.scan(ComplaintKey{0}, 10'000)) {
            auto const complaint = record_of(snapshot, row);
            closed += complaint.stage == Stage::closed ? 1 : 0;
            for (auto const& clock : complaint.clocks) late += clock.outcome == ClockOutcome::missed ? 1 : 0;
        }
    });
    EXPECT_EQ(closed, 6703 + 140 + 10);
    EXPECT_GT(late, 500);
    auto const signal = *find("hotline:18-00269879");
    EXPECT_EQ(signal.received_at, *parse_rfc3339("2018-04-12T11:11:26-04:00"));
    EXPECT_EQ(signal.closed_at, *parse_rfc3339("2018-04-12T12:45:47-04:00"));
    EXPECT_EQ(signal.lead_unit(), "operations");
}

}  // namespace
}  // namespace hearline::channel
