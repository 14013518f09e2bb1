#include "app/perform_act.hpp"

#include <algorithm>

#include "app/event_rows.hpp"
#include "app/ports/operation_log.hpp"
#include "app/read_complaint.hpp"
#include "app/reveal_contact.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class PerformAct : public testing::AppWorld {};

TEST_F(PerformAct, AComplaintLivesItsWholeLife) {
    auto const number = registered();
    live(number);
    auto const view = read_now(*store, [&](Snapshot& snapshot) { return read_complaint(snapshot, agent, number, *directory(), now); });
    ASSERT_TRUE(view);
    EXPECT_EQ(view->complaint.stage, Stage::closed);
    EXPECT_EQ(view->complaint.satisfaction, Satisfaction::satisfied);
    EXPECT_EQ(view->complaint.cause, "equipment");
    EXPECT_EQ(view->complaint.version, 7);
    EXPECT_EQ(row(number).next_due, std::nullopt);
}

TEST_F(PerformAct, RefusalsComeInTheOrderOfTheContract) {
    auto const number = registered();
    Number const nobody = make_number(Date{std::chrono::local_days{std::chrono::year{2020} / 1 / 1}}, 9);
    auto const bad_body = make(ActName::approve);  // neither the stage's nor the desk's act
    auto const kind = [&](Number n, Actor const& actor, Act const& a, std::optional<int> version) {
        auto const done = act(n, actor, a, version);
        return done ? std::optional<ErrorKind>{} : std::optional{done.error().kind};
    };
    EXPECT_EQ(kind(nobody, desk2, bad_body, std::nullopt), ErrorKind::not_found);
    EXPECT_EQ(kind(number, desk2, bad_body, std::nullopt), ErrorKind::forbidden) << "line2 has no part in it";
    EXPECT_EQ(kind(number, agent, bad_body, std::nullopt), ErrorKind::precondition_required);
    EXPECT_EQ(kind(number, agent, bad_body, 7), ErrorKind::stale);
    EXPECT_EQ(kind(number, agent, bad_body, 1), ErrorKind::conflict);
    EXPECT_EQ(kind(number, agent, because(ActName::end, "…"), 1), ErrorKind::forbidden) << "only the director ends";
    EXPECT_EQ(kind(number, agent, make(ActName::dispatch), 1), ErrorKind::invalid);
    EXPECT_EQ(row(number).version, 1) << "nothing was changed";
}

TEST_F(PerformAct, AStaleVersionIsToldWithThePresentOne) {
    auto const number = registered();
    done(number, agent, dispatch_to("line1"));
    auto const late = act(number, agent, because(ActName::refuse, "不属于本单位"), 1);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::stale);
    EXPECT_NE(late.error().detail.en.find("to 2"), std::string::npos);
}

TEST_F(PerformAct, R1_4_AClockSetBackNeverMakesAHistoryGoBackAndIsLogged) {
    std::vector<std::string> warnings;
    send_warnings_to([&](std::string_view line) { warnings.emplace_back(line); });
    auto const number = registered();
    done(number, agent, dispatch_to("line1"));
    auto const dispatched = now;
    later(std::chrono::hours{-2});
    done(number, desk1, opinion());
    auto const complaint = record_of(row(number));
    auto const clock = std::find_if(complaint.clocks.begin(), complaint.clocks.end(), [](auto const& c) { return c.name == ClockName::opinion; });
    EXPECT_EQ(clock->started_at, dispatched);
    EXPECT_EQ(clock->ended_at, dispatched) << "it took no time, not less than none";
    EXPECT_EQ(complaint.open_clock(ClockName::review)->started_at, dispatched);
    EXPECT_EQ(event_of(read_now(*store, [&](Snapshot& snapshot) { return snapshot.events(row(number).key, 2, 1); }).front()).at, dispatched);
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0], format_number(number) + ": the clock was set back: 7200000 ms behind the last event, whose time the next one takes");
    later(std::chrono::hours{3});
    done(number, director, make(ActName::approve));
    EXPECT_EQ(warnings.size(), 1u);
    EXPECT_EQ(record_of(row(number)).open_clock(ClockName::remedy)->started_at, now);
    send_warnings_to({});
}

