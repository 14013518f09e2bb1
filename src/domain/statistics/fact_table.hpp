#pragma once
// The facts in memory: columns of small integers in blocks ordered by key. A cache of the store: every figure and ledger page is read
// from it, `hearline verify` recounts it.
#include <iosfwd>
#include <memory>
#include <span>

#include "domain/statistics/fact_query.hpp"

namespace hearline {

namespace facts {
struct State;
}

/// Safe for any number of readers and one writer at a time; a waiting writer goes before new readers.
class FactTable {
public:
    FactTable();
    ~FactTable();
    FactTable(FactTable const&) = delete;
    FactTable& operator=(FactTable const&) = delete;

    /// Adds new rows and replaces those of the same key with an older or the same version. Any order; ascending keys are quickest.
    void apply(std::span<Fact const> facts);

    /// Counts by up to `most_dimensions` dimensions. `now` decides what is overdue.
    [[nodiscard]] Figures count_by(FactFilter const& filter, std::span<Dimension const> by, Instant now) const;

    /// How many match, counted at most to `cap` (0 = all).
    [[nodiscard]] std::int64_t count(FactFilter const& filter, Instant now, std::int64_t cap = 0) const;

    struct Hit {
        std::int64_t key;
        LedgerMark mark;
    };
    /// The first `limit` rows in this order behind `after`.
    [[nodiscard]] std::vector<Hit> page(FactFilter const& filter, LedgerOrder order, std::optional<LedgerMark> after, int limit,
                                        Instant now) const;

    /// Which of `keys` match, in the order given.
    [[nodiscard]] std::vector<std::int64_t> matching(FactFilter const& filter, std::span<std::int64_t const> keys, Instant now) const;

    /// Keys of all matching rows, ascending (export).
    [[nodiscard]] std::vector<std::int64_t> keys(FactFilter const& filter, Instant now) const;

    [[nodiscard]] std::optional<Fact> find(std::int64_t key) const;
    [[nodiscard]] std::int64_t size() const;
    /// Bytes held by the columns.
    [[nodiscard]] std::size_t memory() const;
    /// Does any complaint have, or did one have, this code?
    [[nodiscard]] bool knows(Dimension dimension, std::string_view code) const;
    void clear();

    /// The whole table as bytes, and back (the facts cache). `load` replaces everything; false (and an empty table) for foreign bytes.
    void save(std::ostream& out) const;
    [[nodiscard]] bool load(std::istream& in);

private:
    std::unique_ptr<facts::State> state_;
};

}  // namespace hearline
