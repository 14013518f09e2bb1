#include "storage/postgres/teller.hpp"

#include <algorithm>

namespace hearline::postgres {

void Teller::listen(CommitListener listener) {
    std::lock_guard lock{mutex_};
    listener_ = std::move(listener);
}

void Teller::begin_at(Position upto) {
    std::lock_guard lock{mutex_};
    upto_.try_emplace(upto.lane(), upto);
}

bool Teller::is_news(ComplaintRow const& row) {
    auto told = versions_.find(row.key.value);
    if (told == versions_.end()) {
        auto older = older_versions_.find(row.key.value);
        int version = older == older_versions_.end() ? -1 : older->second;
        if (versions_.size() >= remembered) {
            older_versions_ = std::move(versions_);
            versions_.clear();
        }
        told = versions_.emplace(row.key.value, version).first;
    }
    if (row.version < told->second) return false;
    told->second = row.version;
    return true;
}

void Teller::tell(std::span<ComplaintRow const> rows, Position upto) {
    std::lock_guard lock{mutex_};
    auto& last = upto_[upto.lane()];
    last = std::max(last, upto);
    if (rows.empty()) return;
    std::vector<char> news(rows.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) count += news[i] = is_news(rows[i]);
    if (!listener_ || count == 0) return;
    if (count == rows.size()) return listener_(rows, upto);
    std::vector<ComplaintRow> kept;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (news[i]) kept.push_back(rows[i]);
    listener_(kept, upto);
}

Position Teller::told(int lane) const {
    std::lock_guard lock{mutex_};
    auto found = upto_.find(lane);
    return found == upto_.end() ? Position{std::int64_t{lane} << 40} : found->second;
}

}  // namespace hearline::postgres
