#include "jobs/standing_jobs.hpp"

#include "app/kept.hpp"
#include "app/renew_search.hpp"

namespace hearline {

namespace {

constexpr std::chrono::milliseconds renewal_patience{200};  // the other jobs wait for it

/// Forgets replies to old keys, drafts that nobody touched, sessions that nobody used.
void clean(Store& store, Settings const& settings, std::chrono::minutes session_idle, Instant now) {
    auto const done = write_and_wait(store, [&](Transaction& transaction) -> Done {
        transaction.forget_idempotency_before(now - std::chrono::hours{settings.idempotency_hours});
        drop_old_drafts(transaction, now);
        transaction.drop_sessions_before(now - session_idle);
        return Done{};
    });
    static_cast<void>(done);
}

}  // namespace

void add_standing_jobs(Scheduler& scheduler, StandingJobs jobs) {
    scheduler.add({"reference", jobs.reference_every, [jobs](Instant) { jobs.directory.refresh(jobs.store); }});
    scheduler.add({"follow", jobs.follow_every, [jobs](Instant) { jobs.feed.catch_up(); }});
    scheduler.add({"clean", jobs.clean_every, [jobs](Instant now) { clean(jobs.store, jobs.directory.get()->settings(), jobs.session_idle, now); }});
    if (jobs.store.keeps_search_tokens())
        scheduler.add({"search", jobs.renew_every, [renewal = std::make_shared<SearchRenewal>(jobs.store)](Instant now) { renewal->step(now, renewal_patience); }});
    if (!jobs.facts_cache_file.empty())
        scheduler.add({"facts-cache", jobs.cache_every, [jobs](Instant) { jobs.feed.write_cache(jobs.facts_cache_file); }});
}

}  // namespace hearline
