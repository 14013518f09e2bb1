#include "domain/organisation/permission.hpp"

#include <algorithm>

#include "domain/complaint/stage_table.hpp"
#include "domain/organisation/act_rights.hpp"

namespace hearline {
namespace {

/// The roles that the table names for an act, for the refusal.
[[nodiscard]] Text who_may(ActName act) {
    Text who;
    auto const add = [&](std::string_view zh, std::string_view en) {
        who.zh.append(who.zh.empty() ? "" : "、").append(zh);
        who.en.append(who.en.empty() ? "" : ", ").append(en);
    };
    auto const* const right = right_to(act);
    if (right == nullptr) return {"系统", "the program"};
    if (right->agent == AgentRight::yes) add("中心坐席", "centre agents");
    if (right->agent == AgentRight::within_reopening) add("中心坐席（办结后期限内）", "centre agents (within the days set)");
    if (right->agent == AgentRight::owned_clocks) add("中心坐席和主任（中心负责的阶段和答复总时限）", "the centre (for its own stages and the reply)");
    if (right->director == DirectorRight::yes) add("中心主任", "the centre's director");
    switch (right->unit) {
        case UnitRight::no: break;
        case UnitRight::lead_of_owned: add("主办单位的专岗或负责人（本单位负责的阶段和答复总时限）", "desk and head of the lead unit (for its own stages and the reply)"); break;
        case UnitRight::lead: add("主办单位的专岗或负责人", "desk and head of the lead unit"); break;
        case UnitRight::assisting: add("协办单位的专岗或负责人", "desk and head of an assisting unit"); break;
        case UnitRight::handling: add("承办单位的专岗或负责人", "desk and head of a handling unit"); break;
        case UnitRight::handling_or_first: add("承办单位（转办前为受理单位）的专岗或负责人", "desk and head of a handling unit (before it is dispatched: of the unit that took it in)"); break;
        case UnitRight::handling_or_accepting: add("承办单位、受理单位的专岗或负责人", "desk and head of a handling unit or of the unit that took it in"); break;
        case UnitRight::accepting: add("受理单位的专岗或负责人", "desk and head of the unit that took it in"); break;
        case UnitRight::any: add("单位专岗或负责人", "unit desks and heads"); break;
    }
    if (right->passenger == PassengerRight::yes) add("乘客本人", "the passenger");
    if (right->passenger == PassengerRight::within_reopening) add("乘客本人（办结后期限内）", "the passenger (within the days set)");
    return who;
}

[[nodiscard]] tl::unexpected<Error> forbid_act(Actor const& actor, ActName act) {
    auto const who = who_may(act);
    auto const& name = names_of(act);
    auto const& role = names_of(actor.role);
    return refuse(ErrorKind::forbidden, "not-your-act",
                  say("“{0}”由{1}办理；您是{2}{3}", "“{4}” is for {5}; you are: {6}{7}", name.zh, who.zh, role.zh,
                      actor.unit.empty() ? std::string{} : "（" + actor.unit + "）", name.en, who.en, role.en,
                      actor.unit.empty() ? std::string{} : " (" + actor.unit + ")"));
}

[[nodiscard]] bool unit_stands_so(Actor const& actor, Complaint const& complaint, UnitRight right) {
    auto const is = [&](bool lead) {
        return std::any_of(complaint.handling_units.begin(), complaint.handling_units.end(),
                           [&](HandlingUnit const& unit) { return unit.lead == lead && unit.unit == actor.unit; });
    };
    if (actor.unit.empty()) return false;
    switch (right) {
        case UnitRight::no: return false;
        case UnitRight::lead:
        case UnitRight::lead_of_owned: return is(true);
        case UnitRight::assisting: return is(false);
        case UnitRight::handling: return complaint.is_handled_by_unit(actor.unit);
        case UnitRight::handling_or_first:
            return complaint.is_handled_by_unit(actor.unit) || (complaint.handling_units.empty() && complaint.accepting_unit == actor.unit);
        case UnitRight::handling_or_accepting: return complaint.is_handled_by_unit(actor.unit) || complaint.accepting_unit == actor.unit;
        case UnitRight::accepting: return complaint.accepting_unit == actor.unit;
        case UnitRight::any: return true;
    }
    return false;
}

/// A closed complaint comes back only within its days; an open one is no matter of days.
[[nodiscard]] bool in_time(Instant now, std::optional<Instant> reopen_until) { return !reopen_until || now <= *reopen_until; }

// R5.1: whoever handled it cannot record its follow-up.
[[nodiscard]] Done unhandled(Actor const& actor, Complaint const& complaint) {
    HandlingMark const mark{complaint.round, actor.user};
    bool const marked = std::find(complaint.handled_by.begin(), complaint.handled_by.end(), mark) != complaint.handled_by.end();
    if (!marked && !complaint.is_handled_by_unit(actor.unit)) return Done{};
    return refuse(ErrorKind::forbidden, "handled-it-yourself",
                  say("经办本轮处理、答复或反馈的人不能登记回访，请由另一位中心坐席或主任回访",
                      "whoever handled, answered or fed back this round cannot record its follow-up; another agent or the director does it"));
}

[[nodiscard]] bool permitted(Role role, Permission permission) {
    using enum Role;
    auto const any = [role](std::initializer_list<Role> roles) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
    switch (permission) {
        case Permission::register_complaint: return any({passenger, agent, director, desk, head, system});
        case Permission::read_ledger: return any({agent, director, desk, head, system});
        case Permission::read_figures: return any({agent, director, desk, head, leader, system});
        case Permission::export_ledger: return any({agent, director, desk, head, system});
        case Permission::import_data: return any({director, system});
        case Permission::edit_rules:
        case Permission::edit_reference: return any({director, system});
        case Permission::edit_organisation:
        case Permission::edit_people: return any({sysadmin, system});
        case Permission::edit_roles:
        case Permission::edit_sessions: return any({secadmin, system});
        case Permission::read_people: return any({director, sysadmin, secadmin, auditor, system});
        case Permission::read_audit: return any({auditor, system});
        case Permission::read_rules: return role != passenger;
        case Permission::read_reference: return true;
    }
    return false;
}

}  // namespace

bool may_read(Actor const& actor, Complaint const& complaint) {
    if (of_centre(actor.role) || actor.role == Role::system) return true;
    if (!of_unit(actor.role) || actor.unit.empty()) return false;
    // A unit that it was only relayed to sees it until it is dispatched, to others or to that unit.
    bool const relayed = complaint.relayed_unit == actor.unit && !complaint.was_dispatched();
    return relayed || complaint.is_handled_by_unit(actor.unit) || complaint.accepting_unit == actor.unit;
}

bool has_right(Actor const& actor, Complaint const& complaint, ActName act, Instant now, std::optional<Instant> reopen_until) {
    auto const* const right = right_to(act);
    if (right == nullptr) return false;
    switch (actor.role) {
        case Role::agent: return right->agent == AgentRight::yes || right->agent == AgentRight::owned_clocks || (right->agent == AgentRight::within_reopening && in_time(now, reopen_until));
        case Role::director: return right->director != DirectorRight::no;
        case Role::desk:
        case Role::head: return unit_stands_so(actor, complaint, right->unit);
        case Role::passenger: return right->passenger == PassengerRight::yes || (right->passenger == PassengerRight::within_reopening && in_time(now, reopen_until));
        case Role::system: return act == ActName::register_;
        case Role::leader:
        case Role::auditor:
        case Role::sysadmin:
        case Role::secadmin: break;
    }
    return false;
}

Done may_act(Actor const& actor, Complaint const& complaint, ActName act, Instant now, std::optional<Instant> reopen_until) {
    if (!has_right(actor, complaint, act, now, reopen_until)) return forbid_act(actor, act);
    return act == ActName::record_follow_up ? unhandled(actor, complaint) : Done{};
}

// R9.4: whoever owns the stage asks for more time in it; for the reply both may.
bool owns_clock(Actor const& actor, Stage stage, ClockName clock) {
    if (clock == ClockName::reply) return of_centre(actor.role) || of_unit(actor.role);
    return owner_of(stage) == StageOwner::lead_unit ? of_unit(actor.role) : of_centre(actor.role);
}

Done may_extend(Actor const& actor, Stage stage, ClockName clock) {
    if (owns_clock(actor, stage, clock)) return Done{};
    return forbid_act(actor, ActName::request_extension);
}

Done may(Actor const& actor, Permission permission) {
    if (permitted(actor.role, permission)) return Done{};
    auto const& role = names_of(actor.role);
    return refuse(ErrorKind::forbidden, "not-your-role", say("您的角色（{0}）无此权限", "your role ({1}) may not do this", role.zh, role.en));
}

// 三员分立
bool kept_apart(Role a, Role b) {
    auto const of_three = [](Role role) { return role == Role::auditor || role == Role::sysadmin || role == Role::secadmin; };
    return a == b || !of_three(a) || !of_three(b);
}

}  // namespace hearline
