#include "http/live.hpp"

#include <algorithm>

#include "app/complaint_view.hpp"
#include "app/event_rows.hpp"
#include "app/undo_act.hpp"
#include "domain/complaint/undo.hpp"
#include "domain/organisation/permission.hpp"
#include "http/json/writer.hpp"
#include "http/session.hpp"

namespace hearline::http {

namespace {

/// LiveChange. `last`: the event that made this version, unless several came together.
std::string change_of(Complaint const& complaint, std::optional<Event> const& last, Directory const& directory) {
    std::string data;
    AnswerWriter out{data};
    out.begin_object();
    out.field("number", format_number(complaint.number));
    out.field("version", complaint.version);
    out.field_code("stage", complaint.stage);
    out.key("act");
    if (last) out.value(code_of(last->act));
    else out.null();
    auto const* const user = last ? directory.user(last->actor.user) : nullptr;
    out.field_or_null("by", user ? user->display_name : "");
    out.end_object();
    return sent_event("change", data);
}

}  // namespace

Live::Live(Store& store, DirectoryHolder& directory, Sessions& sessions, std::function<Instant()> now, std::string version, LiveLimits limits)
    : store_{store}, directory_{directory}, sessions_{sessions}, now_{std::move(now)}, version_{std::move(version)}, limits_{limits},
      reference_version_{directory.get()->version()} {}

Live::~Live() { stop(); }

void Live::start() {
    thread_ = std::thread{[this] { work(); }};
}

void Live::stop() {
    {
        std::lock_guard lock{noted_mutex_};
        stopping_ = true;
        wake_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
    end_all();
}

void Live::work() {
    for (;;) {
        {
            std::unique_lock lock{noted_mutex_};
            wake_.wait_for(lock, std::chrono::milliseconds{500}, [this] { return stopping_ || !noted_.empty() || too_many_; });
            if (stopping_) return;
        }
        try {
            round();
        } catch (std::exception const&) {  // what could not be read cannot be told: the pages load anew
            end_all();
        }
        std::unique_lock lock{noted_mutex_};
        wake_.wait_for(lock, limits_.pause, [this] { return stopping_; });
    }
}

void Live::changed(std::span<ComplaintRow const> rows) {
    if (listening_.load(std::memory_order_relaxed) == 0) return;
    std::lock_guard lock{noted_mutex_};
    for (auto const& row : rows) {
        if (noted_.size() >= limits_.waiting_complaints) too_many_ = true;
        else ++noted_[row.key];
    }
    wake_.notify_one();
}

std::size_t Live::listening() const { return listening_.load(std::memory_order_relaxed); }

std::optional<Live::Noted> Live::take_noted() {
    std::lock_guard lock{noted_mutex_};
    if (std::exchange(too_many_, false)) {
        noted_.clear();
        return std::nullopt;
    }
    Noted some;
    while (!noted_.empty() && some.size() < limits_.told_at_once) some.insert(noted_.extract(std::prev(noted_.end())));  // the newest first
    return some;
}

void Live::round() {
    auto const directory = directory_.get();
    Instant const now = now_();
    auto noted = take_noted();
    if (!noted) return end_all();
    add_due(*noted, now);
    auto const changes = read_changes(*noted, *directory, now);
    bool const look = now - looked_at_ >= limits_.look_again;
    auto const sessions = look ? read_sessions(now) : std::vector<SessionRow>{};
    std::lock_guard lock{mutex_};
    tell_changes(changes, *directory);
    tell_reference(*directory);
    for (auto const number : presence_.expire(now)) tell_watchers(number);
    if (look) {
        looked_at_ = now;
        end_those_logged_out(sessions, *directory, now);
    }
    // Only we still hold the feed: its connection has ended.
    std::erase_if(streams_, [](Stream const& stream) { return stream.feed->ended() || stream.feed.use_count() == 1; });
    listening_.store(streams_.size(), std::memory_order_relaxed);
}

void Live::add_due(Noted& noted, Instant now) {
    std::erase_if(held_, [&](auto const& held) {
        if (noted.contains(held.first)) return true;  // judged anew
        if (now <= held.second) return false;
        noted.emplace(held.first, 1);
        return true;
    });
}

std::vector<Live::Told> Live::read_changes(Noted const& noted, Directory const& directory, Instant now) {
    std::vector<Told> changes;
    if (noted.empty()) return changes;
    std::vector<ComplaintKey> keys;
    for (auto const& [key, times] : noted) keys.push_back(key);
    store_.read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.load(keys)) {
            auto complaint = record_of(row);
            std::optional<Event> last;
            if (auto const events = snapshot.events(row.key, row.version - 1, 1); !events.empty()) last = event_of(events.front());
            std::string only_to;
            if (last && is_pending(*last, directory, now)) {
                only_to = last->actor.user;
                held_[row.key] = undo_until(*last, directory.rules(), directory.zone());
            }
            if (noted.at(row.key) != 1) last.reset();
            auto event = change_of(complaint, last, directory);
            changes.push_back({std::move(complaint), std::move(event), std::move(only_to)});
        }
    });
    return changes;
}

