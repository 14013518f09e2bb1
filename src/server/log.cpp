#include "server/log.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <stdexcept>

namespace hearline::server {
namespace {

std::shared_ptr<spdlog::logger>& lines() {
    static std::shared_ptr<spdlog::logger> logger;
    return logger;
}
std::shared_ptr<spdlog::logger>& raw_lines() {
    static std::shared_ptr<spdlog::logger> logger;
    return logger;
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
        raw_lines() = make("access", "%v");
        spdlog::register_logger(lines());
        spdlog::register_logger(raw_lines());
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
    if (raw_lines()) raw_lines()->info(line);
}

void close_log() {
    lines().reset();
    raw_lines().reset();
    spdlog::shutdown();
}

}  // namespace hearline::server
