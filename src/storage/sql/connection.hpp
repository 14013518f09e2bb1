#pragma once
// What the statements and row mappings of this folder need of a database: literals, bound values, rows, and one open transaction.
//
// The shape of the room, for an engine that wants to stand on it:
//   Literal      an SQL text that exists only at compile time, with placeholders $1, $2 … (the engine translates them when it prepares).
//   Value        a bound parameter: 64-bit integer, text, blob or null. It views the caller's bytes, which live until the call returns.
//   Connection   query (rows now), change (row count now), post (fire and forget: may be queued until the engine's next flush; its
//                error may come later, from a later call or from the commit).
//   *_rows.hpp   one file per noun: its statements and their row mapping, written once for all engines.
//   snapshot.hpp Reading<Port>: all of Snapshot over a Connection and a TextSearch.
//   transaction.hpp SqlTransaction: all of Transaction over that and WriteSide, the hooks for what engines do each in their own way
//                (day counter, keys, positions, search rows, row locks, what the commit listener and the anchor are told).
//   schema.hpp   the embedded migrations of one engine.
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace hearline::sql {

/// An SQL statement known at compile time: no text from outside can become SQL. Engines may cache prepared statements by `text().data()`.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(char const (&text)[N]) : text_{text, N - 1} {}
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

struct Value {
    enum class Type : std::uint8_t { null, integer, text, blob };
    Type type = Type::null;
    std::int64_t integer = 0;
    std::string_view bytes;

    constexpr Value() = default;
    constexpr Value(std::int64_t value) : type{Type::integer}, integer{value} {}
    constexpr Value(int value) : type{Type::integer}, integer{value} {}
    constexpr Value(std::string_view text) : type{Type::text}, bytes{text} {}
    [[nodiscard]] static constexpr Value blob(std::string_view bytes) {
        Value value{bytes};
        value.type = Type::blob;
        return value;
    }
};

/// One row of an answer; views live until the sink returns. Columns count from 0. A null reads as 0 or "".
class Row {
public:
    [[nodiscard]] virtual bool null(int column) = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) = 0;
    [[nodiscard]] virtual std::string_view text(int column) = 0;
    [[nodiscard]] virtual std::string_view blob(int column) = 0;

protected:
    ~Row() = default;
};

/// A reference to a callable `void(Row&)` that lives for the length of the call.
class RowSink {
public:
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, RowSink>)
    RowSink(F&& f) : object_{const_cast<void*>(static_cast<void const*>(std::addressof(f)))}, call_{[](void* object, Row& row) { (*static_cast<std::remove_reference_t<F>*>(object))(row); }} {}
    void operator()(Row& row) const { call_(object_, row); }

private:
    void* object_;
    void (*call_)(void*, Row&);
};

using Values = std::initializer_list<Value>;

/// One connection with a transaction open on it. Every call may throw StorageError.
class Connection {
public:
    virtual ~Connection() = default;
    /// Hands every row to `sink`, in order.
    virtual void query(Literal literal, std::span<Value const> values, RowSink sink) = 0;
    /// Number of rows changed.
    virtual std::int64_t change(Literal literal, std::span<Value const> values) = 0;
    /// A change whose outcome nobody needs now: it may be queued until the next flush, query, change or commit.
    virtual void post(Literal literal, std::span<Value const> values) = 0;

    void query(Literal literal, Values values, RowSink sink) { query(literal, std::span{values.begin(), values.size()}, sink); }
    std::int64_t change(Literal literal, Values values) { return change(literal, std::span{values.begin(), values.size()}); }
    void post(Literal literal, Values values) { post(literal, std::span{values.begin(), values.size()}); }
};

}  // namespace hearline::sql
