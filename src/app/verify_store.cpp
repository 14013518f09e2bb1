#include "app/verify_store.hpp"

#include <algorithm>
#include <map>

#include "app/administration_log.hpp"
#include "app/complaint_view.hpp"
#include "app/event_rows.hpp"
#include "app/ports/anchor.hpp"
#include "app/ports/key_maker.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/first_time.hpp"
#include "domain/complaint/stage_table.hpp"

namespace hearline {

namespace {

constexpr int complaints_at_once = 500;
constexpr int events_at_once = 5000;
constexpr std::size_t most_findings = 100;

class Verifier {
public:
    Verifier(Store& store, FactTable const* facts, Directory const& directory, Progress const& progress)
        : store_{store}, facts_{facts}, zone_{directory.zone()}, progress_{progress} {}

    VerifyReport run() {
        auto const [lanes, total] = read_now(store_, [](Snapshot& snapshot) { return std::pair{snapshot.lanes(), snapshot.complaint_count()}; });
        check_complaints(total);
        std::int64_t by_position = 0;
        for (auto const& last : lanes) by_position += check_lane(last.lane());
        auto const moved = read_now(store_, [](Snapshot& snapshot) { return snapshot.lanes(); }) != lanes;
        if (!moved && by_position != report_.events)
            add("chain", {}, 0, say("有 {0} 个事件，投诉名下只有 {1} 个", "there are {0} events, but complaints own {1}", by_position, report_.events));
        check_numbers();
        for (auto const& [seq, detail] : read_now(store_, [](Snapshot& snapshot) { return check_changes(snapshot); })) add("administration", {}, seq, detail);
        if (facts_ && !moved) {
            for (auto const& [number, detail] : late_facts_) add("facts", number, 0, detail);
            if (facts_->size() != report_.complaints)
                add("facts", {}, 0, say("统计有 {0} 件，库中有 {1} 件", "the figures count {0} complaints, the store holds {1}", facts_->size(), report_.complaints));
        }
        return std::move(report_);
    }

private:
    void add(std::string_view check, Number number, int seq, Text detail) {
        ++report_.bad;
        if (report_.findings.size() < most_findings)
            report_.findings.push_back({std::string{check}, number ? format_number(number) : std::string{}, seq, std::move(detail)});
    }

    void note(Number number, Text detail) {
        ++report_.noted;
        if (report_.notes.size() < most_findings) report_.notes.push_back({"kept", format_number(number), 0, std::move(detail)});
    }

    void check_complaints(std::int64_t total) {
        for (ComplaintKey after{};;) {
            bool more = false;
            store_.read([&](Snapshot& snapshot) {
                auto const rows = snapshot.scan(after, complaints_at_once);
                for (auto const& row : rows) check_complaint(snapshot, row);
                more = !rows.empty();
                if (more) after = rows.back().key;
            });
            if (!more) return;
            if (progress_) progress_(report_.complaints, std::max(total, report_.complaints));
        }
    }

    // R10.4: digest, chain and texts of every event; the record is what the events say
    void check_complaint(Snapshot& snapshot, ComplaintRow const& row) {
        ++report_.complaints;
        auto& day = days_[row.number.value / 10'000'000];
        day.highest = std::max(day.highest, row.number.counter());
        ++day.given;
        auto const history = read_history(snapshot, row.key, [&](int seq, Text const& what) { add("chain", row.number, seq, what); });
        report_.events += history.stored;
        for (std::size_t i = 1; i < history.events.size(); ++i)
            if (history.events[i].at < history.events[i - 1].at)
                add("time", row.number, history.events[i].seq, say("时间早于前一事件", "its time lies before that of the event before it"));
        if (history.whole) check_record(snapshot, row, history.events);
    }

    void check_record(Snapshot& snapshot, ComplaintRow const& row, std::vector<Event> const& events) {
        auto const replayed = replay(events);
        if (!replayed) return add("record", row.number, 0, replayed.error().detail);
        std::optional<Complaint> stored;
        try {
            stored = record_of(snapshot, row);
        } catch (StorageError const& error) {
            return add("record", row.number, 0, say("{}", "{}", error.what()));
        }
        if (*stored != *replayed || encode_record(*replayed) != row.record || row.number != replayed->number || row.version != replayed->version)
            return add("record", row.number, row.version, say("记录与事件重放的结果不同", "the record differs from its replayed events"));
        if (row.next_due != replayed->next_due())
            return add("record", row.number, row.version, say("索引中的时限与记录不同", "the indexed deadline differs from the record"));
        check_times(row, *stored);
        if (!stored->suspended && owner_of(stored->stage) == StageOwner::lead_unit && stored->lead_unit().empty())
            note(row.number, say("停在“{0}”却没有主办单位，无人能往下办；请主任终止后重新打开，再转办", "stands in “{1}” without a lead unit, so that nobody can go on: the director ends it and opens it again, then it is dispatched",
                                 names_of(stored->stage).zh, names_of(stored->stage).en));
        check_fact(row, *stored);
    }

