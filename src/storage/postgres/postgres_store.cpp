#include "storage/postgres/postgres_store.hpp"

#include <optional>
#include <thread>

#include "app/ports/write_queue.hpp"
#include "storage/postgres/follower.hpp"
#include "storage/postgres/index_keeper.hpp"
#include "storage/postgres/migrate.hpp"
#include "storage/postgres/readers.hpp"
#include "storage/postgres/registration_lane.hpp"
#include "storage/sql/event_rows.hpp"

namespace hearline {
namespace postgres {
namespace {

Node joined(Wire& wire, Clock const& clock) {
    Node node{clock};
    node.join(wire);
    return node;
}

class PostgresStore final : public Store {
public:
    PostgresStore(Address const& address, Wire& wire, Clock const& clock) : site_{address, joined(wire, clock)} {
        // From here on every commit is told; what lies before, its user reads.
        Direct direct{wire};
        for (auto const last : sql::read_lanes(direct)) site_.teller.begin_at(last);
        registrations_.emplace(site_);
        for (int i = 1; i <= address.acts; ++i) acts_.emplace_back([this, i] { run_acts(i); });
        follower_.emplace(site_);
        index_keeper_.emplace(site_);
    }
    ~PostgresStore() override {
        site_.condition.close();
        act_queue_.close();
        for (auto& thread : acts_) thread.join();
        registrations_.reset();
        index_keeper_.reset();
        follower_.reset();
    }

    void submit(WriteJob& job, WriteKind kind) override {
        auto& queue = kind == WriteKind::registration ? registrations_->queue() : act_queue_;
        if (!queue.push(job)) job.finished(std::make_exception_ptr(StorageError{StorageError::What::unavailable, "the store is closing"}));
    }
    void read(std::function<void(Snapshot&)> const& f) override { readers_.read(f); }
    bool reads_are_local() const override { return false; }
    bool keeps_search_tokens() const override { return true; }
    void on_commit(CommitListener listener) override { site_.teller.listen(std::move(listener)); }
    StoreHealth health() override {
        auto& condition = site_.condition;
        return {.writable = condition.well(),
                .detail = condition.detail(),
                .queued_writes = registrations_->queue().size() + act_queue_.size(),
                .wal_bytes = 0,
                .commits = condition.commits,
                .writes = condition.writes};
    }

private:
    void run_acts(int lane_index) {
        Writer writer{site_, lane_index};
        std::vector<WriteJob*> jobs;
        while (act_queue_.take(jobs, 1)) writer.run_alone(*jobs.front());
    }

    Site site_;
    Readers readers_{site_};
    WriteQueue act_queue_;
    std::optional<RegistrationLane> registrations_;
    std::vector<std::thread> acts_;
    std::optional<Follower> follower_;
    std::optional<IndexKeeper> index_keeper_;
};

}  // namespace
}  // namespace postgres

Result<std::unique_ptr<Store>> open_postgres_store(std::string_view url, std::function<Instant()> clock, PostgresUse use) {
    auto const address = TRY(postgres::parse_address(url));
    postgres::Wire wire{address};
    if (use == PostgresUse::write) postgres::migrate(wire, address.schema, clock);
    else postgres::require_schema(wire, address.schema);
    return std::make_unique<postgres::PostgresStore>(address, wire, clock);
}

Result<std::vector<std::string>> migrate_postgres(std::string_view url, std::function<Instant()> clock) {
    auto const address = TRY(postgres::parse_address(url));
    postgres::Wire wire{address};
    return postgres::migrate(wire, address.schema, clock);
}

Result<std::string> shown_postgres_url(std::string_view url) { return postgres::shown(TRY(postgres::parse_address(url))); }

}  // namespace hearline
