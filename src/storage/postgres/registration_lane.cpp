#include "storage/postgres/registration_lane.hpp"

#include "storage/postgres/token_search.hpp"
#include "storage/sql/transaction.hpp"

namespace hearline::postgres {

/// One try of a batch: its open transaction, the counters it locked, the rows it will tell of.
class RegistrationLane::Batch final : public sql::WriteSide {
public:
    Batch(Site& site, Lane& lane, Wire& wire) : site_{site}, lane_{lane}, wire_{wire}, transaction_{recorder_, *this} {}

    void run(std::vector<Item*> waiting) {
        for (int wave = 1; !waiting.empty(); ++wave) {
            std::vector<Item*> asking;
            for (auto* item : waiting) {
                if (run(*item) != Recorder::Verdict::asks) continue;
                if (wave < most_waves)
                    asking.push_back(item);
                else
                    item->needs_own_transaction = true;
            }
            if (!asking.empty()) recorder_.begin_next_wave(wire_);
            waiting = std::move(asking);
        }
        for (auto const& [day, counter] : counters_) {
            if (counter.now == counter.stored) continue;
            wire_.send("UPDATE day_counter SET value = $2 WHERE day = $1", {day, counter.now});
            took_numbers_ = true;
        }
    }
    [[nodiscard]] bool has_written() const { return recorder_.has_kept() || took_numbers_; }
    [[nodiscard]] std::size_t kept() const { return kept_; }  ///< jobs

    std::vector<ComplaintKey> search(SearchQuery const&, ComplaintKey, int) override { recorder_.need_own_transaction(); }
    std::optional<ComplaintRow> find_for_update(Number) override { recorder_.need_own_transaction(); }
    // R3.8: the day's row is fetched and locked once a batch.
    std::int64_t next_counter(Date day) override {
        auto found = counters_.find(day_number(day));
        if (found == counters_.end()) {
            auto stored = fetch_counter(day_number(day));
            found = counters_.emplace(day_number(day), Counter{stored, stored}).first;
        }
        touched_.emplace_back(&found->second, found->second.now);
        return ++found->second.now;
    }
    ComplaintKey next_key(Instant registered_at) override { return site_.keys.next(registered_at); }
    Position next_positions(int count) override { return lane_.take(count); }
    void index(ComplaintKey key, std::string_view tokens) override { insert_tokens(recorder_, key, tokens); }
    void reindex(ComplaintKey key, std::string_view, std::string_view tokens) override { replace_tokens(recorder_, key, tokens); }
    void wrote(ComplaintRow const& row, std::span<EventRow const> events, Position) override {
        lane_.seal(events);
        rows.push_back(row);
    }

    std::vector<ComplaintRow> rows;

private:
    static constexpr int most_waves = 4;
    struct Counter {
        std::int64_t stored, now;
    };

    Recorder::Verdict run(Item& item) {
        auto mark = lane_.mark();
        auto told = rows.size();
        touched_.clear();
        recorder_.begin_job();
        item.error = nullptr;
        item.needs_own_transaction = false;
        bool keep = false;
        try {
            keep = item.job->run(transaction_);
        } catch (...) {
            if (!failure_ && recorder_.verdict() == Recorder::Verdict::complete) item.error = std::current_exception();
        }
        if (failure_) throw *failure_;
        auto verdict = recorder_.verdict();
        if (keep && verdict == Recorder::Verdict::complete && !item.error) {
            recorder_.keep(wire_);
            ++kept_;
        } else {
            lane_.back_to(mark);
            rows.resize(told);
            for (auto touched = touched_.rbegin(); touched != touched_.rend(); ++touched) touched->first->now = touched->second;
            item.needs_own_transaction = verdict == Recorder::Verdict::needs_own_transaction;
        }
        return verdict;
    }

    std::int64_t fetch_counter(int day) {
        try {
            sql::Value values[] = {day};
            return wire_.ask("INSERT INTO day_counter (day, value) VALUES ($1, 0) ON CONFLICT (day) DO UPDATE SET value = day_counter.value RETURNING value", values)
                .integer(0, 0);
        } catch (EngineError const& error) {
            failure_ = error;
            throw;
        }
    }

    Site& site_;
    Lane& lane_;
    Wire& wire_;
    Recorder recorder_;
    sql::SqlTransaction transaction_;
    std::map<int, Counter> counters_;
    std::vector<std::pair<Counter*, std::int64_t>> touched_;
    std::optional<EngineError> failure_;
    std::size_t kept_ = 0;
    bool took_numbers_ = false;
};

RegistrationLane::RegistrationLane(Site& site) : site_{site}, writer_{site, 0}, thread_{[this] { run(); }} {}

RegistrationLane::~RegistrationLane() {
    queue_.close();
    thread_.join();
}

void RegistrationLane::run() {
    std::vector<WriteJob*> jobs;
    std::vector<Item> items;
    while (queue_.take(jobs, most_in_batch)) {
        items.clear();
        for (auto* job : jobs) items.push_back({job, nullptr});
        process(items);
    }
}

void RegistrationLane::try_together(std::vector<Item>& items) {
    auto& wire = writer_.ready();
    std::vector<Item*> waiting;
    for (auto& item : items) waiting.push_back(&item);
    writer_.queue_begin(wire);
    Batch batch{site_, writer_.lane(), wire};
    batch.run(std::move(waiting));
    if (batch.has_written())
        writer_.commit(wire, batch.rows, batch.kept());
    else
        writer_.roll_back(wire);
}

void RegistrationLane::process(std::vector<Item>& items) {
    Writer::Attempts attempts{site_};
    bool done = false;
    try {
        for (bool again = true; again && !done;) {
            try {
                try_together(items);
                done = true;
            } catch (EngineError const& error) {
                done = writer_.recover(error);
                // A batch with something bad in it is not tried as a whole again: one by one, only the bad one is refused.
                again = !done && error.cause() != EngineError::What::duplicate && attempts.again_after(error);
            }
        }
    } catch (...) {  // the server stays away, or the listener failed
        writer_.abandon();
        for (auto& item : items) item.job->finished(std::current_exception());
        return;
    }
    for (auto& item : items) {
        if (!done || item.needs_own_transaction)
            writer_.run_alone(*item.job);
        else
            item.job->finished(item.error);
    }
}

}  // namespace hearline::postgres
