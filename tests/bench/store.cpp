// How much of bare SQLite the write lane keeps. Both write the same rows of the same tables and the same search tokens in one run:
//   bare: one thread, batches of 64, search index in the same transaction
//   lane: the store, 64 writes always under way, fed by two threads, each answered after its commit is durable
//   bench_store [--bare FOLDER | --lane FOLDER] [--seconds N]     one JSON line each; both and their ratio without a folder
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "app/ports/anchor.hpp"
#include "base/search_text.hpp"
#include "storage/sql/complaint_rows.hpp"
#include "storage/sql/event_rows.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/migrate.hpp"
#include "storage/sqlite/sqlite_store.hpp"
#include "support/temporary_folder.hpp"

namespace hearline {
namespace {

using Clock = std::chrono::steady_clock;
Instant const day_begin = instant_ms(1'795'622'400'000);
Date const day{std::chrono::days{20783}};

/// Sentences that have many different words in them, as complaints do.
class Texts {
public:
    Texts() {
        static constexpr std::string_view parts[] = {
            "早高峰", "晚高峰", "上行扶梯停运", "列车空调不凉", "站台拥挤", "闸机扣费两次", "广播听不清", "厕所没有水", "安检排队很久", "车门夹人", "屏蔽门没有开",
            "工作人员态度冷淡", "没有引导标识", "老人和带孩子的乘客只能走楼梯", "请尽快处理并给我回复", "一号线", "体育西路站", "B口", "换乘通道", "漏水", "票款没有退",
            "客服电话打不通", "末班车提前开走", "临时停车十五分钟", "无障碍电梯不能用", "共享单车堵住出口", "手机丢在车上", "司机急刹", "灯光太暗", "味道很大"};
        std::uint64_t seed = 42;
        auto const next = [&](std::uint64_t below) { return ((seed = seed * 6364136223846793005ULL + 1442695040888963407ULL) >> 33) % below; };
        for (auto i = 0; i < 20'000; ++i) {
            std::string text;
            auto const count = 6 + next(6);
            for (std::uint64_t k = 0; k < count; ++k) {
                text += parts[next(std::size(parts))];
                // One word in three is a name or a thing of its own.
                if (next(3) == 0)
                    for (auto c = 0; c < 2; ++c) append_character(text, 0x4e00 + static_cast<unsigned>(next(3000)));
                text += "，";
            }
            tokens_.push_back(search_tokens(text));
            texts_.push_back(std::move(text));
        }
    }
    [[nodiscard]] std::string const& text(std::size_t i) const { return texts_[i % texts_.size()]; }
    [[nodiscard]] std::string const& tokens(std::size_t i) const { return tokens_[i % tokens_.size()]; }

private:
    static void append_character(std::string& out, unsigned c) {
        out += static_cast<char>(0xe0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    }
    std::vector<std::string> texts_, tokens_;
};
Texts const& texts() {
    static Texts const all;
    return all;
}

/// What a registration writes, of the size that registrations have.
struct Rows {
    ComplaintRow complaint;
    EventRow event;
    std::string const* tokens = nullptr;
};
void fill(Rows& rows, std::size_t i) {
    auto& row = rows.complaint;
    row.version = 1;
    row.next_due = day_begin + std::chrono::minutes{10 + i / 50};
    row.record = "kind=complaint\nchannel=hotline\nstage=dispatch\nround=1\nseverity=ordinary\naccepting=centre\nrelayed=line1\nreceived=1795622400000\nregistered=1795622400000\nby=agent\n"
                 "type=facilities.lift\nline=1\nstation=0117\nexit=B\nclock=register,1,1795622400000,1795623000000,met\nclock=relay,1,1795622400000,1795623000000,met\n"
                 "clock=dispatch,1,1795622400000,1795708800000,running\nclock=reply,1,1795622400000,1796054400000,running\n";
    row.salt.fill(static_cast<std::uint8_t>(i));
    row.text = fmt::format("subject={}\ncontent={}\n", texts().text(i).substr(0, 30), texts().text(i));
    row.personal = fmt::format("name=张三\nphone=138{:08}\n", i);
    rows.event.seq = 1;
    rows.event.body = fmt::format("{}text_digest={:064x}\npersonal_digest={:064x}\nprevious={:064x}\nn={}\n", row.record, i, i, i, i);
    rows.event.digest = sha256(rows.event.body);
    rows.event.salt = row.salt;
    rows.tokens = &texts().tokens(i);
}

struct Figure {
    double per_second = 0, p50_ms = 0, p99_ms = 0, cpu_us = 0;
};
double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    auto const s = [](timeval t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
    return s(usage.ru_utime) + s(usage.ru_stime);
}
Figure figure(std::vector<double>& ms, double seconds, double cpu) {
    std::sort(ms.begin(), ms.end());
    auto const at = [&](double share) { return ms.empty() ? 0 : ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))]; };
    return {static_cast<double>(ms.size()) / seconds, at(0.5), at(0.99), cpu * 1e6 / static_cast<double>(std::max<std::size_t>(ms.size(), 1))};
}
void print(char const* what, Figure const& f) {
    fmt::print("{{\"what\":\"{}\",\"per_second\":{:.0f},\"p50_ms\":{:.2f},\"p99_ms\":{:.2f},\"cpu_us_per_row\":{:.1f}}}\n", what, f.per_second, f.p50_ms, f.p99_ms, f.cpu_us);
    std::fflush(stdout);
}

