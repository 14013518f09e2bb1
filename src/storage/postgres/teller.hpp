#pragma once
// Who tells the commit listener: several threads commit, the listener hears one after the other and never an older version of a complaint.
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/ports/store.hpp"

namespace hearline::postgres {

class Teller {
public:
    void listen(CommitListener listener);
    /// From here on the lane's commits are told.
    void begin_at(Position upto);
    /// Rows of one commit (or of another node's commits). Rows older than what was told of the same complaint are left out.
    void tell(std::span<ComplaintRow const> rows, Position upto);
    [[nodiscard]] Position told(int lane) const;

private:
    static constexpr std::size_t remembered = 1 << 15;
    [[nodiscard]] bool is_news(ComplaintRow const& row);

    mutable std::mutex mutex_;
    CommitListener listener_;
    std::map<int, Position> upto_;
    std::unordered_map<std::int64_t, int> versions_, older_versions_;
};

}  // namespace hearline::postgres
