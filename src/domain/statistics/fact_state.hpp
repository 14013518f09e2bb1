#pragma once
// The inside of FactTable: blocks, dictionaries, and the lock between readers and the writer. Internal to statistics.
#include <mutex>
#include <shared_mutex>

#include "domain/statistics/fact_block.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

namespace facts {

/// Readers together or one writer. Who waits to write stops new readers at the gate, so that reading never starves it.
class FairLock {
public:
    void lock() {
        std::lock_guard gate{gate_};
        rows_.lock();
    }
    void unlock() { rows_.unlock(); }
    void lock_shared() {
        std::lock_guard gate{gate_};
        rows_.lock_shared();
    }
    void unlock_shared() { rows_.unlock_shared(); }

private:
    std::mutex gate_;
    std::shared_mutex rows_;
};

/// Stands in a set of `waiting_sets` for an extension that waits for the director; no code of a unit has this form.
inline constexpr std::string_view director_waits = "+extension";
/// Is this word one of the set (words with a space behind each)?
[[nodiscard]] bool set_has(std::string_view set, std::string_view word);

struct State {
    static constexpr std::uint32_t narrow = 65535, wide = 0xfffffff0;
    mutable FairLock lock;
    std::vector<std::unique_ptr<Block>> blocks;  ///< none empty, ascending
    std::int64_t rows = 0;
    Dictionary types{narrow}, causes{narrow}, units{narrow}, lines{narrow}, stations{narrow}, incidents{wide};
    Dictionary unit_sets{wide};  ///< sets of unit codes, joined by spaces
    Dictionary waiting_sets{wide};  ///< who has to decide or add something beside the stage's owner: `director_waits` and owing units, each with a space behind

    [[nodiscard]] Row pack(Fact const& fact);
    [[nodiscard]] Fact unpack(Row const& row) const;
    /// Index of the block in which the key lies or would lie.
    [[nodiscard]] std::size_t block_of(std::int64_t key) const;
    /// The row's place, or nothing.
    [[nodiscard]] std::optional<std::pair<std::size_t, int>> find(std::int64_t key) const;
    void insert(std::span<Row const> sorted);
    void merge_into(std::size_t block, std::span<Row const> sorted);
    void append(std::span<Row const> sorted);
    [[nodiscard]] Dictionary const* dictionary(Dimension dimension) const;
    void reset();
};

}  // namespace facts
}  // namespace hearline
