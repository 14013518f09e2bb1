#include "app/ports/operation_log.hpp"

#include <mutex>
#include <utility>

namespace hearline {

namespace {

std::mutex guard;

WarningSink& warnings() {
    static WarningSink sink;
    return sink;
}

}  // namespace

void send_warnings_to(WarningSink sink) {
    std::lock_guard const lock{guard};
    warnings() = std::move(sink);
}

void log_warning(std::string_view line) {
    std::lock_guard const lock{guard};
    if (warnings()) warnings()(line);
}

}  // namespace hearline
