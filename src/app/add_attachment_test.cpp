#include "app/add_attachment.hpp"

#include <map>

#include "app/idempotency.hpp"
#include "app/read_complaint.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class FilesInMemory final : public FileStore {
public:
    Stored put(std::string_view content) override {
        auto const digest = hex(sha256(content));
        contents[digest] = content;
        return {digest, static_cast<std::int64_t>(content.size())};
    }
    std::string path_of(std::string_view digest) const override { return std::string{digest}; }
    std::map<std::string, std::string> contents;
};
class SniffsByFirstByte final : public MediaSniffer {
public:
    std::string media_type_of(std::string_view content) override { return content.starts_with("\x89PNG") ? "image/png" : "application/x-executable"; }
};
/// Takes a position out where there is one, and cannot read what is "broken".
class TakesPositionsOut final : public MediaCleaner {
public:
    Result<Cleaned> clean(std::string_view, std::string& content) override {
        if (content.ends_with("broken")) return refuse_field("/file", "broken-picture", say("读不出来", "cannot be read"));
        auto const at = content.find("GPS");
        if (at == content.npos) return Cleaned::nothing;
        content.erase(at);
        return Cleaned::metadata;
    }
};

class Attachments : public testing::AppWorld {
protected:
    Result<StoredUpload> upload(std::string name, std::string content) {
        return store_upload({files, sniffer, cleaner}, {std::move(name), std::move(content)}, *directory());
    }
    Result<Attached> attach(Number number, Actor const& actor, StoredUpload const& stored) {
        return write_and_wait(*store, [&](Transaction& transaction) { return add_attachment(transaction, actor, number, stored, *directory(), now, random); });
    }
    FilesInMemory files;
    SniffsByFirstByte sniffer;
    TakesPositionsOut cleaner;
};

TEST_F(Attachments, AFileIsKeptAndListed) {
    auto const number = registered();
    auto const stored = upload("C:\\照片\\扶梯.png", "\x89PNG…");
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->name, "扶梯.png");
    auto const attached = attach(number, agent, *stored);
    ASSERT_TRUE(attached) << attached.error().detail.en;
    EXPECT_EQ(attached->attachment.event_seq, 2);
    auto const list = read_now(*store, [&](Snapshot& snapshot) { return list_attachments(snapshot, agent, number); });
    ASSERT_EQ(list->size(), 1u);
    auto const id = list->front().id;
    EXPECT_TRUE(read_now(*store, [&](Snapshot& snapshot) { return find_attachment(snapshot, agent, number, id); }));
    EXPECT_FALSE(read_now(*store, [&](Snapshot& snapshot) { return find_attachment(snapshot, desk2, number, id); }));
    auto const other = registered();
    EXPECT_FALSE(read_now(*store, [&](Snapshot& snapshot) { return find_attachment(snapshot, agent, other, id); })) << "of another complaint";
}

TEST_F(Attachments, R10_2_APositionIsTakenOutBeforeKeepingAndTheHistorySaysSo) {
    auto const number = registered();
    auto const stored = upload("扶梯.png", "\x89PNG…GPS 22.5,114.0");
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->digest_hex, hex(sha256("\x89PNG…"))) << "the digest is of what is kept";
    EXPECT_EQ(files.contents.size(), 1u);
    ASSERT_TRUE(attach(number, agent, *stored));
    ASSERT_TRUE(attach(number, agent, *upload("b.png", "\x89PNG")));
    auto const events = read_now(*store, [&](Snapshot& snapshot) { return list_events(snapshot, agent, number, 0, 10); });
    ASSERT_TRUE(events);
    ASSERT_EQ(events->items.size(), 3u);
    EXPECT_EQ(events->items[1].event.data.get("removed"), "metadata");
    EXPECT_FALSE(events->items[2].event.data.has("removed"));
}

TEST_F(Attachments, R10_2_APictureThatCannotBeReadIsNotKept) {
    EXPECT_EQ(upload("a.png", "\x89PNG broken").error().kind, ErrorKind::invalid);
    EXPECT_TRUE(files.contents.empty());
}

TEST_F(Attachments, WhatAFileIsDecidesNotItsName) {
    auto const refused = upload("bild.png", "MZ…");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::unsupported);
    EXPECT_TRUE(files.contents.empty());
}

TEST_F(Attachments, EmptyLargeAndNamelessFilesAreRefused) {
    EXPECT_EQ(upload("a.png", "").error().kind, ErrorKind::invalid);
    EXPECT_EQ(upload("a.png", std::string(static_cast<std::size_t>(directory()->settings().attachment_max) + 1, 'x')).error().kind, ErrorKind::too_large);
    EXPECT_EQ(upload("dir/", "\x89PNG").error().kind, ErrorKind::invalid);
    EXPECT_EQ(upload("a\nb.png", "\x89PNG").error().kind, ErrorKind::invalid);
}

TEST_F(Attachments, OnlyWhoHandlesItAddsFiles) {
    auto const number = registered();
    auto const stored = upload("a.png", "\x89PNG");
    EXPECT_EQ(attach(number, desk2, *stored).error().kind, ErrorKind::forbidden);
    EXPECT_EQ(attach({number.value + 5}, agent, *stored).error().kind, ErrorKind::not_found);
}

TEST_F(Attachments, AComplaintHasAMostOfFiles) {
    auto const number = registered();
    auto const stored = upload("a.png", "\x89PNG");
    for (int i = 0; i < directory()->settings().attachments_max; ++i) ASSERT_TRUE(attach(number, agent, *stored));
    auto const one_more = attach(number, agent, *stored);
    ASSERT_FALSE(one_more);
    EXPECT_EQ(one_more.error().kind, ErrorKind::conflict);
    EXPECT_EQ(row(number).version, 1 + directory()->settings().attachments_max) << "nothing was written";
}

class Idempotency : public testing::AppWorld {};

TEST_F(Idempotency, AReplayedKeyGetsTheStoredReply) {
    auto const key = idempotency_key(agent, "", "POST", "/api/v1/complaints", "k1", "body");
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) -> Done {
        remember_reply(transaction, key, 201, "{}", now);
        return Done{};
    }));
    auto const ask = [&](IdempotencyKey const& k) { return read_now(*store, [&](Snapshot& snapshot) { return replayed(snapshot, k); }); };
    ASSERT_TRUE(ask(key) && *ask(key));
    EXPECT_EQ((*ask(key))->status, 201);
    EXPECT_EQ(ask(idempotency_key(agent, "", "POST", "/api/v1/complaints", "k1", "other")).error().kind, ErrorKind::invalid);
    EXPECT_FALSE(*ask(idempotency_key(agent2, "", "POST", "/api/v1/complaints", "k1", "body"))) << "another person's key";
    EXPECT_FALSE(*ask(idempotency_key(passenger_actor(), "10.0.0.1", "POST", "/api/v1/complaints", "k1", "body")));
}

TEST_F(Idempotency, KeysAreShortVisibleText) {
    EXPECT_TRUE(check_idempotency_text("a-1_B"));
    EXPECT_FALSE(check_idempotency_text(""));
    EXPECT_FALSE(check_idempotency_text("a b"));
    EXPECT_FALSE(check_idempotency_text(std::string(256, 'a')));
}

}  // namespace
}  // namespace hearline
