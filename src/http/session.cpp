#include "http/session.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace hearline::http {
namespace {

constexpr std::size_t most_known = 50'000;
constexpr std::size_t token_length = 64;

std::string random_hex(RandomSource& random, std::size_t bytes) {
    std::array<std::uint8_t, 32> out{};
    std::span const some{out.data(), bytes};
    random.fill(some);
    return hex(some);
}

/// Writes down when the session was last used, if it still exists. Lives until the write is done.
class Note final : public WriteJob {
public:
    Note(Digest digest, Instant at) : digest_{digest}, at_{at} {}
    bool run(Transaction& transaction) override {
        auto row = transaction.session(digest_);
        if (!row || row->last_seen_at >= at_) return false;
        row->last_seen_at = at_;
        transaction.put_session(*row);
        return true;
    }
    void finished(std::exception_ptr) noexcept override { delete this; }  // a time of use that is lost harms nobody

private:
    Digest digest_;
    Instant at_;
};

}  // namespace

std::size_t Sessions::ByDigest::operator()(Digest const& digest) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

Sessions::Opened Sessions::make(std::string_view user, std::string_view peer, std::string_view agent, Instant now) {
    Opened opened;
    std::lock_guard lock{mutex_};  // a seeded source is not made for two threads
    opened.token = random_hex(random_, 32);
    opened.row.csrf = random_hex(random_, 16);
    opened.row.digest = sha256(opened.token);
    opened.row.user = user;
    opened.row.peer = peer;
    opened.row.agent = agent.substr(0, 200);
    opened.row.created_at = opened.row.last_seen_at = now;
    return opened;
}

void Sessions::store_new(Transaction& transaction, SessionRow const& row, std::optional<Digest> const& before) const {
    if (before) transaction.drop_session(*before);
    transaction.drop_sessions_before(row.created_at - limits_.idle);
    transaction.put_session(row);
}

bool Sessions::lives(SessionRow const& row, Instant now) const { return now - row.last_seen_at < limits_.idle && now < ends_at(row); }

std::optional<SessionRow> Sessions::known(Digest const& digest, std::int64_t directory_version, Instant now) {
    std::lock_guard lock{mutex_};
    auto const found = known_.find(digest);
    if (found == known_.end()) return std::nullopt;
    auto& it = found->second;
    // Used on another node meanwhile, ended there, or its owner's rights have changed: the store knows.
    if (!lives(it.row, now) || it.directory_version != directory_version || now - it.looked_at >= limits_.look_again) return std::nullopt;
    it.row.last_seen_at = std::max(it.row.last_seen_at, now);
    return it.row;
}

void Sessions::learn(SessionRow const& row, std::int64_t directory_version, Instant now) {
    std::lock_guard lock{mutex_};
    if (known_.size() >= most_known) std::erase_if(known_, [&](auto const& entry) { return now - entry.second.looked_at >= limits_.look_again; });
    if (known_.size() >= most_known) known_.clear();
    auto& it = known_[row.digest];
    it = {row, directory_version, now};
    it.row.last_seen_at = now;
}

void Sessions::note(SessionRow const& row) {
    auto* const job = new Note{row.digest, row.last_seen_at};
    store_.submit(*job, WriteKind::act);
}

Task<std::optional<SessionRow>> Sessions::find(std::string_view token, std::int64_t directory_version, WorkerPool& readers, Instant now) {
    if (token.size() != token_length) co_return std::nullopt;
    auto const digest = sha256(token);
    if (auto row = known(digest, directory_version, now)) co_return row;
    auto look = [digest](Snapshot& snapshot) { return snapshot.session(digest); };
    auto row = co_await read(store_, readers, look);
    if (!row) {
        forget(digest);
        co_return std::nullopt;
    }
    auto const written = row->last_seen_at;
    row->last_seen_at = std::max(written, last_seen_here(digest));  // what is not written down yet counts too
    if (!lives(*row, now)) {
        forget(digest);
        co_return std::nullopt;
    }
    row->last_seen_at = std::max(row->last_seen_at, now);
    learn(*row, directory_version, now);
    if (now - written >= limits_.note_every) note(*row);
    co_return row;
}

std::vector<SessionRow> Sessions::living(std::vector<SessionRow> rows, Instant now) {
    for (auto& row : rows) row.last_seen_at = std::max(row.last_seen_at, last_seen_here(row.digest));
    std::erase_if(rows, [&](SessionRow const& row) { return !lives(row, now); });
    return rows;
}

Instant Sessions::last_seen_here(Digest const& digest) {
    std::lock_guard lock{mutex_};
    auto const found = known_.find(digest);
    return found == known_.end() ? Instant{} : found->second.row.last_seen_at;
}

void Sessions::forget(Digest const& digest) {
    std::lock_guard lock{mutex_};
    known_.erase(digest);
}

std::string_view cookie_name(Request const& request) {
    if (request.secure) return "__Host-hearline";
    return request.loopback ? "hearline" : "";
}

std::string session_cookie(Request const& request, std::string_view token) {
    std::string cookie{cookie_name(request)};
    cookie.append("=").append(token).append("; Path=/; HttpOnly; SameSite=Strict");
    if (request.secure) cookie += "; Secure";
    if (token.empty()) cookie += "; Max-Age=0";
    return cookie;
}

bool same_secret(std::string_view a, std::string_view b) { return a.size() == b.size() && !a.empty() && sodium_memcmp(a.data(), b.data(), a.size()) == 0; }

}  // namespace hearline::http
