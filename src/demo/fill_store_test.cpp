#include "demo/fill_store.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/directory.hpp"
#include "app/passenger.hpp"
#include "demo/people.hpp"
#include "domain/complaint/apply.hpp"
#include "storage/memory/memory_store.hpp"

namespace hearline::demo {
namespace {

DemoOptions options_of(std::int64_t complaints, std::uint64_t seed) {
    DemoOptions options;
    options.complaints = complaints;
    options.seed = seed;
    options.until = *parse_date("2026-10-31");
    options.password_hash = std::string{password_hash};
    return options;
}

std::unique_ptr<Store> filled(std::int64_t complaints, std::uint64_t seed = 1) {
    auto store = make_memory_store();
    auto const done = fill_store(*store, options_of(complaints, seed), [](std::int64_t, std::int64_t) {});
    EXPECT_TRUE(done.has_value()) << done.error().detail.en;
    return store;
}

std::vector<ComplaintRow> rows_of(Store& store) {
    return read_now(store, [](Snapshot& snapshot) { return snapshot.scan(ComplaintKey{0}, 1'000'000); });
}

/// Everything there is of the complaints, as bytes.
std::string bytes_of_all(Store& store) {
    std::string all;
    store.read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.scan(ComplaintKey{0}, 1'000'000)) {
            all += format_number(row.number) + row.record + row.text + row.personal + row.result + row.tracking + hex(row.salt);
            for (auto const& event : snapshot.events(row.key, 0, 1000)) all += event.body + hex(event.digest) + hex(event.salt) + event.text + event.personal;
        }
        for (auto const& user : snapshot.users()) all += user.name + user.role + user.unit + user.password_hash;
    });
    return all;
}

TEST(Demo, WithoutComplaintsMakesTheOrganisationAndItsPeople) {
    auto const store = filled(0);
    auto const directory = read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot); });
    for (auto const* name : {"agent", "agent2", "director", "leader", "auditor", "sysadmin", "secadmin", "desk-line1", "head-line1"}) EXPECT_NE(directory->user(name), nullptr) << name;
    int places = 0;
    for (auto const& unit : directory->units()) {
        if (!unit.takes_work()) continue;
        ++places;
        EXPECT_EQ(directory->gap(unit.code), Directory::Gap::none) << unit.code;
    }
    EXPECT_GE(places, 25);
    EXPECT_EQ(directory->user("desk-centre"), nullptr) << "the centre has no desk";
    EXPECT_GE(directory->lines().size(), 6u);
    EXPECT_NE(directory->station("1", "体育西路"), nullptr);
    EXPECT_TRUE(rows_of(*store).empty());
}

TEST(Demo, SameSeedAndEndGiveTheSameBytes) {
    auto const a = filled(120, 7), b = filled(120, 7), other = filled(120, 8);
    EXPECT_EQ(bytes_of_all(*a), bytes_of_all(*b));
    EXPECT_NE(bytes_of_all(*a), bytes_of_all(*other));
}

TEST(Demo, RefusesAStoreThatIsNotEmpty) {
    auto const store = filled(0);
    auto const again = fill_store(*store, options_of(5, 1), [](std::int64_t, std::int64_t) {});
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code, "not-empty");
}

TEST(Demo, EveryComplaintLivedItsLifeByTheRules) {
    auto const store = filled(1500);
    std::set<Stage> stages;
    std::set<Channel> channels;
    std::set<ActName> acts;
    std::set<std::string> types, contents;
    std::map<Kind, int> kinds;
    int later_rounds = 0, anonymous = 0, missed = 0, met = 0;
    store->read([&](Snapshot& snapshot) {
        for (auto const& row : snapshot.scan(ComplaintKey{0}, 1'000'000)) {
            Digest previous{};
            std::vector<Event> events;
            for (auto const& stored : snapshot.events(row.key, 0, 1000)) {
                SealedEvent const sealed{stored.seq, stored.body, stored.digest, stored.salt, stored.text, stored.personal};
                ASSERT_TRUE(check_seal(sealed, previous).has_value()) << format_number(row.number) << " event " << stored.seq;
                previous = sealed.digest;
                events.push_back(*unseal(sealed));
                acts.insert(events.back().act);
                if (events.size() > 1) {
                    ASSERT_LT(events[events.size() - 2].at, events.back().at);
                }
            }
            auto const complaint = *replay(events);
            EXPECT_EQ(encode_record(complaint), row.record);
            EXPECT_EQ(complaint.version, row.version);
            stages.insert(complaint.stage);
            channels.insert(complaint.channel);
            types.insert(complaint.type);
            contents.insert(complaint.content);
            ++kinds[complaint.kind];
            later_rounds += complaint.round > 1 ? 1 : 0;
            anonymous += complaint.complainant.anonymous ? 1 : 0;
            for (auto const& clock : complaint.clocks) (clock.outcome == ClockOutcome::missed ? missed : met) += clock.ended_at ? 1 : 0;
        }
    });
    EXPECT_EQ(stages.size(), 8u) << "complaints stand in every stage";
    EXPECT_GE(channels.size(), 9u);
    EXPECT_GE(types.size(), 13u);
    EXPECT_EQ(kinds.size(), 6u);
    EXPECT_GT(kinds[Kind::complaint], 900);
    EXPECT_GT(contents.size(), 1450u);
    EXPECT_GT(later_rounds, 30);
    EXPECT_GT(anonymous, 40);
    EXPECT_GT(missed, 300);
    EXPECT_GT(met, missed * 5);
    for (auto const act : {ActName::dispatch, ActName::answer, ActName::refuse, ActName::submit_opinion, ActName::assist_opinion, ActName::return_, ActName::approve, ActName::reject, ActName::complete,
                           ActName::report_result, ActName::give_feedback, ActName::reject_result, ActName::record_follow_up, ActName::withdraw, ActName::suspend, ActName::resume, ActName::request_extension,
                           ActName::grant_extension, ActName::note, ActName::contact, ActName::publish_progress, ActName::reclassify, ActName::grade, ActName::reveal, ActName::rate, ActName::supplement})
        EXPECT_TRUE(acts.contains(act)) << code_of(act);
}

TEST(Demo, NumbersFollowTheOrderOfRegistrationWithoutGaps) {
    auto const store = filled(800);
    Instant before{};
    std::int64_t counter = 0, day = 0;
    for (auto const& row : rows_of(*store)) {
        auto const this_day = row.number.value / 10'000'000;
        counter = this_day == day ? counter + 1 : 1;
        day = this_day;
        EXPECT_EQ(row.number.counter(), counter);
        auto const complaint = *decode_record(row.record, {}, "");
        EXPECT_GE(complaint.registered_at, before);
        before = complaint.registered_at;
    }
}

TEST(Demo, TwoIncidentsStandOutOfTheYear) {
    auto const store = filled(3000);
    std::map<std::int64_t, int> by_day;
    for (auto const& row : rows_of(*store)) ++by_day[row.number.value / 10'000'000];
    int days = 0;
    for (auto const& [day, count] : by_day) days += count >= 35 ? 1 : 0;
    EXPECT_GE(days, 2);
    EXPECT_LE(days, 4);
    EXPECT_GT(by_day.size(), 330u) << "nearly every day someone complains";
}

}  // namespace
}  // namespace hearline::demo