Figure bare(std::filesystem::path const& folder, double seconds, std::size_t batch) {
    std::filesystem::create_directories(folder);
    sqlite::Database database{{.file = (folder / "bare.db").string(), .use = sqlite::Use::write, .cache_kib = 16 * 1024, .vfs = {}}};
    database.run_script("PRAGMA wal_autocheckpoint = 1000");
    sqlite::migrate(database, {});
    database.run_script("CREATE VIRTUAL TABLE search USING fts5 (words, content='', detail=none, columnsize=0, tokenize='unicode61')");
    std::vector<double> ms;
    Rows rows;
    Digest anchor{};
    std::size_t i = 0;
    auto const cpu = cpu_seconds();
    auto const begin = Clock::now();
    while (Clock::now() - begin < std::chrono::duration<double>{seconds}) {
        auto const from = Clock::now();
        database.run("BEGIN IMMEDIATE");
        std::vector<Digest> digests;
        auto const first = i;
        for (; i < first + batch; ++i) {
            fill(rows, i);
            rows.complaint.number = make_number(day, static_cast<std::int64_t>(i) + 1);
            rows.complaint.key = {static_cast<std::int64_t>(i + 1) << 22};
            sql::insert_complaint(database, rows.complaint);
            sql::insert_event(database, rows.event, rows.complaint.key, {static_cast<std::int64_t>(i) + 1});
            digests.push_back(rows.event.digest);
        }
        for (auto k = first; k < i; ++k)
            database.post("INSERT INTO search (rowid, words) VALUES ($1, $2)", {static_cast<std::int64_t>(k + 1) << 22, std::string_view{texts().tokens(k)}});
        anchor = seal_block(anchor, digests);
        sql::put_lane(database, {static_cast<std::int64_t>(i)});
        sql::insert_anchor(database, {{static_cast<std::int64_t>(i)}, anchor});
        database.post("INSERT INTO day_counter (day, value) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET value = excluded.value", {1, static_cast<std::int64_t>(i)});
        database.run("COMMIT");
        auto const took = std::chrono::duration<double, std::milli>(Clock::now() - from).count();
        ms.insert(ms.end(), batch, took);
    }
    return figure(ms, std::chrono::duration<double>(Clock::now() - begin).count(), cpu_seconds() - cpu);
}

