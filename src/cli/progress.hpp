#pragma once
// One line on the terminal that says how far long work is: share, rate and time left. Quiet in a pipe.
#include <chrono>
#include <cstdint>
#include <string>

#include "cli/command.hpp"

namespace hearline::cli {

class ProgressLine {
public:
    /// `what`: "核对", "Verifying".
    ProgressLine(Environment& environment, Text what);
    /// Takes the line away.
    ~ProgressLine();
    ProgressLine(ProgressLine const&) = delete;
    ProgressLine& operator=(ProgressLine const&) = delete;
    /// Shows it at most five times a second.
    void operator()(std::int64_t done, std::int64_t total);

private:
    Environment& environment_;
    Text what_;
    std::chrono::steady_clock::time_point started_, shown_;
    bool visible_ = false;
};

}  // namespace hearline::cli
