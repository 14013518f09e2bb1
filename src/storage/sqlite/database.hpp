#pragma once
// One SQLite connection: opened with the pragmas of its use, statements prepared once, errors as StorageError.
#include <memory>
#include <string>
#include <unordered_map>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace hearline::sqlite {

/// What a connection is for.
enum class Use {
    write,  ///< WAL, synchronous=FULL, checkpoints only on demand
    read    ///< nothing can be changed through it
};

struct OpenOptions {
    std::string file = "";
    Use use = Use::write;
    int cache_kib = 2048;
    std::string vfs = "";  ///< "" = the system's
};

/// For one thread at a time.
class Database final : public sql::Connection {
public:
    explicit Database(OpenOptions const& options);
    ~Database() override;
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    using sql::Connection::change;
    using sql::Connection::post;
    using sql::Connection::query;
    void query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) override;
    std::int64_t change(sql::Literal literal, std::span<sql::Value const> values) override;
    void post(sql::Literal literal, std::span<sql::Value const> values) override { change(literal, values); }
    /// A statement without parameters and rows.
    void run(sql::Literal literal) { change(literal, std::span<sql::Value const>{}); }
    /// Several statements of DDL at once.
    void run_script(std::string_view script);

    /// Rows changed through this connection since it was opened.
    [[nodiscard]] std::int64_t changes() const { return changes_; }
    /// A transaction is open (SQLite ends it by itself after some errors).
    [[nodiscard]] bool in_transaction() const;
    /// The last error that made going on with the transaction pointless (disk full, input/output), or null; cleared by `forgive`.
    [[nodiscard]] std::exception_ptr fatal() const { return fatal_; }
    void forgive() { fatal_ = nullptr; }

    /// Frames in the write-ahead log after the last commit of this connection.
    [[nodiscard]] int wal_frames() const { return wal_frames_; }
    enum class Checkpoint { passive, restart };
    /// False when readers kept it from finishing.
    bool checkpoint(Checkpoint how);

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    sqlite3_stmt* prepared(sql::Literal literal);
    static void bind(sqlite3_stmt* statement, std::span<sql::Value const> values);
    [[noreturn]] void fail(int code, std::string_view where);

    std::unique_ptr<sqlite3, Close> connection_;
    std::unordered_map<char const*, Statement> statements_;
    std::int64_t changes_ = 0;
    int wal_frames_ = 0;
    std::exception_ptr fatal_;
};

}  // namespace hearline::sqlite
