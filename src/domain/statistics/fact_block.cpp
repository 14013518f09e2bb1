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

void Block::replace(int at, Row const& row) {
    auto const due_before = due[at];
    --in_stage[stage[at]];
    ++in_stage[row.stage];
    put(at, row);
    first_day = std::min(first_day, row.day);
    last_day = std::max(last_day, row.day);
    if (row.due <= earliest_due) earliest_due = row.due;
    else if (due_before == earliest_due) earliest_due = *std::min_element(due.begin(), due.begin() + size);
}

void Block::summarise() {
    in_stage.fill(0);
    earliest_due = never;
    first_day = last_day = size ? day[0] : std::uint16_t{0};
    for (int i = 0; i < size; ++i) {
        ++in_stage[stage[i]];
        earliest_due = std::min(earliest_due, due[i]);
        first_day = std::min(first_day, day[i]);
        last_day = std::max(last_day, day[i]);
    }
}

}  // namespace hearline::facts
