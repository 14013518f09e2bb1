#include "app/passenger.hpp"

#include <algorithm>

#include "app/event_rows.hpp"
#include "app/undo_act.hpp"
#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"

namespace hearline {

namespace {

constexpr int whole_history = 1'000'000;
constexpr std::array passenger_acts{ActName::supplement, ActName::withdraw, ActName::rate, ActName::again};

tl::unexpected<Error> unknown() {
    return refuse(ErrorKind::not_found, "unknown-number-or-code", say("编号或查询码不对", "the number or the tracking code is not right"));
}

/// What an event means to the complainant (R4.9), or nothing when it is the operator's own affair. `key`: the text that may be shown.
struct Told {
    Text what;
    std::string_view key;
};
/// R5.2: what they said; after the days of reopening it is kept and counts nowhere.
Text rating_told(Event const& event) {
    Text what{"您作了评价", "You rated"};
    auto const satisfaction = from_code<Satisfaction>(event.data.get("satisfaction"));
    if (satisfaction) what = say("您作了评价：{}", "You rated: {}", names_of(*satisfaction).zh, names_of(*satisfaction).en);
    if (event.data.has("late")) {
        what.zh += "（评价期已过，不计入统计）";
        what.en += " (after the time for ratings, so it counts in no figure)";
    }
    return what;
}

std::optional<Told> told(Event const& event) {
    switch (event.act) {
        case ActName::register_:
        case ActName::import_: return Told{{"已登记受理", "Registered"}, ""};
        case ActName::dispatch: return Told{{"已转交相关单位办理", "Passed on to the unit concerned"}, ""};
        case ActName::approve: return Told{{"处理方案已确定，正在落实", "The measures are decided and being carried out"}, ""};
        case ActName::answer:
        case ActName::report_result: return Told{{"已有处理结果，即将反馈", "There is a result; you will be told"}, ""};
        case ActName::give_feedback: return Told{{"已反馈处理结果", "The result was told"}, "text"};
        case ActName::publish_progress: return Told{{"办理进展", "Progress"}, "text"};
        case ActName::refuse: return Told{{"不予受理", "Not accepted"}, "reason"};
        case ActName::end: return Told{{"已终止办理", "Ended"}, "reason"};
        case ActName::suspend: return Told{{"等待您补充情况", "Waiting for you"}, "reason"};
        case ActName::resume: return Told{{"已恢复办理", "Taken up again"}, ""};
        case ActName::grant_extension: return Told{{"办理期限已延长", "The time was extended"}, "reason"};
        case ActName::record_follow_up: return Told{{"已回访", "Followed up"}, ""};
        case ActName::reopen: return Told{{"已重新办理", "Taken up again"}, ""};
        case ActName::withdraw: return Told{{"已撤回", "Withdrawn"}, ""};
        case ActName::supplement: return Told{{"您补充了情况", "You added"}, "text"};
        case ActName::rate: return Told{rating_told(event), "comment"};
        case ActName::again: return Told{{"您要求再次办理", "You asked again"}, "reason"};
        case ActName::attach:
            if (event.actor.role != Role::passenger) return std::nullopt;
            return Told{{"您补充了附件", "You added a file"}, "file_name"};
        default: return std::nullopt;
    }
}

/// The record and the events as the passenger may know them: without what was undone, and without what still can be.
std::pair<Complaint, std::vector<Event>> told_history(Snapshot& snapshot, ComplaintRow const& row, Directory const& directory, Instant now) {
    std::vector<Event> events;
    for (auto const& event_row : snapshot.events(row.key, 0, whole_history)) events.push_back(event_of(event_row));
    auto complaint = record_of(snapshot, row);
    if (is_pending(events.back(), directory, now)) {
        events.pop_back();
        if (auto before = replay(events)) complaint = std::move(*before);
    }
    for (std::size_t i = events.size(); i-- > 1;)
        if (events[i].act == ActName::undo) events.erase(events.begin() + static_cast<std::ptrdiff_t>(i) - 1, events.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return {std::move(complaint), std::move(events)};
}

/// What happens now, once this has happened; nothing when it changes nothing of that: what passengers add is no progress.
std::optional<Text> progress_after(Event const& event, Text const& what, bool begins_round, Stage stage) {
    if (begins_round) return Text{"正在重新办理", "It is being handled again"};
    if (event.act == ActName::supplement || event.act == ActName::attach) return std::nullopt;
    if (event.act != ActName::rate) return what;
    return stage == Stage::closed ? std::optional{Text{"已办结", "Closed"}} : std::nullopt;
}

TrackingView tracking_view(Snapshot& snapshot, ComplaintRow const& row, Directory const& directory, Instant now) {
    auto const [complaint, events] = told_history(snapshot, row, directory, now);
    TrackingView view;
    view.number = complaint.number;
    view.kind = complaint.kind;
    view.stage = complaint.stage;
    view.round = complaint.round;
    view.version = complaint.version;
    view.subject = complaint.subject;
    view.content = complaint.content;
    view.registered_at = complaint.registered_at;
    // R9.4: while it waits for the passenger no date is promised.
    if (auto const* reply = complaint.open_clock(ClockName::reply); reply && reply->outcome == ClockOutcome::running) view.promised_by = reply->due_at;
    for (auto const& event : events) {
        auto what = told(event);
        if (!what) continue;
        auto text = std::string{event.texts.text.get(what->key)};
        if (text.empty() && event.act == ActName::again) text = event.texts.text.get("text");
        // R5.2: another round begins; the outcome of the one before is one of the steps from now on.
        bool const begins_round = event.data.has("round");
        if (begins_round) view.result.clear();
        if (event.act == ActName::give_feedback) view.result = text;
        if (auto now_stands = progress_after(event, what->what, begins_round, complaint.stage)) view.progress = std::move(*now_stands);
        view.steps.push_back({event.at, event.act, std::move(what->what), std::move(text)});
    }
    if (!view.result.empty() || complaint.stage == Stage::closed) {
        view.satisfaction = complaint.satisfaction;
        view.solved = complaint.solved;
    }
    for (auto act : possible_acts(complaint, {passenger_actor(), now, directory.keeping(), directory.rules()}))
        if (std::find(passenger_acts.begin(), passenger_acts.end(), act) != passenger_acts.end()) view.possible_acts.push_back(act);
    return view;
}

/// Only what the passenger cannot know or decide is refused.
Done check_given(Registration const& registration) {
    std::vector<FieldError> errors;
    auto const not_yours = [&](bool given, std::string_view pointer) {
        if (given) errors.push_back({std::string{pointer}, say("这一项由受理人员填写，请去掉", "this is filled in by the staff; leave it out")});
    };
    not_yours(registration.received_at.has_value(), "/received_at");
    not_yours(!registration.unit.empty(), "/unit");
    not_yours(!registration.external_id.empty(), "/external_id");
    not_yours(registration.severity != Severity::ordinary, "/severity");
    if (!is_public_channel(registration.channel))
        errors.push_back({"/channel", say("网上提交的渠道只能是 website、wechat、weibo 或 other", "a passenger's own form has channel website, wechat, weibo or other")});
    if (errors.empty()) return Done{};
    return refuse(ErrorKind::invalid, "not-for-passengers", say("有 {} 项不能由乘客填写", "{} fields are not for passengers", errors.size()), std::move(errors));
}

}  // namespace

bool is_public_channel(Channel channel) {
    return channel == Channel::website || channel == Channel::wechat || channel == Channel::weibo || channel == Channel::other;
}

std::string tracking_digest(std::string_view code) {
    std::string plain;
    for (char c : code) {
        if (c == ' ' || c == '-') continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return hex(sha256("tracking:" + plain));
}

Result<PreparedRegistration> prepare_submission(Registration registration, std::shared_ptr<Directory const> directory, Instant now, RandomSource& random) {
    TRY(check_given(registration));
    return prepare_registration(std::move(registration), passenger_actor(), std::move(directory), now, random, Tracking::with_code);
}

Result<ComplaintRow> find_tracked(Snapshot& snapshot, Number number, std::string_view code) {
    auto const digest = tracking_digest(code);
    auto row = snapshot.find(number);
    if (!row || row->tracking.empty() || row->tracking != digest) return unknown();
    return std::move(*row);
}

Result<TrackingView> track_complaint(Snapshot& snapshot, Number number, std::string_view code, Directory const& directory, Instant now) {
    return tracking_view(snapshot, TRY(find_tracked(snapshot, number, code)), directory, now);
}

Result<TrackingView> act_as_passenger(Transaction& transaction, Number number, std::string_view code, Act const& act, Directory const& directory,
                                      Instant now, RandomSource& random) {
    auto const digest = tracking_digest(code);
    auto const row = transaction.find_for_update(number);
    if (!row || row->tracking.empty() || row->tracking != digest) return unknown();
    if (std::find(passenger_acts.begin(), passenger_acts.end(), act.name) == passenger_acts.end())
        return refuse(ErrorKind::forbidden, "not-your-act", say("乘客不能做这项操作", "this is not for passengers to do"));
    TRY(perform_loaded(transaction, *row, passenger_actor(), act, directory, now, random));
    return tracking_view(transaction, *transaction.find(number), directory, now);
}

}  // namespace hearline
