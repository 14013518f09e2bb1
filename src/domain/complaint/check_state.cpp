#include "domain/complaint/act_checks.hpp"
#include "domain/complaint/stage_table.hpp"

namespace hearline {
namespace {

[[nodiscard]] tl::unexpected<Error> conflict(std::string code, Text detail) { return refuse(ErrorKind::conflict, std::move(code), std::move(detail)); }

void add_name(Text& list, std::string_view zh, std::string_view en) {
    list.zh.append(list.zh.empty() ? "" : "、").append(zh);
    list.en.append(list.en.empty() ? "" : ", ").append(en);
}

/// The stages in which the act is in the table.
[[nodiscard]] Text stages_of(ActName act) {
    Text list;
    for (auto const& stage : CodeTable<Stage>::rows)
        if (stage_allows(stage.value, act)) add_name(list, stage.zh, stage.en);
    return list;
}

/// The acts that lead on from the stage.
[[nodiscard]] Text acts_of(Stage stage) {
    Text list;
    for (auto const& act : CodeTable<ActName>::rows)
        if (find_transition(stage, act.value) != nullptr || (stage_allows(stage, act.value) && !is_standing(stage, act.value)))
            add_name(list, act.zh, act.en);
    return list;
}

[[nodiscard]] tl::unexpected<Error> wrong_stage(Stage stage, ActName act) {
    auto const& here = names_of(stage);
    auto const& name = names_of(act);
    auto const when = stages_of(act), instead = acts_of(stage);
    if (when.zh.empty()) return conflict("not-in-this-stage", say("“{0}”不能对已登记的投诉进行", "“{1}” cannot be done to a registered complaint", name.zh, name.en));
    return conflict("not-in-this-stage",
                    say("投诉处于“{0}”，不能“{1}”；该操作只能在以下阶段进行：{2}。当前可以：{3}",
                        "the complaint stands at “{4}”, so “{5}” cannot be done; it can be done at: {6}. What can be done now: {7}", here.zh, name.zh, when.zh,
                        instead.zh, here.en, name.en, when.en, instead.en));
}

/// R9.4: while the complaint waits for the complainant nobody takes it on; the complainant may.
[[nodiscard]] bool waits_for_complainant(Complaint const& c, ActName act) {
    if (!c.suspended || is_standing(c.stage, act)) return false;
    return act != ActName::withdraw && act != ActName::end && act != ActName::rate && act != ActName::again;
}

[[nodiscard]] Done check_request(Complaint const& c, std::optional<ClockName> name, Instant now) {
    if (c.suspended) return conflict("suspended", say("投诉暂停计时中，请先恢复再申请延期", "the clocks stand still; resume before asking for an extension"));
    if (c.extension_asked_clock)
        return conflict("extension-pending", say("已有延期申请，等待中心主任决定", "an extension has been asked for already and waits for the director"));
    auto const* const clock = name ? c.open_clock(*name) : nullptr;
    if (clock == nullptr) return conflict("no-such-clock", say("没有正在计时的这一时限，无从延期", "no such clock is running, so there is nothing to extend"));
    if (now > clock->due_at)
        return conflict("limit-passed", say("时限已过，不能再申请延期；延期须在到期前提出", "the limit has passed; an extension is asked for before it"));
    return Done{};
}

[[nodiscard]] Done check_grant(Complaint const& c, ActName act, Instant now) {
    auto const* const clock = c.extension_asked_clock ? c.open_clock(*c.extension_asked_clock) : nullptr;
    if (clock == nullptr)
        return conflict("no-extension-asked", say("没有待决定的延期申请；由该阶段的负责方先行申请", "no extension has been asked for; whoever owns the stage asks first"));
    if (act == ActName::grant_extension && clock->outcome == ClockOutcome::running && now > clock->due_at)
        return conflict("limit-passed", say("时限已过，不能再同意延期", "the limit has passed; the extension can no longer be granted"));
    return Done{};
}

[[nodiscard]] bool is_over(Complaint const& c, Circumstances const& at) {
    auto const until = reopen_until(c, at);
    return until && at.now > *until;
}

// R5.2: the passenger returns within the days set.
[[nodiscard]] Done check_again(Complaint const& c, Circumstances const& at) {
    if (!is_over(c, at)) return Done{};
    int const days = at.rules.in_force(at.keeping.zone.date(at.now)).reopen_days;
    return conflict("reopening-over", say("办结已超过 {} 天，不能再要求重新办理；如仍有问题，请作为新的投诉提交",
                                          "the {} days in which you could ask again after closing are over; if the trouble goes on, please submit a new complaint", days));
}

[[nodiscard]] Done check_late_rating(Complaint const& c, Circumstances const& at) {
    if (c.stage != Stage::closed) return Done{};
    if (c.late_satisfaction) return conflict("already-rated", say("已收到您的评价；评价期已过，不再更改", "your rating is here already; the time for ratings is over, so it stays as it is"));
    if (!c.fed_back_at) return conflict("nothing-to-rate", say("投诉未经反馈即已办结，无从评价", "the complaint was closed without feedback, so there is nothing to rate"));
    if (!c.satisfaction || *c.satisfaction == Satisfaction::unrated) return Done{};
    if (is_over(c, at)) return conflict("already-rated", say("已有评价，不再更改", "it has been rated already, and that stands"));
    return conflict("already-rated", say("已有评价；如仍不满意，请要求再次办理", "it has been rated already; ask for another round if you are not content"));
}

}  // namespace

std::optional<ClockName> extension_clock(Stage stage, std::optional<std::string> const& word) {
    if (!word || word->empty() || *word == "stage") return clock_of(stage);
    if (*word == "reply") return ClockName::reply;
    return std::nullopt;
}

Done check_state(Complaint const& c, ActName act, std::optional<std::string> const& clock, Circumstances const& at) {
    if (!stage_allows(c.stage, act)) return wrong_stage(c.stage, act);
    if (waits_for_complainant(c, act))
        return conflict("suspended", say("投诉暂停计时、等待投诉人中，请先“恢复”再“{0}”", "the complaint waits for the complainant; resume it before “{1}”",
                                         names_of(act).zh, names_of(act).en));
    switch (act) {
        case ActName::suspend:
            if (c.suspended) return conflict("suspended", say("投诉已在暂停中", "the complaint is suspended already"));
            return Done{};
        case ActName::resume:
            if (!c.suspended) return conflict("not-suspended", say("投诉没有暂停，无需恢复", "the complaint is not suspended"));
            return Done{};
        case ActName::request_extension: {
            auto const name = extension_clock(c.stage, clock);
            return name || !clock ? check_request(c, name, at.now) : Done{};
        }
        case ActName::grant_extension:
        case ActName::refuse_extension: return check_grant(c, act, at.now);
        case ActName::hold:
            if (c.on_hold) return conflict("on-hold", say("投诉已在法律保留中", "the complaint is on hold already"));
            return Done{};
        case ActName::release_hold:
            if (!c.on_hold) return conflict("not-on-hold", say("投诉没有法律保留", "the complaint is not on hold"));
            return Done{};
        case ActName::rate: return check_late_rating(c, at);
        case ActName::again: return check_again(c, at);
        default: return Done{};
    }
}

}  // namespace hearline
