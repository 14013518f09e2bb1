#pragma once
// The fixed code lists of a complaint (interface.md, "Codes"), each with its Chinese and English name.
#include "base/code.hpp"

namespace hearline {

enum class Kind { complaint, consultation, help, suggestion, praise, lost_property };
enum class Channel { hotline, website, wechat, weibo, on_site, letter, fax, email, city_hotline, open311, other };
enum class Severity { ordinary, serious, urgent };
enum class Stage { dispatch, opinion, review, remedy, result, feedback, follow_up, closed };
enum class ClockName { register_, relay, dispatch, opinion, review, remedy, result, feedback, follow_up, reply };
enum class ClockOutcome { running, met, missed, paused, cancelled };
enum class Satisfaction { satisfied, basically_satisfied, dissatisfied, unrated };
enum class Resolution { solved, partly, not_solved, cannot };
enum class Solved { solved, partly, not_solved };
enum class Validity { valid, invalid, duplicate };
enum class Liability { full, partial, none };
enum class Claim { true_, partly, false_ };
enum class Means { phone, sms, email, letter, visit, wechat, weibo, platform, other };
enum class Direction { in, out };
enum class FollowUpOutcome { answered, unreachable };

template <>
struct CodeTable<Kind> {
    static constexpr std::array<CodeName<Kind>, 6> rows{{{Kind::complaint, "complaint", "投诉", "Complaint"},
                                                         {Kind::consultation, "consultation", "咨询", "Consultation"},
                                                         {Kind::help, "help", "求助", "Call for help"},
                                                         {Kind::suggestion, "suggestion", "建议", "Suggestion"},
                                                         {Kind::praise, "praise", "表扬", "Praise"},
                                                         {Kind::lost_property, "lost_property", "失物", "Lost property"}}};
};
template <>
struct CodeTable<Channel> {
    static constexpr std::array<CodeName<Channel>, 11> rows{{{Channel::hotline, "hotline", "热线", "Hotline"},
                                                             {Channel::website, "website", "官网", "Website"},
                                                             {Channel::wechat, "wechat", "微信", "WeChat"},
                                                             {Channel::weibo, "weibo", "微博", "Weibo"},
                                                             {Channel::on_site, "on_site", "现场", "On site"},
                                                             {Channel::letter, "letter", "信函", "Letter"},
                                                             {Channel::fax, "fax", "传真", "Fax"},
                                                             {Channel::email, "email", "电子邮件", "E-mail"},
                                                             {Channel::city_hotline, "city_hotline", "市民热线", "City hotline"},
                                                             {Channel::open311, "open311", "Open311", "Open311"},
                                                             {Channel::other, "other", "其他", "Other"}}};
};
template <>
struct CodeTable<Severity> {
    static constexpr std::array<CodeName<Severity>, 3> rows{{{Severity::ordinary, "ordinary", "一般", "Ordinary"},
                                                             {Severity::serious, "serious", "重大", "Serious"},
                                                             {Severity::urgent, "urgent", "紧急", "Urgent"}}};
};
template <>
struct CodeTable<Stage> {
    static constexpr std::array<CodeName<Stage>, 8> rows{{{Stage::dispatch, "dispatch", "待转办", "Awaiting dispatch"},
                                                          {Stage::opinion, "opinion", "待提意见", "Awaiting opinion"},
                                                          {Stage::review, "review", "待审核", "Awaiting review"},
                                                          {Stage::remedy, "remedy", "处理中", "Being remedied"},
                                                          {Stage::result, "result", "待报结果", "Awaiting result"},
                                                          {Stage::feedback, "feedback", "待反馈", "Awaiting feedback"},
                                                          {Stage::follow_up, "follow_up", "待回访", "Awaiting follow-up"},
                                                          {Stage::closed, "closed", "已办结", "Closed"}}};
};
template <>
struct CodeTable<ClockName> {
    static constexpr std::array<CodeName<ClockName>, 10> rows{{{ClockName::register_, "register", "登记时限", "Registration"},
                                                               {ClockName::relay, "relay", "转送时限", "Relay"},
                                                               {ClockName::dispatch, "dispatch", "转办时限", "Dispatch"},
                                                               {ClockName::opinion, "opinion", "提意见时限", "Opinion"},
                                                               {ClockName::review, "review", "审核时限", "Review"},
                                                               {ClockName::remedy, "remedy", "处理时限", "Remedy"},
                                                               {ClockName::result, "result", "报结果时限", "Result"},
                                                               {ClockName::feedback, "feedback", "反馈时限", "Feedback"},
                                                               {ClockName::follow_up, "follow_up", "回访时限", "Follow-up"},
                                                               {ClockName::reply, "reply", "答复总时限", "Reply"}}};
};
template <>
struct CodeTable<ClockOutcome> {
    static constexpr std::array<CodeName<ClockOutcome>, 5> rows{{{ClockOutcome::running, "running", "计时中", "Running"},
                                                                 {ClockOutcome::met, "met", "按时", "Met"},
                                                                 {ClockOutcome::missed, "missed", "超时", "Missed"},
                                                                 {ClockOutcome::paused, "paused", "暂停", "Paused"},
                                                                 {ClockOutcome::cancelled, "cancelled", "取消", "Cancelled"}}};
};
template <>
struct CodeTable<Satisfaction> {
    static constexpr std::array<CodeName<Satisfaction>, 4> rows{
        {{Satisfaction::satisfied, "satisfied", "满意", "Satisfied"},
         {Satisfaction::basically_satisfied, "basically_satisfied", "基本满意", "Basically satisfied"},
         {Satisfaction::dissatisfied, "dissatisfied", "不满意", "Dissatisfied"},
         {Satisfaction::unrated, "unrated", "未评价", "Unrated"}}};
};
template <>
struct CodeTable<Resolution> {
    static constexpr std::array<CodeName<Resolution>, 4> rows{{{Resolution::solved, "solved", "已解决", "Solved"},
                                                               {Resolution::partly, "partly", "部分解决", "Partly solved"},
                                                               {Resolution::not_solved, "not_solved", "未解决", "Not solved"},
                                                               {Resolution::cannot, "cannot", "无法解决", "Cannot be solved"}}};
};
template <>
struct CodeTable<Solved> {
    static constexpr std::array<CodeName<Solved>, 3> rows{{{Solved::solved, "solved", "已解决", "Solved"},
                                                           {Solved::partly, "partly", "部分解决", "Partly solved"},
                                                           {Solved::not_solved, "not_solved", "未解决", "Not solved"}}};
};
template <>
struct CodeTable<Validity> {
    static constexpr std::array<CodeName<Validity>, 3> rows{{{Validity::valid, "valid", "有效", "Valid"},
                                                             {Validity::invalid, "invalid", "无效", "Invalid"},
                                                             {Validity::duplicate, "duplicate", "重复", "Duplicate"}}};
};
template <>
struct CodeTable<Liability> {
    static constexpr std::array<CodeName<Liability>, 3> rows{{{Liability::full, "full", "有责", "Liable"},
                                                              {Liability::partial, "partial", "部分有责", "Partly liable"},
                                                              {Liability::none, "none", "无责", "Not liable"}}};
};
template <>
struct CodeTable<Claim> {
    static constexpr std::array<CodeName<Claim>, 3> rows{{{Claim::true_, "true", "属实", "True"},
                                                          {Claim::partly, "partly", "部分属实", "Partly true"},
                                                          {Claim::false_, "false", "不属实", "Not true"}}};
};
template <>
struct CodeTable<Means> {
    static constexpr std::array<CodeName<Means>, 9> rows{{{Means::phone, "phone", "电话", "Phone"},
                                                          {Means::sms, "sms", "短信", "Text message"},
                                                          {Means::email, "email", "电子邮件", "E-mail"},
                                                          {Means::letter, "letter", "信函", "Letter"},
                                                          {Means::visit, "visit", "面谈", "Visit"},
                                                          {Means::wechat, "wechat", "微信", "WeChat"},
                                                          {Means::weibo, "weibo", "微博", "Weibo"},
                                                          {Means::platform, "platform", "平台", "Platform"},
                                                          {Means::other, "other", "其他", "Other"}}};
};
template <>
struct CodeTable<Direction> {
    static constexpr std::array<CodeName<Direction>, 2> rows{
        {{Direction::in, "in", "对方联系我们", "Inbound"}, {Direction::out, "out", "我们联系对方", "Outbound"}}};
};
template <>
struct CodeTable<FollowUpOutcome> {
    static constexpr std::array<CodeName<FollowUpOutcome>, 2> rows{
        {{FollowUpOutcome::answered, "answered", "已接通", "Answered"}, {FollowUpOutcome::unreachable, "unreachable", "未接通", "Unreachable"}}};
};

}  // namespace hearline
