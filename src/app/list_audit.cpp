#include "app/list_audit.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <unordered_map>

#include "app/event_rows.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

constexpr std::int64_t lane_bits = 40;

/// One trail in one order: its next entry is looked at, then taken.
class Source {
public:
    virtual ~Source() = default;
    [[nodiscard]] virtual AuditEntry const* next() = 0;
    virtual void take() = 0;
    virtual void add_place(AuditPlace& place) const = 0;
    /// The complaint whose number the next entry still lacks.
    [[nodiscard]] virtual ComplaintKey key() const { return {}; }
};

AuditEntry entry_of(EventRow const& row) {
    auto event = event_of(row);
    AuditEntry entry;
    entry.position = row.position;
    entry.seq = event.seq;
    entry.at = event.at;
    entry.actor = std::move(event.actor);
    entry.act = event.act;
    entry.digest_hex = hex(row.digest);
    return entry;
}

/// The events of one lane. Positions have no gaps, so that a window of them is read from either end.
class LaneSource final : public Source {
public:
    LaneSource(Snapshot& snapshot, AuditOrder order, Position last, std::optional<Position> taken)
        : snapshot_{snapshot}, order_{order}, first_{std::int64_t{last.lane()} << lane_bits}, last_{last}, taken_{taken} {}

    AuditEntry const* next() override {
        if (at_ == window_.size()) fill();
        if (at_ == window_.size()) return nullptr;
        if (!entry_) entry_ = entry_of(window_[at_]);
        return &*entry_;
    }
    void take() override {
        taken_ = window_[at_++].position;
        entry_.reset();
    }
    void add_place(AuditPlace& place) const override {
        if (taken_) place.lanes.push_back(*taken_);
        else place.lanes.push_back({order_ == AuditOrder::newest ? last_.value + 1 : first_});
    }
    ComplaintKey key() const override { return window_[at_].key; }

private:
    void fill() {
        constexpr int rows = 500;
        if (order_ == AuditOrder::oldest) {
            window_ = snapshot_.events_by_position(taken_.value_or(Position{first_}), rows);
            std::erase_if(window_, [this](EventRow const& row) { return row.position.lane() != last_.lane(); });
        } else {
            auto const before = taken_ ? taken_->value : last_.value + 1;
            auto const from = std::max(first_, before - 1 - rows);
            window_ = snapshot_.events_by_position({from}, rows);
            std::erase_if(window_, [&](EventRow const& row) { return row.position.value >= before || row.position.lane() != last_.lane(); });
            std::reverse(window_.begin(), window_.end());
        }
        at_ = 0;
    }

    Snapshot& snapshot_;
    AuditOrder order_;
    std::int64_t first_;
    Position last_;
    std::optional<Position> taken_;
    std::vector<EventRow> window_;
    std::size_t at_ = 0;
    std::optional<AuditEntry> entry_;
};

/// Entries that are all at hand: those of administration, or the acts on one complaint.
class ListSource final : public Source {
public:
    ListSource(std::vector<AuditEntry> entries, std::optional<int> taken) : entries_{std::move(entries)}, taken_{taken} {}
    AuditEntry const* next() override { return at_ < entries_.size() ? &entries_[at_] : nullptr; }
    void take() override { taken_ = entries_[at_++].seq; }
    void add_place(AuditPlace& place) const override { place.change = taken_; }

private:
    std::vector<AuditEntry> entries_;
    std::optional<int> taken_;
    std::size_t at_ = 0;
};

std::vector<AuditEntry> in_order(std::vector<AuditEntry> entries, AuditOrder order, std::optional<int> taken) {
    if (taken)
        std::erase_if(entries, [&](AuditEntry const& entry) { return order == AuditOrder::oldest ? entry.seq <= *taken : entry.seq >= *taken; });
    if (order == AuditOrder::newest) std::reverse(entries.begin(), entries.end());
    return entries;
}

