#include "domain/complaint/undo.hpp"

#include <algorithm>
#include <array>

namespace hearline {
namespace {

/// What staff can do without writing a word, alone or to many at once.
constexpr std::array wordless_acts{ActName::dispatch, ActName::approve, ActName::reclassify};

}  // namespace

bool can_be_undone(Event const& event) {
    bool const listed = std::find(wordless_acts.begin(), wordless_acts.end(), event.act) != wordless_acts.end();
    return listed && !event.actor.user.empty() && event.texts.text.empty() && event.texts.personal.empty();
}

Instant undo_until(Event const& event, RuleBook const& rules, Zone const& zone) {
    return event.at + std::chrono::seconds{rules.in_force(zone.date(event.at)).undo_seconds};
}

// R1.4: nothing is overwritten; the act stays in the history, and this event behind it says that it does not hold.
Result<Event> decide_undo(Complaint const& complaint, Event const& last, Circumstances const& at) {
    auto const& name = names_of(last.act);
    if (!can_be_undone(last))
        return refuse(ErrorKind::conflict, "nothing-to-undo",
                      say("最近一步是“{0}”，不能撤销；能撤销的只有没有文字的转办、审核通过和重新归类，且其后没有别的操作",
                          "the last step is “{1}”, which cannot be undone; only a dispatch, approval or reclassification without text can, while nothing followed", name.zh, name.en));
    if (at.now > undo_until(last, at.rules, at.keeping.zone))
        return refuse(ErrorKind::conflict, "undo-over",
                      say("“{0}”已过可撤销的 {2} 秒，不能再撤销", "the {2} seconds in which “{1}” could be undone are over", name.zh, name.en,
                          at.rules.in_force(at.keeping.zone.date(last.at)).undo_seconds));
    if (last.actor.user != at.actor.user)
        return refuse(ErrorKind::forbidden, "not-your-act", say("“{0}”只能由办理的本人撤销", "“{1}” can be undone by who did it only", name.zh, name.en));
    Event event;
    event.seq = complaint.version + 1;
    event.at = at.now;
    event.actor = at.actor;
    event.act = ActName::undo;
    event.data.add("of", std::int64_t{last.seq});
    event.data.add("undone", code_of(last.act));
    return event;
}

}  // namespace hearline