    // R3.7: the ledger orders by the key, the figures count by the day: all three mean the same time. No key is older than the first one.
    void check_times(ComplaintRow const& row, Complaint const& complaint) {
        using namespace std::chrono_literals;
        auto const meant = std::max(complaint.registered_at, instant_ms(key_epoch_ms));
        auto const later = instant_ms(ms_of_key(row.key)) - meant;  // a full millisecond spills into the next
        bool const too_old = complaint.registered_at < first_time(zone_);
        if (later < 0ms || later > 1s || (too_old && !complaint.imported))
            add("time", row.number, 0, say("受理时间 {0} 与台账的排序、统计的日期不一致", "registered at {0}, but ledger and figures have another time", zone_.rfc3339(complaint.registered_at)));
        else
            note_old_times(row.number, complaint);
    }

    // What an earlier program took in and today's import refuses (decide_import): there is nothing to mend, but it is said.
    void note_old_times(Number number, Complaint const& c) {
        if (!c.imported) return;
        if (c.registered_at < first_time(zone_))
            note(number, say("受理时间 {0} 早于 2000 年：照原样保存、可查可看，台账排在最前，统计计入 {1}", "registered at {0}, before 2000: kept as it is; the ledger lists it first, the figures count it on {1}",
                             zone_.rfc3339(c.registered_at), format_date(zone_.date(first_time(zone_)))));
        struct Step {
            Text name;
            std::optional<Instant> at;
        };
        Step const steps[]{{{"投诉时间", "the receipt"}, c.received_at}, {{"受理时间", "the registration"}, c.registered_at}, {{"反馈时间", "the feedback"}, c.fed_back_at}, {{"办结时间", "the closing"}, c.closed_at}};
        Step const* before = nullptr;
        for (auto const& step : steps) {
            if (!step.at) continue;
            if (before && *step.at < *before->at)
                note(number, say("{0}早于{2}，导入时即如此，照原样保存", "{1} lies before {3}: so it was imported, and is kept as it is", step.name.zh, step.name.en, before->name.zh, before->name.en));
            before = &step;
        }
    }

    // The figures equal a recount.
    void check_fact(ComplaintRow const& row, Complaint const& complaint) {
        if (!facts_) return;
        auto const fact = facts_->find(row.key.value);
        if (fact && *fact == make_fact(complaint, row.key.value, zone_)) return;
        auto detail = fact ? say("统计中的该件与记录不同", "the figures hold other values than the record") : say("统计缺少该件", "the figures miss the complaint");
        if (fact && fact->version == row.version)
            add("facts", row.number, 0, std::move(detail));
        else  // written while we look: counts only when nobody writes
            late_facts_.emplace_back(row.number, std::move(detail));
    }

    // A deleted complaint, a cut tail or a changed block shows in the lane's anchors. Returns the number of events.
    std::int64_t check_lane(int lane) {
        Position const start{std::int64_t{lane} << 40};
        Position at = start, anchored = start;
        Digest previous{};
        std::int64_t events = 0;
        for (bool more = true; more;) {
            store_.read([&](Snapshot& snapshot) {
                auto const anchors = snapshot.anchors(anchored, 500);
                more = !anchors.empty();
                for (auto const& anchor : anchors) {
                    std::vector<Digest> digests;
                    while (at < anchor.upto && take(snapshot, at, anchor.upto, digests)) {
                    }
                    events += static_cast<std::int64_t>(digests.size());
                    ++report_.anchors;
                    if (seal_block(previous, digests) != anchor.digest)
                        add("anchor", {}, 0, say("位置 {0} 之前的一段事件被改动或删除", "events up to position {0} were changed or deleted", anchor.upto.value));
                    previous = anchor.digest;
                    at = anchored = anchor.upto;
                }
                if (!more) events += check_tail(snapshot, lane, at);
            });
        }
        return events;
    }

    /// Reads digests behind `at`, at most to `upto`. False when there are none.
    static bool take(Snapshot& snapshot, Position& at, Position upto, std::vector<Digest>& digests) {
        auto const rows = snapshot.events_by_position(at, static_cast<int>(std::min<std::int64_t>(events_at_once, upto.value - at.value)));
        for (auto const& row : rows) {
            if (row.position > upto) return false;
            digests.push_back(row.digest);
            at = row.position;
        }
        return !rows.empty();
    }

    std::int64_t check_tail(Snapshot& snapshot, int lane, Position at) {
        for (auto const& last : snapshot.lanes())
            if (last.lane() == lane && last > at)
                add("anchor", {}, 0, say("位置 {0} 之后的事件没有锚定", "events behind position {0} are not anchored", at.value));
        std::vector<Digest> rest;
        while (take(snapshot, at, {INT64_MAX}, rest)) {
        }
        return static_cast<std::int64_t>(rest.size());
    }

    // R3.8: every number of a day was given to somebody.
    void check_numbers() {
        for (auto const& [day, numbers] : days_)
            if (numbers.given != numbers.highest)
                add("number", {day * 10'000'000 + numbers.highest}, 0,
                    say("{0} 有 {1} 件投诉，最大序号却是 {2}", "{0} has {1} complaints, but numbers up to {2}", day, numbers.given, numbers.highest));
    }

    struct Day {
        std::int64_t highest = 0, given = 0;
    };
    Store& store_;
    FactTable const* facts_;
    Zone zone_;
    Progress const& progress_;
    VerifyReport report_;
    std::map<std::int64_t, Day> days_;
    std::vector<std::pair<Number, Text>> late_facts_;
};

}  // namespace

VerifyReport verify_store(Store& store, FactTable const* facts, Directory const& directory, Instant, Progress const& progress) {
    return Verifier{store, facts, directory, progress}.run();
}

}  // namespace hearline