std::vector<AuditEntry> changes(Snapshot& snapshot) {
    std::vector<AuditEntry> entries;
    for (auto& change : all_changes(snapshot)) {
        AuditEntry entry;
        entry.of = Trail::administration;
        entry.change = std::move(change.change);
        entry.seq = change.seq;
        entry.at = change.at;
        entry.actor = std::move(change.actor);
        entry.digest_hex = hex(change.digest);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<AuditEntry> acts_on(Snapshot& snapshot, Number number) {
    constexpr int whole_history = 1'000'000;
    std::vector<AuditEntry> entries;
    auto const row = snapshot.find(number);
    if (!row) return entries;
    for (auto const& event : snapshot.events(row->key, 0, whole_history)) {
        entries.push_back(entry_of(event));
        entries.back().number = number;
    }
    return entries;
}

bool fits(AuditEntry const& entry, AuditQuery const& query) {
    if (query.from && entry.at < *query.from) return false;
    if (query.until && entry.at >= *query.until) return false;
    if (!query.user.empty() && entry.actor.user != query.user) return false;
    bool const is_act = entry.of == Trail::complaints;
    if (!query.act.empty() && query.act != (is_act ? code_of(entry.act) : code_of(entry.change.name))) return false;
    return is_act || query.subject.empty() || query.subject == entry.change.subject;
}

/// The trails that a query reads.
class Walk {
public:
    Walk(Snapshot& snapshot, AuditQuery const& query, AuditPlace const& after) : query_{query} {
        auto const number = parse_number(query.subject);
        if (query.of != Trail::complaints && !number) {
            sources_.push_back(std::make_unique<ListSource>(in_order(changes(snapshot), query.order, after.change), after.change));
        }
        if (query.of == Trail::administration) return;
        if (number) sources_.push_back(std::make_unique<ListSource>(in_order(acts_on(snapshot, *number), query.order, after.change), after.change));
        else if (query.subject.empty()) add_lanes(snapshot, after);
    }

    AuditPage page(Snapshot& snapshot, int limit) {
        AuditPage page;
        std::vector<ComplaintKey> keys;
        int examined = 0;
        auto* source = first();
        for (; source && static_cast<int>(page.items.size()) < limit && examined < audit_examined_most; source = first()) {
            auto const& entry = *source->next();
            page.reached = entry.at;
            ++examined;
            if (fits(entry, query_)) {
                page.items.push_back(entry);
                keys.push_back(source->key());
            }
            source->take();
        }
        if (source) {
            page.next.emplace();
            for (auto const& one : sources_) one->add_place(*page.next);
        }
        name(snapshot, page, keys);
        return page;
    }

private:
    void add_lanes(Snapshot& snapshot, AuditPlace const& after) {
        auto lanes = snapshot.lanes();
        std::sort(lanes.begin(), lanes.end());
        for (auto const last : lanes) {
            auto const taken = std::find_if(after.lanes.begin(), after.lanes.end(), [&](Position place) { return place.lane() == last.lane(); });
            sources_.push_back(std::make_unique<LaneSource>(snapshot, query_.order, last, taken == after.lanes.end() ? std::nullopt : std::optional{*taken}));
        }
    }

    /// The source whose next entry comes first; of equal times the one named first.
    Source* first() {
        Source* best = nullptr;
        Instant best_at{};
        for (auto const& source : sources_) {
            auto const* const entry = source->next();
            if (!entry) continue;
            bool const earlier = query_.order == AuditOrder::oldest ? entry->at < best_at : entry->at > best_at;
            if (best && !earlier) continue;
            best = source.get();
            best_at = entry->at;
        }
        return best;
    }

    /// Puts the numbers of the complaints to the entries that were found in lanes.
    static void name(Snapshot& snapshot, AuditPage& page, std::vector<ComplaintKey> const& keys) {
        std::vector<ComplaintKey> wanted;
        for (auto const key : keys)
            if (key.value != 0) wanted.push_back(key);
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        std::unordered_map<std::int64_t, Number> numbers;
        for (auto const& row : snapshot.load(wanted)) numbers.emplace(row.key.value, row.number);
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (auto const found = numbers.find(keys[i].value); found != numbers.end()) page.items[i].number = found->second;
    }

    AuditQuery const& query_;
    std::vector<std::unique_ptr<Source>> sources_;
};

}  // namespace

std::string AuditPlace::encode() const {
    std::string text;
    for (auto const lane : lanes) text += std::to_string(lane.value) + ' ';
    if (change) text += 'c' + std::to_string(*change);
    return text;
}

std::optional<AuditPlace> AuditPlace::decode(std::string_view text) {
    AuditPlace place;
    while (!text.empty()) {
        auto part = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        bool const change = part.starts_with('c');
        if (change) part.remove_prefix(1);
        std::int64_t value = 0;
        auto const [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || end != part.data() + part.size() || value < 0) return std::nullopt;
        if (change) place.change = static_cast<int>(std::min<std::int64_t>(value, INT32_MAX));
        else place.lanes.push_back({value});
    }
    return place;
}

Result<AuditPage> list_audit(Snapshot& snapshot, Actor const& actor, AuditQuery const& query, std::optional<AuditPlace> const& after, int limit) {
    if (auto allowed = may(actor, Permission::read_audit); !allowed) return tl::make_unexpected(std::move(allowed).error());
    return Walk{snapshot, query, after.value_or(AuditPlace{})}.page(snapshot, std::clamp(limit, 1, 1000));
}

}  // namespace hearline
