#include "storage/postgres/site.hpp"

namespace hearline::postgres {

void Condition::is_well() {
    given_up_ = false;
    std::lock_guard lock{mutex_};
    well_ = true;
    detail_.clear();
}

void Condition::is_lost(std::string_view detail) {
    std::lock_guard lock{mutex_};
    well_ = false;
    detail_ = detail;
}

bool Condition::well() const {
    std::lock_guard lock{mutex_};
    return well_;
}

std::string Condition::detail() const {
    std::lock_guard lock{mutex_};
    return detail_;
}

void Condition::close() {
    std::lock_guard lock{mutex_};
    closing_ = true;
    closed_.notify_all();
}

bool Condition::closing() const {
    std::lock_guard lock{mutex_};
    return closing_;
}

void Condition::pause(std::chrono::milliseconds time) {
    std::unique_lock lock{mutex_};
    closed_.wait_for(lock, time, [&] { return closing_; });
}

}  // namespace hearline::postgres
