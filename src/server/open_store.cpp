#include "server/open_store.hpp"

#include <fmt/ranges.h>

#include "app/event_rows.hpp"
#include "app/load_reference.hpp"
#include "app/ports/operation_log.hpp"
#include "app/remake_records.hpp"
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
    if (error.kind() == StorageError::What::outdated)
        return refuse(ErrorKind::unavailable, "store-outdated",
                      say("库由早先版本写成，还没有升级：请停止服务并备份后运行 hearline migrate（{}）", "the store was written by an earlier program and is not up to date: stop the service, make a copy, and run `hearline migrate` ({})", what));
    return refuse(ErrorKind::unavailable, "store-unavailable", say("打不开存储：{}", "cannot open the store: {}", what));
}

/// What was done to bring a store up to date.
struct Upgrade {
    std::vector<std::string> migrations;
    RemadeRecords records;
};

[[nodiscard]] std::string joined(std::vector<std::string> const& names) { return fmt::format("{}", fmt::join(names, ", ")); }

[[nodiscard]] std::string numbers_of(RemadeRecords const& records) {
    std::vector<std::string> names;
    for (auto const number : records.first_left) names.push_back(format_number(number));
    return joined(names) + (records.left > static_cast<std::int64_t>(names.size()) ? " …" : "");
}

Result<std::shared_ptr<Store>> open_as_it_is(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now, Upgrade& done) {
    if (configuration.store == "memory") return std::shared_ptr<Store>{make_memory_store()};
    if (configuration.store != "sqlite") {
        bool const writes = use == cli::StoreUse::write;
        if (writes) done.migrations = TRY(migrate_postgres(configuration.store, now));
        return std::shared_ptr<Store>{TRY(open_postgres_store(configuration.store, now, writes ? PostgresUse::write : PostgresUse::read))};
    }
    SqliteOptions options;
    options.folder = configuration.data;
    options.access = use == cli::StoreUse::write ? SqliteOptions::Access::write : SqliteOptions::Access::read;
    options.node = configuration.node;
    options.now = now();
    options.migrated = [&done](auto const& names) { done.migrations = names; };
    options.search_tokens = [](Snapshot& snapshot, ComplaintRow const& row) { return indexed_tokens(snapshot, row); };
    options.search_scheme = search_scheme;
    return std::shared_ptr<Store>{open_sqlite_store(options)};
}

/// Told to whoever runs the program; of a store that was only just made there is nothing to tell.
void log_upgrade(Upgrade const& done) {
    if (!done.migrations.empty() && !done.migrations.front().starts_with("0001")) log_notice("the store was brought up to date: " + joined(done.migrations));
    if (done.records.complaints > 0)
        log_notice(fmt::format("records of an earlier program: {} of {} complaints were made anew from their events", done.records.remade, done.records.complaints));
    if (done.records.left > 0)
        log_warning(fmt::format("{} records were left as they are, because their events do not hold; run `hearline verify`: {}", done.records.left, numbers_of(done.records)));
}

/// Opens the store with everything in it as this program makes it.
Result<std::shared_ptr<Store>> open(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now, Upgrade& done, cli::LongWork const& progress = {}) {
    auto store = TRY(open_as_it_is(configuration, use, now, done));
    auto const [current, complaints] = read_now(*store, [](Snapshot& snapshot) { return std::pair{records_are_current(snapshot), snapshot.complaint_count()}; });
    if (current) return store;
    if (use != cli::StoreUse::write && configuration.store != "memory")
        throw StorageError{StorageError::What::outdated, "its records are not made anew yet"};
    if (complaints > 0) log_notice(fmt::format("records of an earlier program: those of {} complaints are looked at, once", complaints));
    done.records = remake_records(*store, now(), progress);
    return store;
}

}  // namespace

Result<std::shared_ptr<Store>> open_store(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now) {
    try {
        Upgrade done;
        auto store = TRY(open(configuration, use, now, done));
        log_upgrade(done);
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

Result<Text> migrate_store(Configuration const& configuration, std::function<Instant()> const& now, cli::LongWork const& progress) {
    try {
        Upgrade done;
        TRY(open(configuration, cli::StoreUse::write, now, done, progress));
        auto const& records = done.records;
        if (done.migrations.empty() && records.complaints == 0) return Text{"库已是最新，无需升级", "the store is up to date, there was nothing to do"};
        Text text = done.migrations.empty() ? Text{"库结构已是最新", "the schema is up to date"} : say("已升级库结构：{}", "schema brought up to date: {}", joined(done.migrations));
        auto const add = [&](Text const& more) {
            text.zh += "\n" + more.zh;
            text.en += "\n" + more.en;
        };
        if (records.complaints > 0)
            add(say("已核对 {0} 件投诉的记录，其中 {1} 件由早先版本生成、与现在不同，已按其事件重做", "records of {0} complaints looked at; {1} that an earlier program made otherwise were made anew from their events",
                    records.complaints, records.remade));
        if (records.left > 0)
            add(say("{0} 件的事件链不完整，记录未动，请运行 hearline verify 查看：{1}", "{0} records were left as they are, because their events do not hold; see `hearline verify`: {1}", records.left, numbers_of(records)));
        return text;
    } catch (StorageError const& error) {
        return refusal(error, configuration);
    }
}

}  // namespace hearline::server
