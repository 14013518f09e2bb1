#include "app/ports/operation_log.hpp"

#include <mutex>
#include <utility>

namespace hearline {

namespace {

struct Sink {
    void set(LineSink to) {
        std::lock_guard const lock{guard};
        sink = std::move(to);
    }
    void put(std::string_view line) {
        std::lock_guard const lock{guard};
        if (sink) sink(line);
    }
    std::mutex guard;
    LineSink sink;
};

Sink& warnings() {
    static Sink sink;
    return sink;
}

Sink& notices() {
    static Sink sink;
    return sink;
}

}  // namespace

void send_warnings_to(LineSink sink) { warnings().set(std::move(sink)); }
void log_warning(std::string_view line) { warnings().put(line); }
void send_notices_to(LineSink sink) { notices().set(std::move(sink)); }
void log_notice(std::string_view line) { notices().put(line); }

}  // namespace hearline
