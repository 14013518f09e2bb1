#pragma once
// The jobs every server has: renewing the directory, following other nodes, forgetting old replies, drafts and sessions, making search
// tokens of an older kind anew, writing the facts cache.
#include "app/directory.hpp"
#include "app/facts_feed.hpp"
#include "jobs/scheduler.hpp"

namespace hearline {

struct StandingJobs {
    Store& store;
    DirectoryHolder& directory;
    FactsFeed& feed;
    std::string facts_cache_file;  ///< "" = none
    std::chrono::minutes session_idle;  ///< after which a session that nobody used is over: the same as at the door (`[session] idle_minutes`)
    std::chrono::milliseconds reference_every{2000}, follow_every{500}, clean_every{std::chrono::minutes{10}}, cache_every{std::chrono::minutes{15}}, renew_every{1000};
};
void add_standing_jobs(Scheduler& scheduler, StandingJobs jobs);

}  // namespace hearline
