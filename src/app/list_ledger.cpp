#include "app/list_ledger.hpp"

#include <algorithm>
#include <charconv>

#include "app/event_rows.hpp"
#include "app/search_text.hpp"
#include "base/search_text.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

constexpr int most_items = 200;
constexpr std::int64_t counted_always = 250'000;  // up to here an exact count costs next to nothing
constexpr std::int64_t count_cap = 1000;          // interface.md
constexpr int candidates_at_once = 1001;
constexpr int candidates_at_most = 50'000;
constexpr std::size_t verified_for_count = 200;

tl::unexpected<Error> bad_parameter(std::string_view name, Text detail) {
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

constexpr std::string_view order_letters = "rds";

std::string cursor_of(LedgerOrder order, LedgerMark mark) {
    return fmt::format("{}{}.{}", order_letters[static_cast<std::size_t>(order)], mark.sort_value, mark.key);
}

Result<std::optional<LedgerMark>> mark_of(LedgerOrder order, std::string_view cursor) {
    if (cursor.empty()) return std::optional<LedgerMark>{};
    LedgerMark mark;
    auto const number = [](std::string_view text, std::int64_t& value) {
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return !text.empty() && error == std::errc{} && end == text.data() + text.size();
    };
    auto const dot = cursor.find('.');
    bool const good = dot != cursor.npos && cursor[0] == order_letters[static_cast<std::size_t>(order)] &&
                      number(cursor.substr(1, dot - 1), mark.sort_value) && number(cursor.substr(dot + 1), mark.key);
    if (!good) return bad_parameter("cursor", say("cursor 须原样取自上一页的 next_cursor，且排序不变", "cursor is the next_cursor of the page before, with the same sort"));
    return std::optional{mark};
}

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

/// What one page is made from.
struct Ask {
    Snapshot& snapshot;
    FactTable const& facts;
    Directory const& directory;
    Actor const& actor;
    LedgerQuery const& query;
    std::optional<LedgerMark> after;
    Instant now;

    void add(LedgerPage& page, ComplaintRow const& row) const { page.items.push_back(view_of(snapshot, row, actor, directory, now)); }
    [[nodiscard]] std::vector<std::int64_t> matching(std::vector<ComplaintKey> const& keys) const {
        std::vector<std::int64_t> values;
        values.reserve(keys.size());
        for (auto key : keys) values.push_back(key.value);
        return facts.matching(query.filter, values, now);
    }
};

std::vector<ComplaintKey> as_keys(std::span<std::int64_t const> values) {
    std::vector<ComplaintKey> keys;
    for (auto value : values) keys.push_back({value});
    return keys;
}

LedgerPage page_by_facts(Ask const& ask) {
    LedgerPage page;
    auto hits = ask.facts.page(ask.query.filter, ask.query.order, ask.after, ask.query.limit + 1, ask.now);
    if (static_cast<int>(hits.size()) > ask.query.limit) {
        hits.pop_back();
        page.next_cursor = cursor_of(ask.query.order, hits.back().mark);
    }
    std::vector<ComplaintKey> keys;
    keys.reserve(hits.size());
    for (auto const& hit : hits) keys.push_back({hit.key});
    for (auto const& row : ask.snapshot.load(keys)) ask.add(page, row);
    bool const everything = ask.facts.size() <= counted_always || (ask.query.filter.where.empty() && ask.query.filter.seen_by.empty() && !ask.query.filter.waiting);
    page.count = ask.facts.count(ask.query.filter, ask.now, everything ? 0 : count_cap + 1);
    if (!everything && page.count > count_cap) {
        page.count = count_cap;
        page.count_exact = false;
    }
    return page;
}

/// How many complaints hold the words: exact while few have to be looked at.
void count_hits(LedgerPage& page, Ask const& ask, SearchQuery const& query, Verifier const& verifier) {
    auto const candidates = ask.snapshot.search(query, {INT64_MAX}, candidates_at_once);
    auto const found = ask.matching(candidates);
    bool const all_seen = static_cast<int>(candidates.size()) < candidates_at_once;
    page.count = std::min(static_cast<std::int64_t>(found.size()), count_cap);
    page.count_exact = all_seen;
    if (verifier.exact()) return;
    auto const looked_at = std::min(found.size(), verified_for_count);
    page.count_exact = all_seen && looked_at == found.size();
    for (auto const& row : ask.snapshot.load(as_keys(std::span{found}.first(looked_at))))
        if (!verifier.holds(row)) --page.count;
}

LedgerPage page_by_search(Ask const& ask, SearchTerms const& terms) {
    LedgerPage page;
    auto const query = store_query(terms);
    Verifier const verifier{ask.snapshot, terms};
    ComplaintKey before{ask.after ? ask.after->key : INT64_MAX};
    auto const wanted = static_cast<std::size_t>(ask.query.limit);
    for (int looked_at = 0;;) {
        auto const candidates = ask.snapshot.search(query, before, candidates_at_once);
        auto const found = ask.matching(candidates);
        for (std::size_t at = 0; at < found.size(); at += wanted + 1) {
            auto const part = std::span{found}.subspan(at, std::min(wanted + 1, found.size() - at));
            for (auto const& row : ask.snapshot.load(as_keys(part))) {
                if (!verifier.holds(row)) continue;
                if (page.items.size() == wanted) {
                    page.next_cursor = cursor_of(LedgerOrder::registered, {0, page.items.back().key.value});
                    return page;
                }
                ask.add(page, row);
            }
        }
        looked_at += static_cast<int>(candidates.size());
        if (static_cast<int>(candidates.size()) < candidates_at_once) return page;
        before = candidates.back();
        if (looked_at >= candidates_at_most) {  // a page may be short, but it always goes on
            page.next_cursor = cursor_of(LedgerOrder::registered, {0, before.value});
            return page;
        }
    }
}

/// The words together with another order: the newest hits are put in that order.
LedgerPage page_by_sorted_search(Ask const& ask, SearchTerms const& terms) {
    LedgerPage page;
    Verifier const verifier{ask.snapshot, terms};
    auto const found = ask.matching(ask.snapshot.search(store_query(terms), {INT64_MAX}, candidates_at_once));
    struct Placed {
        LedgerMark mark;
        bool operator<(Placed const& other) const {
            return mark.sort_value != other.mark.sort_value ? mark.sort_value < other.mark.sort_value : mark.key < other.mark.key;
        }
    };
    bool const by_due = ask.query.order == LedgerOrder::due;
    auto const place = [&](std::int64_t key) -> Placed {
        auto const fact = ask.facts.find(key);
        if (by_due) return {{fact && fact->next_due ? ms_of(*fact->next_due) : INT64_MAX, key}};
        return {{fact ? -static_cast<std::int64_t>(fact->severity) : 0, -key}};
    };
    std::vector<Placed> placed;
    placed.reserve(found.size());
    for (auto key : found) placed.push_back(place(key));
    std::sort(placed.begin(), placed.end());
    if (ask.after) placed.erase(placed.begin(), std::upper_bound(placed.begin(), placed.end(), Placed{*ask.after}));
    for (auto const& at : placed) {
        auto const rows = ask.snapshot.load(as_keys(std::array{by_due ? at.mark.key : -at.mark.key}));
        if (rows.empty() || !verifier.holds(rows.front())) continue;
        if (static_cast<int>(page.items.size()) == ask.query.limit) {
            page.next_cursor = cursor_of(ask.query.order, place(page.items.back().key.value).mark);
            break;
        }
        ask.add(page, rows.front());
    }
    return page;
}

LedgerPage page_of_number(Ask const& ask, Number number) {
    LedgerPage page;
    auto const row = ask.snapshot.find(number);
    if (row && !ask.matching({row->key}).empty()) {
        ask.add(page, *row);
        page.count = 1;
    }
    return page;
}

}  // namespace

