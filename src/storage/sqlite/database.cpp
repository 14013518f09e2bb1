#include "storage/sqlite/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <mutex>

namespace hearline::sqlite {
namespace {

class StatementRow final : public sql::Row {
public:
    explicit StatementRow(sqlite3_stmt* statement) : statement_{statement} {}
    bool null(int column) override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) override { return sqlite3_column_int64(statement_, column); }
    std::string_view text(int column) override {
        auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
        return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::string_view blob(int column) override {
        auto const* bytes = static_cast<char const*>(sqlite3_column_blob(statement_, column));
        return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

private:
    sqlite3_stmt* statement_;
};

/// The statement can be used again, however the block is left.
struct Reset {
    sqlite3_stmt* statement;
    ~Reset() { sqlite3_reset(statement); }
};

bool no_room(int system_error) { return system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT; }

/// What the system said when writing to the database or its log failed.
int write_error(sqlite3* connection) {
    auto last = sqlite3_system_errno(connection);
    if (no_room(last)) return last;
    sqlite3_file* log = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log && log->pMethods) log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &last);
    if (!no_room(last)) sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &last);
    return last;
}

StorageError::What kind_of(int code, int system_error) {
    switch (code & 0xff) {
        case SQLITE_FULL: return StorageError::What::full;
        case SQLITE_IOERR:
            return no_room(system_error) ? StorageError::What::full : StorageError::What::unavailable;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return StorageError::What::locked;
        case SQLITE_CONSTRAINT: return StorageError::What::conflict;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return StorageError::What::corrupt;
        default: return StorageError::What::unavailable;
    }
}

bool ends_transaction(int code) {
    switch (code & 0xff) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_NOMEM:
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_INTERRUPT: return true;
        default: return false;
    }
}

/// $1 → ?1, outside of quotes (no statement of ours has a dollar sign inside quotes).
std::string translated(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c == '$') c = '?';
    return out;
}

constexpr int busy_ms = 5000;
constexpr int restart_wait_ms = 20;
constexpr int journal_size_limit = 64 << 20;

}  // namespace

void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(OpenOptions const& options) {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
    sqlite3* raw = nullptr;
    auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (options.use == Use::write ? SQLITE_OPEN_CREATE : 0);
    auto const code = sqlite3_open_v2(options.file.c_str(), &raw, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
    connection_.reset(raw);
    if (code != SQLITE_OK) fail(code, options.file);
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, busy_ms);
    run_script(fmt::format("PRAGMA cache_size = -{}; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF", options.cache_kib));
    if (options.use == Use::read) {
        sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        run_script("PRAGMA query_only = ON");
        return;
    }
    run_script(fmt::format("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = {}; "
                           "PRAGMA secure_delete = FAST",
                           journal_size_limit));
    sqlite3_wal_hook(
        raw,
        [](void* self, sqlite3*, char const*, int frames) {
            static_cast<Database*>(self)->wal_frames_ = frames;
            return SQLITE_OK;
        },
        this);
}

Database::~Database() { statements_.clear(); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

void Database::fail(int code, std::string_view where) {
    auto const* message = connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(code);
    auto const system_error = !connection_ ? 0 : code == SQLITE_IOERR_WRITE ? write_error(connection_.get()) : sqlite3_system_errno(connection_.get());
    StorageError const error{kind_of(code, system_error),
                             fmt::format("{} ({}{}{}): {}", message, code, system_error ? ", " : "", system_error ? std::strerror(system_error) : "", where.substr(0, 80))};
    if (ends_transaction(code)) fatal_ = std::make_exception_ptr(error);
    throw error;
}

sqlite3_stmt* Database::prepared(sql::Literal literal) {
    auto& statement = statements_[literal.text().data()];
    if (statement) return statement.get();
    auto const text = translated(literal.text());
    sqlite3_stmt* raw = nullptr;
    auto const code = sqlite3_prepare_v3(connection_.get(), text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) fail(code, text);
    statement.reset(raw);
    return raw;
}

// Values are bound without a copy: they live until the call returns, and the next use of the statement binds anew.
void Database::bind(sqlite3_stmt* statement, std::span<sql::Value const> values) {
    auto index = 0;
    for (auto const& value : values) {
        ++index;
        auto const* bytes = value.bytes.data() ? value.bytes.data() : "";
        switch (value.type) {
            case sql::Value::Type::null: sqlite3_bind_null(statement, index); break;
            case sql::Value::Type::integer: sqlite3_bind_int64(statement, index, value.integer); break;
            case sql::Value::Type::text: sqlite3_bind_text64(statement, index, bytes, value.bytes.size(), SQLITE_STATIC, SQLITE_UTF8); break;
            case sql::Value::Type::blob: sqlite3_bind_blob64(statement, index, bytes, value.bytes.size(), SQLITE_STATIC); break;
        }
    }
}

void Database::query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) {
    auto* const statement = prepared(literal);
    Reset const reset{statement};
    bind(statement, values);
    StatementRow row{statement};
    for (;;) {
        auto const code = sqlite3_step(statement);
        if (code == SQLITE_DONE) return;
        if (code != SQLITE_ROW) fail(code, literal.text());
        sink(row);
    }
}

std::int64_t Database::change(sql::Literal literal, std::span<sql::Value const> values) {
    auto* const statement = prepared(literal);
    Reset const reset{statement};
    bind(statement, values);
    auto const before = sqlite3_total_changes64(connection_.get());
    auto const code = sqlite3_step(statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW) fail(code, literal.text());
    auto const changed = sqlite3_total_changes64(connection_.get()) - before;
    changes_ += changed;
    return changed;
}

void Database::run_script(std::string_view script) {
    std::string const text{script};
    auto const code = sqlite3_exec(connection_.get(), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, text);
}

bool Database::checkpoint(Checkpoint how) {
    auto const mode = how == Checkpoint::passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
    int frames = 0, moved = 0;
    if (how == Checkpoint::restart) sqlite3_busy_timeout(connection_.get(), restart_wait_ms);
    auto const code = sqlite3_wal_checkpoint_v2(connection_.get(), "main", mode, &frames, &moved);
    if (how == Checkpoint::restart) sqlite3_busy_timeout(connection_.get(), busy_ms);
    return code == SQLITE_OK && frames == moved;
}

}  // namespace hearline::sqlite
