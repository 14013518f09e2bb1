// What stands beside the complaints: attachments, idempotency, documents, people, sessions.
#include "contract/contract_test.hpp"

namespace hearline::contract {
namespace {

class Reference : public Contract {
protected:
    std::int64_t reference_version() {
        return read_now(store(), [](Snapshot& snapshot) { return snapshot.reference_version(); });
    }
};

TEST_P(Reference, AttachmentsBelongToAComplaint) {
    auto const row = registered(), other = registered();
    AttachmentRow const second{.id = "BBBBBBBBBBBBBBBB", .key = row.key, .event_seq = 3, .digest_hex = "00ff", .name = "现场 照片.jpg", .media_type = "image/jpeg", .size = 1LL << 33, .at = noon};
    AttachmentRow const first{.id = "CCCCCCCCCCCCCCCC", .key = row.key, .event_seq = 2, .digest_hex = "00ff", .name = "b", .media_type = "m", .size = 0, .at = noon};
    write(store(), [&](Transaction& transaction) {
        transaction.put_attachment(second);
        transaction.put_attachment(first);
    });
    store().read([&](Snapshot& snapshot) {
        auto const rows = snapshot.attachments(row.key);
        ASSERT_EQ(rows.size(), 2u);
        EXPECT_EQ(rows[0].id, first.id);
        EXPECT_TRUE(snapshot.attachments(other.key).empty());
        auto const read = snapshot.attachment(second.id);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->key, row.key);
        EXPECT_EQ(read->event_seq, 3);
        EXPECT_EQ(read->digest_hex, "00ff");
        EXPECT_EQ(read->name, second.name);
        EXPECT_EQ(read->media_type, "image/jpeg");
        EXPECT_EQ(read->size, 1LL << 33);
        EXPECT_EQ(read->at, noon);
    });
}

TEST_P(Reference, AReplyIsKeptForItsIdempotencyKeyUntilItIsForgotten) {
    IdempotencyRow const old{.key = sha256("old"), .body = sha256("body"), .status = 201, .response = "{\"number\":\"TS\"}", .at = noon};
    IdempotencyRow const young{.key = sha256("young"), .body = sha256("body"), .status = 422, .response = "", .at = noon + std::chrono::hours{2}};
    write(store(), [&](Transaction& transaction) {
        transaction.put_idempotency(old);
        transaction.put_idempotency(young);
        EXPECT_TRUE(transaction.idempotency(old.key));
    });
    auto const read = read_now(store(), [&](Snapshot& snapshot) { return snapshot.idempotency(old.key); });
    ASSERT_TRUE(read);
    EXPECT_EQ(read->key, old.key);
    EXPECT_EQ(read->body, old.body);
    EXPECT_EQ(read->status, 201);
    EXPECT_EQ(read->response, old.response);
    EXPECT_EQ(read->at, noon);
    write(store(), [&](Transaction& transaction) { transaction.forget_idempotency_before(noon + std::chrono::hours{1}); });
    store().read([&](Snapshot& snapshot) {
        EXPECT_FALSE(snapshot.idempotency(old.key));
        EXPECT_TRUE(snapshot.idempotency(young.key));
    });
}

TEST_P(Reference, DocumentsKeepAllTheirVersions) {
    auto const document = [](std::string kind, std::string code, int version, std::string body) {
        return DocumentRow{.kind = std::move(kind), .code = std::move(code), .version = version, .valid_from_day = 20000 + version, .body = std::move(body), .changed_at = noon, .changed_by = "王"};
    };
    write(store(), [&](Transaction& transaction) {
        transaction.put_document(document("unit", "line2", 2, "name=二号线\n"));
        transaction.put_document(document("unit", "line2", 1, "name=2号线\n"));
        transaction.put_document(document("unit", "line1", 1, "name=一号线\n"));
        transaction.put_document(document("unit", "Line1", 1, ""));
        transaction.put_document(document("type", "line1", 1, "x"));
    });
    auto const rows = read_now(store(), [](Snapshot& snapshot) { return snapshot.documents("unit"); });
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].code, "Line1");
    EXPECT_EQ(rows[1].code, "line1");
    EXPECT_EQ(rows[2].version, 1);
    EXPECT_EQ(rows[3].version, 2);
    EXPECT_EQ(rows[3].body, "name=二号线\n");
    EXPECT_EQ(rows[3].valid_from_day, 20002);
    EXPECT_EQ(rows[3].changed_at, noon);
    EXPECT_EQ(rows[3].changed_by, "王");
    write(store(), [&](Transaction& transaction) { transaction.put_document(document("unit", "line2", 2, "name=新\n")); });
    EXPECT_EQ(read_now(store(), [](Snapshot& snapshot) { return snapshot.documents("unit")[3].body; }), "name=新\n");
}

