#include "jobs/scheduler.hpp"

#include <algorithm>
#include <exception>

namespace hearline {

Scheduler::Scheduler(Clock clock, Failure failure) : clock_{std::move(clock)}, failure_{std::move(failure)} {}

Scheduler::~Scheduler() { stop(); }

void Scheduler::add(Job job) {
    std::lock_guard lock{mutex_};
    Entry entry{std::move(job), {}, {}};
    entry.next = clock_() + entry.job.every;
    entry.status.name = entry.job.name;
    entries_.push_back(std::move(entry));
    wake_.notify_all();
}

int Scheduler::run_due() {
    std::lock_guard one_at_a_time{running_};
    int ran = 0;
    for (std::size_t i = 0;; ++i) {
        std::function<void(Instant)> run;
        std::string name;
        Instant const now = clock_();
        {
            std::lock_guard lock{mutex_};
            if (i >= entries_.size() || stopping_) return ran;
            auto& entry = entries_[i];
            if (entry.next > now) continue;
            entry.next = now + entry.job.every;
            entry.status.last_run = now;
            ++entry.status.runs;
            run = entry.job.run;
            name = entry.job.name;
        }
        ++ran;
        try {
            run(now);
        } catch (std::exception const& error) {
            {
                std::lock_guard lock{mutex_};
                ++entries_[i].status.failures;
            }
            if (failure_) failure_(name, error.what());
        }
    }
}

void Scheduler::start() {
    thread_ = std::thread{[this] {
        for (;;) {
            run_due();
            std::unique_lock lock{mutex_};
            if (stopping_) return;
            auto next = clock_() + std::chrono::seconds{1};
            for (auto const& entry : entries_) next = std::min(next, entry.next);
            auto const wait = std::max(next - clock_(), std::chrono::milliseconds{1});
            wake_.wait_for(lock, wait, [this] { return stopping_; });
            if (stopping_) return;
        }
    }};
}

void Scheduler::stop() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
        wake_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

std::vector<Scheduler::Status> Scheduler::status() const {
    std::lock_guard lock{mutex_};
    std::vector<Status> all;
    for (auto const& entry : entries_) all.push_back(entry.status);
    return all;
}

}  // namespace hearline
