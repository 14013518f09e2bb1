#include "storage/postgres/readers.hpp"

#include "storage/postgres/answers.hpp"
#include "storage/postgres/token_search.hpp"
#include "storage/sql/snapshot.hpp"

namespace hearline::postgres {

/// A wire for the length of one read. BEGIN travels with the first statement and the end is not awaited, so that a read of one statement is
/// one round trip.
class Readers::Lent final : public sql::Connection, public sql::TextSearch {
public:
    explicit Lent(Readers& readers) : readers_{readers} {}
    ~Lent() {
        if (wire_ && has_begun_ && !wire_->is_lost()) {
            try {
                wire_->send("COMMIT");
                wire_->finish_later();
            } catch (EngineError const&) {
                wire_.reset();
            }
        }
        readers_.give_back(std::move(wire_));
    }
    using sql::Connection::query;
    void query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) override { hand_out(ask(literal, values, Wire::Plan::kept), sink); }
    // The port gives no way from a snapshot to here.
    std::int64_t change(sql::Literal, std::span<sql::Value const>) override { throw std::logic_error{"a snapshot cannot write"}; }
    void post(sql::Literal, std::span<sql::Value const>) override { throw std::logic_error{"a snapshot cannot write"}; }
    std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override {
        return search_tokens([&](auto literal, auto values) { return ask(literal, values, Wire::Plan::made_for_values); }, query, before, limit);
    }

private:
    Answer ask(sql::Literal literal, std::span<sql::Value const> values, Wire::Plan plan) {
        for (int attempt = 0;; ++attempt) {
            bool const is_first = !has_begun_;
            try {
                if (!wire_ && attempt == 0) wire_ = readers_.borrow();
                if (!wire_) wire_ = std::make_unique<Wire>(readers_.site_.address);
                if (is_first) wire_->send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
                auto answer = wire_->ask(literal, values, plan);
                has_begun_ = true;
                if (attempt > 0) readers_.site_.condition.is_well();
                return answer;
            } catch (EngineError const& error) {
                bool const lost = error.cause() == EngineError::What::lost;
                wire_.reset();
                // A wire that broke while it lay idle; nothing was read yet.
                if (lost && is_first && attempt == 0) continue;
                if (lost) readers_.site_.condition.is_lost(error.what());
                throw;
            }
        }
    }

    Readers& readers_;
    std::unique_ptr<Wire> wire_;
    bool has_begun_ = false;
};

std::unique_ptr<Wire> Readers::borrow() {
    std::lock_guard lock{mutex_};
    if (idle_.empty()) return nullptr;
    auto wire = std::move(idle_.back());
    idle_.pop_back();
    return wire;
}

void Readers::give_back(std::unique_ptr<Wire> wire) {
    {
        std::lock_guard lock{mutex_};
        --lent_;
        if (wire && !wire->is_lost()) idle_.push_back(std::move(wire));
    }
    returned_.notify_one();
}

void Readers::read(std::function<void(Snapshot&)> const& f) {
    {
        std::unique_lock lock{mutex_};
        returned_.wait(lock, [&] { return lent_ < site_.address.readers; });
        ++lent_;
    }
    Lent lent{*this};
    sql::SqlSnapshot snapshot{lent, lent};
    f(snapshot);
}

}  // namespace hearline::postgres