TEST_P(Reference, TheReferenceVersionGrowsWithDocumentsUsersAndTokens) {
    EXPECT_EQ(reference_version(), 0);
    write(store(), [&](Transaction& transaction) {
        transaction.put_document({.kind = "setting", .code = "a", .version = 1, .valid_from_day = 0, .body = "", .changed_at = noon, .changed_by = ""});
    });
    auto const one = reference_version();
    EXPECT_GT(one, 0);
    write(store(), [&](Transaction& transaction) {
        transaction.put_user({.name = "a", .role = "agent", .unit = "centre", .display_name = "", .password_hash = "", .must_change = false, .disabled = false, .changed_at = noon});
    });
    auto const two = reference_version();
    EXPECT_GT(two, one);
    write(store(), [&](Transaction& transaction) {
        transaction.put_token({.digest = sha256("t"), .user = "a", .label = "", .created_at = noon, .expires_at = {}, .revoked_at = {}});
    });
    auto const three = reference_version();
    EXPECT_GT(three, two);
    registered();
    write(store(), [&](Transaction& transaction) {
        transaction.put_session({.digest = sha256("s"), .user = "a", .csrf = "", .peer = "", .agent = "", .created_at = noon, .last_seen_at = noon});
    });
    EXPECT_EQ(reference_version(), three);
}

TEST_P(Reference, UsersAreReplacedByName) {
    write(store(), [&](Transaction& transaction) {
        transaction.put_user({.name = "zhao", .role = "agent", .unit = "centre", .display_name = "赵", .password_hash = "$argon2id$1", .must_change = true, .disabled = false, .changed_at = noon});
        transaction.put_user({.name = "Li", .role = "desk", .unit = "line1", .display_name = "李", .password_hash = "", .must_change = false, .disabled = false, .changed_at = noon});
        transaction.put_user({.name = "zhao", .role = "director", .unit = "centre", .display_name = "赵", .password_hash = "$argon2id$2", .must_change = false, .disabled = true, .changed_at = noon + std::chrono::hours{1}});
    });
    auto const users = read_now(store(), [](Snapshot& snapshot) { return snapshot.users(); });
    ASSERT_EQ(users.size(), 2u);
    EXPECT_EQ(users[0].name, "Li");
    EXPECT_EQ(users[0].unit, "line1");
    EXPECT_EQ(users[1].role, "director");
    EXPECT_EQ(users[1].display_name, "赵");
    EXPECT_EQ(users[1].password_hash, "$argon2id$2");
    EXPECT_FALSE(users[1].must_change);
    EXPECT_TRUE(users[1].disabled);
    EXPECT_EQ(users[1].changed_at, noon + std::chrono::hours{1});
}

TEST_P(Reference, TokensAreRevokedInPlace) {
    TokenRow token{.digest = sha256("t"), .user = "zhao", .label = "脚本", .created_at = noon, .expires_at = noon + std::chrono::hours{1}, .revoked_at = {}};
    write(store(), [&](Transaction& transaction) { transaction.put_token(token); });
    token.revoked_at = noon + std::chrono::minutes{1};
    write(store(), [&](Transaction& transaction) { transaction.put_token(token); });
    auto const tokens = read_now(store(), [](Snapshot& snapshot) { return snapshot.tokens(); });
    ASSERT_EQ(tokens.size(), 1u);
    EXPECT_EQ(tokens[0].digest, token.digest);
    EXPECT_EQ(tokens[0].user, "zhao");
    EXPECT_EQ(tokens[0].label, "脚本");
    EXPECT_EQ(tokens[0].created_at, noon);
    EXPECT_EQ(tokens[0].expires_at, token.expires_at);
    EXPECT_EQ(tokens[0].revoked_at, token.revoked_at);
}

