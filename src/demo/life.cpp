#include "demo/life.hpp"

#include <algorithm>

#include "app/passenger.hpp"
#include "app/register_complaint.hpp"
#include "app/reveal_contact.hpp"
#include "demo/biography.hpp"
#include "demo/working_time.hpp"

namespace hearline::demo {
namespace {

class Life : Biography {
public:
    using Biography::Biography;

    OneComplaint live() {
        register_it();
        while (!over_ && complaint_.stage != Stage::closed && !stays()) step();
        if (!over_ && complaint_.stage == Stage::closed) afterwards();
        return std::move(store_);
    }

private:
    [[nodiscard]] bool stays() const { return arrival_.stays_in >= 0 && complaint_.stage == static_cast<Stage>(arrival_.stays_in); }
    // ---- registration (R3.1 to R3.5)

    void register_it() {
        auto registration = told_.registration;
        now_ = arrival_.registered;
        auto const channel = registration.channel;
        bool const by_passenger = channel == Channel::website || channel == Channel::wechat;
        Actor actor = agent(first_agent_);
        if (channel == Channel::on_site) actor = desk(line_unit());
        if (channel == Channel::city_hotline || channel == Channel::open311)
            registration.external_id = fmt::format("{}{:06}", channel == Channel::open311 ? "SR-" : "LJ12345-", arrival_.index);
        auto prepared = [&]() -> Result<PreparedRegistration> {
            if (by_passenger) {
                registration.severity = Severity::ordinary;
                registration.occurred_at.reset();
                tracked_ = true;
                return prepare_submission(registration, world_.directory, now_, random_);
            }
            registration.received_at = arrival_.received;
            if (actor.role == Role::agent && dice_.chance(0.55)) registration.unit = told_.units.front();
            return prepare_registration(registration, actor, world_.directory, now_, random_);
        }();
        if (!prepared) return take(tl::make_unexpected(prepared.error()), "register");
        auto registered = commit_registration(store_, *prepared, now_);
        if (!registered) return take(tl::make_unexpected(registered.error()), "register");
        complaint_ = std::move(registered->view.complaint);
    }
    [[nodiscard]] std::string line_unit() const {
        auto const code = "line" + told_.registration.place.line;
        auto const* unit = world_.directory->unit(code);
        return unit && unit->takes_work() ? code : told_.units.front();
    }

    // ---- one stage after the other

    void step() {
        switch (complaint_.stage) {
            case Stage::dispatch: return at_dispatch();
            case Stage::opinion: return at_opinion();
            case Stage::review: return at_review();
            case Stage::remedy: return at_remedy();
            case Stage::result: return at_result();
            case Stage::feedback: return at_feedback();
            case Stage::follow_up: return at_follow_up();
            case Stage::closed: return;
        }
    }

    // R4.1, R2.9
    void at_dispatch() {
        bool const urgent = complaint_.severity == Severity::urgent;
        if (!after_duty(urgent ? dice_.around(4) : dispatch_minutes())) return;
        side_act(0.3);
        if (over_ || complaint_.stage != Stage::dispatch) return;
        if (complaint_.round >= 3 && sometimes(0.6)) return perform(director(), with_reason(ActName::end, words("end_why")));
        if (complaint_.kind == Kind::complaint && complaint_.round == 1 && sometimes(0.022)) return perform(agent(first_agent_), with_reason(ActName::refuse, words("refuse_why")));
        static constexpr double at_once[]{0.05, 0.85, 0.45, 0.2, 0.5, 0.25};  // by kind
        if (complaint_.round == 1 && sometimes(at_once[static_cast<std::size_t>(complaint_.kind)])) return answer();
        auto act = act_of(ActName::dispatch);
        act.units = {{choose_lead(), true}};
        if (told_.units.size() > 1 && sometimes(0.16))
            for (auto const& other : told_.units)
                if (other != act.units.front().unit) {
                    act.units.push_back({other, false});
                    break;
                }
        if (sometimes(0.2)) act.note = "请" + std::string{world_.directory->unit_name(act.units.front().unit)} + "尽快调查，按时限提出处理意见";
        perform(agent(first_agent_), std::move(act));
    }
    /// R3.4: passed on within ten minutes as a rule; at times the shift is busy, now and then it is forgotten.
    [[nodiscard]] double dispatch_minutes() {
        if (sometimes(0.025)) return 1440.0 + dice_.around(1200);
        if (complaint_.round > 1 || sometimes(0.14)) return dice_.around(75);
        return dice_.around(3.2);
    }
    [[nodiscard]] std::string choose_lead() {
        if (!returned_by_.empty())
            for (auto const& unit : told_.units)
                if (unit != returned_by_) return unit;
        return returned_by_.empty() || returned_by_ != told_.units.front() ? told_.units.front() : std::string{"stations"};
    }
    void answer() {
        auto act = act_of(ActName::answer);
        act.result = one_of(told_.situation->done);
        act.resolution = Resolution::solved;
        act.public_text = one_of(told_.situation->answer);
        bool const by_unit = complaint_.accepting_unit != centre_unit;
        perform(by_unit ? desk(complaint_.accepting_unit) : agent(first_agent_), std::move(act));
    }

