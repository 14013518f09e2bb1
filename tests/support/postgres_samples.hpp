#pragma once
// Small registrations and acts for the tests of the store on PostgreSQL, and a listener that remembers what it was told.
#include <algorithm>
#include <map>
#include <mutex>
#include <string>

#include "app/ports/store.hpp"
#include "base/result.hpp"

namespace hearline::test {

inline constexpr Date sample_day{std::chrono::days{20'000}};
inline constexpr Instant sample_time = instant_ms(1'800'000'000'000);

inline Digest digest_of(std::string_view text) { return sha256(text); }

/// Writes one registration with the next number, event, search tokens.
inline Number insert_sample(Transaction& transaction, std::string const& external = {}, std::string const& tokens = "空调 调故 故障", Date day = sample_day) {
    ComplaintRow row;
    row.number = transaction.next_number(day);
    row.key = transaction.next_key(sample_time);
    row.version = 1;
    row.next_due = sample_time;
    row.record = "stage=dispatch";
    row.salt.fill(7);
    row.text = "content=空调故障";
    row.external = external;
    EventRow event;
    event.key = row.key;
    event.seq = 1;
    event.body = "act=register number=" + format_number(row.number);
    event.digest = digest_of(event.body);
    transaction.insert(row, {&event, 1}, tokens);
    return row.number;
}

/// A registration as the use case does it: an external id that is known gives the complaint that has it.
inline Result<Number> register_sample(Transaction& transaction, std::string const& external = {}) {
    if (!external.empty())
        if (auto known = transaction.find_external(external)) return known->number;
    return insert_sample(transaction, external);
}

/// An act: one more event on the complaint, under its row lock. Errors: `not-found`, `stale`.
inline Result<int> act_sample(Transaction& transaction, Number number) {
    auto row = transaction.find_for_update(number);
    if (!row) return refuse(ErrorKind::not_found, "not-found", say("没有", "none"));
    EventRow event;
    event.key = row->key;
    event.seq = row->version + 1;
    event.body = "act=note seq=" + std::to_string(event.seq);
    event.digest = digest_of(event.body);
    auto before = row->version;
    row->version = event.seq;
    if (!transaction.save(*row, before, {&event, 1})) return refuse(ErrorKind::stale, "stale", say("已变", "changed"));
    return row->version;
}

/// Remembers the last version told of each complaint.
class Heard {
public:
    CommitListener listener() {
        return [this](std::span<ComplaintRow const> rows, Position upto) {
            std::lock_guard lock{mutex_};
            for (auto const& row : rows) {
                auto& version = versions_[row.number];
                if (row.version < version) went_back_ = true;
                version = row.version;
            }
            upto_[upto.lane()] = std::max(upto_[upto.lane()], upto);
        };
    }
    [[nodiscard]] std::map<Number, int> versions() const {
        std::lock_guard lock{mutex_};
        return versions_;
    }
    [[nodiscard]] bool went_back() const { return went_back_; }

private:
    mutable std::mutex mutex_;
    std::map<Number, int> versions_;
    std::map<int, Position> upto_;
    bool went_back_ = false;
};

}  // namespace hearline::test
