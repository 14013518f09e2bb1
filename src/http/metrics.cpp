#include "http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace hearline::http {
namespace {

constexpr auto relaxed = std::memory_order_relaxed;

void describe(std::string& out, std::string_view name, std::string_view help, std::string_view kind) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, kind);
}

/// For a label value: backslash, quote and line feed.
std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '\\' || c == '"') out.push_back('\\');
        if (c == '\n') out += "\\n";
        else out.push_back(c);
    }
    return out;
}

}  // namespace

std::unique_ptr<Metrics::Counts> Metrics::make_counts(std::string_view method, std::string_view pattern) {
    auto counts = std::make_unique<Counts>();
    counts->labels = fmt::format(R"(method="{}",route="{}")", escaped(method), escaped(pattern));
    return counts;
}

void Metrics::count_route(std::string_view method, std::string_view pattern) { routes_.push_back(make_counts(method, pattern)); }

void Metrics::observe(std::size_t route, int status, std::chrono::nanoseconds took) {
    auto& counts = route < routes_.size() ? *routes_[route] : *unknown_;
    auto const known = std::find(statuses.begin(), statuses.end() - 1, status);
    counts.by_status[static_cast<std::size_t>(known - statuses.begin())].fetch_add(1, relaxed);
    auto const seconds = std::chrono::duration<double>(took).count();
    auto const limit = std::lower_bound(limits.begin(), limits.end(), seconds);
    counts.by_time[static_cast<std::size_t>(limit - limits.begin())].fetch_add(1, relaxed);
    counts.nanoseconds.fetch_add(static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count())), relaxed);
}

void Metrics::watch(std::string name, std::string help, Kind kind, std::function<std::vector<Sample>()> look) {
    watched_.push_back({std::move(name), std::move(help), kind, std::move(look)});
}

void Metrics::watch(std::string name, std::string help, Kind kind, std::function<double()> look) {
    watch(std::move(name), std::move(help), kind, [look = std::move(look)]() -> std::vector<Sample> { return {{"", look()}}; });
}

std::string Metrics::render() const {
    std::string out;
    auto const to = [&out] { return std::back_inserter(out); };
    describe(out, "hearline_build_info", "The version that runs.", "gauge");
    fmt::format_to(to(), "hearline_build_info{{version=\"{}\"}} 1\n", escaped(version_));
    std::vector<Counts const*> used;
    for (auto const& counts : routes_) used.push_back(counts.get());
    used.push_back(unknown_.get());
    std::erase_if(used, [](Counts const* c) { return std::all_of(c->by_time.begin(), c->by_time.end(), [](auto const& n) { return n.load(relaxed) == 0; }); });

    describe(out, "hearline_http_requests_total", "Requests answered, by route and status.", "counter");
    for (auto const* counts : used)
        for (std::size_t i = 0; i < statuses.size(); ++i)
            if (auto const n = counts->by_status[i].load(relaxed); n > 0)
                fmt::format_to(to(), "hearline_http_requests_total{{{},status=\"{}\"}} {}\n", counts->labels, statuses[i] ? std::to_string(statuses[i]) : "other", n);

    describe(out, "hearline_http_request_seconds", "From the whole request to the finished answer.", "histogram");
    for (auto const* counts : used) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < limits.size(); ++i) {
            sum += counts->by_time[i].load(relaxed);
            fmt::format_to(to(), "hearline_http_request_seconds_bucket{{{},le=\"{}\"}} {}\n", counts->labels, limits[i], sum);
        }
        sum += counts->by_time.back().load(relaxed);
        fmt::format_to(to(), "hearline_http_request_seconds_bucket{{{},le=\"+Inf\"}} {}\n", counts->labels, sum);
        fmt::format_to(to(), "hearline_http_request_seconds_sum{{{}}} {}\n", counts->labels, static_cast<double>(counts->nanoseconds.load(relaxed)) / 1e9);
        fmt::format_to(to(), "hearline_http_request_seconds_count{{{}}} {}\n", counts->labels, sum);
    }
    for (auto const& it : watched_) {
        describe(out, it.name, it.help, it.kind == Kind::counter ? "counter" : "gauge");
        for (auto const& [labels, value] : it.look()) {
            if (labels.empty()) fmt::format_to(to(), "{} {}\n", it.name, value);
            else fmt::format_to(to(), "{}{{{}}} {}\n", it.name, labels, value);
        }
    }
    return out;
}

}  // namespace hearline::http
