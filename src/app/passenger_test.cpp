#include "app/passenger.hpp"

#include "support/app_world.hpp"

namespace hearline {
namespace {

class Passenger : public testing::AppWorld {
protected:
    struct Ticket {
        Number number;
        std::string code;
    };
    Registration form() {
        auto r = registration();
        r.channel = Channel::website;
        return r;
    }
    Ticket submit() {
        auto const prepared = prepare_submission(form(), directory(), now, random);
        EXPECT_TRUE(prepared);
        auto const done = write_and_wait(*store, [&](Transaction& transaction) { return commit_registration(transaction, *prepared, now); });
        EXPECT_TRUE(done);
        return {done->view.complaint.number, prepared->tracking_code};
    }
    Result<TrackingView> track(Number number, std::string_view code) {
        return read_now(*store, [&](Snapshot& snapshot) { return track_complaint(snapshot, number, code, *directory(), now); });
    }
    Result<TrackingView> ask(Ticket const& ticket, Act const& a) {
        return write_and_wait(*store, [&](Transaction& transaction) {
            return act_as_passenger(transaction, ticket.number, ticket.code, a, *directory(), now, random);
        });
    }
};

TEST_F(Passenger, TracksWithNumberAndCodeHoweverItIsTyped) {
    auto const ticket = submit();
    ASSERT_EQ(ticket.code.size(), 12u);
    EXPECT_TRUE(track(ticket.number, ticket.code));
    std::string typed;
    for (char c : ticket.code) (typed += static_cast<char>(std::tolower(c))) += typed.size() % 5 == 4 ? "-" : "";
    EXPECT_TRUE(track(ticket.number, typed)) << typed;
}

TEST_F(Passenger, TheCodeItselfIsNowhereInTheStore) {
    auto const ticket = submit();
    auto const stored = row(ticket.number);
    for (auto const& text : {stored.record, stored.text, stored.personal, stored.tracking}) EXPECT_EQ(text.find(ticket.code), std::string::npos);
}

TEST_F(Passenger, EveryWrongPairIsRefusedInTheSameWords) {
    auto const ticket = submit();
    auto const by_staff = registered();
    auto const wrong_code = track(ticket.number, "AAAABBBBCCCC"), no_number = track({ticket.number.value + 99}, ticket.code), no_code = track(by_staff, "");
    for (auto const* refused : {&wrong_code, &no_number, &no_code}) {
        ASSERT_FALSE(*refused);
        EXPECT_EQ(refused->error().kind, ErrorKind::not_found);
        EXPECT_EQ(refused->error().code, wrong_code.error().code);
        EXPECT_EQ(refused->error().detail, wrong_code.error().detail);
    }
}

TEST_F(Passenger, R4_9_IsAskedBackWhenANumberCannotBeOne) {
    auto const refused = [&](std::string phone, std::string email = "") {
        auto r = form();
        r.complainant = {"", std::move(phone), std::move(email), false};
        auto const prepared = prepare_submission(std::move(r), directory(), now, random);
        EXPECT_TRUE(prepared);
        auto const done = write_and_wait(*store, [&](Transaction& transaction) { return commit_registration(transaction, *prepared, now); });
        std::vector<std::string> told;
        if (!done)
            for (auto const& field : done.error().fields) told.push_back(field.pointer + ": " + field.detail.en);
        return told;
    };
    for (auto const* phone : {"", "13800138000", "13800138000 / 13900139000", "电话：138 0013 8000（微信同号）", "020-83106622转8001", "+852 9876 5432"})
        EXPECT_TRUE(refused(phone).empty()) << phone;
    EXPECT_EQ(refused("1380013800"), std::vector<std::string>{"/complainant/phone: 1380013800: too few digits (10; a mobile number has 11)"});
    EXPECT_EQ(refused("13800138000 / 14800000000"), std::vector<std::string>{"/complainant/phone: 14800000000: no number is like this"});
    EXPECT_EQ(refused("12345").size(), 1u) << "nobody is called back there";
    EXPECT_EQ(refused("020-8310662").size(), 1u);
    EXPECT_EQ(refused("QQ 123456").size(), 1u);
    EXPECT_EQ(refused("11111", "name@example").size(), 2u) << "all that is wrong at once";
    EXPECT_TRUE(refused("", "name@example.com").empty());
}

TEST_F(Passenger, AnOddNumberOfACallerIsKept) {
    auto r = registration();
    r.complainant.phone = "1380013800";
    auto const prepared = prepare_registration(std::move(r), agent, directory(), now, random);
    ASSERT_TRUE(prepared);
    EXPECT_TRUE(write_and_wait(*store, [&](Transaction& transaction) { return commit_registration(transaction, *prepared, now); }));
}

TEST_F(Passenger, R4_9_SeesProgressInPlainWordsWithoutStaffOrInternalText) {
    auto const ticket = submit();
    auto note = make(ActName::note);
    note.text = "内部意见：惯常投诉人";
    done(ticket.number, agent, note);
    live(ticket.number);
    auto const view = track(ticket.number, ticket.code);
    ASSERT_TRUE(view);
    std::string all;
    for (auto const& step : view->steps) all += step.what.zh + step.text + '\n';
    EXPECT_NE(all.find("已修好，致歉"), std::string::npos) << "what was told in the feedback";
    for (auto const* secret : {"惯常", "电机", "desk", "agent", "line1", "一号线中心"}) EXPECT_EQ(all.find(secret), std::string::npos) << secret;
    EXPECT_EQ(view->stage, Stage::closed);
}

TEST_F(Passenger, AddsRatesAndAsksAgain) {
    auto const ticket = submit();
    auto more = make(ActName::supplement);
    more.text = "今天又坏了";
    ASSERT_TRUE(ask(ticket, more));
    done(ticket.number, agent, dispatch_to("line1"));
    done(ticket.number, desk1, opinion());
    done(ticket.number, director, make(ActName::approve));
    done(ticket.number, desk1, completed());
    done(ticket.number, agent, feedback());
    auto rate = make(ActName::rate);
    rate.satisfaction = Satisfaction::basically_satisfied;
    rate.solved = Solved::solved;
    auto const rated = ask(ticket, rate);
    ASSERT_TRUE(rated) << rated.error().detail.en;
    EXPECT_EQ(rated->satisfaction, Satisfaction::basically_satisfied);
    EXPECT_EQ(rated->stage, Stage::closed);
    EXPECT_EQ(rated->progress.zh, "已办结");
    EXPECT_EQ(ask(ticket, rate).error().kind, ErrorKind::conflict) << "once is enough";
    auto const again = ask(ticket, because(ActName::again, "还没修好"));
    ASSERT_TRUE(again) << again.error().detail.en;
    EXPECT_EQ(again->round, 2);
    EXPECT_EQ(again->steps.back().text, "还没修好");
}

TEST_F(Passenger, R5_2_SeesWhatHappensNowAndTheResultOfThisRoundOnly) {
    auto const ticket = submit();
    done(ticket.number, agent, dispatch_to("line1"));
    auto more = make(ActName::supplement);
    more.text = "今天又坏了";
    EXPECT_EQ(ask(ticket, more)->progress.zh, "已转交相关单位办理") << "what passengers add is no progress";
    EXPECT_EQ(track(ticket.number, ticket.code)->result, "");
    done(ticket.number, desk1, opinion());
    done(ticket.number, director, make(ActName::approve));
    done(ticket.number, desk1, completed());
    done(ticket.number, agent, feedback());
    EXPECT_EQ(track(ticket.number, ticket.code)->result, feedback().text);
    auto rate = make(ActName::rate);
    rate.satisfaction = Satisfaction::dissatisfied;
    rate.solved = Solved::not_solved;
    auto const rated = ask(ticket, rate);
    ASSERT_TRUE(rated) << rated.error().detail.en;
    EXPECT_EQ(rated->round, 2);
    EXPECT_EQ(rated->progress.zh, "正在重新办理");
    EXPECT_EQ(rated->result, "") << "the result of the first round is none of the second";
    EXPECT_EQ(rated->satisfaction, std::nullopt);
    done(ticket.number, agent, dispatch_to("line1"));
    now += std::chrono::seconds{11};  // what can still be undone is not told yet
    EXPECT_EQ(track(ticket.number, ticket.code)->progress.zh, "已转交相关单位办理");
}

TEST_F(Passenger, MayWithdrawWithoutAReason) {
    auto const ticket = submit();
    auto const view = ask(ticket, make(ActName::withdraw));
    ASSERT_TRUE(view) << view.error().detail.en;
    EXPECT_EQ(view->stage, Stage::closed);
}

TEST_F(Passenger, DoesNothingThatIsTheStaffs) {
    auto const ticket = submit();
    for (auto name : {ActName::dispatch, ActName::reveal, ActName::note, ActName::end}) {
        auto const done = ask(ticket, because(name, "x"));
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().kind, ErrorKind::forbidden);
    }
}

TEST_F(Passenger, WhatTheStaffDecidesCannotBeSubmitted) {
    auto r = form();
    r.received_at = now;
    r.unit = "line1";
    r.external_id = "1";
    r.severity = Severity::urgent;
    r.channel = Channel::hotline;
    auto const prepared = prepare_submission(r, directory(), now, random);
    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().fields.size(), 5u);
}

}  // namespace
}  // namespace hearline
