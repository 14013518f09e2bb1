// The store on PostgreSQL: each test in a schema of its own, once as shipped and once with SERIALIZABLE writes.
#include <stdexcept>

#include "contract/store_kinds.hpp"
#include "storage/postgres/postgres_store.hpp"
#include "support/postgres_server.hpp"

namespace hearline::contract {
namespace {

class InPostgres final : public StoreUnderTest {
public:
    explicit InPostgres(std::string const& parameters) : url_{test::PostgresServer::shared().fresh_url(parameters)} { open(); }
    Store& store() override { return *store_; }
    bool reopen() override {
        store_.reset();
        open();
        return true;
    }

private:
    void open() {
        auto opened = open_postgres_store(url_, [] { return instant_ms(1'795'665'600'000); });
        if (!opened) throw std::runtime_error{opened.error().detail.en};
        store_ = std::move(*opened);
    }

    std::string url_;
    std::unique_ptr<Store> store_;
};

Registered const postgres{{"postgres", [] { return std::make_unique<InPostgres>(""); }}};
Registered const serializable{{"postgres_serializable", [] { return std::make_unique<InPostgres>("&isolation=serializable"); }}};

}  // namespace
}  // namespace hearline::contract
