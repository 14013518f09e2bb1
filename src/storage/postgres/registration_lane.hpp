#pragma once
// The lane of registrations: everything that waits goes into one transaction, its statements sent without awaiting each, one sync for all.
#include <map>
#include <thread>
#include <vector>

#include "app/ports/write_queue.hpp"
#include "storage/postgres/recorder.hpp"
#include "storage/postgres/writer.hpp"

namespace hearline::postgres {

class RegistrationLane {
public:
    explicit RegistrationLane(Site& site);
    /// Runs what waits, then ends.
    ~RegistrationLane();
    [[nodiscard]] WriteQueue& queue() { return queue_; }

private:
    struct Item {
        WriteJob* job;
        std::exception_ptr error;
        bool needs_own_transaction = false;
    };
    class Batch;
    static constexpr std::size_t most_in_batch = 256;

    void run();
    void process(std::vector<Item>& items);
    /// One try of the whole batch. Throws EngineError.
    void try_together(std::vector<Item>& items);

    Site& site_;
    Writer writer_;
    WriteQueue queue_;
    std::thread thread_;
};

}  // namespace hearline::postgres
