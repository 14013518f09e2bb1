// Complaints and their events: registered, found, changed, rolled back.
#include "contract/contract_test.hpp"

namespace hearline::contract {
namespace {

class Complaints : public Contract {};

TEST_P(Complaints, ARegisteredComplaintIsReadBackAsItWasWritten) {
    ComplaintRow row;
    write(store(), [&](Transaction& transaction) {
        row.number = transaction.next_number(today);
        row.key = transaction.next_key(noon);
        row.version = 3;
        row.next_due = noon + std::chrono::milliseconds{1};
        row.record = "a=1\nb=“引号” 🚇 \\n\n";
        for (std::size_t i = 0; i < row.salt.size(); ++i) row.salt[i] = static_cast<std::uint8_t>(255 - i);
        row.text = "content=列车晚点，站务员态度差\n";
        row.personal = "name=歐陽 𠮷\nphone=13800001234\n";
        row.result = "已道歉";
        row.external = "weibo:4711";
        row.tracking = std::string(64, 'a');
        auto const event = event_of(row.key, 1, "act=register\n", row.text, row.personal);
        transaction.insert(row, {&event, 1}, "列车 车晚");
    });
    auto const read = read_now(store(), [&](Snapshot& snapshot) { return snapshot.find(row.number); });
    ASSERT_TRUE(read);
    EXPECT_TRUE(*read == row);
    EXPECT_TRUE(read_now(store(), [&](Snapshot& snapshot) { return *snapshot.find_external("weibo:4711"); }) == row);
}

TEST_P(Complaints, AnEmptyRowStaysEmpty) {
    auto const row = write(store(), [&](Transaction& transaction) {
        ComplaintRow plain;
        plain.number = transaction.next_number(today);
        plain.key = transaction.next_key(noon);
        transaction.insert(plain, {}, "");
        return plain;
    });
    EXPECT_TRUE(read_now(store(), [&](Snapshot& snapshot) { return *snapshot.find(row.number); }) == row);
}

TEST_P(Complaints, UnknownNumbersKeysAndExternalIdsGiveNothing) {
    registered();
    store().read([](Snapshot& snapshot) {
        EXPECT_FALSE(snapshot.find(make_number(today, 99)));
        EXPECT_FALSE(snapshot.find_external("weibo:1"));
        EXPECT_FALSE(snapshot.find_external(""));
        std::vector<ComplaintKey> const keys{{1}, {2}, {3}};
        EXPECT_TRUE(snapshot.load(keys).empty());
        EXPECT_TRUE(snapshot.events({1}, 0, 10).empty());
        EXPECT_FALSE(snapshot.attachment("none"));
        EXPECT_FALSE(snapshot.session(sha256("none")));
        EXPECT_FALSE(snapshot.idempotency(sha256("none")));
    });
}

TEST_P(Complaints, RowsAreLoadedInTheOrderAskedWithoutThoseThatAreNotThere) {
    std::vector<ComplaintKey> keys;
    for (auto i = 0; i < 150; ++i) keys.push_back(registered({.at = noon + std::chrono::seconds{i}}).key);
    std::vector<ComplaintKey> asked{keys.rbegin(), keys.rend()};
    asked.insert(asked.begin() + 70, ComplaintKey{5});
    asked.push_back(keys[3]);
    auto const rows = read_now(store(), [&](Snapshot& snapshot) { return snapshot.load(asked); });
    ASSERT_EQ(rows.size(), 151u);
    EXPECT_EQ(rows.front().key, keys.back());
    EXPECT_EQ(rows[149].key, keys.front());
    EXPECT_EQ(rows[150].key, keys[3]);
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end() - 1, [](auto const& a, auto const& b) { return a.key > b.key; }));
}

TEST_P(Complaints, TheFirstEventCarriesTheTextsOfTheRegistration) {
    auto const row = registered();
    acted(row, 2, "act=note\n", "note=已联系");
    auto const events = read_now(store(), [&](Snapshot& snapshot) { return snapshot.events(row.key, 0, 100); });
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].seq, 1);
    EXPECT_EQ(events[0].key, row.key);
    EXPECT_EQ(events[0].salt, row.salt);
    EXPECT_EQ(events[0].text, row.text);
    EXPECT_EQ(events[0].personal, row.personal);
    EXPECT_EQ(events[0].digest, sha256(events[0].body));
    EXPECT_EQ(events[1].text, "note=已联系");
    EXPECT_EQ(events[1].personal, "");
    EXPECT_EQ(events[1].salt[0], 2);
}

