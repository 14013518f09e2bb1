#include "domain/statistics/fact_block.hpp"

#include <algorithm>

namespace hearline::facts {

std::uint32_t Dictionary::intern(std::string_view code) {
    if (auto known = ids_.find(code); known != ids_.end()) return known->second;
    if (codes_.size() + 1 >= most_) code = "*";
    if (auto known = ids_.find(code); known != ids_.end()) return known->second;
    auto const id = static_cast<std::uint32_t>(codes_.size());
    codes_.emplace_back(code);
    ids_.emplace(codes_.back(), id);
    return id;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view code) const {
    if (auto known = ids_.find(code); known != ids_.end()) return known->second;
    return std::nullopt;
}

void Block::summarise() {
    in_stage.fill(0);
    first_day = last_day = size ? day[0] : std::uint16_t{0};
    for (int i = 0; i < size; ++i) {
        ++in_stage[stage[i]];
        first_day = std::min(first_day, day[i]);
        last_day = std::max(last_day, day[i]);
    }
}

}  // namespace hearline::facts
