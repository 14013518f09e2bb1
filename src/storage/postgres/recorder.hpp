#pragma once
// How a registration's statements are held back until the batch may have them: posts are recorded, look-ups answered together.
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "storage/postgres/answers.hpp"

namespace hearline::postgres {

/// The connection of one batch's jobs. A job's posts go to the wire only when the job is kept, so that leaving them is its rollback.
/// A job that asks something is stopped (by an exception of no known type) and run again in the next wave of the batch, when the answers to
/// all that was asked are there: one round trip for all. What cannot be done so gets a transaction of its own.
class Recorder final : public sql::Connection {
public:
    using sql::Connection::change;
    using sql::Connection::post;
    using sql::Connection::query;
    void query(sql::Literal literal, std::span<sql::Value const> values, sql::RowSink sink) override;
    std::int64_t change(sql::Literal literal, std::span<sql::Value const> values) override;
    void post(sql::Literal literal, std::span<sql::Value const> values) override;
    /// Stops the job that runs: it needs a transaction of its own.
    [[noreturn]] void need_own_transaction();

    enum class Verdict { complete, asks, needs_own_transaction };
    void begin_job();
    [[nodiscard]] Verdict verdict() const { return verdict_; }
    /// Sends what the job posted.
    void keep(Wire& wire);
    [[nodiscard]] bool has_kept() const { return kept_ > 0; }

    /// Asks everything that was asked in this wave, behind all that was kept so far. Throws EngineError.
    void begin_next_wave(Wire& wire);

private:
    struct Stopped {};
    struct Statement {
        sql::Literal literal;
        std::vector<sql::Value> values;  ///< their bytes lie in `bytes`
        std::string bytes;
    };
    static void copy_values(Statement& into, std::span<sql::Value const> values);
    static std::string named(sql::Literal literal, std::span<sql::Value const> values);
    [[nodiscard]] bool may_have_changed(sql::Literal literal, std::span<sql::Value const> values) const;

    Verdict verdict_ = Verdict::complete;
    std::deque<Statement> posts_;   ///< reused from job to job: the first `posted_` are this job's
    std::size_t posted_ = 0;
    std::vector<Statement> questions_;
    std::unordered_map<std::string, Answer> answers_;
    std::unordered_set<std::string> bound_in_wave_;  ///< values of what was kept since the answers came
    bool collects_bound_ = false, changed_more_ = false;
    std::size_t kept_ = 0, kept_in_wave_ = 0;
};

}  // namespace hearline::postgres