    // R4.2, R4.7
    void at_opinion() {
        auto const unit = complaint_.lead_unit();
        if (sometimes(0.045) && returned_by_.empty()) {
            if (!after_office(dice_.around(200))) return;
            returned_by_ = unit;
            return perform(lead(), with_reason(ActName::return_, words("return_why")));
        }
        if (sometimes(0.02)) {
            if (!pause_a_while()) return;
        }
        assist();
        if (over_) return;
        if (!after_office(dice_.around(480) * world_.slowness_of(unit))) return;
        side_act(0.25);
        if (over_ || complaint_.stage != Stage::opinion) return;
        perform(lead(), opinion(ActName::submit_opinion));
    }
    void assist() {
        for (auto const& handling : complaint_.handling_units) {
            if (handling.lead || !sometimes(0.8)) continue;
            if (!after_office(dice_.around(160))) return;
            perform(desk(handling.unit), opinion(ActName::assist_opinion));
            return;
        }
    }
    [[nodiscard]] Act opinion(ActName name) {
        auto act = act_of(name);
        static constexpr double claims[]{0.72, 0.18, 0.1};
        claim_ = told_.situation->kind == Kind::complaint ? static_cast<Claim>(dice_.weighted(claims)) : Claim::true_;
        act.claim = claim_;
        auto const list = "findings." + std::string{code_of(claim_)};
        act.findings = world_.grammar.word(list, told_.scene, dice_);
        if (claim_ != Claim::false_) *act.findings += one_of(told_.situation->findings) + "。";
        act.measures = claim_ == Claim::false_ ? std::string{"向投诉人说明核查情况，并继续关注"} : one_of(told_.situation->measures);
        act.cause = claim_ == Claim::false_ ? std::string{"outside.misunderstanding"} : told_.situation->causes.empty() ? std::string{"management.information"} : dice_.pick(told_.situation->causes);
        if (!world_.directory->cause(*act.cause)) act.cause = world_.directory->causes().front().code;
        if (dice_.chance(0.4)) act.responsibility = claim_ == Claim::false_ ? "无责任" : std::string{world_.directory->unit_name(told_.units.front())} + "负主要责任";
        if (dice_.chance(0.55) && has_contact()) {
            act.contacted_at = now_ - Minutes{dice_.between(5, 25)};
            act.contacted_by = Means::phone;
        }
        auto const* reply = complaint_.open_clock(ClockName::reply);
        if (name == ActName::submit_opinion && dice_.chance(0.35) && reply && reply->due_at > now_ + std::chrono::hours{40}) act.due = reply->due_at - std::chrono::hours{24};
        if (dice_.chance(0.6)) act.public_text = claim_ == Claim::false_ ? std::string{"经核查未发现您反映的情况，感谢您的监督"} : one_of(told_.situation->answer);
        return act;
    }

