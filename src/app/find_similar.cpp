// What stands beside a form being filled in. Nothing is learnt ahead: the newest complaints are compared as they are, which follows what
// is going on today (a fault at rush hour) without a model that ages.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "app/find_complaints.hpp"
#include "app/fact_filter.hpp"
#include "base/search_text.hpp"
#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr int newest_open = 300, newest_here = 100, newest_any = 300;
constexpr double alike_enough = 0.18, same_place_bonus = 0.12;
constexpr std::size_t neighbours = 15, most_types = 3;
constexpr double keyword_weight = 0.45, least_evidence = 0.3;
constexpr std::size_t compared_length = 1000;  // code points of a long text; more says nothing new

using Tokens = std::unordered_set<std::string>;

Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    auto const joined = search_tokens(truncate(text, compared_length));
    for (std::string_view rest = joined; !rest.empty();) {
        auto const token = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(token.size() + 1, rest.size()));
        if (length_of(token) > 1) tokens.emplace(token);
    }
    return tokens;
}

/// Cosine of the two sets: 0 nothing in common, 1 the same.
double likeness(Tokens const& a, Tokens const& b) {
    if (a.empty() || b.empty()) return 0;
    auto const& fewer = a.size() < b.size() ? a : b;
    auto const& more = a.size() < b.size() ? b : a;
    auto const common = std::count_if(fewer.begin(), fewer.end(), [&](auto const& token) { return more.contains(token); });
    return static_cast<double>(common) / std::sqrt(static_cast<double>(a.size()) * static_cast<double>(b.size()));
}

struct Compared {
    Complaint complaint;
    double text = 0;
    bool here = false;
    [[nodiscard]] double score() const { return text + (here ? same_place_bonus : 0); }
};

/// The complaints worth comparing with: the newest open ones, those at the place, the newest of all.
class Neighbourhood {
public:
    Neighbourhood(FindContext const& at, FactFilter seen, SimilarQuery const& query) : at_{at}, seen_{std::move(seen)} {
        auto const* const line = query.line.empty() ? nullptr : at.directory.line(query.line);
        auto const* const station = query.station.empty() ? nullptr : at.directory.station(line ? std::string_view{line->code} : "", query.station);
        if (station) station_ = station->code;
        if (line) line_ = line->code;
    }

    [[nodiscard]] std::vector<Compared> compare(std::string_view text) const {
        auto filter = seen_;
        auto keys = newest(filter, newest_any);
        for (auto const& stage : CodeTable<Stage>::rows)
            if (stage.value != Stage::closed) open_codes(filter).push_back(std::string{stage.code});
        append(keys, newest(filter, newest_open));
        if (!station_.empty()) filter.add(Dimension::station, station_);
        else if (!line_.empty()) filter.add(Dimension::line, line_);
        if (!station_.empty() || !line_.empty()) append(keys, newest(filter, newest_here));
        std::sort(keys.begin(), keys.end(), std::greater{});
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        auto const tokens = tokens_of(text);
        std::vector<Compared> compared;
        for (auto const& row : at_.snapshot.load(keys)) {
            Compared one{record_of(row), 0, false};
            one.text = likeness(tokens, tokens_of(one.complaint.content));
            one.here = !station_.empty() ? one.complaint.place.station == station_ : !line_.empty() && one.complaint.place.line == line_;
            compared.push_back(std::move(one));
        }
        return compared;
    }

private:
    static std::vector<std::string>& open_codes(FactFilter& filter) {
        if (filter.where.empty() || filter.where.back().dimension != Dimension::stage) filter.where.push_back({Dimension::stage, {}});
        return filter.where.back().codes;
    }
    [[nodiscard]] std::vector<ComplaintKey> newest(FactFilter const& filter, int limit) const {
        std::vector<ComplaintKey> keys;
        for (auto const& hit : at_.facts.page(filter, LedgerOrder::registered, std::nullopt, limit, at_.now)) keys.push_back({hit.key});
        return keys;
    }
    static void append(std::vector<ComplaintKey>& keys, std::vector<ComplaintKey> const& more) { keys.insert(keys.end(), more.begin(), more.end()); }

    FindContext const& at_;
    FactFilter seen_;
    std::string line_, station_;
};

std::vector<Brief> open_ones_alike(std::vector<Compared> const& compared, int limit) {
    std::vector<Compared const*> alike;
    for (auto const& one : compared)
        if (one.complaint.stage != Stage::closed && (one.text >= alike_enough || (one.here && one.text >= alike_enough / 2))) alike.push_back(&one);
    std::stable_sort(alike.begin(), alike.end(), [](auto const* a, auto const* b) { return a->score() > b->score(); });
    std::vector<Brief> briefs;
    for (auto const* one : alike) {
        if (static_cast<int>(briefs.size()) == limit) break;
        auto complaint = one->complaint;
        complaint.complainant = masked(complaint.complainant);
        briefs.push_back({std::move(complaint), one->text >= alike_enough ? FoundBy::text : FoundBy::place});
    }
    return briefs;
}

std::vector<LikelyType> likely_types(Directory const& directory, std::string_view text, std::vector<Compared> const& compared) {
    std::map<std::string, double> evidence;
    auto const folded = fold(text);
    for (auto const& type : directory.types()) {
        if (type.retired) continue;
        for (auto const& word : type.keywords)
            if (!word.empty() && folded.find(fold(word)) != folded.npos) evidence[type.code] += keyword_weight;
    }
    std::vector<Compared const*> nearest;
    for (auto const& one : compared)
        if (one.text >= alike_enough && !one.complaint.type.empty()) nearest.push_back(&one);
    std::sort(nearest.begin(), nearest.end(), [](auto const* a, auto const* b) { return a->text > b->text; });
    if (nearest.size() > neighbours) nearest.resize(neighbours);
    for (auto const* one : nearest) {
        auto const* const type = directory.type(one->complaint.type);
        if (type && !type->retired) evidence[type->code] += one->text;
    }
    double all = 0;
    std::vector<LikelyType> types;
    for (auto const& [type, weight] : evidence) {
        all += weight;
        types.push_back({type, weight});
    }
    if (all < least_evidence) return {};
    std::stable_sort(types.begin(), types.end(), [](auto const& a, auto const& b) { return a.share > b.share; });
    if (types.size() > most_types) types.resize(most_types);
    for (auto& type : types) type.share /= all;
    return types;
}

}  // namespace

Result<Similar> find_similar(FindContext const& at, SimilarQuery const& query) {
    FactFilter seen;
    TRY(narrow_to_ledger(seen, at.actor));
    Similar similar;
    if (!query.phone.empty()) similar.same_caller = TRY(complaints_of_caller(at, query.phone, query.limit));
    if (trim(query.text).empty()) return similar;
    auto const compared = Neighbourhood{at, std::move(seen), query}.compare(query.text);
    similar.similar = open_ones_alike(compared, query.limit);
    similar.types = likely_types(at.directory, query.text, compared);
    return similar;
}

}  // namespace hearline
