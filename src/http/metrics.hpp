#pragma once
// Counters of the running program, as Prometheus reads them. Counting costs two additions; the text is made when it is asked for.
#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hearline::http {

class Metrics {
public:
    explicit Metrics(std::string version) : version_{std::move(version)} {}

    /// Before serving: what is counted apart ("GET" and "/api/v1/complaints/{number}"). What has no route is counted under "unknown".
    void count_route(std::string_view method, std::string_view pattern);
    /// One answered request of the n-th route; n = number of routes for those without one.
    void observe(std::size_t route, int status, std::chrono::nanoseconds took);

    enum class Kind { counter, gauge };
    struct Sample {
        std::string labels;  ///< `stage="review"`, or ""
        double value = 0;
    };
    /// Something that is asked for when the text is made.
    void watch(std::string name, std::string help, Kind kind, std::function<std::vector<Sample>()> look);
    void watch(std::string name, std::string help, Kind kind, std::function<double()> look);

    /// The text exposition format, version 0.0.4.
    [[nodiscard]] std::string render() const;

private:
    static constexpr std::array<double, 11> limits{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    static constexpr std::array<int, 28> statuses{200, 201, 202, 204, 206, 303, 304, 400, 401, 403, 404, 405, 409, 411, 412, 413, 415, 416, 421, 422, 428, 429, 431, 500, 501, 503, 507, 0};
    struct Counts {
        std::string labels;
        std::array<std::atomic<std::uint64_t>, statuses.size()> by_status{};
        std::array<std::atomic<std::uint64_t>, limits.size() + 1> by_time{};
        std::atomic<std::uint64_t> nanoseconds{0};
    };
    struct Watched {
        std::string name, help;
        Kind kind;
        std::function<std::vector<Sample>()> look;
    };
    [[nodiscard]] static std::unique_ptr<Counts> make_counts(std::string_view method, std::string_view pattern);

    std::string version_;
    std::vector<std::unique_ptr<Counts>> routes_;
    std::unique_ptr<Counts> unknown_ = make_counts("any", "unknown");
    std::vector<Watched> watched_;
};

}  // namespace hearline::http
