#pragma once
// One thread that runs small jobs again and again, each at its own interval, by an injected clock.
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/time.hpp"

namespace hearline {

struct Job {
    std::string name;
    std::chrono::milliseconds every;
    std::function<void(Instant now)> run;
};

class Scheduler {
public:
    using Clock = std::function<Instant()>;
    /// Told of a job that threw; the job runs again at its next turn.
    using Failure = std::function<void(std::string const& job, std::string const& what)>;

    Scheduler(Clock clock, Failure failure);
    ~Scheduler();
    void add(Job job);
    /// Starts the thread; each job runs first after its interval.
    void start();
    /// Runs what is due by the clock now, in the calling thread (tests, commands). Returns how many ran.
    int run_due();
    /// Waits for the job that runs now, then stops.
    void stop();

    struct Status {
        std::string name;
        Instant last_run;
        std::int64_t runs = 0, failures = 0;
    };
    [[nodiscard]] std::vector<Status> status() const;

private:
    struct Entry {
        Job job;
        Instant next;
        Status status;
    };
    Clock clock_;
    Failure failure_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Entry> entries_;
    std::mutex running_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hearline
