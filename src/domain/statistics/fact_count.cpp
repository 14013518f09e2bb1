// Counting by dimensions: each row's codes are packed into one cell number, cells are tallied densely or in a hash table.
#include <algorithm>
#include <bit>
#include <cassert>

#include "domain/statistics/fact_kernels.hpp"
#include "domain/statistics/fact_plan.hpp"

namespace hearline {

using namespace facts;

namespace {

constexpr int dense_bits = 20;

/// How one dimension is packed into the cell.
struct Axis {
    Dimension dimension;
    Column<std::uint8_t> Block::*narrow = nullptr;
    Column<std::uint16_t> Block::*medium = nullptr;
    Column<std::uint32_t> Block::*wide = nullptr;
    std::vector<std::uint32_t> map;        ///< medium value → id, when the dimension is derived
    std::vector<std::string> map_codes;    ///< code of each mapped id
    std::uint32_t before = 0;              ///< overdue: due < before
    std::uint32_t cardinality = 1;
    int shift = 0, bits = 0;
};

void map_days(Axis& axis, State const& state) {
    axis.medium = &Block::day;
    axis.map.assign(65536, 0);
    std::uint32_t first = 65535, last = 0;
    for (auto const& block : state.blocks) {
        first = std::min<std::uint32_t>(first, block->first_day);
        last = std::max<std::uint32_t>(last, block->last_day);
    }
    std::optional<std::uint32_t> current;
    for (auto day = first; day <= last; ++day) {
        auto const bucket = time_bucket(axis.dimension, day);
        if (current != bucket) axis.map_codes.push_back(time_code(axis.dimension, day));
        current = bucket;
        axis.map[day] = static_cast<std::uint32_t>(axis.map_codes.size() - 1);
    }
    axis.cardinality = static_cast<std::uint32_t>(std::max<std::size_t>(axis.map_codes.size(), 1));
}

void map_first_level(Axis& axis, Dictionary const& types) {
    axis.medium = &Block::type;
    for (std::uint32_t id = 0; id < types.size(); ++id) {
        std::string const first{std::string_view{types.code(id)}.substr(0, types.code(id).find('.'))};
        auto const known = std::find(axis.map_codes.begin(), axis.map_codes.end(), first);
        axis.map.push_back(static_cast<std::uint32_t>(known - axis.map_codes.begin()));
        if (known == axis.map_codes.end()) axis.map_codes.push_back(first);
    }
    axis.cardinality = static_cast<std::uint32_t>(axis.map_codes.size());
}

Axis make_axis(Dimension dimension, State const& state, std::uint32_t now) {
    Axis axis;
    axis.dimension = dimension;
    auto const narrow = [&](Column<std::uint8_t> Block::*column, std::size_t cardinality) {
        axis.narrow = column;
        axis.cardinality = static_cast<std::uint32_t>(cardinality);
    };
    auto const coded = [&](Column<std::uint16_t> Block::*column) {
        axis.medium = column;
        axis.cardinality = state.dictionary(dimension)->size();
    };
    switch (dimension) {
        case Dimension::kind: narrow(&Block::kind, CodeTable<Kind>::rows.size()); break;
        case Dimension::stage: narrow(&Block::stage, CodeTable<Stage>::rows.size()); break;
        case Dimension::channel: narrow(&Block::channel, CodeTable<Channel>::rows.size()); break;
        case Dimension::severity: narrow(&Block::severity, CodeTable<Severity>::rows.size()); break;
        case Dimension::satisfaction: narrow(&Block::satisfaction, CodeTable<Satisfaction>::rows.size() + 1); break;
        case Dimension::solved: narrow(&Block::solved, CodeTable<Solved>::rows.size() + 1); break;
        case Dimension::resolution: narrow(&Block::resolution, CodeTable<Resolution>::rows.size() + 1); break;
        case Dimension::validity: narrow(&Block::validity, CodeTable<Validity>::rows.size() + 1); break;
        case Dimension::liability: narrow(&Block::liability, CodeTable<Liability>::rows.size() + 1); break;
        case Dimension::round: narrow(&Block::round, 256); break;
        case Dimension::timely: narrow(&Block::timely, 3); break;
        case Dimension::suspended: narrow(&Block::suspended, 2); break;
        case Dimension::closing: narrow(&Block::closing, CodeTable<Closing>::rows.size() + 1); break;
        case Dimension::type: coded(&Block::type); break;
        case Dimension::cause: coded(&Block::cause); break;
        case Dimension::unit: coded(&Block::unit); break;
        case Dimension::accepting_unit: coded(&Block::accepting); break;
        case Dimension::line: coded(&Block::line); break;
        case Dimension::station: coded(&Block::station); break;
        case Dimension::type1: map_first_level(axis, state.types); break;
        case Dimension::incident:
            axis.wide = &Block::incident;
            axis.cardinality = state.incidents.size();
            break;
        case Dimension::overdue:
            axis.before = now;
            axis.cardinality = 2;
            break;
        default: map_days(axis, state);
    }
    axis.bits = std::bit_width(axis.cardinality - 1);
    return axis;
}

/// The code of an id, and where it stands among the others: ids without a code ("") come last.
std::string code_of_id(Axis const& axis, State const& state, std::uint32_t id) {
    auto const optional = [&](auto code) { return id == 0 ? std::string{} : std::string{code(id - 1)}; };
    switch (axis.dimension) {
        case Dimension::kind: return std::string{code_of(static_cast<Kind>(id))};
        case Dimension::stage: return std::string{code_of(static_cast<Stage>(id))};
        case Dimension::channel: return std::string{code_of(static_cast<Channel>(id))};
        case Dimension::severity: return std::string{code_of(static_cast<Severity>(id))};
        case Dimension::satisfaction: return optional([](auto i) { return code_of(static_cast<Satisfaction>(i)); });
        case Dimension::solved: return optional([](auto i) { return code_of(static_cast<Solved>(i)); });
        case Dimension::resolution: return optional([](auto i) { return code_of(static_cast<Resolution>(i)); });
        case Dimension::validity: return optional([](auto i) { return code_of(static_cast<Validity>(i)); });
        case Dimension::liability: return optional([](auto i) { return code_of(static_cast<Liability>(i)); });
        case Dimension::round: return std::to_string(id);
        case Dimension::timely: return id == 0 ? "" : id == 1 ? "timely" : "late";
        case Dimension::overdue:
        case Dimension::suspended: return id ? "yes" : "no";
        case Dimension::closing: return optional([](auto i) { return code_of(static_cast<Closing>(i)); });
        default: break;
    }
    if (!axis.map.empty()) return axis.map_codes[id];
    return state.dictionary(axis.dimension)->code(id);
}

template <class Cell>
void pack_cells(Cell* cells, Block const& block, std::span<Axis const> axes) {
    int const n = block.size;
    std::fill_n(cells, n, Cell{0});
    for (auto const& axis : axes) {
        if (axis.narrow)
            pack_shifted(cells, (block.*axis.narrow).data(), n, axis.shift);
        else if (axis.wide)
            pack_shifted(cells, (block.*axis.wide).data(), n, axis.shift);
        else if (axis.dimension == Dimension::overdue)
            pack_below(cells, block.due.data(), n, axis.before, axis.shift);
        else if (axis.map.empty())
            pack_shifted(cells, (block.*axis.medium).data(), n, axis.shift);
        else
            pack_mapped(cells, (block.*axis.medium).data(), n, axis.map.data(), axis.shift);
    }
}

using Tallies = std::vector<std::pair<unsigned __int128, std::int64_t>>;

template <class Visit>
void each_matching_block(State const& state, Plan const& plan, Visit&& visit) {
    auto const mask = std::make_unique<Mask>();
    for (auto const& block : state.blocks) {
        if (!plan.may_match(*block)) continue;
        visit(*block, plan.match(*block, 0, block->size, mask->data()) ? mask->data() : nullptr);
    }
}

template <class Cell>
Tallies tally_densely(State const& state, Plan const& plan, std::span<Axis const> axes, int bits) {
    std::uint32_t const cells = 1u << bits;
    bool const apart = bits <= 12;  // four small tables, so that equal neighbours do not wait for each other
    std::vector<std::uint32_t> counts(apart ? 4ul * cells : cells, 0);
    auto const packed = std::make_unique<std::array<Cell, block_rows>>();
    each_matching_block(state, plan, [&](Block const& block, std::uint8_t const* mask) {
        pack_cells(packed->data(), block, axes);
        tally(counts.data(), packed->data(), mask, block.size, apart ? cells : 0);
    });
    Tallies tallies;
    for (std::uint32_t cell = 0; cell < cells; ++cell) {
        std::int64_t count = counts[cell];
        if (apart) count += std::int64_t{counts[cell + cells]} + counts[cell + 2ul * cells] + counts[cell + 3ul * cells];
        if (count) tallies.emplace_back(cell, count);
    }
    return tallies;
}

/// Open addressing on the packed cell; grows by doubling.
template <class Cell>
class CellCounts {
public:
    CellCounts() : slots_(1 << 15) {}
    void add(Cell cell) {
        auto at = slot(cell);
        while (slots_[at].count && slots_[at].cell != cell) at = (at + 1) & (slots_.size() - 1);
        if (!slots_[at].count++) {
            slots_[at].cell = cell;
            if (++used_ * 2 > slots_.size()) grow();
        }
    }
    [[nodiscard]] Tallies tallies() const {
        Tallies all;
        all.reserve(used_);
        for (auto const& s : slots_)
            if (s.count) all.emplace_back(s.cell, s.count);
        return all;
    }

private:
    struct Slot {
        Cell cell = 0;
        std::int64_t count = 0;
    };
    [[nodiscard]] std::size_t slot(Cell cell) const {
        auto mixed = static_cast<std::uint64_t>(cell);
        if constexpr (sizeof(Cell) > 8) mixed ^= static_cast<std::uint64_t>(cell >> 64) * 0xff51afd7ed558ccdull;
        return (mixed * 0x9e3779b97f4a7c15ull) >> (64 - std::countr_zero(slots_.size()));
    }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (auto const& s : old)
            if (s.count) {
                auto at = slot(s.cell);
                while (slots_[at].count) at = (at + 1) & (slots_.size() - 1);
                slots_[at] = s;
            }
    }
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

template <class Cell>
Tallies tally_by_hash(State const& state, Plan const& plan, std::span<Axis const> axes) {
    CellCounts<Cell> counts;
    auto const packed = std::make_unique<std::array<Cell, block_rows>>();
    each_matching_block(state, plan, [&](Block const& block, std::uint8_t const* mask) {
        pack_cells(packed->data(), block, axes);
        for (int i = 0; i < block.size; ++i)
            if (!mask || mask[i]) counts.add((*packed)[i]);
    });
    return counts.tallies();
}

/// Turns packed cells into rows of code indexes, in the order of the codes.
void name_rows(Figures& figures, Tallies const& tallies, std::span<Axis const> axes, State const& state) {
    figures.rows.resize(tallies.size());
    for (std::size_t d = 0; d < axes.size(); ++d) {
        auto const& axis = axes[d];
        bool const enumerated = axis.narrow || axis.dimension == Dimension::overdue || (!axis.map.empty() && axis.dimension != Dimension::type1);
        auto const id_of = [&](std::size_t row) {
            return static_cast<std::uint32_t>(tallies[row].first >> axis.shift) & static_cast<std::uint32_t>((std::uint64_t{1} << axis.bits) - 1);
        };
        std::vector<std::uint32_t> place(std::size_t{1} << axis.bits, 0);
        for (std::size_t row = 0; row < tallies.size(); ++row) place[id_of(row)] = 1;
        std::vector<std::pair<std::string, std::uint32_t>> used;
        for (std::uint32_t id = 0; id < place.size(); ++id)
            if (place[id]) used.emplace_back(code_of_id(axis, state, id), id);
        std::stable_sort(used.begin(), used.end(), [&](auto const& a, auto const& b) {
            if (a.first.empty() != b.first.empty()) return b.first.empty();
            return enumerated ? a.second < b.second : a.first < b.first;
        });
        auto& codes = figures.codes.emplace_back();
        for (auto& [code, id] : used) {
            place[id] = static_cast<std::uint32_t>(codes.size());
            codes.push_back(std::move(code));
        }
        for (std::size_t row = 0; row < tallies.size(); ++row) figures.rows[row].value[d] = place[id_of(row)];
    }
    for (std::size_t row = 0; row < tallies.size(); ++row) {
        figures.rows[row].count = tallies[row].second;
        figures.total += tallies[row].second;
    }
    std::sort(figures.rows.begin(), figures.rows.end(), [](auto const& a, auto const& b) { return a.value < b.value; });
}

}  // namespace

Figures FactTable::count_by(FactFilter const& filter, std::span<Dimension const> by, Instant now) const {
    assert(by.size() <= most_dimensions);
    Figures figures;
    figures.by.assign(by.begin(), by.end());
    std::shared_lock lock{state_->lock};
    Plan const plan{filter, *state_, now};
    std::vector<Axis> axes;
    int bits = 0;
    for (auto dimension : by) {
        axes.push_back(make_axis(dimension, *state_, seconds_since_2000(now)));
        axes.back().shift = bits;
        bits += axes.back().bits;
    }
    Tallies tallies;
    if (by.empty()) {
        std::int64_t total = 0;
        each_matching_block(*state_, plan, [&](Block const& block, std::uint8_t const* mask) { total += mask ? sum(mask, block.size) : block.size; });
        if (total) tallies.emplace_back(0, total);
    } else if (bits <= 16) {
        tallies = tally_densely<std::uint16_t>(*state_, plan, axes, bits);
    } else if (bits <= dense_bits) {
        tallies = tally_densely<std::uint32_t>(*state_, plan, axes, bits);
    } else if (bits <= 64) {
        tallies = tally_by_hash<std::uint64_t>(*state_, plan, axes);
    } else {
        tallies = tally_by_hash<unsigned __int128>(*state_, plan, axes);
    }
    name_rows(figures, tallies, axes, *state_);
    return figures;
}

}  // namespace hearline