TEST_P(Complaints, ErasedTextsComeBackEmptyAndLeaveTheDigests) {
    auto const row = registered();
    write(store(), [&](Transaction& transaction) {
        auto erased = row;
        ++erased.version;
        erased.text.clear();
        erased.personal.clear();
        EXPECT_TRUE(transaction.save(erased, row.version, {}));
    });
    auto const events = read_now(store(), [&](Snapshot& snapshot) { return snapshot.events(row.key, 0, 100); });
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].text, "");
    EXPECT_EQ(events[0].personal, "");
    EXPECT_EQ(events[0].digest, sha256(events[0].body));
}

TEST_P(Complaints, EventsArePagedBySequence) {
    auto row = registered();
    for (auto seq = 2; seq <= 7; ++seq) row = acted(row, seq, fmt::format("act=note\nseq={}\n", seq));
    auto const events = read_now(store(), [&](Snapshot& snapshot) { return snapshot.events(row.key, 2, 3); });
    ASSERT_EQ(events.size(), 3u);
    EXPECT_EQ(events.front().seq, 3);
    EXPECT_EQ(events.back().seq, 5);
}

TEST_P(Complaints, SavingOverAnotherVersionWritesNothing) {
    auto const row = registered();
    auto const next = acted(row, 2, "act=note\n");
    auto const result = write(store(), [&](Transaction& transaction) {
        auto late = row;
        late.version = 2;
        late.record = "late";
        auto const event = event_of(row.key, 2, "act=late\n");
        return transaction.save(late, row.version, {&event, 1});
    });
    EXPECT_FALSE(result);
    store().read([&](Snapshot& snapshot) {
        EXPECT_TRUE(*snapshot.find(row.number) == next);
        EXPECT_EQ(snapshot.events(row.key, 0, 10).size(), 2u);
    });
    EXPECT_EQ(all_events().size(), 2u);
}

TEST_P(Complaints, SavingWhatIsNotThereIsRefused) {
    EXPECT_FALSE(write(store(), [&](Transaction& transaction) {
        ComplaintRow row;
        row.key = {4711};
        row.version = 2;
        return transaction.save(row, 1, {});
    }));
}

TEST_P(Complaints, AWriteSeesItsOwnChanges) {
    write(store(), [&](Transaction& transaction) {
        auto const row = put(transaction, {.external = "email:1"});
        EXPECT_TRUE(transaction.find(row.number));
        EXPECT_TRUE(transaction.find_external("email:1"));
        EXPECT_EQ(transaction.events(row.key, 0, 10).size(), 1u);
        auto locked = transaction.find_for_update(row.number);
        ASSERT_TRUE(locked);
        ++locked->version;
        auto const event = event_of(row.key, 2, "act=note\n");
        EXPECT_TRUE(transaction.save(*locked, 1, {&event, 1}));
        EXPECT_EQ(transaction.find(row.number)->version, 2);
        EXPECT_THAT(transaction.search({.tokens = {"空调"}, .prefix = {}}, {INT64_MAX}, 10), ElementsAre(row.key));
    });
    EXPECT_EQ(all_events().size(), 2u);
}

TEST_P(Complaints, ARefusedWriteLeavesNoTrace) {
    auto const before = registered();
    ComplaintRow gone;
    refused_write(store(), [&](Transaction& transaction) {
        gone = put(transaction, {.content = "消失", .tokens = "消失", .external = "email:2"});
        auto next = before;
        ++next.version;
        next.record = "changed";
        auto const event = event_of(before.key, 2, "act=note\n");
        EXPECT_TRUE(transaction.save(next, 1, {&event, 1}));
        transaction.add_search(before.key, "站台", "站台 新词");
        transaction.put_attachment({.id = "a", .key = before.key, .event_seq = 1, .digest_hex = "d", .name = "n", .media_type = "m", .size = 1, .at = noon});
        transaction.put_idempotency({.key = sha256("k"), .body = {}, .status = 201, .response = "{}", .at = noon});
        transaction.put_document({.kind = "unit", .code = "u", .version = 1, .valid_from_day = 0, .body = "", .changed_at = noon, .changed_by = ""});
        transaction.put_user({.name = "li", .role = "agent", .unit = "", .display_name = "", .password_hash = "", .must_change = false, .disabled = false, .changed_at = noon});
        transaction.put_session({.digest = sha256("s"), .user = "li", .csrf = "", .peer = "", .agent = "", .created_at = noon, .last_seen_at = noon});
    });
    store().read([&](Snapshot& snapshot) {
        EXPECT_TRUE(*snapshot.find(before.number) == before);
        EXPECT_FALSE(snapshot.find(gone.number));
        EXPECT_FALSE(snapshot.find_external("email:2"));
        EXPECT_TRUE(snapshot.attachments(before.key).empty());
        EXPECT_FALSE(snapshot.idempotency(sha256("k")));
        EXPECT_TRUE(snapshot.documents("unit").empty());
        EXPECT_TRUE(snapshot.users().empty());
        EXPECT_FALSE(snapshot.session(sha256("s")));
        EXPECT_EQ(snapshot.reference_version(), 0);
        EXPECT_EQ(snapshot.complaint_count(), 1);
        EXPECT_TRUE(snapshot.search({.tokens = {"消失"}, .prefix = {}}, {INT64_MAX}, 10).empty());
        EXPECT_TRUE(snapshot.search({.tokens = {"新词"}, .prefix = {}}, {INT64_MAX}, 10).empty());
        EXPECT_EQ(snapshot.due_until(noon + std::chrono::hours{48}, 10).size(), 1u);
    });
    EXPECT_EQ(all_events().size(), 1u);
}

