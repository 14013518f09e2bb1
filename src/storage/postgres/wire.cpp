#include "storage/postgres/wire.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace hearline::postgres {
namespace {

std::string trimmed(char const* message) {
    std::string text = message ? message : "";
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

/// Classes of SQLSTATE that matter to the retry loops.
EngineError::What kind_of(std::string_view state) {
    using What = EngineError::What;
    if (state == "40001" || state == "40P01") return What::again;
    if (state == "23505" || state == "23502") return What::duplicate;  // 23502: the fence of a lane
    if (state == "53100") return What::full;
    if (state == "55P03") return What::locked;
    // Shut down, crashed, starting; too many connections; a standby that took no write yet.
    if (state.starts_with("57P") || state.starts_with("08") || state == "53300" || state == "25006") return What::lost;
    return What::refused;
}

StorageError::What storage_kind(EngineError::What what, std::string_view state) {
    using What = EngineError::What;
    using Out = StorageError::What;
    switch (what) {
        case What::again:
        case What::duplicate: return Out::conflict;
        case What::full: return Out::full;
        case What::locked: return Out::locked;
        case What::lost:
        case What::refused: break;
    }
    return state.starts_with("XX") ? Out::corrupt : Out::unavailable;
}

EngineError error_of(PGresult const* result) {
    auto field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    std::string state = field ? field : "";
    return {kind_of(state), state, trimmed(PQresultErrorMessage(result))};
}

/// The values of one call in the engine's form: integers and texts as text (the server knows the column's type), bytes as they are.
class Parameters {
public:
    explicit Parameters(std::span<sql::Value const> values) : count_{static_cast<int>(values.size())} {
        if (values.size() > most) throw EngineError{EngineError::What::refused, "", "too many values for one statement"};
        char* end = digits_.data();
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto const& value = values[i];
            texts_[i] = nullptr;
            lengths_[i] = formats_[i] = 0;
            if (value.type == sql::Value::Type::integer) {
                texts_[i] = end;
                end = std::to_chars(end, end + 24, value.integer).ptr;
                *end++ = '\0';
            } else if (value.type != sql::Value::Type::null) {
                // Binary form of text is its bytes: needs no terminating zero.
                texts_[i] = value.bytes.data() ? value.bytes.data() : "";
                lengths_[i] = static_cast<int>(value.bytes.size());
                formats_[i] = 1;
            }
        }
    }
    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] char const* const* texts() const { return texts_.data(); }
    [[nodiscard]] int const* lengths() const { return lengths_.data(); }
    [[nodiscard]] int const* formats() const { return formats_.data(); }

private:
    static constexpr std::size_t most = 72;
    int count_;
    std::array<char const*, most> texts_;
    std::array<int, most> lengths_, formats_;
    std::array<char, most * 24> digits_;
};

}  // namespace

EngineError::EngineError(What what, std::string state, std::string detail)
    : StorageError{storage_kind(what, state), std::move(detail)}, cause_{what}, state_{std::move(state)} {}

