#include "crash/victim.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "crash/forgetful_vfs.hpp"
#include "storage/sqlite/sqlite_store.hpp"

namespace hearline::crash {
namespace {

constexpr auto under_way = 24;
Date const day{std::chrono::days{20783}};
Instant const noon = instant_ms(1'795'665'600'000);

void acknowledge(ComplaintRow const& row) {
    Acknowledged const one{row.number.value, row.key.value, row.version, 0};
    if (::write(STDOUT_FILENO, &one, sizeof one) != sizeof one) ::_exit(3);
}

/// Registers a complaint; the next time adds an event to it; then registers another.
class Writes final : public WriteJob {
public:
    Writes(Store& store, Answers answers, int index) : store_{store}, answers_{answers}, index_{index} {}

    bool run(Transaction& transaction) override {
        done_ = row_.version == 1 ? act(transaction) : register_one(transaction);
        if (answers_ == Answers::before_commit) acknowledge(done_);
        return true;
    }
    void finished(std::exception_ptr error) noexcept override {
        if (error) ::_exit(4);
        row_ = done_;
        if (answers_ == Answers::after_commit) acknowledge(row_);
        store_.submit(*this, WriteKind::act);
    }

private:
    ComplaintRow register_one(Transaction& transaction) {
        ComplaintRow row;
        row.number = transaction.next_number(day);
        row.key = transaction.next_key(noon + std::chrono::milliseconds{row.number.counter() / 3});
        row.version = 1;
        row.next_due = noon;
        row.record = fmt::format("writer={}\n", index_);
        row.text = std::string(static_cast<std::size_t>(200 + row.number.counter() % 700), 'x');
        auto const event = event_of(row, 1, Digest{});
        transaction.insert(row, {&event, 1}, fmt::format("共同 n{}", row.number.counter()));
        return row;
    }
    ComplaintRow act(Transaction& transaction) {
        auto row = transaction.find_for_update(row_.number).value();
        auto const previous = transaction.events(row.key, 0, 1).at(0).digest;
        ++row.version;
        row.record += "more=1\n";
        auto const event = event_of(row, 2, previous);
        if (!transaction.save(row, 1, {&event, 1})) ::_exit(5);
        return row;
    }
    static EventRow event_of(ComplaintRow const& row, int seq, Digest const& previous) {
        EventRow event;
        event.key = row.key;
        event.seq = seq;
        event.body = fmt::format("number={}\nseq={}\nprevious={}\n", row.number.value, seq, hex(previous));
        event.digest = sha256(event.body);
        return event;
    }

    Store& store_;
    Answers answers_;
    int index_;
    ComplaintRow row_, done_;
};

}  // namespace

int run_victim(std::vector<std::string_view> const& arguments) {
    register_forgetful_vfs();
    auto const store = open_sqlite_store({.folder = arguments.at(0), .search_block = 200, .vfs = std::string{arguments.at(2)}});
    auto const answers = arguments.at(1) == "before" ? Answers::before_commit : Answers::after_commit;
    std::vector<std::unique_ptr<Writes>> writes;
    for (auto i = 0; i < under_way; ++i) writes.push_back(std::make_unique<Writes>(*store, answers, i));
    for (auto& write : writes) store->submit(*write, WriteKind::registration);
    for (;;) ::pause();
}

Victim::Victim(VictimOptions const& options) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"pipe"};
    auto const self = std::filesystem::read_symlink("/proc/self/exe").string();
    auto const folder = options.folder.string();
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execl(self.c_str(), self.c_str(), "--victim", folder.c_str(), options.answers == Answers::before_commit ? "before" : "after", options.vfs.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    pipe_ = ends[0];
    if (process_ < 0) throw std::runtime_error{"fork"};
}

Victim::~Victim() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    ::close(pipe_);
}

bool Victim::read_one(Acknowledged& one) const {
    std::size_t have = 0;
    while (have < sizeof one) {
        auto const got = ::read(pipe_, reinterpret_cast<char*>(&one) + have, sizeof one - have);
        if (got <= 0) return false;
        have += static_cast<std::size_t>(got);
    }
    return true;
}

std::vector<Acknowledged> Victim::kill_after(std::size_t acknowledged) {
    std::vector<Acknowledged> all;
    Acknowledged one{};
    while (all.size() < acknowledged && read_one(one)) all.push_back(one);
    if (all.size() < acknowledged) throw std::runtime_error{"the victim died by itself"};
    ::kill(process_, SIGKILL);
    // What it had said before it died still counts.
    while (read_one(one)) all.push_back(one);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) throw std::runtime_error{"the victim ended before it was killed"};
    return all;
}

}  // namespace hearline::crash
