#include "app/find_complaints.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "app/list_ledger.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

constexpr int most_candidates = 200;
constexpr int days_of_short_numbers = 7;  // "0012" is looked for among the numbers of the last week

Brief brief_of(Complaint complaint, FoundBy why) {
    complaint.complainant = masked(complaint.complainant);
    return {std::move(complaint), why};
}

/// Collects hits, each complaint once.
class Hits {
public:
    Hits(FindContext const& at, FactFilter const& filter, int limit) : at_{at}, filter_{filter}, limit_{static_cast<std::size_t>(limit)} {}

    [[nodiscard]] bool full() const { return found_.size() >= limit_; }
    /// `holds` judges the whole record, unmasked.
    template <class F>
    void add(std::vector<ComplaintKey> const& keys, FoundBy why, F&& holds) {
        std::vector<std::int64_t> values;
        values.reserve(keys.size());
        for (auto key : keys) values.push_back(key.value);
        std::vector<ComplaintKey> seen;
        for (auto value : at_.facts.matching(filter_, values, at_.now))
            if (!known_.contains(value)) seen.push_back({value});
        for (auto const& row : at_.snapshot.load(seen)) {
            if (full()) return;
            auto complaint = record_of(row);
            if (!holds(complaint) || !known_.insert(row.key.value).second) continue;
            found_.push_back(brief_of(std::move(complaint), why));
        }
    }
    void add_number(Number number) {
        if (auto const row = at_.snapshot.find(number)) add({row->key}, FoundBy::number, [](Complaint const&) { return true; });
    }
    void add_person(PersonMark mark, std::string const& plain) {
        auto const& key = at_.directory.lookup_key();
        if (!key || plain.empty()) return;
        SearchQuery query;
        query.tokens = {person_token(*key, mark, plain)};
        auto const why = mark == PersonMark::name ? FoundBy::name : FoundBy::phone;
        add(at_.snapshot.search(query, {INT64_MAX}, most_candidates), why, [&](Complaint const& complaint) {
            if (mark == PersonMark::name) return plain_name(complaint.complainant.name) == plain;
            auto const phone = plain_phone(complaint.complainant.phone);
            return mark == PersonMark::phone ? phone == plain : phone.ends_with(plain);
        });
    }
    [[nodiscard]] std::vector<Brief> take() { return std::move(found_); }

private:
    FindContext const& at_;
    FactFilter const& filter_;
    std::size_t limit_;
    std::unordered_set<std::int64_t> known_;
    std::vector<Brief> found_;
};

/// Digits with the signs people put between them; "" for anything else.
std::string digits_of(std::string_view q) {
    std::string digits;
    for (char const c : q) {
        if (c >= '0' && c <= '9') digits += c;
        else if (c != ' ' && c != '-' && c != '+' && c != '(' && c != ')') return "";
    }
    return digits;
}

void add_short_number(Hits& hits, FindContext const& at, std::string_view digits) {
    int counter = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), counter);
    if (error != std::errc{} || end != digits.data() + digits.size() || counter < 1) return;
    auto const today = at.directory.zone().date(at.now);
    for (int back = 0; back < days_of_short_numbers && !hits.full(); ++back) hits.add_number(make_number(today - std::chrono::days{back}, counter));
}

}  // namespace

Result<std::vector<Brief>> find_complaints(FindContext const& at, std::string_view q, int limit) {
    FactFilter filter;
    TRY(narrow_to_ledger(filter, at.actor));
    q = trim(q);
    Hits hits{at, filter, limit};
    if (auto const number = parse_number(q)) hits.add_number(*number);
    auto const digits = digits_of(fold(q));
    if (!digits.empty() && digits.size() <= 4) add_short_number(hits, at, digits);
    if (digits.size() == 4) hits.add_person(PersonMark::phone_tail, digits);
    else if (!digits.empty()) hits.add_person(PersonMark::phone, plain_phone(digits));
    else if (length_of(q) <= 40) hits.add_person(PersonMark::name, plain_name(q));
    if (!hits.full() && !q.empty()) {
        LedgerQuery words;
        words.q = q;
        words.limit = limit;
        auto const page = TRY(list_ledger(at.snapshot, at.facts, at.directory, at.actor, std::move(words), at.now));
        std::vector<ComplaintKey> keys;
        keys.reserve(page.items.size());
        for (auto const& item : page.items) keys.push_back(item.key);
        hits.add(keys, FoundBy::text, [](Complaint const&) { return true; });
    }
    return hits.take();
}

Result<std::vector<Brief>> complaints_of_caller(FindContext const& at, std::string_view phone, int limit) {
    FactFilter filter;
    TRY(narrow_to_ledger(filter, at.actor));
    Hits hits{at, filter, limit};
    hits.add_person(PersonMark::phone, plain_phone(phone));
    return hits.take();
}

}  // namespace hearline
