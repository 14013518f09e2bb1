#include "storage/postgres/keys.hpp"

namespace hearline::postgres {

void NodeKeys::renumber(int node_number, Instant since) {
    std::lock_guard lock{mutex_};
    node_ = node_number;
    since_ = since;
    counters_.clear();
    older_.clear();
}

ComplaintKey NodeKeys::next(Instant registered_at) {
    std::lock_guard lock{mutex_};
    for (auto ms = std::max(ms_of(registered_at), key_epoch_ms);; ++ms) {
        auto found = counters_.find(ms);
        if (found == counters_.end()) {
            // Nobody else can have used this number since we took it; before that, begin anywhere in the lower part.
            int first = ms > ms_of(since_) ? 0 : static_cast<int>(spread_() % (key_counters / 2));
            if (auto old = older_.find(ms); old != older_.end()) first = old->second;
            if (counters_.size() >= remembered) {
                older_ = std::move(counters_);
                counters_.clear();
            }
            found = counters_.emplace(ms, first).first;
        }
        if (found->second < key_counters) return make_key(ms, node_, found->second++);
    }
}

}  // namespace hearline::postgres
