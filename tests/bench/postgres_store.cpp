// Registrations of the store on PostgreSQL against bare libpq writing the same rows into the same tables and search index,
// taken in turns in one run on a private server (fsync on).
//   bench_postgres_store [--seconds N] [--rounds N] [--waiting N] [--url postgres://…]
#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <thread>

#include "app/ports/anchor.hpp"
#include "app/ports/key_maker.hpp"
#include "app/ports/store.hpp"
#include "base/search_text.hpp"
#include "storage/postgres/address.hpp"
#include "storage/postgres/postgres_store.hpp"
#include "storage/postgres/token_search.hpp"
#include "support/postgres_server.hpp"

namespace {

using namespace hearline;
using Seconds = std::chrono::duration<double>;
using SteadyClock = std::chrono::steady_clock;

struct Options {
    double seconds = 3;
    int rounds = 3, waiting = 64;
    std::string url;
};

Instant now() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
Date today() { return Date{std::chrono::days{now().time_since_epoch() / std::chrono::days{1}}}; }

/// A registration as the product writes it: sizes and repetition as in real rows.
struct Sample {
    ComplaintRow row;
    EventRow event;
    std::string tokens;
};

Sample sample(int i, Number number, ComplaintKey key, Instant at) {
    static char const* const places[] = {"体育西路站", "人民广场站", "西直门站", "春熙路站", "江汉路站", "新街口站", "龙翔桥站", "小寨站"};
    static char const* const faults[] = {"上行扶梯停运", "空调不制冷", "闸机无法刷码", "安检排队过长", "广播听不清楚", "车门夹人", "厕所没有水", "工作人员态度差"};
    Sample made;
    auto const content = fmt::format("第{}号来电：早高峰在{}B口，{}，老人和带孩子的乘客只能走楼梯，站内没有引导标识，工作人员也说不清何时修好，请尽快处理并给我回复。",
                                     i, places[i % 8], faults[i / 8 % 8]);
    auto& row = made.row;
    row.key = key;
    row.number = number;
    row.version = 1;
    row.next_due = at + std::chrono::minutes{10};
    row.record = fmt::format(
        "number={}\nversion=1\nkind=complaint\nstage=dispatch\nround=1\nchannel=hotline\nseverity=ordinary\naccepting_unit=centre\nrelayed_unit=line1\n"
        "received_at={}\nregistered_at={}\nregistered_by=agent\ntype=facilities.lift\nplace.line=1\nplace.station=0{}\nplace.exit=B\n"
        "clock=register 1 {} {} {} in_time 10m R3.4 1\nclock=relay 1 {} {} 10m R3.4 1\nclock=dispatch 1 {} {} 1wd R4.1 1\nclock=reply 1 {} {} 5wd R4.6a 1\n",
        number.value, ms_of(at), ms_of(at), i % 40, ms_of(at), ms_of(at) + 600'000, ms_of(at), ms_of(at), ms_of(at) + 600'000, ms_of(at), ms_of(at) + 86'400'000,
        ms_of(at), ms_of(at) + 432'000'000);
    for (std::size_t b = 0; b < row.salt.size(); ++b) row.salt[b] = static_cast<std::uint8_t>(i * 31 + static_cast<int>(b));
    row.text = fmt::format("subject={}{}\ncontent={}\ndetail=站厅往站台\n", places[i % 8], faults[i / 8 % 8], content);
    row.personal = "name=张三\nphone=13812345678\n";
    auto& event = made.event;
    event.key = key;
    event.seq = 1;
    event.body = row.record + fmt::format("act=register\nactor=agent centre_agent centre\nat={}\nprevious={:064x}\ntexts={:064x}\npersonal={:064x}\n", ms_of(at), 0, i, i + 1);
    event.digest = sha256(event.body);
    made.tokens = search_tokens(content);
    return made;
}

/// Bare libpq: one connection, pipeline mode, prepared statements, `batch` registrations a transaction, nothing else of the store.
class Bare {
public:
    Bare(std::string const& url, int batch) : batch_{batch} {
        auto address = postgres::parse_address(url);
        connection_ = PQconnectdb(address->url.c_str());
        if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error{PQerrorMessage(connection_)};
        PQclear(PQexec(connection_, ("SET search_path TO " + address->schema).c_str()));
        for (auto const& [name, sql] : {std::pair{"c", "INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) "
                                                       "VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)"},
                                        {"e", "INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)"},
                                        {"s", "INSERT INTO search (complaint, tokens) VALUES ($1, $2::text::tsvector)"},
                                        {"b", "BEGIN"},
                                        {"x", "COMMIT"}})
            PQclear(PQprepare(connection_, name, sql, 0, nullptr));
        PQenterPipelineMode(connection_);
    }
    ~Bare() { PQfinish(connection_); }