TEST_P(Complaints, AnExceptionInAWriteReachesTheWriterAndLeavesNoTrace) {
    struct Bug : std::runtime_error {
        using runtime_error::runtime_error;
    };
    for (auto const kind : {WriteKind::act, WriteKind::registration})
        EXPECT_THROW(write(
                         store(),
                         [&](Transaction& transaction) {
                             put(transaction);
                             throw Bug{"no"};
                         },
                         kind),
                     Bug);
    EXPECT_EQ(read_now(store(), [](Snapshot& snapshot) { return snapshot.complaint_count(); }), 0);
    EXPECT_EQ(registered().number.counter(), 1);
}

// R3.8
TEST_P(Complaints, R3_8_NumbersHaveNoGapAfterARefusal) {
    EXPECT_EQ(registered().number, make_number(today, 1));
    refused_write(store(), [&](Transaction& transaction) { put(transaction); });
    refused_write(store(), [&](Transaction& transaction) { (void)transaction.next_number(today); });
    refused_write(store(), [&](Transaction& transaction) { put(transaction); }, WriteKind::registration);
    EXPECT_EQ(registered().number, make_number(today, 2));
    auto const both = write(store(), [&](Transaction& transaction) {
        auto const first = put(transaction).number;
        auto const second = put(transaction).number;
        return std::pair{first, second};
    });
    EXPECT_EQ(both.first, make_number(today, 3));
    EXPECT_EQ(both.second, make_number(today, 4));
}

TEST_P(Complaints, R3_8_EveryDayCountsFromOne) {
    auto const number_on = [&](Date day) { return write(store(), [&](Transaction& transaction) { return transaction.next_number(day); }); };
    EXPECT_EQ(number_on(today), make_number(today, 1));
    EXPECT_EQ(number_on(today + std::chrono::days{1}), make_number(today + std::chrono::days{1}, 1));
    EXPECT_EQ(number_on(today), make_number(today, 2));
}

TEST_P(Complaints, R3_8_NumbersAndKeysGoOnAfterReopening) {
    auto const first = registered();
    auto const next = acted(first, 2, "act=note\n");
    if (!under_test().reopen()) return;
    EXPECT_TRUE(read_now(store(), [&](Snapshot& snapshot) { return *snapshot.find(first.number); }) == next);
    auto const second = registered();
    EXPECT_EQ(second.number, make_number(today, 2));
    EXPECT_GT(second.key, first.key);
    EXPECT_EQ(all_events().size(), 3u);
    EXPECT_THAT(found({.tokens = {"空调"}, .prefix = {}}), ElementsAre(second.key, first.key));
}

TEST_P(Complaints, KeysFollowTheTimeOfRegistrationAndAreUnique) {
    std::set<ComplaintKey> keys;
    auto const key_at = [&](Instant at) {
        auto const key = registered({.at = at}).key;
        EXPECT_TRUE(keys.insert(key).second);
        return key;
    };
    auto const a = key_at(noon), b = key_at(noon), later = key_at(noon + std::chrono::hours{1});
    auto const past = key_at(noon - std::chrono::hours{1}), c = key_at(noon), again = key_at(noon - std::chrono::hours{1});
    EXPECT_LT(a, b);
    EXPECT_LT(b, c);
    EXPECT_LT(c, later);
    EXPECT_LT(past, again);
    EXPECT_LT(again, a);
}