    // R4.3, R4.4
    void at_review() {
        if (!after_office(dice_.around(140))) return;
        side_act(0.1);
        if (over_ || complaint_.stage != Stage::review) return;
        if (sometimes(0.09)) return perform(some_agent(), with_reason(ActName::reject, words("reject_why")));
        auto act = act_of(ActName::approve);
        for (auto const& opinion : complaint_.opinions)  // a date that has passed meanwhile is agreed anew
            if (opinion.lead && opinion.verdict == Opinion::Verdict::none && opinion.due_at && *opinion.due_at <= now_ + Minutes{1}) act.due = now_ + std::chrono::hours{20};
        auto const* reply = complaint_.open_clock(ClockName::reply);
        if (act.due && reply && *act.due > reply->due_at) {
            if (reply->due_at > now_)
                act.due = reply->due_at;
            else
                return perform(some_agent(), with_reason(ActName::reject, "拟定的完成日期已过，请重新提出日期"));
        }
        if (dice_.chance(0.15)) act.note = "同意，请按期落实并保存整改照片";
        perform(some_agent(), std::move(act));
    }

    // R4.5, R9.4
    void at_remedy() {
        auto const* clock = complaint_.open_clock(ClockName::remedy);
        auto available = clock ? office_minutes(world_.keeping(), now_, clock->due_at) : 570;
        if (clock && available > 240 && sometimes(0.06)) {
            if (!extend(clock->due_at, available)) return;
            clock = complaint_.open_clock(ClockName::remedy);
            available = clock ? office_minutes(world_.keeping(), now_, clock->due_at) : 570;
        }
        if (sometimes(0.012) && !pause_a_while()) return;
        double const late = 0.07 * world_.slowness_of(complaint_.lead_unit());
        double const takes = sometimes(late) ? static_cast<double>(available) + dice_.around(500) : std::max(30.0, static_cast<double>(available) * (0.15 + 0.7 * dice_.unit()));
        if (!after_office(takes)) return;
        side_act(0.2);
        if (over_ || complaint_.stage != Stage::remedy) return;
        auto act = act_of(ActName::complete);
        act.done = one_of(told_.situation->done);
        bool const pinned_later = calm_ && static_cast<Stage>(arrival_.stays_in) == Stage::result;
        if (!pinned_later && dice_.chance(0.6)) put_result(act);
        perform(lead(), std::move(act));
    }
    bool extend(Instant due, std::int64_t available) {
        if (!after_office(std::min<double>(120, static_cast<double>(available) / 3))) return false;
        if (now_ >= due) return true;
        auto ask = with_reason(ActName::request_extension, words("extend_why"));
        ask.until = end_of_day(world_.keeping(), world_.keeping().calendar.working_day_after(world_.directory->zone().date(due), static_cast<int>(dice_.between(2, 7))));
        auto const until = ask.until;
        perform(desk(complaint_.lead_unit()), std::move(ask));
        if (!after_office(dice_.around(60))) return false;
        if (now_ >= due || dice_.chance(0.15)) {
            perform(director(), with_reason(ActName::refuse_extension, "理由不充分，请按原定日期完成"));
            return true;
        }
        auto grant = with_reason(ActName::grant_extension, "同意延期，请告知投诉人");
        grant.until = until;
        perform(director(), std::move(grant));
        return true;
    }
    void put_result(Act& act) {
        static constexpr double good[]{0.8, 0.13, 0.02, 0.05}, hard[]{0.55, 0.25, 0.06, 0.14};
        auto const weights = claim_ == Claim::true_ ? std::span<double const>{good} : std::span<double const>{hard};
        act.resolution = static_cast<Resolution>(dice_.weighted(weights));
        act.result = one_of(told_.situation->done) + "。" + (*act.resolution == Resolution::cannot ? "受条件限制目前无法彻底解决，已向投诉人说明。" : words("order_done") + "。");
        act.public_text = one_of(told_.situation->answer);
    }
    void at_result() {
        if (!after_office(dice_.around(170))) return;
        auto act = act_of(ActName::report_result);
        put_result(act);
        perform(lead(), std::move(act));
    }

