#pragma once
// The words that the contract's tests are written in.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "app/ports/anchor.hpp"
#include "app/ports/store.hpp"
#include "contract/store_kinds.hpp"

namespace hearline::contract {

using testing::ElementsAre;
using testing::IsEmpty;

inline Instant const noon = instant_ms(1'795'665'600'000);  // 2026-11-26T04:00Z
inline Date const today{std::chrono::days{20783}};

struct What {
    std::string content = "站台空调不凉";
    std::string tokens = "站台 台空 空调 调不 不凉";
    std::string external = "";
    Instant at = noon;
    std::optional<Instant> due = noon + std::chrono::hours{24};
    WriteKind kind = WriteKind::registration;
};

inline EventRow event_of(ComplaintKey key, int seq, std::string body, std::string text = "", std::string personal = "") {
    EventRow event;
    event.key = key;
    event.seq = seq;
    event.body = std::move(body);
    event.digest = sha256(event.body);
    if (!text.empty() || !personal.empty()) event.salt.fill(static_cast<std::uint8_t>(seq));
    event.text = std::move(text);
    event.personal = std::move(personal);
    return event;
}

/// Registers a complaint inside a transaction.
inline ComplaintRow put(Transaction& transaction, What const& what = {}) {
    ComplaintRow row;
    row.number = transaction.next_number(today);
    row.key = transaction.next_key(what.at);
    row.version = 1;
    row.next_due = what.due;
    row.record = fmt::format("stage=dispatch\nnumber={}\n", row.number.value);
    row.salt.fill(7);
    row.text = "content=" + what.content + "\n";
    row.personal = "name=张三\n";
    row.external = what.external;
    auto const first = event_of(row.key, 1, fmt::format("act=register\nnumber={}\n", row.number.value), row.text, row.personal);
    transaction.insert(row, {&first, 1}, what.tokens);
    return row;
}

/// A write for tests: refuses nothing by itself.
template <class F>
auto write(Store& store, F&& f, WriteKind kind = WriteKind::act) {
    using R = std::invoke_result_t<F&, Transaction&>;
    if constexpr (std::is_void_v<R>)
        write_and_wait(
            store,
            [&](Transaction& transaction) -> Done {
                f(transaction);
                return std::monostate{};
            },
            kind)
            .value();
    else
        return write_and_wait(
                   store, [&](Transaction& transaction) -> Result<R> { return f(transaction); }, kind)
            .value();
}

/// A write that is refused at its end: everything it did must vanish.
template <class F>
void refused_write(Store& store, F&& f, WriteKind kind = WriteKind::act) {
    auto const result = write_and_wait(
        store,
        [&](Transaction& transaction) -> Done {
            f(transaction);
            return refuse(ErrorKind::conflict, "refused", say("不行", "no"));
        },
        kind);
    ASSERT_FALSE(result);
}

class Contract : public testing::TestWithParam<StoreKind> {
protected:
    Store& store() { return under_test_->store(); }
    StoreUnderTest& under_test() { return *under_test_; }

    ComplaintRow registered(What const& what = {}) {
        return write(store(), [&](Transaction& transaction) { return put(transaction, what); }, what.kind);
    }
    /// Appends an event and counts the version up.
    ComplaintRow acted(ComplaintRow row, int seq, std::string body, std::string text = "") {
        return write(store(), [&](Transaction& transaction) {
            auto next = row;
            ++next.version;
            next.record += "more=1\n";
            auto const event = event_of(row.key, seq, body, text);
            EXPECT_TRUE(transaction.save(next, row.version, {&event, 1}));
            return next;
        });
    }
    std::vector<ComplaintKey> found(SearchQuery const& query, ComplaintKey before = {INT64_MAX}, int limit = 100) {
        return read_now(store(), [&](Snapshot& snapshot) { return snapshot.search(query, before, limit); });
    }
    /// All events of all lanes by position.
    std::vector<EventRow> all_events() {
        return read_now(store(), [&](Snapshot& snapshot) {
            std::vector<EventRow> all;
            for (auto const last : snapshot.lanes()) {
                Position after{std::int64_t{last.lane()} << 40};
                for (;;) {
                    auto const some = snapshot.events_by_position(after, 100);
                    if (some.empty()) break;
                    all.insert(all.end(), some.begin(), some.end());
                    after = some.back().position;
                }
                EXPECT_EQ(after, last);
            }
            return all;
        });
    }

private:
    std::unique_ptr<StoreUnderTest> under_test_ = GetParam().make();
};

inline bool operator==(ComplaintRow const& a, ComplaintRow const& b) {
    return a.key == b.key && a.number == b.number && a.version == b.version && a.next_due == b.next_due && a.record == b.record && a.salt == b.salt &&
           a.text == b.text && a.personal == b.personal && a.result == b.result && a.external == b.external && a.tracking == b.tracking;
}

}  // namespace hearline::contract