TEST_P(Complaints, ASecondComplaintWithTheSameExternalIdIsAConflict) {
    registered({.external = "weibo:1"});
    try {
        write(store(), [&](Transaction& transaction) { put(transaction, {.external = "weibo:1"}); });
        FAIL() << "taken twice";
    } catch (StorageError const& error) {
        EXPECT_EQ(error.kind(), StorageError::What::conflict);
    }
    EXPECT_EQ(read_now(store(), [](Snapshot& snapshot) { return snapshot.complaint_count(); }), 1);
    EXPECT_EQ(registered({.external = "weibo:2"}).number.counter(), 2);
}

TEST_P(Complaints, RowsAreScannedInKeyOrder) {
    std::vector<ComplaintKey> keys;
    for (auto i = 0; i < 7; ++i) keys.push_back(registered({.at = noon + std::chrono::seconds{i * 3 % 7}}).key);
    std::sort(keys.begin(), keys.end());
    std::vector<ComplaintKey> scanned;
    for (ComplaintKey after;;) {
        auto const rows = read_now(store(), [&](Snapshot& snapshot) { return snapshot.scan(after, 3); });
        if (rows.empty()) break;
        for (auto const& row : rows) scanned.push_back(row.key);
        after = scanned.back();
    }
    EXPECT_EQ(scanned, keys);
}

TEST_P(Complaints, WhatIsDueComesMostUrgentFirst) {
    using std::chrono::hours;
    auto const late = registered({.due = noon + hours{3}}).key;
    auto const soon = registered({.due = noon + hours{1}}).key;
    auto const middle = registered({.due = noon + hours{2}});
    registered({.due = std::nullopt});
    auto const due = [&](Instant until, int limit) { return read_now(store(), [&](Snapshot& snapshot) { return snapshot.due_until(until, limit); }); };
    EXPECT_THAT(due(noon + hours{3}, 10), ElementsAre(soon, middle.key, late));
    EXPECT_THAT(due(noon + hours{3}, 2), ElementsAre(soon, middle.key));
    EXPECT_THAT(due(noon + hours{3} - std::chrono::milliseconds{1}, 10), ElementsAre(soon, middle.key));
    write(store(), [&](Transaction& transaction) {
        auto done = middle;
        ++done.version;
        done.next_due.reset();
        EXPECT_TRUE(transaction.save(done, 1, {}));
    });
    EXPECT_THAT(due(noon + hours{3}, 10), ElementsAre(soon, late));
}

TEST_P(Complaints, OneWriteMayRegisterManyComplaints) {
    auto const count = 2000;
    write(store(), [&](Transaction& transaction) {
        for (auto i = 0; i < count; ++i) put(transaction, {.tokens = fmt::format("同词 n{}", i)});
    });
    EXPECT_EQ(read_now(store(), [](Snapshot& snapshot) { return snapshot.complaint_count(); }), count);
    EXPECT_EQ(all_events().size(), static_cast<std::size_t>(count));
    EXPECT_EQ(found({.tokens = {"同词"}, .prefix = {}}, {INT64_MAX}, count * 2).size(), static_cast<std::size_t>(count));
    EXPECT_EQ(found({.tokens = {"同词", "n1234"}, .prefix = {}}).size(), 1u);
}

TEST_P(Complaints, LargeTextsAreKept) {
    std::string large;
    while (large.size() < 3'000'000) large += "很长的投诉内容";
    auto const row = registered({.content = large});
    EXPECT_EQ(read_now(store(), [&](Snapshot& snapshot) { return snapshot.find(row.number)->text; }), "content=" + large + "\n");
}

TEST_P(Complaints, ASnapshotDoesNotChangeUnderTheReader) {
    auto const row = registered();
    store().read([&](Snapshot& snapshot) {
        EXPECT_EQ(snapshot.find(row.number)->version, 1);
        if (GetParam().name == "memory") return;  // its readers keep writers waiting
        acted(row, 2, "act=note\n");
        EXPECT_EQ(snapshot.find(row.number)->version, 1);
        EXPECT_EQ(snapshot.events(row.key, 0, 10).size(), 1u);
    });
}

INSTANTIATE_TEST_SUITE_P(Stores, Complaints, testing::ValuesIn(store_kinds()), [](auto const& kind) { return kind.param.name; });

}  // namespace
}  // namespace hearline::contract