/// One connection's worth of writes, one after the other.
class Feeder {
public:
    Feeder(Store& store, int jobs, std::atomic<std::size_t>& next, double seconds) : store_{store}, next_{next}, seconds_{seconds} {
        for (auto i = 0; i < jobs; ++i) jobs_.push_back(std::make_unique<Job>(*this));
        thread_ = std::thread{[this] { work(); }};
    }
    std::vector<double> join() {
        thread_.join();
        return std::move(ms_);
    }

private:
    struct Job final : WriteJob {
        explicit Job(Feeder& f) : feeder{f} {}
        bool run(Transaction& transaction) override {
            rows.complaint.number = transaction.next_number(day);
            rows.complaint.key = transaction.next_key(day_begin + std::chrono::milliseconds{index / 4});
            transaction.insert(rows.complaint, {&rows.event, 1}, *rows.tokens);
            return true;
        }
        void finished(std::exception_ptr e) noexcept override {
            if (e) std::terminate();
            feeder.give_back(*this);
        }
        Feeder& feeder;
        Rows rows;
        std::size_t index = 0;
        Clock::time_point from;
    };
    void give_back(Job& job) {
        std::lock_guard lock{mutex_};
        ready_.push_back(&job);
        if (ready_.size() == 1) changed_.notify_one();
    }
    void start(Job& job) {
        job.index = next_++;
        fill(job.rows, job.index);
        job.from = Clock::now();
        store_.submit(job, WriteKind::registration);
    }
    void work() {
        auto const begin = Clock::now();
        for (auto& job : jobs_) start(*job);
        std::vector<Job*> done;
        for (auto running = jobs_.size(); running > 0;) {
            {
                std::unique_lock lock{mutex_};
                changed_.wait(lock, [&] { return !ready_.empty(); });
                done.swap(ready_);
            }
            auto const now = Clock::now();
            for (auto* job : done) {
                ms_.push_back(std::chrono::duration<double, std::milli>(now - job->from).count());
                if (now - begin < std::chrono::duration<double>{seconds_})
                    start(*job);
                else
                    --running;
            }
            done.clear();
        }
    }

    Store& store_;
    std::atomic<std::size_t>& next_;
    double seconds_;
    std::vector<std::unique_ptr<Job>> jobs_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Job*> ready_;
    std::vector<double> ms_;
    std::thread thread_;
};

Figure lane(std::filesystem::path const& folder, double seconds, int feeders, int under_way) {
    auto const store = open_sqlite_store({.folder = folder});
    std::atomic<std::size_t> next = 0;
    auto const cpu = cpu_seconds();
    auto const begin = Clock::now();
    std::vector<std::unique_ptr<Feeder>> all;
    for (auto i = 0; i < feeders; ++i) all.push_back(std::make_unique<Feeder>(*store, under_way / feeders, next, seconds));
    std::vector<double> ms;
    for (auto& feeder : all) {
        auto const some = feeder->join();
        ms.insert(ms.end(), some.begin(), some.end());
    }
    return figure(ms, std::chrono::duration<double>(Clock::now() - begin).count(), cpu_seconds() - cpu);
}

int run(std::vector<std::string_view> const& arguments) {
    double seconds = 6;
    std::string bare_folder, lane_folder;
    auto under_way = 64;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == "--seconds") seconds = std::stod(std::string{arguments[i + 1]});
        if (arguments[i] == "--under-way") under_way = std::stoi(std::string{arguments[i + 1]});
        if (arguments[i] == "--bare") bare_folder = arguments[i + 1];
        if (arguments[i] == "--lane") lane_folder = arguments[i + 1];
    }
    (void)texts();
    if (!bare_folder.empty()) {
        print("bare, batches of 64", bare(bare_folder + "/batches", seconds, 64));
        print("bare, one alone", bare(bare_folder + "/alone", seconds / 2, 1));
    }
    if (!lane_folder.empty()) print("lane", lane(lane_folder, seconds, std::min(2, under_way), under_way));
    if (!bare_folder.empty() || !lane_folder.empty()) return 0;
    TemporaryFolder const temporary;
    auto const& folder = temporary.path();
    auto const b = bare(folder / "bare", seconds, 64);
    print("bare, batches of 64", b);
    auto const l = lane(folder / "lane", seconds, 2, 64);
    print("lane, 64 under way", l);
    print("bare, one alone", bare(folder / "bare-alone", 2, 1));
    auto const alone = lane(folder / "alone", 2, 1, 1);
    print("lane, one alone", alone);
    fmt::print("{{\"what\":\"lane over bare\",\"ratio\":{:.2f}}}\n", l.per_second / b.per_second);
    return 0;
}

}  // namespace
}  // namespace hearline

int main(int argc, char** argv) { return hearline::run({argv + 1, argv + argc}); }
