#pragma once
// What the writes of one transaction have in common: counters, keys, positions, changed rows and search tokens, each of which goes back
// when a write is rolled back alone.
#include <unordered_map>
#include <vector>

#include "app/ports/key_maker.hpp"
#include "storage/sql/transaction.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/search_index.hpp"

namespace hearline::sqlite {

class Batch final : public sql::WriteSide {
public:
    Batch(Database& database, SearchIndex const& index, Database& index_file, int node);

    /// Where a write began.
    struct Mark {
        std::int64_t changes, position;
        KeyMaker keys;
        std::size_t counters, rows, digests, tokens;
        int token_changes;
    };
    [[nodiscard]] Mark mark() const;
    /// Forgets what was done since (the database's own part is rolled back by the caller).
    void back_to(Mark const& mark);
    /// Something was written to the database since.
    [[nodiscard]] bool wrote_since(Mark const& mark) const { return database_.changes() != mark.changes; }

    /// Writes what the batch's writes have in common: counters, the lane's position, the anchor, the search queue.
    void write_common(std::int64_t search_upto);
    /// After the commit, or after a rollback to `mark` at the batch's beginning: a new batch begins.
    void committed();
    [[nodiscard]] bool empty() const;

    /// The complaint rows changed, once each, as they are after the last change. Invalid after `committed`.
    [[nodiscard]] std::span<ComplaintRow const> changed_rows();
    [[nodiscard]] Position last_position() const { return {position_}; }
    [[nodiscard]] std::string const& packed_tokens() const { return tokens_; }
    [[nodiscard]] int token_changes() const { return token_changes_; }
    [[nodiscard]] std::int64_t queue_id() const { return queue_id_; }

    std::int64_t next_counter(Date day) override;
    ComplaintKey next_key(Instant registered_at) override;
    Position next_positions(int count) override;
    std::optional<ComplaintRow> find_for_update(Number number) override;
    void index(ComplaintKey key, std::string_view tokens) override;
    void reindex(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) override;
    void wrote(ComplaintRow const& row, std::span<EventRow const> events, Position first) override;
    std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override;

private:
    struct Counter {
        int day;
        std::int64_t before;
    };

    Database& database_;
    SearchIndex const& index_;
    Database& index_file_;
    KeyMaker keys_;
    std::unordered_map<int, std::int64_t> day_counters_;
    std::vector<Counter> counters_;  ///< counted in this batch, in order
    std::int64_t position_ = 0, committed_position_ = 0;
    Digest anchor_{}, next_anchor_{};
    std::vector<ComplaintRow> rows_;  ///< kept from batch to batch, so that their strings are not allocated anew
    std::size_t row_count_ = 0;
    std::vector<Digest> digests_;
    std::string tokens_;
    int token_changes_ = 0;
    std::int64_t queue_id_ = 0;  ///< of this batch's queue row
    std::int64_t trimmed_upto_ = 0, next_trimmed_upto_ = 0;
};

}  // namespace hearline::sqlite
