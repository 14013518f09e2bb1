#pragma once
// The embedded store: one folder with `hearline.db` (everything) and `search.db` (the search index, made anew from the other when lost).
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ports/store.hpp"

namespace hearline {

struct SqliteOptions {
    std::filesystem::path folder = {};
    enum class Access {
        write,  ///< makes the folder and the schema; one process at a time
        read    ///< beside a running writer, too; every write is refused
    };
    Access access = Access::write;
    int node = 0;  ///< 0 to 1023, part of every key made here
    Instant now = {};  ///< written beside a migration that is applied
    std::function<void(std::vector<std::string> const&)> migrated = {};  ///< told the names of the migrations that were applied, if any were
    /// All search tokens of a complaint (what `insert` and `add_search` were given at last), to make a lost search index anew behind whoever
    /// reads and writes; the store's health says so until it is done. Without it a store whose index is lost opens, and its health says so.
    std::function<std::string(Snapshot&, ComplaintRow const&)> search_tokens = {};
    int search_scheme = 0;  ///< grows when `search_tokens` makes other tokens than before: an index of an older scheme is made anew
    int search_block = 2048;  ///< complaints that wait in memory before they are indexed together
    std::string vfs = "";     ///< SQLite's file layer, for tests; "" = the system's
};

/// Throws StorageError: `locked` by another process, `corrupt`, `unavailable` (a newer schema, no such folder, no permission), `outdated` (an
/// older schema, for reading), `full`.
[[nodiscard]] std::unique_ptr<Store> open_sqlite_store(SqliteOptions const& options);

}  // namespace hearline
