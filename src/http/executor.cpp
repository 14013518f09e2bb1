#include <cassert>

#include "http/task.hpp"

namespace hearline::http {
namespace {
thread_local Executor* executor_of_thread = nullptr;
}

Executor& Executor::current() {
    assert(executor_of_thread && "a handler runs on a network thread");
    return *executor_of_thread;
}

void Executor::set_current(Executor* executor) { executor_of_thread = executor; }

}  // namespace hearline::http
