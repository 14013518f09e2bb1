#include "server/log.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace hearline::server {
namespace {

std::shared_ptr<spdlog::logger>& lines() {
    static std::shared_ptr<spdlog::logger> logger;
    return logger;
}
/// Lines on their way to a logger, handed over some at a time: each handing over wakes the logger's thread, which a busy server pays for dearly.
class Gatherer {
public:
    explicit Gatherer(std::shared_ptr<spdlog::logger> logger) : logger_{std::move(logger)}, thread_{[this] { work(); }} {}
    ~Gatherer() {
        {
            std::lock_guard const lock{mutex_};
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
        hand_over();
    }
    Gatherer(Gatherer const&) = delete;
    Gatherer& operator=(Gatherer const&) = delete;

    void add(std::string_view line) {
        std::unique_lock lock{mutex_};
        if (!text_.empty()) text_ += '\n';
        text_ += line;
        if (text_.size() < block) return;
        lock.unlock();
        hand_over();
    }

private:
    static constexpr std::size_t block = 32 << 10;
    static constexpr std::chrono::milliseconds pause{200};

    void hand_over() {
        std::string text;
        {
            std::lock_guard const lock{mutex_};
            text.swap(text_);
            text_.reserve(block + 1024);
        }
        if (!text.empty()) logger_->info(std::string_view{text});
    }
    void work() {
        for (;;) {
            {
                std::unique_lock lock{mutex_};
                if (wake_.wait_for(lock, pause, [this] { return stopping_; })) return;
            }
            hand_over();
        }
    }

    std::shared_ptr<spdlog::logger> logger_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::string text_;
    bool stopping_ = false;
    std::thread thread_;
};
std::unique_ptr<Gatherer>& gathered() {
    static std::unique_ptr<Gatherer> gatherer;
    return gatherer;
}

spdlog::level::level_enum level_of(std::string const& level) {
    if (level == "debug") return spdlog::level::debug;
    if (level == "warning") return spdlog::level::warn;
    if (level == "error") return spdlog::level::err;
    return spdlog::level::info;
}

}  // namespace

void open_log(std::string const& level, std::string const& file) {
    try {
        spdlog::init_thread_pool(8192, 1);
        auto const sink_for = [&]() -> spdlog::sink_ptr {
            if (file.empty()) return std::make_shared<spdlog::sinks::stderr_sink_mt>();
            return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
        };
        // A full queue drops the oldest line: the log never holds up a request.
        auto const make = [&](char const* name, char const* pattern) {
            auto sink = sink_for();
            auto logger = std::make_shared<spdlog::async_logger>(name, sink, spdlog::thread_pool(), spdlog::async_overflow_policy::overrun_oldest);
            logger->set_pattern(pattern, spdlog::pattern_time_type::utc);
            logger->set_level(level_of(level));
            logger->flush_on(spdlog::level::warn);
            return logger;
        };
        lines() = make("hearline", "%Y-%m-%dT%H:%M:%S.%eZ %l %v");
        auto const access = make("access", "%v");
        spdlog::register_logger(lines());
        spdlog::register_logger(access);
        gathered() = std::make_unique<Gatherer>(access);
        spdlog::flush_every(std::chrono::seconds{1});
    } catch (spdlog::spdlog_ex const& error) {
        throw std::runtime_error{error.what()};
    }
}

void log(LogLevel level, std::string_view line) {
    if (!lines()) return;
    switch (level) {
        case LogLevel::debug: return lines()->debug(line);
        case LogLevel::info: return lines()->info(line);
        case LogLevel::warning: return lines()->warn(line);
        case LogLevel::error: return lines()->error(line);
    }
}

void log_json(std::string_view line) {
    if (gathered()) gathered()->add(line);
}

void close_log() {
    gathered().reset();
    lines().reset();
    spdlog::shutdown();
}

}  // namespace hearline::server
