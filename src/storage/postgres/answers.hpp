#pragma once
// How the statements of storage/sql run on a wire at once: queries are awaited, posts ride along with the next of them.
#include <optional>

#include "storage/postgres/wire.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::postgres {

/// Hands every row of an answer to `sink`.
void hand_out(Answer const& answer, sql::RowSink sink);

/// Runs what storage/sql asks on a wire, and remembers the first failure: a transaction with one must not be committed, even when the use
/// case swallowed it.
class Direct final : public sql::Connection {
public:
    explicit Direct(Wire& wire) : wire_{wire} {}
    using sql::Connection::change;
    using sql::Connection::post;
    using sql::Connection::query;
    void query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) override;
    std::int64_t change(sql::Literal literal, std::span<sql::Value const> values) override;
    void post(sql::Literal literal, std::span<sql::Value const> values) override;

    Answer ask(sql::Literal literal, std::span<sql::Value const> values, Wire::Plan plan = Wire::Plan::kept);
    [[nodiscard]] bool has_written() const { return has_written_; }
    [[nodiscard]] std::optional<EngineError> const& failure() const { return failure_; }

private:
    Wire& wire_;
    bool has_written_ = false;
    std::optional<EngineError> failure_;
};

}  // namespace hearline::postgres
