#pragma once
// What others do, told to the pages that listen: changes of complaints (to leaders: that figures have changed), who is at one, new reference
// data. Commits only leave a note of which complaints changed; a thread of its own reads them, judges who may know, and tells. Nothing is
// replayed.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/directory.hpp"
#include "app/ports/store.hpp"
#include "http/feed.hpp"
#include "http/presence.hpp"

namespace hearline::http {

class Sessions;

struct LiveLimits {
    std::size_t of_one_login = 4;                ///< streams of a session (of a token)
    std::size_t in_all = 1024;
    std::size_t waiting_complaints = 10'000;     ///< noted and not yet told; past it all streams end, and the pages load anew
    std::size_t told_at_once = 256;
    std::chrono::milliseconds pause{50};         ///< between two rounds
    std::chrono::seconds look_again{5};          ///< at whether those who listen are still logged in
};

class Live {
public:
    /// Who listens, and by what they came in.
    struct Listener {
        std::string user;
        std::optional<Digest> session, token;  ///< one of them
        std::optional<Number> watched;         ///< whose presence is told too
    };

    /// `version`: of the program and its pages, told first. All but the clock must outlive it.
    Live(Store& store, DirectoryHolder& directory, Sessions& sessions, std::function<Instant()> now, std::string version, LiveLimits limits = {});
    ~Live();
    void start();
    void stop();  ///< ends all streams

    /// After a commit, here or on another node. Costs next to nothing while nobody listens.
    void changed(std::span<ComplaintRow const> rows);

    /// A new stream, which ends with the login. Errors: `too-many-streams` (429), `unavailable`.
    [[nodiscard]] Result<std::shared_ptr<Feed>> listen(Listener listener);
    /// Somebody's page says where it is; those who watch that complaint are told. Gives who else is there, as JSON.
    [[nodiscard]] std::string tell_presence(Number number, PresenceBoard::Person person);
    [[nodiscard]] std::size_t listening() const;

    /// One round of the thread's work (tests call it themselves).
    void round();

private:
    struct Stream {
        Listener listener;
        std::shared_ptr<Feed> feed;
    };
    struct Told {
        Complaint complaint;
        std::string event;
        std::string only_to;  ///< login of who did what can still be undone; "" = all who may know
    };
    void work();
    using Noted = std::map<ComplaintKey, int>;  ///< with how many commits each has come
    [[nodiscard]] std::optional<Noted> take_noted();  ///< nothing when there were too many
    /// Those of `held_` whose time has come.
    void add_due(Noted& noted, Instant now);
    [[nodiscard]] std::vector<Told> read_changes(Noted const& noted, Directory const& directory, Instant now);
    [[nodiscard]] std::vector<SessionRow> read_sessions(Instant now);
    void tell_changes(std::span<Told const> changes, Directory const& directory);
    void tell_reference(Directory const& directory);
    void end_those_logged_out(std::span<SessionRow const> sessions, Directory const& directory, Instant now);
    void tell_watchers(Number number);
    void end_all();
    [[nodiscard]] std::string presence_for(Number number, std::string_view user) const;

    Store& store_;
    DirectoryHolder& directory_;
    Sessions& sessions_;
    std::function<Instant()> now_;
    std::string version_;
    LiveLimits limits_;

    mutable std::mutex mutex_;
    std::list<Stream> streams_;
    PresenceBoard presence_;
    std::int64_t reference_version_ = 0;
    Instant looked_at_{};

    std::atomic<std::size_t> listening_{0};
    std::mutex noted_mutex_;
    std::condition_variable wake_;
    Noted noted_;
    std::map<ComplaintKey, Instant> held_;  ///< changes that others are told of from then on, when they can no longer be undone
    bool too_many_ = false, stopping_ = false;
    std::thread thread_;
};

}  // namespace hearline::http
