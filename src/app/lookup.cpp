#include "app/lookup.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "app/complaint_view.hpp"
#include "base/telephone.hpp"
#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr int most_candidates = 1000;
constexpr std::size_t shortest_tail = 3, longest_tail = 15, tail_of_phone = 4, longest_name = 40;
constexpr int days_of_short_numbers = 7;  // "12" is looked for among the numbers of the last week

/// The digits of a text that holds nothing else but the signs people put between them, and TS before; "" for anything else.
std::string digits_of(std::string_view q) {
    auto const folded = fold(q);
    std::string_view rest = folded;
    if (rest.starts_with("ts")) rest.remove_prefix(2);
    std::string digits;
    for (char const c : rest) {
        if (c >= '0' && c <= '9') digits += c;
        else if (c != ' ' && c != '-' && c != '+' && c != '(' && c != ')') return "";
    }
    return digits;
}

/// Collects hits, each complaint once.
class Collector {
public:
    Collector(FindContext const& at, FactFilter const& filter, int limit) : at_{at}, filter_{filter}, limit_{static_cast<std::size_t>(std::max(limit, 0))} {}

    [[nodiscard]] bool full() const { return found_.size() >= limit_; }
    [[nodiscard]] std::vector<Marked> take() { return std::move(found_); }
    /// `holds` judges the whole record, unmasked.
    template <class F>
    void add(std::vector<ComplaintKey> const& keys, FoundBy why, F&& holds) {
        std::vector<std::int64_t> values;
        values.reserve(keys.size());
        for (auto key : keys) values.push_back(key.value);
        std::vector<ComplaintKey> seen;
        for (auto value : at_.facts.matching(filter_, values, at_.now))
            if (!known_.contains(value)) seen.push_back({value});
        for (auto& row : at_.snapshot.load(seen)) {
            if (full()) return;
            if (!holds(record_of(row)) || !known_.insert(row.key.value).second) continue;
            found_.push_back({std::move(row), why});
        }
    }
    void add_number(Number number) {
        if (auto const row = at_.snapshot.find(number)) add({row->key}, FoundBy::number, [](Complaint const&) { return true; });
    }
    void add_tail(std::string_view tail);
    void add_phones(TelephoneField const& asked);
    void add_phone_tail(std::string_view tail);
    void add_name(std::string_view name);

private:
    [[nodiscard]] std::vector<ComplaintKey> of_token(PersonMark mark, std::string const& plain) {
        auto const& key = at_.directory.lookup_key();
        if (!key || plain.empty()) return {};
        SearchQuery query;
        query.tokens = {person_token(*key, mark, plain)};
        return at_.snapshot.search(query, {INT64_MAX}, most_candidates);
    }
    void add_tail_of_day(Date day, std::int64_t complaints, std::string_view tail);

    FindContext const& at_;
    FactFilter const& filter_;
    std::size_t limit_;
    std::unordered_set<std::int64_t> known_;
    std::vector<Marked> found_;
};

