#include "demo/biography.hpp"

#include <algorithm>
#include <stdexcept>

#include "demo/working_time.hpp"

namespace hearline::demo {

Biography::Biography(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival)
    : world_{world}, arrival_{arrival}, dice_{world.seed, arrival.index * 4 + 2}, random_{world.seed, arrival.index * 4 + 3}, told_{tell(world, incidents, arrival, dice_)},
      store_{arrival.number}, calm_{arrival.stays_in >= 0} {
    first_agent_ = static_cast<int>(dice_.below(2));
}

bool Biography::reach(Instant at) {
    at = std::max(at, now_ + std::chrono::seconds{1});
    if (at >= world_.end) {
        over_ = true;
        return false;
    }
    now_ = at;
    return true;
}

bool Biography::after_office(double minutes) { return reach(after_office_minutes(world_.keeping(), now_, static_cast<std::int64_t>(calm_ ? minutes * 0.6 : minutes))); }

bool Biography::after_duty(double minutes) {
    auto at = now_ + std::chrono::milliseconds{static_cast<std::int64_t>(minutes * 60'000)};
    auto const local = world_.directory->zone().local(at);
    if (minutes > 60 && local.time_of_day < std::chrono::hours{7} && complaint_.severity != Severity::urgent)
        at = world_.directory->zone().instant(local.day, std::chrono::hours{7} + Minutes{dice_.between(5, 110)});
    return reach(at);
}

void Biography::perform(Actor const& actor, Act act) {
    auto done = actor.role == Role::passenger ? perform_loaded(store_, store_.row(), actor, act, *world_.directory, now_, random_)
                                              : perform_act(store_, actor, {complaint_.number, std::move(act), complaint_.version}, *world_.directory, now_, random_);
    take(std::move(done), code_of(act.name));
}

void Biography::take(Result<ComplaintView> done, std::string_view what) {
    if (!done) {
        std::string why = done.error().detail.en;
        for (auto const& field : done.error().fields) why += fmt::format("; {}: {}", field.pointer, field.detail.en);
        throw std::logic_error{fmt::format("the demo's act {} on {} in stage {} was refused: {}", what, format_number(complaint_.number), code_of(complaint_.stage), why)};
    }
    complaint_ = std::move(done->complaint);
}

Act Biography::act_of(ActName name) {
    Act act;
    act.name = name;
    return act;
}

Act Biography::with_reason(ActName name, std::string reason) {
    auto act = act_of(name);
    act.reason = std::move(reason);
    return act;
}

Means Biography::means() {
    if (has_contact()) return dice_.chance(0.85) ? Means::phone : Means::sms;
    switch (told_.registration.channel) {
        case Channel::email: return Means::email;
        case Channel::wechat: return Means::wechat;
        case Channel::weibo: return Means::weibo;
        default: return Means::platform;
    }
}

// R9.4
bool Biography::pause_a_while() {
    auto const who = complaint_.lead_unit().empty() ? agent(first_agent_) : desk(complaint_.lead_unit());
    if (!after_office(dice_.around(90))) return false;
    perform(who, with_reason(ActName::suspend, words("suspend_why")));
    if (!after_office(dice_.around(1400))) return false;
    perform(who, with_reason(ActName::resume, words("resume_why")));
    return true;
}

void Biography::side_act(double p) {
    if (!sometimes(p)) return;
    do_beside();
    reach(now_ + Minutes{dice_.between(1, 15)} + std::chrono::seconds{dice_.below(60)});
}

void Biography::do_beside() {
    bool const with_unit = !complaint_.handling_units.empty() && complaint_.stage != Stage::dispatch;
    switch (dice_.below(12)) {
        case 0:
        case 1: return perform(agent(first_agent_), with_text(ActName::note, words("note")));
        case 2:
        case 3:
        case 4: return contact(with_unit ? desk(complaint_.lead_unit()) : agent(first_agent_));
        case 5:
        case 6: return perform(agent(first_agent_), with_text(ActName::publish_progress, words("progress")));
        case 7:
            if (tracked_) return perform(passenger_actor(), with_text(ActName::supplement, words("supplement")));
            return;
        case 8:
            if (complaint_.severity == Severity::ordinary && complaint_.kind == Kind::complaint && dice_.chance(0.5)) return grade();
            return;
        case 9:
            if (dice_.chance(0.4)) return reclassify();
            return;
        case 10:
            if (dice_.chance(0.6)) return perform(tracked_ ? passenger_actor() : agent(first_agent_), with_reason(ActName::withdraw, words("withdraw_why")));
            return;
        default: return contact(agent(first_agent_));
    }
}

Act Biography::with_text(ActName name, std::string text) {
    auto act = act_of(name);
    act.text = std::move(text);
    return act;
}

void Biography::contact(Actor const& actor) {
    auto act = act_of(ActName::contact);
    act.direction = dice_.chance(0.65) ? Direction::out : Direction::in;
    act.means = means();
    act.text = words(*act.direction == Direction::out ? "contact_out" : "contact_in");
    perform(actor, std::move(act));
}

void Biography::grade() {
    auto act = with_reason(ActName::grade, words("grade_why"));
    act.severity = Severity::serious;
    perform(agent(first_agent_), std::move(act));
}

void Biography::reclassify() {
    auto act = act_of(ActName::reclassify);
    if (dice_.chance(0.3) && complaint_.kind == Kind::complaint)
        act.kind = dice_.chance(0.6) ? Kind::suggestion : Kind::consultation;
    else if (!told_.situation->causes.empty())
        act.cause = dice_.pick(told_.situation->causes);
    else
        act.type = "other.management";
    perform(agent(first_agent_), std::move(act));
}

}  // namespace hearline::demo