TEST_F(PerformAct, NotesNeedNoVersion) {
    auto const number = registered();
    auto note = make(ActName::note);
    note.text = "已致电车站";
    EXPECT_TRUE(act(number, agent, note, std::nullopt));
}

TEST_F(PerformAct, UnknownCodesInABodyAreRefusedWithPointers) {
    auto const number = registered();
    auto const done = act(number, agent, dispatch_to("nowhere"), 1);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::invalid);
    ASSERT_FALSE(done.error().fields.empty());
    EXPECT_EQ(done.error().fields[0].pointer, "/units/0/unit");
}

TEST_F(PerformAct, AnActThatTheStageForbidsIsAConflictEvenWithUnknownCodes) {
    auto const number = registered();
    live(number);
    auto const done = act(number, agent, dispatch_to("nowhere"), row(number).version);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::conflict);
}

TEST_F(PerformAct, TheChainHoldsThroughAllActs) {
    auto const number = registered();
    live(number);
    auto const key = row(number).key;
    auto const rows = read_now(*store, [&](Snapshot& snapshot) { return snapshot.events(key, 0, 100); });
    Digest previous{};
    for (auto const& event : rows) {
        EXPECT_TRUE(check_seal(sealed_of(event), previous)) << event.seq;
        previous = event.digest;
    }
    EXPECT_EQ(rows.size(), 7u);
}

TEST_F(PerformAct, R10_2_RevealOpensTheContactWithAReasonOnTheHistory) {
    auto const number = registered();
    ActRequest const request{number, because(ActName::reveal, "回访"), std::nullopt};
    auto const opened = write_and_wait(*store, [&](Transaction& transaction) { return reveal_contact(transaction, agent, request, *directory(), now, random); });
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->complainant.phone, "13812341234");
    EXPECT_EQ(opened->view.complaint.complainant.phone, "138****1234");
    auto const page = read_now(*store, [&](Snapshot& snapshot) { return list_events(snapshot, director, number, 0, 0); });
    ASSERT_TRUE(page);
    EXPECT_EQ(page->items.back().event.act, ActName::reveal);
    EXPECT_EQ(page->items.back().event.texts.text.get("reason"), "回访");
    ActRequest const silent{number, make(ActName::reveal), std::nullopt};
    EXPECT_FALSE(write_and_wait(*store, [&](Transaction& transaction) { return reveal_contact(transaction, agent, silent, *directory(), now, random); }));
    EXPECT_FALSE(write_and_wait(*store, [&](Transaction& transaction) { return reveal_contact(transaction, leader, request, *directory(), now, random); }));
}

TEST_F(PerformAct, TheHistoryShowsPersonalDataMasked) {
    auto const number = registered();
    auto const page = read_now(*store, [&](Snapshot& snapshot) { return list_events(snapshot, agent, number, 0, 0); });
    ASSERT_TRUE(page);
    EXPECT_EQ(page->items[0].event.texts.personal.get("phone"), "138****1234");
    EXPECT_EQ(page->items[0].event.texts.text.get("content"), "B口扶梯停运，无人处理");
    EXPECT_FALSE(page->items[0].erased);
}

TEST_F(PerformAct, AReclassifiedPlaceIsReadFromItsEvent) {
    auto const number = registered();
    auto again = make(ActName::reclassify);
    again.place = Place{};
    again.place->line = "1";
    again.place->station = "体育西路";
    again.place->detail = "三号扶梯";
    done(number, agent, again);
    auto const view = read_now(*store, [&](Snapshot& snapshot) { return read_complaint(snapshot, agent, number, *directory(), now); });
    EXPECT_EQ(view->complaint.place.station, "tiyuxilu");
    EXPECT_EQ(view->complaint.place.detail, "三号扶梯");
}

}  // namespace
}  // namespace hearline
