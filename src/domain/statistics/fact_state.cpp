#include "domain/statistics/fact_state.hpp"

#include <algorithm>

namespace hearline::facts {

namespace {

constexpr std::int64_t epoch_seconds = 946684800;  // 2000-01-01Z
constexpr int epoch_day = 10957;

template <class E>
std::uint8_t packed(std::optional<E> const& value) {
    return value ? static_cast<std::uint8_t>(static_cast<int>(*value) + 1) : std::uint8_t{0};
}
template <class E>
std::optional<E> unpacked(std::uint8_t value) {
    return value ? std::optional{static_cast<E>(value - 1)} : std::nullopt;
}
std::uint16_t narrowed(std::uint32_t id) { return static_cast<std::uint16_t>(id); }

}  // namespace


bool set_has(std::string_view set, std::string_view word) {
    for (std::size_t end; (end = set.find(' ')) != set.npos; set.remove_prefix(end + 1))
        if (set.substr(0, end) == word) return true;
    return false;
}

Row State::pack(Fact const& fact) {
    Row row;
    row.key = fact.key;
    row.version = static_cast<std::uint16_t>(std::clamp(fact.version, 0, 65535));
    row.kind = static_cast<std::uint8_t>(fact.kind);
    row.stage = static_cast<std::uint8_t>(fact.stage);
    row.channel = static_cast<std::uint8_t>(fact.channel);
    row.severity = static_cast<std::uint8_t>(fact.severity);
    row.round = static_cast<std::uint8_t>(std::clamp(fact.round, 0, 255));
    row.type = narrowed(types.intern(fact.type));
    row.cause = narrowed(causes.intern(fact.cause));
    row.unit = narrowed(units.intern(fact.unit));
    row.accepting = narrowed(units.intern(fact.accepting_unit));
    row.line = narrowed(lines.intern(fact.line));
    row.station = narrowed(stations.intern(fact.station));
    row.incident = incidents.intern(fact.incident);
    std::string set;
    for (auto const& unit : fact.seen_by) (set += unit) += ' ';
    row.seen = unit_sets.intern(set);
    set.clear();
    if (fact.extension_asked) (set += director_waits) += ' ';
    for (auto const& unit : fact.owing) (set += unit) += ' ';
    row.waiting = waiting_sets.intern(set);
    row.suspended = fact.suspended ? 1 : 0;
    row.closing = packed(fact.closing);
    row.satisfaction = packed(fact.satisfaction);
    row.solved = packed(fact.solved);
    row.resolution = packed(fact.resolution);
    row.validity = packed(fact.validity);
    row.liability = packed(fact.liability);
    row.timely = static_cast<std::uint8_t>(fact.timely);
    row.day = static_cast<std::uint16_t>(std::clamp(day_number(fact.registered_day) - epoch_day, 0, 65535));
    if (fact.next_due) {
        auto const seconds = std::chrono::ceil<std::chrono::seconds>(*fact.next_due).time_since_epoch().count() - epoch_seconds;
        row.due = static_cast<std::uint32_t>(std::clamp<std::int64_t>(seconds, 0, never - 1));
    }
    return row;
}

Fact State::unpack(Row const& row) const {
    Fact fact;
    fact.key = row.key;
    fact.version = row.version;
    fact.kind = static_cast<Kind>(row.kind);
    fact.stage = static_cast<Stage>(row.stage);
    fact.channel = static_cast<Channel>(row.channel);
    fact.severity = static_cast<Severity>(row.severity);
    fact.round = row.round;
    fact.type = types.code(row.type);
    fact.cause = causes.code(row.cause);
    fact.unit = units.code(row.unit);
    fact.accepting_unit = units.code(row.accepting);
    fact.line = lines.code(row.line);
    fact.station = stations.code(row.station);
    fact.incident = incidents.code(row.incident);
    std::string_view set = unit_sets.code(row.seen);
    for (std::size_t end; (end = set.find(' ')) != set.npos; set.remove_prefix(end + 1)) fact.seen_by.emplace_back(set.substr(0, end));
    set = waiting_sets.code(row.waiting);
    for (std::size_t end; (end = set.find(' ')) != set.npos; set.remove_prefix(end + 1))
        if (auto const word = set.substr(0, end); word == director_waits) fact.extension_asked = true;
        else fact.owing.emplace_back(word);
    fact.suspended = row.suspended != 0;
    fact.closing = unpacked<Closing>(row.closing);
    fact.satisfaction = unpacked<Satisfaction>(row.satisfaction);
    fact.solved = unpacked<Solved>(row.solved);
    fact.resolution = unpacked<Resolution>(row.resolution);
    fact.validity = unpacked<Validity>(row.validity);
    fact.liability = unpacked<Liability>(row.liability);
    fact.timely = static_cast<Timeliness>(row.timely);
    fact.registered_day = Date{std::chrono::days{row.day + epoch_day}};
    if (row.due != never) fact.next_due = Instant{std::chrono::seconds{row.due + epoch_seconds}};
    return fact;
}

std::size_t State::block_of(std::int64_t key) const {
    auto const at = std::partition_point(blocks.begin(), blocks.end(), [&](auto const& block) { return block->last_key() < key; });
    if (at == blocks.end()) return blocks.empty() ? 0 : blocks.size() - 1;
    return static_cast<std::size_t>(at - blocks.begin());
}

std::optional<std::pair<std::size_t, int>> State::find(std::int64_t key) const {
    if (blocks.empty()) return std::nullopt;
    auto const index = block_of(key);
    Block const& block = *blocks[index];
    auto const* const end = block.key.data() + block.size;
    auto const* const at = std::lower_bound(block.key.data(), end, key);
    if (at == end || *at != key) return std::nullopt;
    return std::pair{index, static_cast<int>(at - block.key.data())};
}

void State::append(std::span<Row const> sorted) {
    for (auto const& row : sorted) {
        if (blocks.empty() || blocks.back()->size == block_rows) {
            blocks.push_back(std::unique_ptr<Block>{new Block});  // columns stay untouched until used
            blocks.back()->first_day = blocks.back()->last_day = row.day;
        }
        Block& block = *blocks.back();
        block.put(block.size++, row);
        ++block.in_stage[row.stage];
        block.earliest_due = std::min(block.earliest_due, row.due);
        block.first_day = std::min(block.first_day, row.day);
        block.last_day = std::max(block.last_day, row.day);
    }
}

// The rows of one block and those that belong between them, in order; what does not fit goes to new blocks behind it.
void State::merge_into(std::size_t index, std::span<Row const> sorted) {
    std::vector<Row> all;
    Block& block = *blocks[index];
    auto const from = static_cast<int>(std::lower_bound(block.key.data(), block.key.data() + block.size, sorted.front().key) - block.key.data());
    all.reserve(static_cast<std::size_t>(block.size - from) + sorted.size());
    int i = from;
    for (auto const& row : sorted) {
        while (i < block.size && block.key[i] < row.key) all.push_back(block.get(i++));
        all.push_back(row);
    }
    while (i < block.size) all.push_back(block.get(i++));
    std::size_t used = 0;
    block.size = from;
    bool const fits = from + all.size() <= block_rows;
    int const fill = fits ? block_rows : std::max(from + 1, block_rows * 3 / 4);
    while (used < all.size() && block.size < fill) block.put(block.size++, all[used++]);
    block.summarise();
    std::vector<std::unique_ptr<Block>> more;
    while (used < all.size()) {
        more.push_back(std::unique_ptr<Block>{new Block});
        Block& next = *more.back();
        while (used < all.size() && next.size < block_rows * 3 / 4) next.put(next.size++, all[used++]);
        next.summarise();
    }
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void State::insert(std::span<Row const> sorted) {
    std::size_t done = 0;
    while (done < sorted.size()) {
        auto const key = sorted[done].key;
        if (blocks.empty() || key > blocks.back()->last_key()) {
            append(sorted.subspan(done));
            break;
        }
        auto const index = block_of(key);
        auto const bound = blocks[index]->last_key();
        std::size_t end = done;
        while (end < sorted.size() && sorted[end].key < bound) ++end;
        merge_into(index, sorted.subspan(done, end - done));
        done = end;
    }
    rows += static_cast<std::int64_t>(sorted.size());
}

Dictionary const* State::dictionary(Dimension dimension) const {
    switch (dimension) {
        case Dimension::type: return &types;
        case Dimension::cause: return &causes;
        case Dimension::unit:
        case Dimension::accepting_unit: return &units;
        case Dimension::line: return &lines;
        case Dimension::station: return &stations;
        case Dimension::incident: return &incidents;
        default: return nullptr;
    }
}

void State::reset() {
    blocks.clear();
    rows = 0;
    types = causes = units = lines = stations = Dictionary{narrow};
    incidents = unit_sets = waiting_sets = Dictionary{wide};
}

}  // namespace hearline::facts
