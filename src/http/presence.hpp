#pragma once
// Who is at which complaint now, as their pages say. In memory of this server, of bounded size, by a clock that is given.
#include <map>
#include <string>
#include <vector>

#include "base/code.hpp"
#include "base/time.hpp"
#include "domain/complaint/number.hpp"

namespace hearline::http {

enum class PresenceState { viewing, working, gone };

}  // namespace hearline::http

namespace hearline {

template <>
struct CodeTable<http::PresenceState> {
    using State = http::PresenceState;
    static constexpr std::array<CodeName<State>, 3> rows{{{State::viewing, "viewing", "正在查看", "Looking at it"},
                                                          {State::working, "working", "正在办理", "Working on it"},
                                                          {State::gone, "gone", "已离开", "Gone"}}};
};

}  // namespace hearline

namespace hearline::http {

/// See the head of this file. Not for several threads at once.
class PresenceBoard {
public:
    static constexpr std::chrono::seconds forgotten_after{45};
    static constexpr std::size_t most_complaints = 10'000, most_people = 50;  ///< at one complaint

    struct Person {
        std::string user, name;  ///< `name` as shown
        PresenceState state = PresenceState::viewing;
        Instant since, told_at;
    };

    /// True when others are to hear of it: somebody came, went or took up another state.
    bool tell(Number number, Person person);
    [[nodiscard]] std::vector<Person> at(Number number) const;  ///< by login name
    /// Forgets those who have not told for a while; gives the complaints where that changed something.
    [[nodiscard]] std::vector<Number> expire(Instant now);

private:
    std::map<Number, std::map<std::string, Person>> at_;
};

}  // namespace hearline::http