    // R4.6, R4.9
    void at_feedback() {
        if (!after_office(dice_.around(150))) return;
        side_act(0.08);
        if (over_ || complaint_.stage != Stage::feedback) return;
        if (!complaint_.handling_units.empty() && complaint_.round == 1 && sometimes(0.03)) return perform(some_agent(), with_reason(ActName::reject_result, words("result_why")));
        if (has_contact() && sometimes(0.05)) {
            reveal();
            if (!reach(now_ + Minutes{dice_.between(2, 9)})) return;
        }
        auto act = act_of(ActName::give_feedback);
        act.means = means();
        act.text = words("feedback_open") + one_of(told_.situation->answer) + "。" + words("feedback_close");
        perform(agent(first_agent_), std::move(act));
    }
    void reveal() {
        auto opened = reveal_contact(store_, agent(first_agent_), {complaint_.number, with_reason(ActName::reveal, "电话反馈处理结果"), complaint_.version}, *world_.directory, now_, random_);
        if (!opened) return take(tl::make_unexpected(opened.error()), "reveal");
        complaint_ = std::move(opened->view.complaint);
    }

    // R5.1, R5.2: never by whoever gave the feedback.
    void at_follow_up() {
        if (!after_office(dice_.around(560))) return;
        auto satisfaction = draw_satisfaction();
        if (tracked_ && sometimes(0.3)) {
            auto act = act_of(ActName::rate);
            act.satisfaction = satisfaction;
            act.solved = solved_for(satisfaction);
            if (dice_.chance(0.5)) act.comment = comment_for(satisfaction);
            return perform(passenger_actor(), std::move(act));
        }
        auto act = act_of(ActName::record_follow_up);
        bool const reached = calm_ || dice_.chance(has_contact() ? 0.86 : 0.35);
        act.outcome = reached ? FollowUpOutcome::answered : FollowUpOutcome::unreachable;
        if (reached) {
            act.satisfaction = satisfaction;
            act.solved = solved_for(satisfaction);
            if (dice_.chance(0.75)) act.comment = comment_for(satisfaction);
        } else {
            act.comment = "电话无人接听";
        }
        perform(agent(1 - first_agent_), std::move(act));
    }
    [[nodiscard]] Satisfaction draw_satisfaction() {
        double no = 0.085 + (complaint_.resolution == Resolution::cannot || complaint_.resolution == Resolution::not_solved ? 0.3 : 0.0) + (complaint_.round > 1 ? 0.12 : 0.0);
        auto const* opinion = complaint_.opinions.empty() ? nullptr : &complaint_.opinions.back();
        if (opinion && opinion->claim == Claim::false_) no += 0.12;
        for (auto const& clock : complaint_.clocks)
            if (clock.round == complaint_.round && clock.name == ClockName::reply && clock.outcome == ClockOutcome::missed) no += 0.1;
        if (sometimes(no)) return Satisfaction::dissatisfied;
        return dice_.chance(0.62) ? Satisfaction::satisfied : Satisfaction::basically_satisfied;
    }
    [[nodiscard]] Solved solved_for(Satisfaction satisfaction) {
        if (satisfaction == Satisfaction::satisfied) return Solved::solved;
        if (satisfaction == Satisfaction::basically_satisfied) return dice_.chance(0.6) ? Solved::solved : Solved::partly;
        return dice_.chance(0.7) ? Solved::not_solved : Solved::partly;
    }
    [[nodiscard]] std::string comment_for(Satisfaction satisfaction) {
        return words(satisfaction == Satisfaction::satisfied ? "follow_yes" : satisfaction == Satisfaction::basically_satisfied ? "follow_so" : "follow_no");
    }

    /// After closing: a few come back within the time for it (R5.2).
    void afterwards() {
        if (!sometimes(0.012) || complaint_.round >= 3 || !complaint_.closed_at) return;
        if (!reach(now_ + std::chrono::hours{dice_.between(24, 24 * 24)})) return;
        perform(agent(first_agent_), with_reason(ActName::reopen, words("reopen_why")));
        while (!over_ && complaint_.stage != Stage::closed) step();
    }

    Claim claim_ = Claim::true_;
    std::string returned_by_;
};

}  // namespace

OneComplaint live(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival) { return Life{world, incidents, arrival}.live(); }

}  // namespace hearline::demo