    double per_second(double seconds) {
        auto const begin = SteadyClock::now();
        std::int64_t done = 0;
        for (; Seconds{SteadyClock::now() - begin}.count() < seconds; done += batch_) write_batch();
        return static_cast<double>(done) / Seconds{SteadyClock::now() - begin}.count();
    }
    void write_batch() {
        send("b", {});
        for (int i = 0; i < batch_; ++i) {
            ++made_;
            auto const at = now();
            auto const made = sample(made_, make_number(today(), made_), make_key(ms_of(at), 1023, 0), at);
            auto const id = std::to_string((made.row.key.value >> 22 << 22) + made_);
            auto const number = std::to_string(made.row.number.value), due = std::to_string(ms_of(*made.row.next_due)), position = std::to_string(made_);
            auto const tokens = postgres::tsvector_of(made.tokens);
            send("c", {text(id), text(number), text("1"), text(due), text(made.row.record), bytes(bytes_of(made.row.salt)), text(made.row.text),
                       text(made.row.personal), {}, {}, {}});
            send("e", {text(position), text(id), text("1"), text(made.event.body), bytes(bytes_of(made.event.digest)), {}, {}, {}});
            send("s", {text(id), text(tokens)});
        }
        send("x", {});
        PQpipelineSync(connection_);
        while (auto* result = next()) {
            auto status = PQresultStatus(result);
            if (status != PGRES_COMMAND_OK && status != PGRES_PIPELINE_SYNC) throw std::runtime_error{PQresultErrorMessage(result)};
            PQclear(result);
            if (status == PGRES_PIPELINE_SYNC) break;
        }
    }

private:
    struct Parameter {
        char const* data = nullptr;
        int size = 0, format = 0;
    };
    static Parameter text(std::string const& value) { return {value.c_str(), static_cast<int>(value.size()), 0}; }
    static Parameter bytes(std::string_view value) { return {value.data(), static_cast<int>(value.size()), 1}; }
    void send(char const* name, std::initializer_list<Parameter> parameters) {
        char const* data[16];
        int sizes[16], formats[16], count = 0;
        for (auto const& p : parameters) {
            data[count] = p.data;
            sizes[count] = p.size;
            formats[count++] = p.format;
        }
        PQsendQueryPrepared(connection_, name, count, data, sizes, formats, 0);
    }
    PGresult* next() {
        auto* result = PQgetResult(connection_);
        return result ? result : PQgetResult(connection_);  // a null ends each statement's results
    }

    PGconn* connection_;
    int batch_, made_ = 0;
};

/// Clients that wait for their registration and at once send the next.
class Clients {
public:
    Clients(Store& store, int count) : store_{store} {
        for (int i = 0; i < count; ++i) jobs_.push_back(std::make_unique<Job>(*this));
    }
    struct Outcome {
        double per_second, p50_ms, p99_ms;
    };
    Outcome run(double seconds) {
        running_ = static_cast<int>(jobs_.size());
        auto const begin = SteadyClock::now();
        until_ = begin + std::chrono::duration_cast<SteadyClock::duration>(Seconds{seconds});
        for (auto& job : jobs_) {
            job->took.clear();
            job->submit();
        }
        std::unique_lock lock{mutex_};
        done_.wait(lock, [&] { return running_ == 0; });
        auto const spent = Seconds{SteadyClock::now() - begin}.count();
        std::vector<double> took;
        for (auto& job : jobs_) took.insert(took.end(), job->took.begin(), job->took.end());
        std::sort(took.begin(), took.end());
        return {static_cast<double>(took.size()) / spent, took[took.size() / 2], took[took.size() * 99 / 100]};
    }

private:
    struct Job final : WriteJob {
        explicit Job(Clients& clients) : owner{clients} {}
        void submit() {
            began = SteadyClock::now();
            owner.store_.submit(*this, WriteKind::registration);
        }
        bool run(Transaction& transaction) override {
            auto const at = now();
            auto const number = transaction.next_number(today());
            auto const made = sample(static_cast<int>(number.counter()), number, transaction.next_key(at), at);
            transaction.insert(made.row, {&made.event, 1}, made.tokens);
            return true;
        }
        void finished(std::exception_ptr error) noexcept override {
            if (error) std::terminate();
            auto const end = SteadyClock::now();
            took.push_back(Seconds{end - began}.count() * 1000);
            if (end < owner.until_) return submit();
            std::lock_guard lock{owner.mutex_};
            --owner.running_;
            owner.done_.notify_one();
        }
        Clients& owner;
        SteadyClock::time_point began;
        std::vector<double> took;
    };

