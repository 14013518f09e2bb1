#include "storage/sqlite/batch.hpp"

#include <algorithm>

#include "app/ports/anchor.hpp"
#include "storage/sql/complaint_rows.hpp"
#include "storage/sql/event_rows.hpp"
#include "storage/sqlite/search_tokens.hpp"

namespace hearline::sqlite {
namespace {

constexpr std::size_t days_cached = 64;

std::int64_t one_integer(Database& database, sql::Literal literal, sql::Values values = {}) {
    std::int64_t value = 0;
    database.query(literal, values, [&](sql::Row& row) { value = row.integer(0); });
    return value;
}

}  // namespace

Batch::Batch(Database& database, SearchIndex const& index, Database& index_file, int node)
    : database_{database}, index_{index}, index_file_{index_file}, keys_{node, sql::last_complaint_key(database)} {
    position_ = committed_position_ = one_integer(database, "SELECT position FROM lane WHERE id = 0");
    anchor_ = sql::last_anchor(database, 0).digest;
    trimmed_upto_ = one_integer(database, "SELECT trimmed_upto FROM search_state WHERE id = 1");
    queue_id_ = std::max({one_integer(database, "SELECT max(id) FROM search_queue"), trimmed_upto_, index.indexed_upto()}) + 1;
}

Batch::Mark Batch::mark() const {
    return {database_.changes(), position_, keys_, counters_.size(), row_count_, digests_.size(), tokens_.size(), token_changes_};
}

void Batch::back_to(Mark const& mark) {
    position_ = mark.position;
    keys_ = mark.keys;
    for (; counters_.size() > mark.counters; counters_.pop_back()) day_counters_[counters_.back().day] = counters_.back().before;
    row_count_ = mark.rows;
    digests_.resize(mark.digests);
    tokens_.resize(mark.tokens);
    token_changes_ = mark.token_changes;
}

bool Batch::empty() const { return counters_.empty() && digests_.empty() && tokens_.empty(); }

void Batch::write_common(std::int64_t search_upto) {
    // Stable: within a day the order of counting is the order of taking back.
    std::stable_sort(counters_.begin(), counters_.end(), [](auto const& a, auto const& b) { return a.day < b.day; });
    for (std::size_t i = 0; i < counters_.size(); ++i)
        if (i + 1 == counters_.size() || counters_[i].day != counters_[i + 1].day)
            database_.post("INSERT INTO day_counter (day, value) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET value = excluded.value",
                           {counters_[i].day, day_counters_[counters_[i].day]});
    next_anchor_ = anchor_;
    if (!digests_.empty()) {
        next_anchor_ = seal_block(anchor_, digests_);
        sql::put_lane(database_, {position_});
        sql::insert_anchor(database_, {{position_}, next_anchor_});
    }
    if (!tokens_.empty())
        database_.post("INSERT INTO search_queue (id, entries) VALUES ($1, $2)", {queue_id_, sql::Value::blob(tokens_)});
    next_trimmed_upto_ = trimmed_upto_;
    if (search_upto > trimmed_upto_) {
        database_.post("DELETE FROM search_queue WHERE id <= $1", {search_upto});
        database_.post("UPDATE search_state SET trimmed_upto = $1 WHERE id = 1", {search_upto});
        next_trimmed_upto_ = search_upto;
    }
}

void Batch::committed() {
    committed_position_ = position_;
    anchor_ = next_anchor_;
    trimmed_upto_ = next_trimmed_upto_;
    if (!tokens_.empty()) ++queue_id_;
    counters_.clear();
    if (day_counters_.size() > days_cached) day_counters_.clear();
    digests_.clear();
    tokens_.clear();
    token_changes_ = 0;
    row_count_ = 0;
}

std::span<ComplaintRow const> Batch::changed_rows() {
    auto const first = rows_.begin();
    auto const last = first + static_cast<std::ptrdiff_t>(row_count_);
    auto const older = [](auto const& a, auto const& b) { return a.key < b.key; };
    if (!std::is_sorted(first, last, older)) std::stable_sort(first, last, older);
    // Of several changes of one complaint the last counts.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < row_count_; ++i) {
        if (i + 1 < row_count_ && rows_[i].key == rows_[i + 1].key) continue;
        if (kept != i) std::swap(rows_[kept], rows_[i]);
        ++kept;
    }
    return {rows_.data(), kept};
}

// R3.8: counted in memory, written once a batch; a write that is rolled back gives its number back.
std::int64_t Batch::next_counter(Date day) {
    auto const number = day_number(day);
    auto const [at, is_new] = day_counters_.try_emplace(number, 0);
    if (is_new) {
        try {
            at->second = one_integer(database_, "SELECT value FROM day_counter WHERE day = $1", {number});
        } catch (...) {
            day_counters_.erase(at);
            throw;
        }
    }
    counters_.push_back({number, at->second});
    return ++at->second;
}

ComplaintKey Batch::next_key(Instant registered_at) {
    return keys_.next(registered_at, [&](ComplaintKey first, ComplaintKey last) {
        return ComplaintKey{
            one_integer(database_, "SELECT id FROM complaint WHERE id BETWEEN $1 AND $2 ORDER BY id DESC LIMIT 1", {first.value, last.value})};
    });
}

Position Batch::next_positions(int count) {
    auto const first = position_ + 1;
    position_ += count;
    return {first};
}

std::optional<ComplaintRow> Batch::find_for_update(Number number) { return sql::find_complaint(database_, number); }

void Batch::index(ComplaintKey key, std::string_view tokens) { reindex(key, {}, tokens); }

void Batch::reindex(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) {
    if (tokens_before == tokens_after) return;
    pack(tokens_, {key, tokens_before, tokens_after});
    ++token_changes_;
}

void Batch::wrote(ComplaintRow const& row, std::span<EventRow const> events, Position) {
    if (row_count_ == rows_.size()) rows_.emplace_back();
    rows_[row_count_++] = row;
    for (auto const& event : events) digests_.push_back(event.digest);
}

std::vector<ComplaintKey> Batch::search(SearchQuery const& query, ComplaintKey before, int limit) {
    return index_.search(index_file_, query, before, limit, tokens_);
}

}  // namespace hearline::sqlite