void Answer::release(pg_result* result) { PQclear(result); }
int Answer::rows() const { return PQntuples(result_.get()); }
std::int64_t Answer::changed() const {
    std::string_view text = PQcmdTuples(result_.get());
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}
bool Answer::is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
std::int64_t Answer::integer(int row, int column) const {
    if (is_null(row, column)) return 0;
    auto length = PQgetlength(result_.get(), row, column);
    auto bytes = reinterpret_cast<unsigned char const*>(PQgetvalue(result_.get(), row, column));
    std::uint64_t value = length > 0 && (bytes[0] & 0x80) ? ~std::uint64_t{0} : 0;  // sign
    for (int i = 0; i < length; ++i) value = value << 8 | bytes[i];
    return static_cast<std::int64_t>(value);
}
std::string_view Answer::bytes(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

Wire::Wire(Address const& address) {
    // What stands in the URL itself comes last and wins.
    char const* keys[] = {"connect_timeout", "tcp_user_timeout", "keepalives_idle", "application_name", "target_session_attrs", "client_encoding", "dbname", nullptr};
    char const* values[] = {"3", "10000", "10", "hearline", "read-write", "UTF8", address.url.c_str(), nullptr};
    connection_ = PQconnectdbParams(keys, values, 1);
    if (!connection_ || PQstatus(connection_) != CONNECTION_OK) {
        std::string why = connection_ ? trimmed(PQerrorMessage(connection_)) : "out of memory";
        PQfinish(connection_);
        throw EngineError{EngineError::What::lost, "", why};
    }
    PQsetNoticeProcessor(connection_, [](void*, char const*) {}, nullptr);
    try {
        // A registration is acknowledged after it is on disk, whatever the server's default is.
        run_script(fmt::format("SET search_path TO \"{}\"; SET lock_timeout TO '10s'; SET jit TO off; SET random_page_cost TO 1.1; "
                               "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')",
                               address.schema));
    } catch (...) {
        PQfinish(connection_);
        throw;
    }
    if (PQsetnonblocking(connection_, 1) != 0 || PQenterPipelineMode(connection_) != 1) {
        PQfinish(connection_);
        throw EngineError{EngineError::What::lost, "", "no pipeline mode"};
    }
}

Wire::~Wire() { PQfinish(connection_); }

bool Wire::is_lost() const { return PQstatus(connection_) != CONNECTION_OK; }
int Wire::backend() const { return PQbackendPID(connection_); }

void Wire::fail_lost() {
    std::string why = trimmed(PQerrorMessage(connection_));
    throw EngineError{EngineError::What::lost, "", why.empty() ? "connection lost" : why};
}

void Wire::check(int sent) {
    if (sent == 1) return;
    if (is_lost()) fail_lost();
    throw EngineError{EngineError::What::refused, "", trimmed(PQerrorMessage(connection_))};
}

void Wire::send(sql::Literal literal, std::span<sql::Value const> values, Plan plan) {
    Parameters parameters{values};
    char const* sql = literal.text().data();
    if (plan == Plan::made_for_values) {
        check(PQsendQueryParams(connection_, sql, parameters.count(), nullptr, parameters.texts(), parameters.lengths(), parameters.formats(), 1));
    } else {
        auto& name = prepared_[sql];
        if (name.empty()) {
            name = fmt::format("s{}", ++made_);
            check(PQsendPrepare(connection_, name.c_str(), sql, 0, nullptr));
            expected_.push_back({Expected::prepared, sql});
        }
        check(PQsendQueryPrepared(connection_, name.c_str(), parameters.count(), parameters.texts(), parameters.lengths(), parameters.formats(), 1));
    }
    expected_.push_back({Expected::answer, sql});
}

void Wire::flush() {
    if (PQflush(connection_) < 0) fail_lost();
}

void Wire::pump(bool until_sent) {
    // Sends what waits and takes in what came, so that neither side blocks the other with a full buffer.
    while (true) {
        int unsent = PQflush(connection_);
        if (unsent < 0 && is_lost()) fail_lost();
        if (until_sent && unsent <= 0) return;
        pollfd waiting{PQsocket(connection_), static_cast<short>(unsent > 0 ? POLLIN | POLLOUT : POLLIN), 0};
        if (poll(&waiting, 1, -1) < 0 && errno != EINTR) fail_lost();
        if ((waiting.revents & (POLLIN | POLLHUP | POLLERR)) && PQconsumeInput(connection_) == 0 && is_lost()) fail_lost();
        if (!until_sent && !PQisBusy(connection_)) return;
    }
}

pg_result* Wire::next_result() {
    while (PQisBusy(connection_)) pump(false);
    return PQgetResult(connection_);
}

void Wire::collect(std::vector<Answer>& answers, std::optional<EngineError>& error) {
    while (!expected_.empty()) {
        auto pending = expected_.front();
        Answer answer{next_result()};
        auto* raw = answer.raw();
        if (!raw) fail_lost();
        auto status = PQresultStatus(raw);
        if (status == PGRES_PIPELINE_SYNC) {  // ends its section; has no null result behind it
            expected_.pop_front();
            if (pending.what == Expected::dropped_end) {
                answers.clear();
                error.reset();
            }
            continue;
        }
        bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
        if (!good && status != PGRES_PIPELINE_ABORTED && !error) error.emplace(error_of(raw));
        if (!good && is_lost()) {
            if (error) throw EngineError{EngineError::What::lost, error->state(), error->what()};
            fail_lost();
        }
        expected_.pop_front();
        if (pending.what == Expected::prepared) {
            if (!good) prepared_.erase(pending.sql);
        } else {
            answers.push_back(std::move(answer));
        }
        while (PGresult* more = next_result()) PQclear(more);
    }
}

std::vector<Answer> Wire::await() {
    if (PQpipelineSync(connection_) != 1) fail_lost();
    expected_.push_back({Expected::end, nullptr});
    pump(true);
    std::vector<Answer> answers;
    std::optional<EngineError> error;
    collect(answers, error);
    if (error) throw *error;
    return answers;
}

Answer Wire::ask(sql::Literal literal, std::span<sql::Value const> values, Plan plan) {
    send(literal, values, plan);
    return std::move(await().back());
}

void Wire::finish_later() {
    if (PQpipelineSync(connection_) != 1) fail_lost();
    expected_.push_back({Expected::dropped_end, nullptr});
    flush();
}

void Wire::run_script(std::string const& sql) {
    bool piped = PQpipelineStatus(connection_) != PQ_PIPELINE_OFF;
    if (piped) {
        if (!expected_.empty()) await();
        PQexitPipelineMode(connection_);
        PQsetnonblocking(connection_, 0);
    }
    std::unique_ptr<PGresult, void (*)(PGresult*)> result{PQexec(connection_, sql.c_str()), &PQclear};
    auto status = PQresultStatus(result.get());
    if (is_lost()) fail_lost();
    if (piped) {
        PQsetnonblocking(connection_, 1);
        PQenterPipelineMode(connection_);
    }
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw error_of(result.get());
}

}  // namespace hearline::postgres
