#pragma once
// The directory: one immutable picture of all reference data, people and rules, which every use case reads. Swapped as a whole when it changes.
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>

#include "app/lookup_key.hpp"
#include "app/reference.hpp"
#include "domain/calendar/deadline.hpp"
#include "domain/complaint/rule_book.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

struct User {
    std::string name;
    Role role = Role::agent;
    std::string unit, display_name, password_hash;
    bool must_change = false, disabled = false;
    [[nodiscard]] Actor actor() const { return {role, name, unit}; }
};

class Directory {
public:
    /// Reads everything. Throws StorageError(corrupt) for a document that cannot be read.
    [[nodiscard]] static std::shared_ptr<Directory const> load(Snapshot& snapshot);
    /// From data in memory (tests, demo, commands without a store); people are empty.
    [[nodiscard]] static std::shared_ptr<Directory const> of(ReferenceData data);

    [[nodiscard]] std::int64_t version() const { return version_; }
    [[nodiscard]] Settings const& settings() const { return settings_; }
    [[nodiscard]] Timekeeping const& keeping() const { return keeping_; }
    [[nodiscard]] Zone const& zone() const { return keeping_.zone; }
    [[nodiscard]] RuleBook const& rules() const { return rules_; }
    /// A rule book is loaded: without one nothing can be registered.
    [[nodiscard]] bool is_ready() const { return !rules_.versions().front().clocks.empty(); }
    /// The secret that people are found by; nothing where the store has none.
    [[nodiscard]] std::optional<LookupKey> const& lookup_key() const { return lookup_key_; }
    [[nodiscard]] std::vector<CalendarYear> const& calendars() const { return calendars_; }

    /// All in order (parents before children, then `order`, then code), retired ones too.
    [[nodiscard]] std::span<Unit const> units() const { return units_; }
    [[nodiscard]] std::span<CodeEntry const> types() const { return types_; }
    [[nodiscard]] std::span<CodeEntry const> causes() const { return causes_; }
    [[nodiscard]] std::span<Line const> lines() const { return lines_; }
    [[nodiscard]] std::span<User const> users() const { return users_; }

    /// By code, or null.
    [[nodiscard]] Unit const* unit(std::string_view code) const;
    [[nodiscard]] CodeEntry const* type(std::string_view code) const;
    [[nodiscard]] CodeEntry const* cause(std::string_view code) const;
    [[nodiscard]] Line const* line(std::string_view code_or_name) const;
    /// On that line; with "" on any line.
    [[nodiscard]] Station const* station(std::string_view line, std::string_view code_or_name) const;
    [[nodiscard]] User const* user(std::string_view name) const;
    /// The user a bearer token belongs to, or null (unknown, revoked, expired, user disabled). `digest` is SHA-256 of the token.
    [[nodiscard]] User const* user_of_token(Digest const& digest, Instant now) const;
    /// The bearer tokens of a user (for listing; digests only).
    [[nodiscard]] std::vector<TokenRow> tokens_of(std::string_view user) const;

    /// R2.2: the unit takes work but has neither desk nor head; `no_desk`: work reaches the head.
    enum class Gap { none, no_desk, nobody };
    [[nodiscard]] Gap gap(std::string_view unit) const;
    /// The name to show: of a unit, type, cause, line; the code itself when unknown.
    [[nodiscard]] std::string_view unit_name(std::string_view code, Language language = Language::zh) const;
    [[nodiscard]] std::string_view type_name(std::string_view code, Language language = Language::zh) const;
    [[nodiscard]] std::string_view cause_name(std::string_view code, Language language = Language::zh) const;
    /// A copy with another calendar (the preview of an import).
    [[nodiscard]] std::shared_ptr<Directory const> with_calendar(CalendarYear const& year) const;

private:
    struct Index;
    Directory() : rules_{{RuleBookVersion{}}} {}
    void finish(std::vector<RuleBookVersion> rules);

    std::int64_t version_ = 0;
    Settings settings_;
    Timekeeping keeping_;
    RuleBook rules_;
    std::vector<CalendarYear> calendars_;
    std::vector<Unit> units_;
    std::vector<CodeEntry> types_, causes_;
    std::vector<Line> lines_;
    std::vector<User> users_;
    std::vector<TokenRow> tokens_;
    std::optional<LookupKey> lookup_key_;
    std::shared_ptr<Index const> index_;
};

/// The refusal of whatever needs limits while no rule book is loaded.
[[nodiscard]] tl::unexpected<Error> not_ready();

/// Holds the current directory and renews it when the store's reference version has grown.
class DirectoryHolder {
public:
    explicit DirectoryHolder(std::shared_ptr<Directory const> first) : current_{std::move(first)} {}
    [[nodiscard]] std::shared_ptr<Directory const> get() const { return std::atomic_load(&current_); }
    /// Reads anew when `reference_version` differs (after a change here; polled for changes by other nodes). True when it did.
    bool refresh(Store& store);

private:
    std::shared_ptr<Directory const> current_;
    std::mutex refreshing_;
};

}  // namespace hearline
