// The stores that need no server: memory and SQLite.
#include "contract/store_kinds.hpp"
#include "storage/memory/memory_store.hpp"
#include "storage/sqlite/sqlite_store.hpp"
#include "support/temporary_folder.hpp"

namespace hearline::contract {
namespace {

class InMemory final : public StoreUnderTest {
public:
    Store& store() override { return *store_; }

private:
    std::unique_ptr<Store> store_ = make_memory_store();
};

/// With blocks so small that most searches of the suite look into the index file and into what waits for it.
class InSqlite final : public StoreUnderTest {
public:
    InSqlite() {
        options_.folder = folder_.path();
        options_.search_block = 3;
        store_ = open_sqlite_store(options_);
    }
    Store& store() override { return *store_; }
    bool reopen() override {
        store_.reset();
        store_ = open_sqlite_store(options_);
        return true;
    }

private:
    TemporaryFolder folder_;
    SqliteOptions options_;
    std::unique_ptr<Store> store_;
};

Registered const memory{{"memory", [] { return std::make_unique<InMemory>(); }}};
Registered const sqlite{{"sqlite", [] { return std::make_unique<InSqlite>(); }}};

}  // namespace
}  // namespace hearline::contract
