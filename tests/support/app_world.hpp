#pragma once
// A small operator on the store in memory: units, types, people, limits, and a clock that the test moves.
#include <gtest/gtest.h>

#include "app/facts_feed.hpp"
#include "app/load_reference.hpp"
#include "app/perform_act.hpp"
#include "app/register_complaint.hpp"
#include "storage/memory/memory_store.hpp"

namespace hearline::testing {

/// Every limit as the regulation has it, for every severity.
inline RuleBookVersion plain_rules() {
    RuleBookVersion rules;
    rules.version = 1;
    rules.valid_from = Date{std::chrono::local_days{std::chrono::year{2018} / 1 / 1}};
    rules.title = "test";
    auto const days = [](int n) { return Limit{n, Limit::Unit::working_days}; };
    Limit const ten{10, Limit::Unit::minutes};
    for (auto severity : {Severity::ordinary, Severity::serious, Severity::urgent}) {
        auto const set = [&](ClockName name, Limit limit, char const* rule) { rules.clocks[{name, severity}] = {limit, rule}; };
        set(ClockName::register_, ten, "R3.4");
        set(ClockName::relay, ten, "R3.4");
        set(ClockName::dispatch, days(1), "R4.1");
        set(ClockName::opinion, days(3), "R4.1");
        set(ClockName::review, days(1), "R4.3");
        set(ClockName::remedy, days(1), "R4.3");
        set(ClockName::result, days(1), "R4.5");
        set(ClockName::feedback, days(1), "R4.6");
        set(ClockName::follow_up, days(3), "R4.6");
        set(ClockName::reply, days(5), "R4.6a");
    }
    rules.on_site_register = {{5, Limit::Unit::minutes}, "R3.5"};
    return rules;
}

inline ReferenceData plain_reference() {
    ReferenceData data;
    data.units = {{"metro", "地铁公司", "Metro", "", UnitKind::company, 0, false},
                  {"service", "客服部", "Service", "metro", UnitKind::department, 1, false},
                  {"centre", "投诉处理中心", "Centre", "service", UnitKind::centre, 1, false},
                  {"line1", "一号线中心", "Line 1", "metro", UnitKind::unit, 2, false},
                  {"line2", "二号线中心", "Line 2", "metro", UnitKind::unit, 3, false},
                  {"gates", "票务部", "Gates", "metro", UnitKind::department, 4, false}};
    data.types = {{"service", "服务质量", "Service", "", 1, false},
                  {"service.gate", "检票", "Gates", "service", 1, false},
                  {"facilities", "设施设备", "Facilities", "", 2, false},
                  {"facilities.lift", "电扶梯", "Lifts", "facilities", 1, false}};
    data.causes = {{"attitude", "人员态度", "Attitude", "", 1, false}, {"equipment", "设备故障", "Equipment", "", 2, false}};
    data.lines = {{"1", "1号线", "Line 1", "", "", 1, false, {{"tiyuxilu", "体育西路", "Tiyu Xilu", ""}, {"gongyuan", "人民公园", "Renmin Gongyuan", ""}}},
                  {"2", "2号线", "Line 2", "", "", 2, false, {{"gongyuan", "人民公园", "Renmin Gongyuan", ""}}}};
    data.rules = {plain_rules()};
    data.settings = Settings{};
    return data;
}

class AppWorld : public ::testing::Test {
protected:
    AppWorld() : store{make_memory_store()}, feed{std::make_unique<FactsFeed>(*store, facts, Zone::shanghai())} {
        auto const loaded =
            write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, plain_reference(), system_actor(), now); });
        EXPECT_TRUE(loaded) << loaded.error().detail.en;
        holder = std::make_unique<DirectoryHolder>(read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot); }));
    }

    [[nodiscard]] std::shared_ptr<Directory const> directory() const { return holder->get(); }

    [[nodiscard]] Registration registration(std::string content = "B口扶梯停运，无人处理") const {
        Registration r;
        r.channel = Channel::hotline;
        r.content = std::move(content);
        r.complainant = {"张小明", "13812341234", "zhang@example.com", false};
        return r;
    }
    Result<Registered> register_(Registration const& r, Actor const& actor) {
        auto const prepared = prepare_registration(r, actor, directory(), now, random);
        if (!prepared) return tl::make_unexpected(prepared.error());
        return write_and_wait(*store, [&](Transaction& transaction) { return commit_registration(transaction, *prepared, now); }, WriteKind::registration);
    }
    Number registered(Registration const& r, Actor const& actor) {
        auto const done = register_(r, actor);
        EXPECT_TRUE(done) << done.error().detail.en;
        return done ? done->view.complaint.number : Number{};
    }
    Number registered(std::string content = "B口扶梯停运，无人处理") { return registered(registration(std::move(content)), agent); }

    Result<ComplaintView> act(Number number, Actor const& actor, Act const& a, std::optional<int> version) {
        return write_and_wait(*store, [&](Transaction& transaction) {
            return perform_act(transaction, actor, {number, a, version}, *directory(), now, random);
        });
    }
    /// With the version of the moment; must be allowed.
    ComplaintView done(Number number, Actor const& actor, Act const& a) {
        auto const view = act(number, actor, a, row(number).version);
        EXPECT_TRUE(view) << code_of(a.name) << ": " << view.error().detail.en << (view.error().fields.empty() ? "" : view.error().fields[0].pointer);
        return view ? *view : ComplaintView{};
    }
    [[nodiscard]] ComplaintRow row(Number number) {
        auto found = read_now(*store, [&](Snapshot& snapshot) { return snapshot.find(number); });
        EXPECT_TRUE(found);
        return found.value_or(ComplaintRow{});
    }

    static Act make(ActName name) {
        Act a;
        a.name = name;
        return a;
    }
    static Act because(ActName name, std::string reason) {
        Act a = make(name);
        a.reason = std::move(reason);
        return a;
    }
    static Act dispatch_to(std::string unit) {
        Act a = make(ActName::dispatch);
        a.units = {{std::move(unit), true}};
        return a;
    }
    static Act opinion() {
        Act a = make(ActName::submit_opinion);
        a.claim = Claim::true_;
        a.findings = "电机损坏";
        a.cause = "equipment";
        a.measures = "更换电机";
        return a;
    }
    static Act completed() {
        Act a = make(ActName::complete);
        a.done = "已更换";
        a.result = "扶梯恢复运行";
        a.resolution = Resolution::solved;
        return a;
    }
    static Act feedback() {
        Act a = make(ActName::give_feedback);
        a.means = Means::phone;
        a.text = "已修好，致歉";
        return a;
    }
    static Act satisfied() {
        Act a = make(ActName::record_follow_up);
        a.outcome = FollowUpOutcome::answered;
        a.satisfaction = Satisfaction::satisfied;
        a.solved = Solved::solved;
        return a;
    }
    /// From dispatch to closed, by the book.
    void live(Number number) {
        done(number, agent, dispatch_to("line1"));
        done(number, desk1, opinion());
        done(number, director, make(ActName::approve));
        done(number, desk1, completed());
        done(number, agent, feedback());
        done(number, agent2, satisfied());
    }
    void later(std::chrono::milliseconds by) { now += by; }

    Instant now = parse_rfc3339("2026-06-08T09:00:00+08:00").value();  // a Monday
    SeededRandom random{7};
    FactTable facts;
    std::unique_ptr<Store> store;
    std::unique_ptr<FactsFeed> feed;
    std::unique_ptr<DirectoryHolder> holder;

    Actor const agent{Role::agent, "agent", "centre"}, agent2{Role::agent, "agent2", "centre"}, director{Role::director, "director", "centre"},
        desk1{Role::desk, "desk-line1", "line1"}, desk2{Role::desk, "desk-line2", "line2"}, leader{Role::leader, "leader", ""},
        auditor{Role::auditor, "auditor", ""}, sysadmin{Role::sysadmin, "sysadmin", ""}, secadmin{Role::secadmin, "secadmin", ""};
};

}  // namespace hearline::testing