void Live::tell_changes(std::span<Told const> changes, Directory const& directory) {
    if (changes.empty()) return;
    auto const figures = sent_event("figures", "{}");
    for (auto& [listener, feed] : streams_) {
        auto const* const user = directory.user(listener.user);
        if (!user) continue;
        auto const actor = user->actor();
        // R10.2: a leader hears that figures have changed, not whose act it was.
        if (!may(actor, Permission::read_ledger) && may(actor, Permission::read_figures)) feed->push(figures);
        for (auto const& change : changes) {
            if (!change.only_to.empty() && change.only_to != listener.user) continue;
            bool const may_know = may_read(actor, change.complaint);
            if (may_know) feed->push(change.event);
            else if (listener.watched == change.complaint.number) listener.watched.reset();  // it has gone to others
        }
    }
}

void Live::tell_reference(Directory const& directory) {
    if (directory.version() == reference_version_) return;
    reference_version_ = directory.version();
    auto const event = sent_event("reference", fmt::format(R"({{"version":{}}})", reference_version_));
    for (auto const& stream : streams_) stream.feed->push(event);
}

std::vector<SessionRow> Live::read_sessions(Instant now) {
    std::vector<Digest> digests;
    {
        std::lock_guard lock{mutex_};
        for (auto const& stream : streams_)
            if (stream.listener.session) digests.push_back(*stream.listener.session);
    }
    std::vector<SessionRow> rows;
    if (digests.empty()) return rows;
    store_.read([&](Snapshot& snapshot) {
        for (auto const& digest : digests)
            if (auto row = snapshot.session(digest)) rows.push_back(std::move(*row));
    });
    return sessions_.living(std::move(rows), now);
}

void Live::end_those_logged_out(std::span<SessionRow const> sessions, Directory const& directory, Instant now) {
    for (auto const& [listener, feed] : streams_) {
        auto const* const user = directory.user(listener.user);
        bool const by_session = listener.session && std::any_of(sessions.begin(), sessions.end(), [&](SessionRow const& row) { return row.digest == *listener.session; });
        bool const by_token = listener.token && directory.user_of_token(*listener.token, now) == user;
        if (!user || user->disabled || (!by_session && !by_token)) feed->end();
    }
}

Result<std::shared_ptr<Feed>> Live::listen(Listener listener) {
    auto feed = std::make_shared<Feed>();
    std::lock_guard lock{mutex_};
    std::erase_if(streams_, [](Stream const& stream) { return stream.feed->ended() || stream.feed.use_count() == 1; });
    auto const own = std::count_if(streams_.begin(), streams_.end(), [&](Stream const& stream) {
        return stream.listener.session == listener.session && stream.listener.token == listener.token;
    });
    if (static_cast<std::size_t>(own) >= limits_.of_one_login) {
        Error error{ErrorKind::throttled, "too-many-streams", say("同一登录最多同时打开 {} 个实时页面", "a login has at most {} live pages at once", limits_.of_one_login), {}, 0};
        error.retry_after_seconds = 5;
        return tl::make_unexpected(std::move(error));
    }
    if (streams_.size() >= limits_.in_all) {
        Error error{ErrorKind::unavailable, "too-many-streams", say("实时连接过多，请稍后再试", "too many pages listen; try again soon"), {}, 0};
        error.retry_after_seconds = 30;
        return tl::make_unexpected(std::move(error));
    }
    std::string data;
    AnswerWriter out{data};
    out.begin_object();
    out.field("version", version_);
    out.end_object();
    feed->push(sent_event("hello", data));
    if (listener.watched) feed->push(sent_event("presence", presence_for(*listener.watched, listener.user)));
    streams_.push_back({std::move(listener), feed});
    listening_.store(streams_.size(), std::memory_order_relaxed);
    return feed;
}

std::string Live::tell_presence(Number number, PresenceBoard::Person person) {
    std::lock_guard lock{mutex_};
    auto const user = person.user;
    if (presence_.tell(number, std::move(person))) tell_watchers(number);
    return presence_for(number, user);
}

void Live::tell_watchers(Number number) {
    for (auto const& [listener, feed] : streams_)
        if (listener.watched == number) feed->push(sent_event("presence", presence_for(number, listener.user)));
}

std::string Live::presence_for(Number number, std::string_view user) const {
    auto const zone = directory_.get()->zone();
    std::string data;
    AnswerWriter out{data};
    out.begin_object();
    out.field("number", format_number(number));
    out.key("people");
    out.begin_array();
    for (auto const& person : presence_.at(number)) {
        if (person.user == user) continue;
        out.begin_object();
        out.field("user", person.user);
        out.field("name", person.name);
        out.field_code("state", person.state);
        out.field_time("since", person.since, zone);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return data;
}

void Live::end_all() {
    std::lock_guard lock{mutex_};
    for (auto const& stream : streams_) stream.feed->end();
    streams_.clear();
    listening_.store(0, std::memory_order_relaxed);
}

}  // namespace hearline::http
