#include "storage/sqlite/write_lane.hpp"

namespace hearline::sqlite {
namespace {

constexpr std::int64_t page_bytes = 4096;

std::string message_of(std::exception_ptr const& error) {
    try {
        std::rethrow_exception(error);
    } catch (std::exception const& e) {
        return e.what();
    } catch (...) {
        return "unknown error";
    }
}

}  // namespace

WriteLane::WriteLane(Database& database, SearchIndex& index, Database& index_file, Options options)
    : database_{database}, index_{index}, options_{options}, batch_{database, index, index_file, options.node}, transaction_{database, batch_} {
    thread_ = std::thread{[this] { work(); }};
}

WriteLane::~WriteLane() {
    queue_.close();
    thread_.join();
}

void WriteLane::submit(WriteJob& job) {
    if (!queue_.push(job)) job.finished(std::make_exception_ptr(StorageError{StorageError::What::unavailable, "the store is closing"}));
}

void WriteLane::on_commit(CommitListener listener) {
    std::lock_guard lock{listener_mutex_};
    listener_ = std::move(listener);
}

bool WriteLane::Probe::run(Transaction&) {
    database.post("UPDATE search_state SET trimmed_upto = trimmed_upto WHERE id = 1", sql::Values{});
    return true;
}

StoreHealth WriteLane::health() {
    StoreHealth health;
    {
        std::lock_guard lock{health_mutex_};
        health.writable = trouble_.empty();
        health.detail = trouble_;
    }
    if (!health.writable && !probe_.queued.exchange(true)) submit(probe_);
    if (auto const trouble = index_.trouble(); !trouble.empty()) health.detail += (health.detail.empty() ? "search: " : "; search: ") + trouble;
    health.queued_writes = queue_.size();
    health.wal_bytes = wal_frames_ * page_bytes;
    health.commits = commits_;
    health.writes = writes_;
    return health;
}

void WriteLane::work() {
    std::vector<WriteJob*> jobs;
    while (queue_.take(jobs, options_.batch)) {
        index_.wait_for_room();
        commit(jobs);
        // A job may be gone as soon as it is answered.
        for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i]->finished(std::move(errors_[i]));
        tidy_log();
    }
}

void WriteLane::commit(std::vector<WriteJob*> const& jobs) {
    // A savepoint copies every page it touches. So the jobs first run without; only when one of them fails after it wrote something,
    // the whole batch is rolled back and run again with a savepoint for each.
    if (attempt(jobs, Care::none) == Outcome::again_with_savepoints) attempt(jobs, Care::savepoint_each);
}

WriteLane::Outcome WriteLane::attempt(std::vector<WriteJob*> const& jobs, Care care) {
    errors_.assign(jobs.size(), nullptr);
    auto const beginning = batch_.mark();
    try {
        database_.run("BEGIN IMMEDIATE");
        if (!run_all(jobs, care)) {
            roll_back(beginning);
            return Outcome::again_with_savepoints;
        }
        if (!batch_.wrote_since(beginning) && batch_.empty()) {
            roll_back(beginning);
            return Outcome::nothing_written;
        }
        batch_.write_common(index_.indexed_upto());
        database_.run("COMMIT");
    } catch (...) {
        // Nothing of the batch is kept: a commit record that was not synced is not acknowledged, and the next commit overwrites it.
        auto const error = std::current_exception();
        roll_back(beginning);
        fail_all(error);
        return Outcome::failed;
    }
    {
        std::lock_guard lock{health_mutex_};
        trouble_.clear();
    }
    ++commits_;
    writes_ += static_cast<std::int64_t>(jobs.size());
    after_commit();
    return Outcome::committed;
}

// False when a job failed that cannot be rolled back alone.
bool WriteLane::run_all(std::vector<WriteJob*> const& jobs, Care care) {
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        auto const mark = batch_.mark();
        if (care == Care::savepoint_each) database_.run("SAVEPOINT one");
        auto const kept = run_one(*jobs[i], errors_[i]);
        if (database_.fatal()) std::rethrow_exception(database_.fatal());
        if (!kept && care == Care::none && batch_.wrote_since(mark)) return false;
        if (care == Care::savepoint_each) {
            if (!kept) database_.run("ROLLBACK TO one");
            database_.run("RELEASE one");
        }
        if (!kept) batch_.back_to(mark);
    }
    return true;
}

bool WriteLane::run_one(WriteJob& job, std::exception_ptr& error) {
    try {
        return job.run(transaction_);
    } catch (...) {
        error = std::current_exception();
        return false;
    }
}

void WriteLane::roll_back(Batch::Mark const& beginning) {
    database_.forgive();
    try {
        if (database_.in_transaction()) database_.run("ROLLBACK");
    } catch (std::exception const&) {
        database_.forgive();  // SQLite has rolled back by itself
    }
    batch_.back_to(beginning);
}

void WriteLane::fail_all(std::exception_ptr const& error) {
    for (auto& one : errors_) one = error;
    std::lock_guard lock{health_mutex_};
    trouble_ = message_of(error);
}

void WriteLane::after_commit() {
    wal_frames_ = database_.wal_frames();
    if (batch_.token_changes() > 0) index_.add(batch_.queue_id(), std::make_shared<std::string const>(batch_.packed_tokens()), batch_.token_changes());
    if (auto const rows = batch_.changed_rows(); !rows.empty()) {
        std::lock_guard lock{listener_mutex_};
        if (listener_) listener_(rows, batch_.last_position());
    }
    batch_.committed();
}

// After the answers, so that nobody waits for it. The log begins anew when all of it is moved and no reader needs it.
void WriteLane::tidy_log() {
    auto const frames = database_.wal_frames();
    if (frames < options_.checkpoint_frames) return;
    try {
        database_.checkpoint(frames < options_.wal_cap_frames ? Database::Checkpoint::passive : Database::Checkpoint::restart);
    } catch (std::exception const&) {
        // The log goes on growing; health shows its size.
    }
}

}  // namespace hearline::sqlite
