#include "storage/postgres/follower.hpp"

#include "storage/postgres/answers.hpp"
#include "storage/sql/event_rows.hpp"

namespace hearline::postgres {

Follower::Follower(Site& site) : site_{site}, leased_{site.node}, thread_{[this] { run(); }} {}

Follower::~Follower() { thread_.join(); }

void Follower::look(Wire& wire) {
    Direct direct{wire};
    for (auto const last : sql::read_lanes(direct)) {
        // Our own commits are told by those who make them; only what was left untold since the last look is told here.
        auto& seen = seen_[last.lane()];
        auto const until = is_own(last.lane()) ? seen : last;
        seen = last;
        auto told = site_.teller.told(last.lane());
        for (bool more = told < until; more && !site_.condition.closing();) {
            auto changes = sql::follow_events(direct, told, 500);
            site_.teller.tell(changes.rows, changes.upto);
            told = changes.upto;
            more = changes.more;
        }
    }
}

void Follower::keep_lease(Wire& wire) {
    auto const now = std::chrono::steady_clock::now();
    if (now - renewed_ < lease_pace) return;
    renewed_ = now;
    if (leased_.renew(wire)) return;
    // We were away for so long that our slot was given to another: its lanes refuse whoever is late, but keys need a number of our own.
    leased_.join(wire);
    site_.keys.renumber(leased_.key_number(), leased_.joined_at());
}

void Follower::run() {
    std::unique_ptr<Wire> wire;
    while (!site_.condition.closing()) {
        try {
            if (!wire) {
                wire = std::make_unique<Wire>(site_.address);
                site_.condition.is_well();
            }
            look(*wire);
            keep_lease(*wire);
        } catch (EngineError const& error) {
            if (error.cause() == EngineError::What::lost) site_.condition.is_lost(error.what());
            wire.reset();
        } catch (std::exception const&) {
            wire.reset();  // the listener failed; what it missed is told again
        }
        site_.condition.pause(pace);
    }
    try {
        if (!wire) wire = std::make_unique<Wire>(site_.address);
        leased_.leave(*wire);
    } catch (EngineError const&) {
        // The lease runs out by itself.
    }
}

}  // namespace hearline::postgres