Result<LedgerQuery> read_ledger_query(Parameters const& parameters, Directory const& directory, FactTable const& facts) {
    LedgerQuery query;
    for (auto const& [name, value] : parameters) {
        if (name == "q") {
            if (!is_utf8(value) || length_of(value) > 200) return bad_parameter(name, say("q 最多 200 个字", "q has at most 200 characters"));
            query.q = trim(value);
        } else if (name == "sort") {
            if (value == "due")
                query.order = LedgerOrder::due;
            else if (value == "severity")
                query.order = LedgerOrder::severity;
            else if (value != "registered" && value != "registered_at" && !value.empty())
                return bad_parameter(name, say("sort 可以是 registered、due 或 severity", "sort can be registered, due or severity"));
        } else if (name == "limit") {
            auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), query.limit);
            bool const good = error == std::errc{} && end == value.data() + value.size() && query.limit >= 1 && query.limit <= most_items;
            if (!value.empty() && !good) return bad_parameter(name, say("limit 为 1 至 {}", "limit is 1 to {}", most_items));
        } else if (name == "cursor") {
            query.cursor = value;
        } else if (!is_filter(name)) {
            return bad_parameter(name, say("没有参数“{}”；可以用 q sort limit cursor from to 和各维度名",
                                           "there is no parameter \"{}\"; known are q sort limit cursor from to and every dimension", name));
        }
    }
    query.filter = TRY(read_filter(parameters, directory, facts));
    return query;
}

Result<LedgerPage> list_ledger(Snapshot& snapshot, FactTable const& facts, Directory const& directory, Actor const& actor, LedgerQuery query, Instant now) {
    TRY(narrow_to_ledger(query.filter, actor));
    query.limit = std::clamp(query.limit, 1, most_items);
    Ask const ask{snapshot, facts, directory, actor, query, TRY(mark_of(query.order, query.cursor)), now};
    if (query.q.empty()) return page_by_facts(ask);
    if (auto const number = parse_number(query.q)) return page_of_number(ask, *number);
    auto const terms = query_terms(query.q);
    if (terms.empty()) return LedgerPage{};
    auto page = query.order == LedgerOrder::registered ? page_by_search(ask, terms) : page_by_sorted_search(ask, terms);
    count_hits(page, ask, store_query(terms), Verifier{snapshot, terms});
    return page;
}

}  // namespace hearline