    Store& store_;
    std::vector<std::unique_ptr<Job>> jobs_;
    SteadyClock::time_point until_;
    std::mutex mutex_;
    std::condition_variable done_;
    int running_ = 0;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::unique_ptr<Store> opened(std::string const& url) {
    auto store = open_postgres_store(url, now);
    if (!store) throw std::runtime_error{store.error().detail.en};
    return std::move(*store);
}

void measure(Options const& options) {
    std::optional<test::PostgresServer> server;
    auto fresh = [&, made = 0](std::string const& name) mutable {
        if (!options.url.empty()) return options.url + (options.url.find('?') == std::string::npos ? "?" : "&") + fmt::format("schema=bench_{}_{}_{}", getpid(), name, ++made);
        if (!server) server.emplace();
        return server->fresh_url();
    };
    std::map<std::string, std::vector<double>> results;
    for (int round = 0; round < options.rounds; ++round) {
        auto const bare_url = fresh("bare"), store_url = fresh("store");
        (void)migrate_postgres(bare_url, now);
        Bare bare{bare_url, options.waiting};
        bare.per_second(0.3);
        auto const bare_rate = bare.per_second(options.seconds);
        auto store = opened(store_url);
        Clients clients{*store, options.waiting};
        clients.run(0.3);
        auto const before = store->health();
        auto const many = clients.run(options.seconds);
        auto const after = store->health();
        Clients alone{*store, 1};
        auto const one = alone.run(1);
        Bare one_bare{(void(migrate_postgres(bare_url + "_one", now)), bare_url + "_one"), 1};
        one_bare.per_second(0.2);
        auto const one_bare_rate = one_bare.per_second(1);
        auto note = [&](std::string const& name, double value) { results[name].push_back(value); };
        note("bare_per_second", bare_rate);
        note("store_per_second", many.per_second);
        note("ratio", many.per_second / bare_rate);
        note("store_p50_ms", many.p50_ms);
        note("store_p99_ms", many.p99_ms);
        note("writes_a_commit", static_cast<double>(after.writes - before.writes) / static_cast<double>(after.commits - before.commits));
        note("alone_p50_ms", one.p50_ms);
        note("alone_bare_mean_ms", 1000 / one_bare_rate);
        fmt::print(stderr, "round {}: bare {:.0f}/s, store {:.0f}/s, ratio {:.2f}, p50 {:.2f} ms, p99 {:.2f} ms, alone {:.2f} ms against {:.2f} ms\n", round + 1, bare_rate,
                   many.per_second, many.per_second / bare_rate, many.p50_ms, many.p99_ms, one.p50_ms, 1000 / one_bare_rate);
    }
    std::string line;
    for (auto const& [name, values] : results) line += fmt::format("{}\"{}\":{:.3f}", line.empty() ? "{" : ",", name, median(values));
    fmt::print("{}}}\n", line);
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view name = argv[i];
        if (name == "--seconds") options.seconds = std::atof(argv[i + 1]);
        else if (name == "--rounds") options.rounds = std::atoi(argv[i + 1]);
        else if (name == "--waiting") options.waiting = std::atoi(argv[i + 1]);
        else if (name == "--url") options.url = argv[i + 1];
        else return std::fputs("bench_postgres_store [--seconds N] [--rounds N] [--waiting N] [--url postgres://…]\n", stderr), 2;
    }
    try {
        measure(options);
    } catch (std::exception const& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
