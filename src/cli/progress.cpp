#include "cli/progress.hpp"

#include <algorithm>
#include <ostream>

namespace hearline::cli {

ProgressLine::ProgressLine(Environment& environment, Text what)
    : environment_{environment}, what_{std::move(what)}, started_{std::chrono::steady_clock::now()}, shown_{started_} {}

ProgressLine::~ProgressLine() {
    if (visible_) environment_.err << "\r\033[K" << std::flush;
}

void ProgressLine::operator()(std::int64_t done, std::int64_t total) {
    if (!environment_.on_terminal || total <= 0) return;
    auto const now = std::chrono::steady_clock::now();
    if (now - shown_ < std::chrono::milliseconds{200}) return;
    shown_ = now;
    visible_ = true;
    double const seconds = std::chrono::duration<double>(now - started_).count();
    double const rate = static_cast<double>(done) / std::max(seconds, 0.001);
    auto const left = static_cast<std::int64_t>(static_cast<double>(std::max<std::int64_t>(total - done, 0)) / std::max(rate, 0.001));
    auto const line = say("{0} {1}%  {2}/秒  剩余 {3} 秒", "{4} {1}%  {2}/s  {3} s left", what_.zh, done * 100 / total, static_cast<std::int64_t>(rate), left, what_.en);
    environment_.err << "\r\033[K" << environment_.say(line) << std::flush;
}

}  // namespace hearline::cli
