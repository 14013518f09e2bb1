// Pages, counts and key lists of the ledger over the facts.
#include <algorithm>

#include "domain/statistics/fact_kernels.hpp"
#include "domain/statistics/fact_plan.hpp"

namespace hearline {

using namespace facts;

namespace {

constexpr int stride = 2048;  // rows looked at together when only a few are wanted

constexpr auto no_skip = [](Block const&) { return false; };

/// Calls `f(block, row)` for matching rows from the newest on, until it returns false. Rows with key >= before are left out, and blocks that
/// `skip(block)` is true for.
template <class F, class Skip = decltype(no_skip)>
void newest_first(State const& state, Plan const& plan, std::int64_t before, F&& f, Skip skip = no_skip) {
    auto const mask = std::make_unique<Mask>();
    for (auto at = state.blocks.rbegin(); at != state.blocks.rend(); ++at) {
        Block const& block = **at;
        if (block.key[0] >= before || !plan.may_match(block) || skip(block)) continue;
        int to = static_cast<int>(std::lower_bound(block.key.data(), block.key.data() + block.size, before) - block.key.data());
        while (to > 0) {
            int const from = std::max(0, to - stride);
            bool const tested = plan.match(block, from, to, mask->data());
            for (int i = to - 1; i >= from; --i)
                if ((!tested || (*mask)[i]) && !f(block, i)) return;
            to = from;
        }
    }
}

/// A row's place in an order: smaller comes first.
struct Standing {
    std::int64_t first = 0, second = 0;
    LedgerMark mark;
    bool operator<(Standing const& other) const { return first != other.first ? first < other.first : second < other.second; }
};

Standing standing_of(LedgerOrder order, std::int64_t sort_value, std::int64_t key) {
    if (order == LedgerOrder::due) return {sort_value, key, {sort_value, key}};
    return {-sort_value, -key, {sort_value, key}};  // gravest first, then newest
}

}  // namespace

std::int64_t FactTable::count(FactFilter const& filter, Instant now, std::int64_t cap) const {
    std::shared_lock lock{state_->lock};
    Plan const plan{filter, *state_, now};
    if (plan.matches_nothing()) return 0;
    auto const mask = std::make_unique<Mask>();
    std::int64_t total = 0;
    for (auto at = state_->blocks.rbegin(); at != state_->blocks.rend() && (!cap || total < cap); ++at) {
        Block const& block = **at;
        if (!plan.may_match(block)) continue;
        total += plan.match(block, 0, block.size, mask->data()) ? sum(mask->data(), block.size) : block.size;
    }
    return cap ? std::min(total, cap) : total;
}

std::vector<FactTable::Hit> FactTable::page(FactFilter const& filter, LedgerOrder order, std::optional<LedgerMark> after, int limit,
                                            Instant now) const {
    std::vector<Hit> hits;
    if (limit <= 0) return hits;
    std::shared_lock lock{state_->lock};
    Plan const plan{filter, *state_, now};
    auto const wanted = static_cast<std::size_t>(limit);
    if (order == LedgerOrder::registered) {
        newest_first(*state_, plan, after ? after->key : INT64_MAX, [&](Block const& block, int row) {
            hits.push_back({block.key[row], {0, block.key[row]}});
            return hits.size() < wanted;
        });
        return hits;
    }
    std::optional<Standing> behind;
    if (after) behind = standing_of(order, after->sort_value, after->key);
    std::vector<Standing> best;  // a heap with the last of the page on top
    auto const cannot_be_among = [&](Block const& block) {
        return order == LedgerOrder::due && best.size() == wanted && std::int64_t{block.earliest_due} > best.front().first;
    };
    auto const take = [&](Block const& block, int row) {
        auto const value = order == LedgerOrder::due ? std::int64_t{block.due[row]} : std::int64_t{block.severity[row]};
        Standing const place = standing_of(order, value, block.key[row]);
        if (behind && !(*behind < place)) return true;
        if (best.size() == wanted && !(place < best.front())) return true;
        if (best.size() == wanted) {
            std::pop_heap(best.begin(), best.end());
            best.pop_back();
        }
        best.push_back(place);
        std::push_heap(best.begin(), best.end());
        return true;
    };
    newest_first(*state_, plan, INT64_MAX, take, cannot_be_among);
    std::sort_heap(best.begin(), best.end());
    for (auto const& place : best) hits.push_back({place.mark.key, place.mark});
    return hits;
}

std::vector<std::int64_t> FactTable::matching(FactFilter const& filter, std::span<std::int64_t const> keys, Instant now) const {
    std::vector<std::int64_t> found;
    std::shared_lock lock{state_->lock};
    Plan const plan{filter, *state_, now};
    if (plan.matches_nothing()) return found;
    auto const mask = std::make_unique<Mask>();
    for (auto key : keys) {
        auto const at = state_->find(key);
        if (!at) continue;
        Block const& block = *state_->blocks[at->first];
        if (plan.may_match(block) && (!plan.match(block, at->second, at->second + 1, mask->data()) || (*mask)[at->second])) found.push_back(key);
    }
    return found;
}

std::vector<std::int64_t> FactTable::keys(FactFilter const& filter, Instant now) const {
    std::vector<std::int64_t> all;
    std::shared_lock lock{state_->lock};
    Plan const plan{filter, *state_, now};
    newest_first(*state_, plan, INT64_MAX, [&](Block const& block, int row) {
        all.push_back(block.key[row]);
        return true;
    });
    std::reverse(all.begin(), all.end());
    return all;
}

}  // namespace hearline
