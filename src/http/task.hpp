#pragma once
// Task<T>: a lazily started coroutine that a handler is. Awaiting it starts it; the awaiter is resumed when it returns.
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace hearline::http {

template <class T>
class [[nodiscard]] Task {
public:
    struct promise_type {
        std::optional<T> value;
        std::exception_ptr error;
        std::coroutine_handle<> continuation = std::noop_coroutine();
        Task get_return_object() { return Task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct Final {
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> h) noexcept { return h.promise().continuation; }
            void await_resume() noexcept {}
        };
        Final final_suspend() noexcept { return {}; }
        /// A T, or whatever `converted(Result type, value)` turns into one (a refusal becomes a Response so).
        template <class U>
        void return_value(U&& v) {
            if constexpr (std::is_constructible_v<T, U&&>) value.emplace(std::forward<U>(v));
            else value.emplace(converted(std::type_identity<T>{}, std::forward<U>(v)));
        }
        void return_value(T&& v) { value.emplace(std::move(v)); }
        void unhandled_exception() noexcept { error = std::current_exception(); }
    };

    explicit Task(std::coroutine_handle<promise_type> h) : handle_{h} {}
    Task(Task&& other) noexcept : handle_{std::exchange(other.handle_, {})} {}
    Task& operator=(Task&& other) noexcept {
        if (this != &other) {
            if (handle_) handle_.destroy();
            handle_ = std::exchange(other.handle_, {});
        }
        return *this;
    }
    ~Task() {
        if (handle_) handle_.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) noexcept {
        handle_.promise().continuation = awaiter;
        return handle_;
    }
    T await_resume() {
        if (handle_.promise().error) std::rethrow_exception(handle_.promise().error);
        return std::move(*handle_.promise().value);
    }

private:
    std::coroutine_handle<promise_type> handle_;
};

/// Where a suspended handler is resumed: the network thread it began on.
class Executor {
public:
    virtual ~Executor() = default;
    virtual void post(std::coroutine_handle<> handle) = 0;
    [[nodiscard]] static Executor& current();        ///< of this thread; asserts that there is one
    static void set_current(Executor* executor);
};

}  // namespace hearline::http
