#include "http/presence.hpp"

namespace hearline::http {

bool PresenceBoard::tell(Number number, Person person) {
    if (person.state == PresenceState::gone) {
        auto const found = at_.find(number);
        if (found == at_.end() || found->second.erase(person.user) == 0) return false;
        if (found->second.empty()) at_.erase(found);
        return true;
    }
    if (at_.size() >= most_complaints && !at_.contains(number)) return false;
    auto& people = at_[number];
    auto const found = people.find(person.user);
    if (found == people.end()) {
        if (people.size() >= most_people) return false;
        auto user = person.user;
        people.emplace(std::move(user), std::move(person));
        return true;
    }
    bool const other = found->second.state != person.state;
    if (!other) person.since = found->second.since;
    found->second = std::move(person);
    return other;
}

std::vector<PresenceBoard::Person> PresenceBoard::at(Number number) const {
    std::vector<Person> all;
    if (auto const found = at_.find(number); found != at_.end())
        for (auto const& [user, person] : found->second) all.push_back(person);
    return all;
}

std::vector<Number> PresenceBoard::expire(Instant now) {
    std::vector<Number> changed;
    for (auto at = at_.begin(); at != at_.end();) {
        auto const forgotten = std::erase_if(at->second, [&](auto const& entry) { return now - entry.second.told_at >= forgotten_after; });
        if (forgotten > 0) changed.push_back(at->first);
        at = at->second.empty() ? at_.erase(at) : std::next(at);
    }
    return changed;
}

}  // namespace hearline::http
