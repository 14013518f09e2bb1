#include "storage/postgres/writer.hpp"

#include <algorithm>
#include <random>

#include "storage/postgres/token_search.hpp"
#include "storage/sql/complaint_rows.hpp"
#include "storage/sql/event_rows.hpp"
#include "storage/sql/transaction.hpp"

namespace hearline::postgres {
namespace {

/// What a transaction of its own adds to the statements of storage/sql.
class AloneSide final : public sql::WriteSide {
public:
    AloneSide(Site& site, Lane& lane, Direct& direct) : site_{site}, lane_{lane}, direct_{direct} {}

    std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override {
        return search_tokens([&](auto literal, auto values) { return direct_.ask(literal, values, Wire::Plan::made_for_values); }, query, before, limit);
    }
    // R3.8: the row stays locked until the commit, and the counter goes back with a rollback.
    std::int64_t next_counter(Date day) override {
        std::int64_t counter = 0;
        took_number = true;
        direct_.query("INSERT INTO day_counter (day, value) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET value = day_counter.value + 1 RETURNING value",
                      {day_number(day)}, [&](sql::Row& row) { counter = row.integer(0); });
        return counter;
    }
    ComplaintKey next_key(Instant registered_at) override { return site_.keys.next(registered_at); }
    Position next_positions(int count) override { return lane_.take(count); }
    std::optional<ComplaintRow> find_for_update(Number number) override { return sql::find_complaint_for_update(direct_, number); }
    void index(ComplaintKey key, std::string_view tokens) override { insert_tokens(direct_, key, tokens); }
    void reindex(ComplaintKey key, std::string_view, std::string_view tokens) override { replace_tokens(direct_, key, tokens); }
    void wrote(ComplaintRow const& row, std::span<EventRow const> events, Position) override {
        lane_.seal(events);
        auto same = std::find_if(rows.begin(), rows.end(), [&](auto const& other) { return other.key == row.key; });
        if (same == rows.end())
            rows.push_back(row);
        else
            *same = row;
    }

    std::vector<ComplaintRow> rows;
    bool took_number = false;

private:
    Site& site_;
    Lane& lane_;
    Direct& direct_;
};

}  // namespace

Wire& Writer::ready() {
    using namespace std::chrono;
    if (wire_ && !wire_->is_lost()) return *wire_;
    wire_.reset();
    auto const patience = site_.condition.given_up() ? milliseconds{0} : site_.address.patience;
    auto const until = steady_clock::now() + patience;
    for (milliseconds wait{20};; wait = std::min(wait * 2, milliseconds{500})) {
        try {
            auto wire = std::make_unique<Wire>(site_.address);
            if (lane_.claim(*wire)) resolved_as_committed_ = true;
            tell_missed(*wire);
            wire_ = std::move(wire);
            site_.condition.is_well();
            return *wire_;
        } catch (EngineError const& error) {
            if (error.cause() != EngineError::What::lost && error.cause() != EngineError::What::again) throw;
            site_.condition.is_lost(error.what());
            if (steady_clock::now() + wait > until || site_.condition.closing()) {
                site_.condition.give_up();
                throw;
            }
            site_.condition.pause(wait);
        }
    }
}

void Writer::tell_missed(Wire& wire) {
    Direct direct{wire};
    auto told = site_.teller.told(lane_.id());
    for (bool more = told < lane_.last(); more;) {
        auto changes = sql::follow_events(direct, told, 500);
        site_.teller.tell(changes.rows, changes.upto);
        told = changes.upto;
        more = changes.more;
    }
}

void Writer::queue_begin(Wire& wire) {
    resolved_as_committed_ = false;
    if (site_.address.isolation == Isolation::serializable)
        wire.send("BEGIN ISOLATION LEVEL SERIALIZABLE");
    else
        wire.send("BEGIN ISOLATION LEVEL READ COMMITTED");
}

void Writer::commit(Wire& wire, std::span<ComplaintRow const> rows, std::size_t jobs) {
    lane_.queue_end(wire);
    wire.ask("COMMIT");
    lane_.settle();
    site_.condition.commits += 1;
    site_.condition.writes += static_cast<std::int64_t>(jobs);
    site_.teller.tell(rows, lane_.last());
}

void Writer::roll_back(Wire& wire) {
    lane_.roll_back();
    wire.ask("ROLLBACK");
}

bool Writer::recover(EngineError const& error) {
    if (wire_ && !wire_->is_lost() && error.cause() != EngineError::What::lost) {
        try {
            lane_.roll_back();
            wire_->ask("ROLLBACK");
            // Where a key was taken already it may be a position or the lane itself: look again at where the lane stands.
            if (error.cause() == EngineError::What::duplicate) {
                (void)lane_.claim(*wire_);
                tell_missed(*wire_);
            }
            return false;
        } catch (EngineError const&) {
            // Lost on the way: as below. The transaction was refused, so nothing of it can be committed.
        }
    }
    wire_.reset();
    ready();
    return resolved_as_committed_;
}

bool Writer::Attempts::again_after(EngineError const& error) {
    using What = EngineError::What;
    constexpr int most = 40, most_duplicates = 3;
    if (++tried_ >= most) return false;
    if (error.cause() == What::lost) return !site_.condition.closing();  // waiting is done where the server is awaited
    if (error.cause() == What::duplicate) return ++duplicates_ < most_duplicates;
    if (error.cause() != What::again) return false;
    thread_local std::minstd_rand chance{std::random_device{}()};
    auto longest = std::min(1 << std::min(tried_, 6), 50);
    site_.condition.pause(std::chrono::milliseconds{chance() % longest});
    return true;
}

void Writer::try_alone(WriteJob& job) {
    auto& wire = ready();
    Direct direct{wire};
    AloneSide side{site_, lane_, direct};
    sql::SqlTransaction transaction{direct, side};
    queue_begin(wire);
    bool keep = false;
    try {
        keep = job.run(transaction);
    } catch (...) {
        if (direct.failure()) throw *direct.failure();
        roll_back(wire);
        throw;
    }
    if (direct.failure()) throw *direct.failure();
    if (keep && (direct.has_written() || side.took_number))
        commit(wire, side.rows, 1);
    else
        roll_back(wire);
}

void Writer::run_alone(WriteJob& job) noexcept {
    std::exception_ptr outcome;
    Attempts attempts{site_};
    for (bool again = true; again;) {
        again = false;
        try {
            try_alone(job);
        } catch (EngineError const& error) {
            try {
                if (!recover(error)) {
                    again = attempts.again_after(error);
                    if (!again) outcome = std::make_exception_ptr(error);
                }
            } catch (...) {
                outcome = std::current_exception();
            }
        } catch (...) {  // the job's own
            outcome = std::current_exception();
        }
    }
    job.finished(outcome);
}

}  // namespace hearline::postgres
