#include "domain/complaint/rule_book.hpp"

#include <algorithm>
#include <cassert>

namespace hearline {

std::span<RuleBookSetting const> rule_book_settings() {
    using V = RuleBookVersion;
    static constexpr std::array<RuleBookSetting, 11> rows{{
        {"follow_up_attempts", &V::follow_up_attempts, 1, 10},
        {"reopen_days", &V::reopen_days, 1, 3650},
        {"recurrence_days", &V::recurrence_days, 1, 3650},
        {"retention_years", &V::retention_years, 1, 100},
        {"result_reserve_days", &V::result_reserve_days, 0, 30},
        {"oldest_received_years", &V::oldest_received_years, 1, 100},
        {"content_max", &V::content_max, 100, 100'000},
        {"text_max", &V::text_max, 100, 100'000},
        {"subject_max", &V::subject_max, 10, 1000},
        {"name_max", &V::name_max, 10, 1000},
        {"undo_seconds", &V::undo_seconds, 0, 60, false},
    }};
    return rows;
}

ClockRule const& RuleBookVersion::clock_rule(ClockName name, Severity severity, Channel channel) const {
    // R3.5: on site "at once", for the registration and for passing it on.
    if (channel == Channel::on_site && (name == ClockName::register_ || name == ClockName::relay)) return on_site_register;
    // R1.5: the graver, the shorter.
    auto const found = clocks.find({name, severity});
    assert(found != clocks.end());
    return found->second;
}

RuleBook::RuleBook(std::vector<RuleBookVersion> versions) : versions_(std::move(versions)) {
    assert(!versions_.empty());
    std::stable_sort(versions_.begin(), versions_.end(), [](auto const& a, auto const& b) { return a.valid_from < b.valid_from; });
}

// R1.6: a version holds from its date until the next one's; before the first there is only the first.
RuleBookVersion const& RuleBook::in_force(Date day) const {
    auto const after = std::upper_bound(versions_.begin(), versions_.end(), day, [](Date d, auto const& version) { return d < version.valid_from; });
    return after == versions_.begin() ? versions_.front() : *std::prev(after);
}

RuleBookVersion const* RuleBook::version(int number) const {
    for (auto const& version : versions_)
        if (version.version == number) return &version;
    return nullptr;
}

}  // namespace hearline
