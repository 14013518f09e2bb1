#include "server/open_store.hpp"

#include "app/load_reference.hpp"
#include "app/event_rows.hpp"
#include "app/search_text.hpp"
#include "channel/reference_file.hpp"
#include "storage/memory/memory_store.hpp"
#include "storage/postgres/postgres_store.hpp"
#include "storage/sqlite/sqlite_store.hpp"

namespace hearline::server {
namespace {

tl::unexpected<Error> refusal(StorageError const& error, Configuration const& configuration) {
    std::string const what = error.what();
    if (error.kind() == StorageError::What::locked)
        return refuse(ErrorKind::unavailable, "store-locked",
                      say("数据目录 {} 正被另一个进程写入，请先停止它：{}", "the data folder {} is locked by another process that writes it, stop it first: {}", configuration.data, what));
    return refuse(ErrorKind::unavailable, "store-unavailable", say("打不开存储：{}", "cannot open the store: {}", what));
}

Result<std::shared_ptr<Store>> open(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now) {
    if (configuration.store == "memory") return std::shared_ptr<Store>{make_memory_store()};
    if (configuration.store != "sqlite")
        return std::shared_ptr<Store>{TRY(open_postgres_store(configuration.store, now, use == cli::StoreUse::write ? PostgresUse::write : PostgresUse::read))};
    SqliteOptions options;
    options.folder = configuration.data;
    options.access = use == cli::StoreUse::write ? SqliteOptions::Access::write : SqliteOptions::Access::read;
    options.node = configuration.node;
    options.now = now();
    options.search_tokens = [](Snapshot& snapshot, ComplaintRow const& row) { return indexed_tokens(snapshot, row); };
    options.search_scheme = search_scheme;
    return std::shared_ptr<Store>{open_sqlite_store(options)};
}

}  // namespace

Result<std::shared_ptr<Store>> open_store(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now) {
    try {
        auto store = TRY(open(configuration, use, now));
        bool const writes = use == cli::StoreUse::write || configuration.store == "memory";
        bool const fresh = read_now(*store, [](Snapshot& snapshot) { return is_empty(snapshot); });
        if (fresh && writes) {
            auto const data = channel::shipped_reference();
            TRY(write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, data, system_actor(), now()); }));
        }
        if (writes && !read_now(*store, [](Snapshot& snapshot) { return lookup_key(snapshot); }))
            TRY(write_and_wait(*store, [&](Transaction& transaction) -> Done {
                if (!lookup_key(transaction)) put_lookup_key(transaction, system_random(), now());  // another node may have been quicker
                return Done{};
            }));
        return store;
    } catch (StorageError const& error) {
        return refusal(error, configuration);
    }
}

Result<Text> migrate_store(Configuration const& configuration, std::function<Instant()> const& now) {
    try {
        if (configuration.store.starts_with("postgres")) {
            auto const applied = TRY(migrate_postgres(configuration.store, now));
            if (applied.empty()) return Text{"数据库结构已是最新", "the schema is up to date"};
            std::string names;
            for (auto const& name : applied) names += (names.empty() ? "" : ", ") + name;
            return say("已应用：{}", "applied: {}", names);
        }
        TRY(open(configuration, cli::StoreUse::write, now));
        return Text{"数据库结构已是最新", "the schema is up to date"};
    } catch (StorageError const& error) {
        return refusal(error, configuration);
    }
}

}  // namespace hearline::server