std::int64_t number_of(std::string_view digits) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::int64_t power_of_ten(std::size_t exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

// R3.8: yyyymmdd and a counter of four digits or more. The tail may end within the counter, or reach into the date.
void Collector::add_tail_of_day(Date day, std::int64_t complaints, std::string_view tail) {
    auto const date = format_number(make_number(day, 1)).substr(2, 8);
    for (std::size_t width = 4; width <= 7; ++width) {
        auto const least = width == 4 ? 1 : power_of_ten(width - 1);
        auto const most = std::min(complaints, power_of_ten(width) - 1);
        if (least > most) return;
        auto const in_counter = tail.substr(tail.size() - std::min(tail.size(), width));
        auto const in_date = tail.substr(0, tail.size() - in_counter.size());
        if (!std::string_view{date}.ends_with(in_date)) continue;
        auto const step = power_of_ten(in_counter.size());
        auto const wanted = number_of(in_counter);
        auto const first = least + ((wanted - least) % step + step) % step;
        for (auto counter = first; counter <= most && !full(); counter += step) add_number(make_number(day, counter));
    }
}

void Collector::add_tail(std::string_view tail) {
    static constexpr std::array by_day{Dimension::day};
    auto const days = at_.facts.count_by({}, by_day, at_.now);
    for (auto row = days.rows.rbegin(); row != days.rows.rend() && !full(); ++row) {
        auto const day = parse_date(days.code(*row, 0));
        if (day) add_tail_of_day(*day, row->count, tail);
    }
}

void Collector::add_phones(TelephoneField const& asked) {
    auto const holds = [&](Complaint const& complaint) {
        auto const has = read_telephones(complaint.complainant.phone);
        auto const same_number = [&](Telephone const& a) {
            return std::any_of(has.numbers.begin(), has.numbers.end(), [&](Telephone const& b) { return is_same_line(a, b); });
        };
        auto const same_digits = [&](DoubtfulTelephone const& a) {
            return std::any_of(has.doubtful.begin(), has.doubtful.end(), [&](DoubtfulTelephone const& b) { return a.digits == b.digits; });
        };
        return std::any_of(asked.numbers.begin(), asked.numbers.end(), same_number) || std::any_of(asked.doubtful.begin(), asked.doubtful.end(), same_digits);
    };
    std::vector<ComplaintKey> keys;
    for (auto const& plain : plain_phones(asked))
        for (auto key : of_token(PersonMark::phone, plain)) keys.push_back(key);
    std::sort(keys.begin(), keys.end(), std::greater{});
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    add(keys, FoundBy::phone, holds);
}

void Collector::add_phone_tail(std::string_view tail) {
    add(of_token(PersonMark::phone_tail, std::string{tail}), FoundBy::phone, [&](Complaint const& complaint) {
        auto const tails = phone_tails(read_telephones(complaint.complainant.phone));
        return std::find(tails.begin(), tails.end(), tail) != tails.end();
    });
}

void Collector::add_name(std::string_view name) {
    auto const plain = plain_name(name);
    add(of_token(PersonMark::name, plain), FoundBy::name, [&](Complaint const& complaint) { return plain_name(complaint.complainant.name) == plain; });
}

}  // namespace

std::vector<Marked> find_marked(FindContext const& at, FactFilter const& filter, std::string_view q, int limit) {
    q = trim(q);
    Collector found{at, filter, limit};
    auto const digits = digits_of(q);
    if (digits.size() >= shortest_tail && digits.size() <= longest_tail) {
        found.add_tail(digits);
    } else if (!digits.empty() && digits.size() < shortest_tail) {
        auto const counter = number_of(digits);
        auto const today = at.directory.zone().date(at.now);
        for (int back = 0; counter > 0 && back < days_of_short_numbers && !found.full(); ++back) found.add_number(make_number(today - std::chrono::days{back}, counter));
    }
    if (digits.size() == tail_of_phone) found.add_phone_tail(digits);
    if (auto const phones = read_telephones(q); !found.full() && !plain_phones(phones).empty()) found.add_phones(phones);
    if (digits.empty() && length_of(q) <= longest_name && !found.full()) found.add_name(q);
    return found.take();
}

std::vector<Marked> find_by_phone(FindContext const& at, FactFilter const& filter, std::string_view phone, int limit) {
    Collector found{at, filter, limit};
    found.add_phones(read_telephones(phone));
    return found.take();
}

Unfound why_unfound(std::string_view q) {
    q = trim(q);
    auto const digits = digits_of(q);
    if (!digits.empty()) {
        if (digits.size() < shortest_tail) return Unfound::few_digits;
        return digits.size() > tail_of_phone && read_telephones(q).numbers.empty() ? Unfound::part_of_phone : Unfound::nothing;
    }
    auto const folded = fold(q);
    std::size_t characters = 0;
    for (std::string_view rest = folded; !rest.empty(); ++characters)
        if (!is_cjk(take_code_point(rest))) return Unfound::nothing;
    if (characters == 1) return Unfound::one_character;
    return characters >= 2 && characters <= 4 ? Unfound::part_of_name : Unfound::nothing;
}

}  // namespace hearline
