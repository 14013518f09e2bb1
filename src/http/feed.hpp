#pragma once
// An answer that goes on: texts that are sent as they come, until one side ends it. Filled by any thread, emptied by the connection's.
#include <atomic>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace hearline::http {

class Feed {
public:
    explicit Feed(std::size_t most_waiting = 64 * 1024) : most_waiting_{most_waiting} {}

    /// Queues a text. A reader that has let too much lie is cut off instead.
    void push(std::string_view text) {
        std::lock_guard lock{mutex_};
        if (ended_) return;
        if (waiting_.size() + text.size() > most_waiting_) cut_off_ = ended_ = true;
        else waiting_.append(text);
        news_ = true;
    }
    /// What was queued is still sent.
    void end() {
        std::lock_guard lock{mutex_};
        news_ = ended_ = true;
    }

    /// Everything that waits, "" when nothing does.
    [[nodiscard]] std::string take() {
        std::lock_guard lock{mutex_};
        news_ = false;
        return std::exchange(waiting_, {});
    }
    [[nodiscard]] bool has_news() const noexcept { return news_; }  ///< something was queued or ended since the last `take`
    [[nodiscard]] bool ended() const noexcept { return ended_; }
    [[nodiscard]] bool cut_off() const noexcept { return cut_off_; }

private:
    std::mutex mutex_;
    std::string waiting_;
    std::size_t const most_waiting_;
    std::atomic<bool> news_{false}, ended_{false}, cut_off_{false};
};

/// One server-sent event. `data` holds no line break.
[[nodiscard]] inline std::string sent_event(std::string_view name, std::string_view data) {
    std::string text{"event: "};
    text.append(name).append("\ndata: ").append(data).append("\n\n");
    return text;
}

}  // namespace hearline::http