TEST_P(Reference, SessionsComeAndGo) {
    auto const session = [](std::string name, std::string user, Instant seen) {
        return SessionRow{.digest = sha256(name), .user = std::move(user), .csrf = "csrf" + name, .peer = "::1", .agent = "浏览器", .created_at = noon, .last_seen_at = seen};
    };
    write(store(), [&](Transaction& transaction) {
        transaction.put_session(session("a", "zhao", noon));
        transaction.put_session(session("b", "zhao", noon + std::chrono::hours{3}));
        transaction.put_session(session("c", "li", noon + std::chrono::hours{3}));
        transaction.put_session(session("a", "zhao", noon + std::chrono::hours{1}));
    });
    store().read([&](Snapshot& snapshot) {
        EXPECT_EQ(snapshot.sessions_of("zhao").size(), 2u);
        auto const a = snapshot.session(sha256("a"));
        ASSERT_TRUE(a);
        EXPECT_EQ(a->digest, sha256("a"));
        EXPECT_EQ(a->user, "zhao");
        EXPECT_EQ(a->csrf, "csrfa");
        EXPECT_EQ(a->peer, "::1");
        EXPECT_EQ(a->agent, "浏览器");
        EXPECT_EQ(a->created_at, noon);
        EXPECT_EQ(a->last_seen_at, noon + std::chrono::hours{1});
    });
    write(store(), [&](Transaction& transaction) {
        transaction.drop_sessions_before(noon + std::chrono::hours{2});
        transaction.drop_session(sha256("c"));
        transaction.drop_session(sha256("unknown"));
    });
    store().read([&](Snapshot& snapshot) {
        EXPECT_FALSE(snapshot.session(sha256("a")));
        EXPECT_TRUE(snapshot.session(sha256("b")));
        EXPECT_FALSE(snapshot.session(sha256("c")));
    });
}

TEST_P(Reference, WhatIsKeptIsReplacedByItsKeyAndForgottenByAge) {
    auto const kept = [](std::string kind, std::string owner, std::string key, std::string body, Instant at) {
        return KeptRow{.kind = std::move(kind), .owner = std::move(owner), .key = std::move(key), .body = std::move(body), .updated_at = at};
    };
    write(store(), [&](Transaction& transaction) {
        transaction.put_kept(kept("draft", "zhao", "b", "{}", noon));
        transaction.put_kept(kept("draft", "zhao", "B", R"({"文":"一"})", noon + std::chrono::hours{2}));
        transaction.put_kept(kept("draft", "li", "b", "{}", noon + std::chrono::hours{2}));
        transaction.put_kept(kept("view", "zhao", "b", R"({"old":true})", noon));
        transaction.put_kept(kept("view", "zhao", "b", R"({"new":true})", noon + std::chrono::hours{1}));
    });
    store().read([&](Snapshot& snapshot) {
        EXPECT_THAT(snapshot.kept_keys("draft", "zhao"), ElementsAre("B", "b"));
        auto const views = snapshot.kept("view", "zhao");
        ASSERT_EQ(views.size(), 1u);
        EXPECT_EQ(views[0].kind, "view");
        EXPECT_EQ(views[0].owner, "zhao");
        EXPECT_EQ(views[0].key, "b");
        EXPECT_EQ(views[0].body, R"({"new":true})");
        EXPECT_EQ(views[0].updated_at, noon + std::chrono::hours{1});
        EXPECT_EQ(snapshot.kept("draft", "zhao").front().body, R"({"文":"一"})");
    });
    write(store(), [&](Transaction& transaction) {
        transaction.drop_kept_before("draft", noon + std::chrono::hours{1});
        transaction.drop_kept("draft", "li", "b");
        transaction.drop_kept("draft", "li", "unknown");
    });
    store().read([&](Snapshot& snapshot) {
        EXPECT_THAT(snapshot.kept_keys("draft", "zhao"), ElementsAre("B"));
        EXPECT_THAT(snapshot.kept_keys("draft", "li"), IsEmpty());
        EXPECT_THAT(snapshot.kept_keys("view", "zhao"), ElementsAre("b"));
    });
}

INSTANTIATE_TEST_SUITE_P(Stores, Reference, testing::ValuesIn(store_kinds()), [](auto const& kind) { return kind.param.name; });

}  // namespace
}  // namespace hearline::contract
