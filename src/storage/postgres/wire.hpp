#pragma once
// One connection to PostgreSQL in pipeline mode: statements are queued, sent together, and their answers awaited together.
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/ports/store.hpp"
#include "storage/postgres/address.hpp"
#include "storage/sql/connection.hpp"

struct pg_conn;
struct pg_result;

namespace hearline::postgres {

/// The answer to one statement: its rows, or how many rows it changed.
class Answer {
public:
    explicit Answer(pg_result* result = nullptr) : result_{result, &release} {}
    [[nodiscard]] int rows() const;
    [[nodiscard]] std::int64_t changed() const;
    [[nodiscard]] bool is_null(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const;  ///< 0 for null
    [[nodiscard]] std::string_view bytes(int row, int column) const;  ///< text or bytes, valid as long as the answer
    [[nodiscard]] pg_result* raw() const { return result_.get(); }

private:
    static void release(pg_result* result);
    std::shared_ptr<pg_result> result_;
};

/// What the engine refuses, or that it is gone, as the retry loops need to know it.
class EngineError : public StorageError {
public:
    enum class What {
        lost,       ///< no server, or the connection broke: what was not answered may or may not have happened
        again,      ///< 40001, 40P01: the same transaction may succeed when run again
        duplicate,  ///< a unique key or a fence refused it
        full,
        locked,
        refused  ///< anything else
    };
    EngineError(What what, std::string state, std::string detail);
    [[nodiscard]] What cause() const { return cause_; }
    [[nodiscard]] std::string const& state() const { return state_; }  ///< SQLSTATE, or ""

private:
    What cause_;
    std::string state_;
};

/// Not for several threads at once.
class Wire {
public:
    /// Connects and chooses the schema. Throws EngineError.
    explicit Wire(Address const& address);
    ~Wire();
    Wire(Wire const&) = delete;
    Wire& operator=(Wire const&) = delete;

    enum class Plan { kept, made_for_values };  ///< `made_for_values`: planned anew with the values at hand
    /// Queues one statement with parameters `$1`…; nothing is awaited.
    void send(sql::Literal literal, std::span<sql::Value const> values, Plan plan = Plan::kept);
    void send(sql::Literal literal, sql::Values values = {}) { send(literal, std::span{values.begin(), values.size()}); }
    /// Hands what is queued to the network without awaiting anything.
    void flush();
    /// Ends the section of the pipeline: awaits all its answers, in the order of sending. Throws the first EngineError in it; the
    /// statements after that one were not run.
    std::vector<Answer> await();
    /// Sends and awaits one statement together with all before it.
    Answer ask(sql::Literal literal, std::span<sql::Value const> values, Plan plan = Plan::kept);
    Answer ask(sql::Literal literal, sql::Values values = {}) { return ask(literal, std::span{values.begin(), values.size()}); }
    /// Runs several statements of DDL, one after the other, each by itself or in the transaction that is open.
    void run_script(std::string const& sql);

    /// Ends the section but leaves its answers for the next `await`, which drops them; for COMMIT of a reading transaction.
    void finish_later();
    [[nodiscard]] bool is_lost() const;
    [[nodiscard]] int backend() const;  ///< process id of the server's side
    [[nodiscard]] bool has_unawaited() const { return !expected_.empty(); }

private:
    enum class Expected { prepared, answer, end, dropped_end };
    struct Pending {
        Expected what;
        char const* sql;
    };
    void check(int sent);
    void pump(bool until_sent);
    pg_result* next_result();
    [[noreturn]] void fail_lost();
    void collect(std::vector<Answer>& answers, std::optional<EngineError>& error);

    pg_conn* connection_ = nullptr;
    std::unordered_map<char const*, std::string> prepared_;
    std::deque<Pending> expected_;
    int made_ = 0;
};

}  // namespace hearline::postgres
