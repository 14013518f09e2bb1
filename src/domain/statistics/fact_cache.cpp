// The table as bytes: blocks one after another (each copied under the lock for a moment only), then the dictionaries.
#include <algorithm>
#include <cstring>
#include <istream>
#include <ostream>

#include "domain/statistics/fact_state.hpp"

namespace hearline {

using namespace facts;

namespace {

constexpr std::array<char, 8> layout{'h', 'l', 'f', 'a', 'c', 't', '0', '2'};

template <class T>
void put(std::ostream& out, T value) {
    out.write(reinterpret_cast<char const*>(&value), sizeof value);
}
template <class T>
T take(std::istream& in) {
    T value{};
    in.read(reinterpret_cast<char*>(&value), sizeof value);
    return value;
}

void put_dictionary(std::ostream& out, std::vector<std::string> const& codes) {
    put(out, static_cast<std::uint32_t>(codes.size()));
    for (auto const& code : codes) {
        put(out, static_cast<std::uint32_t>(code.size()));
        out.write(code.data(), static_cast<std::streamsize>(code.size()));
    }
}

std::vector<std::string> copy_of(Dictionary const& dictionary) {
    std::vector<std::string> codes;
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) codes.push_back(dictionary.code(id));
    return codes;
}

bool take_dictionary(std::istream& in, Dictionary& dictionary) {
    auto const size = take<std::uint32_t>(in);
    for (std::uint32_t id = 0; in && id < size; ++id) {
        auto const length = take<std::uint32_t>(in);
        if (!in || length > 1 << 20) return false;
        std::string code(length, '\0');
        in.read(code.data(), length);
        if (!in || dictionary.intern(code) != id) return false;
    }
    return in.good() && dictionary.size() == size;
}

}  // namespace

void FactTable::save(std::ostream& out) const {
    out.write(layout.data(), layout.size());
    auto const copy = std::make_unique<Block>();
    for (std::int64_t after = INT64_MIN;;) {
        {
            std::shared_lock lock{state_->lock};
            auto const at = std::partition_point(state_->blocks.begin(), state_->blocks.end(), [&](auto const& block) { return block->last_key() <= after; });
            if (at == state_->blocks.end()) break;
            Block const& block = **at;
            int const from = static_cast<int>(std::upper_bound(block.key.data(), block.key.data() + block.size, after) - block.key.data());
            copy->size = block.size - from;
            for (int i = from; i < block.size; ++i) copy->put(i - from, block.get(i));
        }
        put(out, static_cast<std::uint32_t>(copy->size));
        Block::each_column(*copy, [&](auto const& column, auto) {
            out.write(reinterpret_cast<char const*>(column.data()), static_cast<std::streamsize>(sizeof(column[0]) * copy->size));
        });
        after = copy->last_key();
    }
    put(out, std::uint32_t{0});
    std::vector<std::vector<std::string>> dictionaries;
    {
        std::shared_lock lock{state_->lock};
        for (auto const* d : {&state_->types, &state_->causes, &state_->units, &state_->lines, &state_->stations, &state_->incidents, &state_->unit_sets,
                              &state_->waiting_sets})
            dictionaries.push_back(copy_of(*d));
    }
    for (auto const& codes : dictionaries) put_dictionary(out, codes);
}

bool FactTable::load(std::istream& in) {
    std::lock_guard lock{state_->lock};
    auto& state = *state_;
    state.reset();
    auto const read = [&] {
        std::array<char, 8> head{};
        in.read(head.data(), head.size());
        if (!in || head != layout) return false;
        std::int64_t last = INT64_MIN;
        while (auto const size = take<std::uint32_t>(in)) {
            if (!in || size > block_rows) return false;
            state.blocks.push_back(std::unique_ptr<Block>{new Block});
            Block& block = *state.blocks.back();
            block.size = static_cast<int>(size);
            Block::each_column(block, [&](auto& column, auto) {
                in.read(reinterpret_cast<char*>(column.data()), static_cast<std::streamsize>(sizeof(column[0]) * size));
            });
            if (!in || block.key[0] <= last || !std::is_sorted(block.key.data(), block.key.data() + size)) return false;
            if (std::any_of(block.stage.data(), block.stage.data() + size, [](auto stage) { return stage > 7; })) return false;
            last = block.last_key();
            block.summarise();
            state.rows += block.size;
        }
        if (!in) return false;
        for (auto* d : {&state.types, &state.causes, &state.units, &state.lines, &state.stations, &state.incidents, &state.unit_sets, &state.waiting_sets})
            if (!take_dictionary(in, *d)) return false;
        return true;
    };
    if (read()) return true;
    state.reset();
    return false;
}

}  // namespace hearline
