#include "app/list_ledger.hpp"

#include <algorithm>
#include <charconv>

#include "app/ledger_search.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

constexpr int most_items = 200;
constexpr std::int64_t counted_always = 250'000;  // up to here an exact count costs next to nothing

tl::unexpected<Error> bad_parameter(std::string_view name, Text detail) {
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

Result<std::optional<LedgerMark>> mark_of(LedgerOrder order, std::string_view cursor) {
    if (cursor.empty()) return std::optional<LedgerMark>{};
    LedgerMark mark;
    auto const number = [](std::string_view text, std::int64_t& value) {
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return !text.empty() && error == std::errc{} && end == text.data() + text.size();
    };
    auto const dot = cursor.find('.');
    bool const good = dot != cursor.npos && cursor[0] == ledger_order_letters[static_cast<std::size_t>(order)] &&
                      number(cursor.substr(1, dot - 1), mark.sort_value) && number(cursor.substr(dot + 1), mark.key);
    if (!good) return bad_parameter("cursor", say("cursor 须原样取自上一页的 next_cursor，且排序不变", "cursor is the next_cursor of the page before, with the same sort"));
    return std::optional{mark};
}

LedgerPage page_by_facts(LedgerAsk const& ask) {
    LedgerPage page;
    auto hits = ask.at.facts.page(ask.query.filter, ask.query.order, ask.after, ask.query.limit + 1, ask.at.now);
    if (static_cast<int>(hits.size()) > ask.query.limit) {
        hits.pop_back();
        page.next_cursor = ledger_cursor(ask.query.order, hits.back().mark);
    }
    std::vector<ComplaintKey> keys;
    keys.reserve(hits.size());
    for (auto const& hit : hits) keys.push_back({hit.key});
    for (auto const& row : ask.at.snapshot.load(keys)) ask.add(page, row);
    bool const everything = ask.at.facts.size() <= counted_always || (ask.query.filter.where.empty() && ask.query.filter.seen_by.empty() && !ask.query.filter.waiting);
    page.count = ask.at.facts.count(ask.query.filter, ask.at.now, everything ? 0 : ledger_count_cap + 1);
    if (!everything && page.count > ledger_count_cap) {
        page.count = ledger_count_cap;
        page.count_exact = false;
    }
    return page;
}

LedgerPage page_of_number(LedgerAsk const& ask, Number number) {
    LedgerPage page;
    auto const row = ask.at.snapshot.find(number);
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
    LedgerAsk const ask{{snapshot, facts, directory, actor, now}, query, TRY(mark_of(query.order, query.cursor))};
    if (query.q.empty()) return page_by_facts(ask);
    auto const number = parse_number(query.q);
    auto page = number ? page_of_number(ask, *number) : page_by_search(ask);
    if (page.items.empty() && query.cursor.empty()) page.unfound = why_unfound(query.q);
    return page;
}

}  // namespace hearline
