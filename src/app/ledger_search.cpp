#include "app/ledger_search.hpp"

#include <algorithm>
#include <unordered_set>

#include "app/event_rows.hpp"
#include "app/search_text.hpp"
#include "base/search_text.hpp"

namespace hearline {

namespace {

constexpr int candidates_at_once = 1001;
constexpr int candidates_in_order = 20'000;  // at once, where all are wanted
constexpr int candidates_at_most = 50'000;
constexpr std::size_t verified_for_count = 200;
constexpr int most_marked = 200;

/// Does what the complaint says hold every phrase? Its later texts are read only when the registration does not.
class Verifier {
public:
    Verifier(Snapshot& snapshot, SearchTerms const& terms) : snapshot_{snapshot}, terms_{terms} {
        auto const& only = terms.tokens.size() == 1 ? terms.tokens : terms.prefixes;
        exact_ = terms.tokens.size() + terms.prefixes.size() == 1 && terms.phrases == only;
    }
    /// One whole token was asked for: whatever has the token, has the phrase.
    [[nodiscard]] bool exact() const { return exact_; }

    [[nodiscard]] bool holds(ComplaintRow const& row) const {
        if (exact_) return true;
        std::string text = format_number(row.number) + '\n' + row.result;
        auto const place = record_of(row).place;
        for (auto const& part : {place.line, place.station, place.exit, place.train, place.carriage, place.equipment}) (text += '\n') += part;
        if (auto fields = Fields::decode(row.text)) add(text, *fields);
        if (contains_phrases(text, terms_)) return true;
        for (auto const& event : snapshot_.events(row.key, 1, 10'000))
            if (auto fields = Fields::decode(event.text)) add(text, *fields);
        return contains_phrases(text, terms_);
    }

private:
    static void add(std::string& text, Fields const& fields) {
        for (auto part : searched_texts(fields)) (text += '\n') += part;
    }
    Snapshot& snapshot_;
    SearchTerms const& terms_;
    bool exact_ = false;
};

SearchQuery store_query(SearchTerms const& terms) {
    SearchQuery query;
    query.tokens = terms.tokens;
    if (!terms.prefixes.empty()) query.prefix = terms.prefixes.front();
    return query;
}

std::vector<ComplaintKey> as_keys(std::span<std::int64_t const> values) {
    std::vector<ComplaintKey> keys;
    keys.reserve(values.size());
    for (auto value : values) keys.push_back({value});
    return keys;
}

/// The complaints whose text may hold the words, newest first, in batches. The first batch is asked for once: it makes the page and the count.
class Candidates {
public:
    struct Batch {
        std::vector<std::int64_t> found;  ///< of the filter
        ComplaintKey last{INT64_MAX};     ///< the oldest that was looked at
        int looked_at = 0;
        bool is_end = true;               ///< there are none older
    };
    Candidates(LedgerAsk const& ask, SearchTerms const& terms) : ask_{ask}, query_{store_query(terms)} {
        if (!terms.empty()) first_ = ask_for({INT64_MAX}, candidates_at_once);
    }
    [[nodiscard]] Batch const& first() const { return first_; }
    [[nodiscard]] Batch below(ComplaintKey before, int limit = candidates_at_once) const {
        if (!first_.is_end && before <= first_.last) return ask_for(before, limit);
        auto rest = first_;
        std::erase_if(rest.found, [&](std::int64_t key) { return key >= before.value; });
        return rest;
    }

private:
    [[nodiscard]] Batch ask_for(ComplaintKey before, int limit) const {
        auto const keys = ask_.at.snapshot.search(query_, before, limit);
        Batch batch;
        batch.found = ask_.matching(keys);
        batch.looked_at = static_cast<int>(keys.size());
        batch.is_end = batch.looked_at < limit;
        if (!keys.empty()) batch.last = keys.back();
        return batch;
    }
    LedgerAsk const& ask_;
    SearchQuery query_;
    Batch first_;
};

/// How many complaints hold the words: exact while few have to be looked at.
void count_hits(LedgerPage& page, LedgerAsk const& ask, Candidates const& candidates, Verifier const& verifier) {
    auto const& first = candidates.first();
    page.count = std::min(static_cast<std::int64_t>(first.found.size()), ledger_count_cap);
    page.count_exact = first.is_end;
    if (verifier.exact()) return;
    auto const looked_at = std::min(first.found.size(), verified_for_count);
    page.count_exact = first.is_end && looked_at == first.found.size();
    for (auto const& row : ask.at.snapshot.load(as_keys(std::span{first.found}.first(looked_at))))
        if (!verifier.holds(row)) --page.count;
}

LedgerPage newest_page(LedgerAsk const& ask, Candidates const& candidates, Verifier const& verifier) {
    LedgerPage page;
    ComplaintKey before{ask.after ? ask.after->key : INT64_MAX};
    auto const wanted = static_cast<std::size_t>(ask.query.limit);
    for (int looked_at = 0;;) {
        auto const batch = candidates.below(before);
        for (std::size_t at = 0; at < batch.found.size(); at += wanted + 1) {
            auto const part = std::span{batch.found}.subspan(at, std::min(wanted + 1, batch.found.size() - at));
            for (auto const& row : ask.at.snapshot.load(as_keys(part))) {
                if (!verifier.holds(row)) continue;
                if (page.items.size() == wanted) {
                    page.next_cursor = ledger_cursor(LedgerOrder::registered, {0, page.items.back().key.value});
                    return page;
                }
                ask.add(page, row);
            }
        }
        if (batch.is_end) return page;
        looked_at += batch.looked_at;
        before = batch.last;
        if (looked_at >= candidates_at_most) {  // a page may be short, but it always goes on
            page.next_cursor = ledger_cursor(LedgerOrder::registered, {0, before.value});
            return page;
        }
    }
}

/// A complaint's place in an order: what is smaller comes first.
struct Place {
    std::int64_t first = 0, second = 0;
    LedgerMark mark;
    auto operator<=>(Place const& other) const { return std::pair{first, second} <=> std::pair{other.first, other.second}; }
    bool operator==(Place const& other) const { return first == other.first && second == other.second; }
};

Place place_of(LedgerOrder order, LedgerMark mark) {
    switch (order) {
        case LedgerOrder::due: return {mark.sort_value, mark.key, mark};
        case LedgerOrder::severity: return {-mark.sort_value, -mark.key, mark};
        case LedgerOrder::registered: break;
    }
    return {0, -mark.key, mark};
}

std::int64_t sort_value_of(LedgerAsk const& ask, std::int64_t key) {
    auto const fact = ask.at.facts.find(key);
    if (ask.query.order == LedgerOrder::due) return fact && fact->next_due ? ms_of(*fact->next_due) : INT64_MAX;
    return ask.query.order == LedgerOrder::severity && fact ? static_cast<std::int64_t>(fact->severity) : 0;
}

/// Hits in an order that is not that of the index, or marked ones among them: all are collected, for the first may be the oldest.
LedgerPage page_in_order(LedgerAsk const& ask, Candidates const& candidates, Verifier const& verifier, std::span<Marked const> marked) {
    std::unordered_set<std::int64_t> sure;
    for (auto const& hit : marked) sure.insert(hit.row.key.value);
    std::vector<Place> places;
    auto const put = [&](std::int64_t key) { places.push_back(place_of(ask.query.order, {sort_value_of(ask, key), key})); };
    for (auto key : sure) put(key);
    for (ComplaintKey before{INT64_MAX};;) {
        auto const batch = candidates.below(before, candidates_in_order);
        for (auto key : batch.found)
            if (!sure.contains(key)) put(key);
        if (batch.is_end) break;
        before = batch.last;
    }
    std::sort(places.begin(), places.end());
    auto at = places.begin();
    if (ask.after) at = std::upper_bound(places.begin(), places.end(), place_of(ask.query.order, *ask.after));
    LedgerPage page;
    page.count = std::min(static_cast<std::int64_t>(places.size()), ledger_count_cap);
    page.count_exact = static_cast<std::int64_t>(places.size()) <= ledger_count_cap && (verifier.exact() || places.size() == sure.size());
    auto const wanted = static_cast<std::size_t>(ask.query.limit);
    std::optional<LedgerMark> last;
    while (at != places.end()) {
        std::vector<ComplaintKey> part;
        auto const from = at;
        for (; at != places.end() && part.size() <= wanted; ++at) part.push_back({at->mark.key});
        auto place = from;
        for (auto const& row : ask.at.snapshot.load(part)) {
            while (place->mark.key != row.key.value) ++place;  // rows come in the order asked, some may be gone
            if (!sure.contains(row.key.value) && !verifier.holds(row)) continue;
            if (page.items.size() == wanted) {
                page.next_cursor = ledger_cursor(ask.query.order, *last);
                return page;
            }
            ask.add(page, row);
            last = place->mark;
        }
    }
    return page;
}

}  // namespace

std::vector<std::int64_t> LedgerAsk::matching(std::vector<ComplaintKey> const& keys) const {
    std::vector<std::int64_t> values;
    values.reserve(keys.size());
    for (auto key : keys) values.push_back(key.value);
    return at.facts.matching(query.filter, values, at.now);
}

std::string ledger_cursor(LedgerOrder order, LedgerMark mark) {
    return fmt::format("{}{}.{}", ledger_order_letters[static_cast<std::size_t>(order)], mark.sort_value, mark.key);
}

LedgerPage page_by_search(LedgerAsk const& ask) {
    auto const terms = query_terms(ask.query.q);
    auto const marked = ask.query.words_only ? std::vector<Marked>{} : find_marked(ask.at, ask.query.filter, ask.query.q, most_marked);
    if (terms.empty() && marked.empty()) return {};
    Candidates const candidates{ask, terms};
    Verifier const verifier{ask.at.snapshot, terms};
    if (!marked.empty() || ask.query.order != LedgerOrder::registered) return page_in_order(ask, candidates, verifier, marked);
    auto page = newest_page(ask, candidates, verifier);
    if (!ask.query.words_only) count_hits(page, ask, candidates, verifier);
    return page;
}

}  // namespace hearline
