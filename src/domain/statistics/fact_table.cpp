#include "domain/statistics/fact_table.hpp"

#include <algorithm>

#include "domain/statistics/fact_state.hpp"

namespace hearline {

using namespace facts;

FactTable::FactTable() : state_{std::make_unique<State>()} {}
FactTable::~FactTable() = default;

void FactTable::apply(std::span<Fact const> facts) {
    if (facts.empty()) return;
    std::lock_guard lock{state_->lock};
    std::vector<Row> fresh;
    for (auto const& fact : facts) {
        Row const row = state_->pack(fact);
        if (auto const at = state_->find(row.key)) {
            Block& block = *state_->blocks[at->first];
            if (block.version[at->second] > row.version) continue;
            block.replace(at->second, row);
        } else {
            fresh.push_back(row);
        }
    }
    std::stable_sort(fresh.begin(), fresh.end(),
                     [](Row const& a, Row const& b) { return a.key != b.key ? a.key < b.key : a.version > b.version; });
    fresh.erase(std::unique(fresh.begin(), fresh.end(), [](Row const& a, Row const& b) { return a.key == b.key; }), fresh.end());
    state_->insert(fresh);
}

std::optional<Fact> FactTable::find(std::int64_t key) const {
    std::shared_lock lock{state_->lock};
    auto const at = state_->find(key);
    if (!at) return std::nullopt;
    return state_->unpack(state_->blocks[at->first]->get(at->second));
}

std::int64_t FactTable::size() const {
    std::shared_lock lock{state_->lock};
    return state_->rows;
}

std::size_t FactTable::memory() const {
    std::shared_lock lock{state_->lock};
    return state_->blocks.size() * sizeof(Block);
}

bool FactTable::knows(Dimension dimension, std::string_view code) const {
    std::shared_lock lock{state_->lock};
    auto const* dictionary = state_->dictionary(dimension);
    return dictionary && dictionary->find(code).has_value();
}

void FactTable::clear() {
    std::lock_guard lock{state_->lock};
    state_->reset();
}

}  // namespace hearline
