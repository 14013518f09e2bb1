#pragma once
// One event of a complaint's history: who did which act when, what it changed, and the digest that chains it (R10.4).
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/fields.hpp"
#include "domain/complaint/act_name.hpp"
#include "domain/complaint/complaint.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

// R1.4: every statement of fact is an event with its author; nothing is overwritten.
/// What an event does to one clock. `decide` computes it (calendar and rule book at hand), `apply` only carries it out.
struct ClockChange {
    enum class What { start, end, pause, resume, move };
    What what = What::start;
    Clock clock;  ///< for start: the new clock; else name, round and the fields that change (due_at, ended_at, outcome, provisional)
    bool operator==(ClockChange const&) const = default;
};

/// Erasable texts that belong to an event, kept beside it: free text, and personal data apart from it. The event carries
/// SHA-256 over salt and text of each, so that erasing keeps the chain provable.
struct EventTexts {
    Fields text;      ///< content, subject, detail, reason, note, findings, measures, result, public_text, comment …
    Fields personal;  ///< name, phone, email
    bool operator==(EventTexts const&) const = default;
};

struct Event {
    int seq = 0;
    Instant at;
    Actor actor;
    ActName act = ActName::register_;
    Fields data;  ///< codes, times and numbers only: nothing personal, no free text
    std::vector<ClockChange> clocks;
    EventTexts texts;
};

/// An event as it is stored: the canonical body (everything but the texts), the salted digests inside it, and the chain.
struct SealedEvent {
    int seq = 0;
    std::string body;  ///< canonical; holds the digests of the texts and the digest of the event before
    Digest digest{};   ///< SHA-256 of `body`
    Salt salt{};       ///< zero when the event has no texts
    std::string text, personal;  ///< canonical Fields, or empty
};

/// Seals `event` behind `previous` (all zero for the first).
[[nodiscard]] SealedEvent seal(Event const& event, Digest const& previous, Salt const& salt);
/// Reads a sealed event back; erased texts come back empty. Errors: `bad-record`.
[[nodiscard]] Result<Event> unseal(SealedEvent const& sealed);
/// Checks digest, chain and text digests; an erased text (empty, with a digest in the body) is fine. The error names what differs.
[[nodiscard]] Done check_seal(SealedEvent const& sealed, Digest const& previous);

}  // namespace hearline
