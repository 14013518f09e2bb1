// Imports: histories, texts, calendars, rule books, reference data.
#include "app/administration_log.hpp"
#include "app/import_calendar.hpp"
#include "app/import_complaints.hpp"
#include "app/import_rule_book.hpp"
#include "app/read_complaint.hpp"
#include "app/verify_store.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class Import : public testing::AppWorld {
protected:
    ImportedHistory history(std::string id) {
        ImportedHistory given;
        given.registration = registration("旧系统的投诉");
        given.registration.external_id = std::move(id);
        given.registration.received_at = parse_rfc3339("2019-03-04T10:00:00+08:00").value();
        given.handling_unit = "line1";
        given.cause = "equipment";
        given.due_at = parse_rfc3339("2019-03-08T24:00:00+08:00").value_or(parse_rfc3339("2019-03-09T00:00:00+08:00").value());
        given.fed_back_at = parse_rfc3339("2019-03-07T15:00:00+08:00").value();
        given.closed_at = parse_rfc3339("2019-03-07T16:00:00+08:00").value();
        given.result = "已更换";
        given.resolution = Resolution::solved;
        given.satisfaction = Satisfaction::satisfied;
        given.source_status = "Closed";
        return given;
    }
    Result<Imported> take(ImportedHistory const& given) {
        auto const prepared = prepare_import(given, director, directory(), now, random);
        if (!prepared) return tl::make_unexpected(prepared.error());
        return write_and_wait(*store, [&](Transaction& transaction) { return commit_import(transaction, **prepared, now); });
    }
};

TEST_F(Import, AHistoryIsTakenAsItIsAndKeptOutOfTimeliness) {
    auto const taken = take(history("a"));
    ASSERT_TRUE(taken) << taken.error().detail.en;
    EXPECT_EQ(format_number(taken->number), "TS201903040001");
    auto const complaint = record_of(row(taken->number));
    EXPECT_TRUE(complaint.imported);
    EXPECT_EQ(complaint.stage, Stage::closed);
    EXPECT_EQ(complaint.satisfaction, Satisfaction::satisfied);
    EXPECT_EQ(complaint.lead_unit(), "line1");
    EXPECT_EQ(complaint.version, 1);
    EXPECT_EQ(facts.find(row(taken->number).key.value)->timely, Timeliness::open);
}

TEST_F(Import, TakingItTwiceAddsNothing) {
    auto const first = take(history("a")), second = take(history("a"));
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->outcome, ImportOutcome::already_there);
    EXPECT_EQ(second->number, first->number);
    EXPECT_EQ(facts.size(), 1);
}

TEST_F(Import, ABadRowNamesEachFieldAndTakesNoNumber) {
    auto bad = history("");
    bad.registration.received_at.reset();
    bad.registration.type = "nothing";
    auto const refused = take(bad);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.size(), 3u);
    EXPECT_EQ(format_number(take(history("b"))->number), "TS201903040001");
}

TEST_F(Import, OnlyTheDirectorImports) {
    EXPECT_EQ(prepare_import(history("a"), agent, directory(), now, random).error().kind, ErrorKind::forbidden);
}

TEST_F(Import, ATextIsALiveComplaintAsOldAsItIs) {
    ImportedHistory text;
    text.stage = Stage::dispatch;
    text.registration = registration("微博：空调太冷");
    text.registration.channel = Channel::weibo;
    text.registration.external_id = "w1";
    text.registration.received_at = parse_rfc3339("2014-07-01T08:00:00+08:00").value();
    auto const taken = take(text);
    ASSERT_TRUE(taken) << taken.error().detail.en;
    auto const complaint = record_of(row(taken->number));
    EXPECT_EQ(complaint.stage, Stage::dispatch);
    EXPECT_EQ(complaint.received_at, *text.registration.received_at);
    done(taken->number, agent, dispatch_to("line1"));
    EXPECT_EQ(take(text)->outcome, ImportOutcome::already_there) << "the row says what it said then, whatever was done since";
}

TEST_F(Import, R3_7_ARowThatDiffersIsNamedWithItsFields) {
    ASSERT_TRUE(take(history("a")));
    auto corrected = history("a");
    corrected.registration.content = "改正后的内容";
    corrected.registration.complainant.phone = "13800138000";
    corrected.satisfaction = Satisfaction::dissatisfied;
    auto const again = take(corrected);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->outcome, ImportOutcome::differs);
    std::vector<std::string> fields;
    for (auto const& field : again->differences) fields.push_back(field.pointer);
    EXPECT_EQ(fields, (std::vector<std::string>{"/content", "/phone", "/satisfaction"}));
    EXPECT_EQ(again->differences.back().detail.zh, "表中为“不满意”，库中为“满意”");
    EXPECT_EQ(facts.size(), 1);
    EXPECT_EQ(record_of(row(again->number)).content, "旧系统的投诉") << "nothing is written";
}

TEST_F(Import, R3_7_TheCentresOwnNumberIsItsOwnComplaint) {
    auto r = registration();
    r.place = {"1", "tiyuxilu", "B", "", "", "", "站厅"};
    r.type = "facilities.lift";
    auto const number = registered(r, agent);
    auto const record = record_of(row(number));
    ImportedHistory exported;  // as the ledger has it: masked, the place in words
    exported.registration.channel = record.channel;
    exported.registration.external_id = format_number(number);
    exported.registration.content = record.content;
    exported.registration.type = record.type;
    exported.registration.complainant = {"张*", "138****1234 z***@example.com", "", false};
    exported.registration.received_at = std::chrono::floor<std::chrono::seconds>(record.received_at);
    exported.registration.place.detail = "1号线 体育西路 B口 站厅";
    exported.stage = Stage::dispatch;
    exported.tells = {"channel", "content", "type", "name", "phone", "received_at", "detail", "stage"};
    exported.tells_place_whole = true;
    auto const known = read_now(*store, [&](Snapshot& snapshot) { return find_imported(snapshot, exported, *directory()); });
    ASSERT_TRUE(known);
    EXPECT_EQ(known->outcome, ImportOutcome::already_there) << (known->differences.empty() ? "" : known->differences.front().pointer);
    EXPECT_EQ(known->number, number);
    exported.registration.place.detail = "1号线 体育西路 A口 站厅";
    auto const moved = read_now(*store, [&](Snapshot& snapshot) { return find_imported(snapshot, exported, *directory()); });
    ASSERT_EQ(moved->differences.size(), 1u);
    EXPECT_EQ(moved->differences[0].pointer, "/detail");
}

TEST_F(Import, R3_7_EveryOrderOfTimesThatCannotBeIsRefused) {
    auto const at = [](char const* text) { return parse_rfc3339(text).value(); };
    auto const pointers = [&](ImportedHistory const& given) {
        auto const refused = take(given);
        std::vector<std::string> all;
        if (!refused)
            for (auto const& field : refused.error().fields) all.push_back(field.pointer);
        return all;
    };
    using Pointers = std::vector<std::string>;
    auto late_feedback = history("1");
    late_feedback.fed_back_at = at("2019-03-08T09:00:00+08:00");
    EXPECT_EQ(pointers(late_feedback), Pointers{"/closed_at"}) << "feedback after closing";
    auto late_registration = history("2");
    late_registration.registered_at = at("2019-03-07T15:30:00+08:00");
    EXPECT_EQ(pointers(late_registration), Pointers{"/fed_back_at"}) << "registered after the feedback";
    auto early = history("3");
    early.fed_back_at = at("2019-03-03T09:00:00+08:00");
    EXPECT_EQ(pointers(early), Pointers{"/fed_back_at"}) << "feedback before the receipt";
    auto due_before = history("4");
    due_before.due_at = at("2019-03-01T09:00:00+08:00");
    EXPECT_EQ(pointers(due_before), Pointers{"/due_at"});
    auto far = history("5");
    far.due_at = at("2190-03-01T09:00:00+08:00");
    EXPECT_EQ(pointers(far), Pointers{"/due_at"});
    auto future = history("6");
    future.due_at.reset();
    future.registration.occurred_at = future.registration.received_at = future.registered_at = future.fed_back_at = future.closed_at = now + std::chrono::hours{1};
    EXPECT_EQ(pointers(future), (Pointers{"/received_at", "/occurred_at", "/registered_at", "/fed_back_at", "/closed_at"})) << "all that is wrong at once";
    auto old = history("7");
    old.registration.received_at = at("1999-12-31T23:59:59+08:00");
    EXPECT_EQ(pointers(old), Pointers{"/received_at"}) << "neither ledger nor figures reach back so far";
    auto first = history("8");
    first.registration.received_at = at("2000-01-01T08:00:00+08:00");
    EXPECT_EQ(pointers(first), Pointers{});
    EXPECT_TRUE(verify_store(*store, &facts, *directory(), now, {}).findings.empty());
}

TEST_F(Import, R3_7_TextsOverALimitAreRefusedAllAtOnceAndNeverCut) {
    auto long_one = history("1");
    std::string const much(20'001, 'x'), name(200, 'x');
    long_one.registration.content = much;
    long_one.result = much;
    long_one.registration.subject = long_one.registration.complainant.name = long_one.registration.complainant.phone = long_one.source_status = long_one.registration.place.equipment = name;
    long_one.registration.type = "nothing";
    auto const refused = take(long_one);
    ASSERT_FALSE(refused);
    std::vector<std::string> pointers;
    for (auto const& field : refused.error().fields) pointers.push_back(field.pointer);
    EXPECT_EQ(pointers, (std::vector<std::string>{"/type", "/status", "/content", "/subject", "/complainant/name", "/complainant/phone", "/place/equipment", "/result"}));
}

TEST_F(Import, R9_4a_ACalendarListsTheDeadlinesThatMoveAndThenMovesThem) {
    auto const number = registered();
    auto const before = record_of(row(number)).open_clock(ClockName::dispatch)->due_at;
    CalendarYear year;
    year.year = 2026;
    year.sources = {"notice"};
    year.days = {{Date{std::chrono::local_days{std::chrono::year{2026} / 6 / 9}}, true, "端午节"}};
    auto const preview = preview_calendar(*store, director, {year}, open_complaints(facts, now), *directory(), now);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->complaints, 1);
    auto const moved = std::find_if(preview->moved.begin(), preview->moved.end(), [](auto const& m) { return m.clock == ClockName::dispatch; });
    ASSERT_NE(moved, preview->moved.end());
    EXPECT_EQ(moved->before, before);
    EXPECT_EQ(moved->after, before + std::chrono::hours{24});
    EXPECT_EQ(record_of(row(number)).open_clock(ClockName::dispatch)->due_at, before) << "a preview changes nothing";
    auto const changed = confirm_calendar(*store, director, {year}, LostDays::kept, open_complaints(facts, now), *holder, now, random);
    ASSERT_TRUE(changed) << changed.error().detail.en;
    EXPECT_EQ(*changed, 1);
    EXPECT_EQ(record_of(row(number)).open_clock(ClockName::dispatch)->due_at, moved->after);
    auto const page = read_now(*store, [&](Snapshot& snapshot) { return list_events(snapshot, agent, number, 0, 0); });
    EXPECT_EQ(page->items.back().event.act, ActName::recalendar);
    EXPECT_EQ(*confirm_calendar(*store, director, {year}, LostDays::kept, open_complaints(facts, now), *holder, now, random), 0) << "what is moved stays moved";
    EXPECT_FALSE(confirm_calendar(*store, agent, {year}, LostDays::kept, open_complaints(facts, now), *holder, now, random));
    auto const trail = read_now(*store, [&](Snapshot& snapshot) { return all_changes(snapshot); });
    ASSERT_EQ(trail.size(), 1u) << "once: the second time nothing was new";
    EXPECT_EQ(trail[0].change.name, ChangeName::import_calendar);
    EXPECT_EQ(trail[0].change.subject, "2026");
    EXPECT_EQ(trail[0].actor, director);
}

TEST_F(Import, R9_4a_BothWaysToTheOpenComplaintsFindThoseThatWait) {
    auto const running = registered(), waiting = registered(), closed = registered();
    done(waiting, agent, because(ActName::suspend, "等车票"));
    live(closed);
    std::vector<ComplaintKey> const expected{row(running).key, row(waiting).key};
    EXPECT_EQ(open_complaints(facts, now)(), expected);
    EXPECT_EQ(open_complaints(*store)(), expected);
}

TEST_F(Import, R9_2_ADateThatOnlyStopsBeingProvisionalIsCountedApart) {
    now = parse_rfc3339("2026-12-28T09:00:00+08:00").value();
    registered();
    CalendarYear year{2027, {"notice"}, {{Date{std::chrono::local_days{std::chrono::year{2027} / 1 / 1}}, true, "元旦"}}};
    auto const preview = preview_calendar(*store, director, {CalendarYear{2026, {"notice"}, {{Date{std::chrono::local_days{std::chrono::year{2026} / 10 / 1}}, true, "国庆节"}}}, year},
                                          open_complaints(facts, now), *directory(), now);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->complaints, 1);
    EXPECT_EQ(preview->dates, 1) << "reply";
    EXPECT_EQ(preview->settled, 1) << "dispatch";
    EXPECT_EQ(preview->moved.size(), 2u);
    EXPECT_EQ(preview->moved[0].before, preview->moved[0].after);
}

TEST_F(Import, R9_2_AnnouncedDaysAreNotLostUnasked) {
    auto const day = [](unsigned month, unsigned d) { return Date{std::chrono::local_days{std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{d}}}; };
    CalendarYear const full{2026, {"notice"}, {{day(6, 9), true, "端午节"}, {day(10, 1), true, "国庆节"}}}, less{2026, {"notice"}, {{day(10, 1), true, "国庆节"}}};
    auto const open = open_complaints(facts, now);
    ASSERT_TRUE(confirm_calendar(*store, director, {full}, LostDays::kept, open, *holder, now, random));
    auto const refused = confirm_calendar(*store, director, {less}, LostDays::kept, open, *holder, now, random);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().code, "days-would-be-lost");
    EXPECT_NE(refused.error().detail.en.find("2026-06-09 端午节 off"), std::string::npos) << refused.error().detail.en;
    EXPECT_EQ(directory()->calendars().front(), full);
    ASSERT_TRUE(confirm_calendar(*store, director, {less}, LostDays::dropped, open, *holder, now, random));
    EXPECT_EQ(directory()->calendars().front(), less);
}

TEST_F(Import, R1_6_ANewRuleBookTakesEffectFromItsDateAndLeavesRunningClocksAlone) {
    auto const number = registered();
    auto const due = record_of(row(number)).open_clock(ClockName::reply)->due_at;
    auto next = testing::plain_rules();
    next.version = 2;
    next.valid_from = Date{std::chrono::local_days{std::chrono::year{2026} / 6 / 10}};
    next.clocks[{ClockName::reply, Severity::ordinary}].limit.amount = 7;
    auto const book = [](RuleBookVersion const& version) { return RuleBook{{version}}; };
    auto const changes = preview_rule_book(director, book(next), *directory(), now)->changes;
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0], (RuleChange{2, next.valid_from, "clocks.reply.ordinary", "5wd", "7wd", "R4.6a"}));
    auto const take_in = [&](RuleBookVersion const& version, Actor const& actor) {
        auto done = write_and_wait(*store, [&](Transaction& transaction) { return import_rule_book(transaction, actor, book(version), now); });
        holder->refresh(*store);
        return done;
    };
    EXPECT_FALSE(take_in(next, agent));
    ASSERT_TRUE(take_in(next, director));
    EXPECT_TRUE(take_in(next, director)->versions.empty()) << "version 2 is there";
    EXPECT_EQ(read_now(*store, [](Snapshot& snapshot) { return all_changes(snapshot); }).size(), 1u);
    EXPECT_EQ(record_of(row(number)).open_clock(ClockName::reply)->due_at, due);
    // not in force yet, so it can still be written anew
    next.clocks[{ClockName::reply, Severity::ordinary}].limit.amount = 8;
    ASSERT_TRUE(take_in(next, director));
    EXPECT_EQ(directory()->rules().versions().size(), 2u);
    later(std::chrono::hours{48});
    auto const later_one = record_of(row(registered()));
    EXPECT_EQ(later_one.open_clock(ClockName::reply)->policy_version, 2);
    EXPECT_EQ(later_one.open_clock(ClockName::reply)->limit.amount, 8);
    next.clocks[{ClockName::reply, Severity::ordinary}].limit.amount = 9;
    EXPECT_EQ(take_in(next, director).error().fields[0].pointer, "/version/0") << "in force now";
    auto past = next;
    past.version = 3;
    past.valid_from = Date{std::chrono::local_days{std::chrono::year{2026} / 6 / 1}};
    EXPECT_EQ(take_in(past, director).error().fields[0].pointer, "/version/0/valid_from");
    past.version = 7;
    auto const both = take_in(past, director).error().fields;
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].pointer, "/version/0/version");
}

TEST_F(Import, ReferenceDataAreCheckedAsAWhole) {
    ReferenceData data;
    data.units = {{"line3", "三号线", "", "nowhere", UnitKind::unit, 1, false}, {"Line 4", "四号线", "", "metro", UnitKind::unit, 1, false}};
    data.lines = {{"", "", "", "", "", 0, false, {}}};
    auto const loaded = write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, data, system_actor(), now); });
    ASSERT_FALSE(loaded);
    std::vector<std::string> pointers;
    for (auto const& field : loaded.error().fields) pointers.push_back(field.pointer);
    EXPECT_EQ(pointers, (std::vector<std::string>{"/units/1/code", "/units/0/parent", "/lines/0/code", "/lines/0/name"}));
    EXPECT_EQ(loaded.error().detail.en, "the reference data have 4 errors");
    holder->refresh(*store);
    EXPECT_EQ(directory()->unit("line3"), nullptr);
}

TEST_F(Import, LoadingTheSameReferenceTwiceWritesNothing) {
    auto const again = write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, testing::plain_reference(), system_actor(), now); });
    EXPECT_EQ(*again, 0);
    auto data = testing::plain_reference();
    data.units[3].name = "一号线运营中心";
    EXPECT_EQ(*write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, data, system_actor(), now); }), 1);
    EXPECT_TRUE(holder->refresh(*store));
    EXPECT_EQ(directory()->unit_name("line1"), "一号线运营中心");
    EXPECT_FALSE(holder->refresh(*store));
}

TEST_F(Import, TheDirectoryHoldsWhatWasLoaded) {
    auto const d = directory();
    EXPECT_EQ(d->units()[0].code, "metro");
    EXPECT_EQ(d->unit("centre")->kind, UnitKind::centre);
    EXPECT_EQ(d->type("facilities.lift")->parent, "facilities");
    EXPECT_EQ(d->line("1号线")->code, "1");
    EXPECT_EQ(d->station("1", "体育西路")->code, "tiyuxilu");
    EXPECT_EQ(d->station("", "人民公园")->code, "gongyuan");
    EXPECT_EQ(d->station("2", "体育西路"), nullptr);
    EXPECT_EQ(d->type_name("facilities.lift", Language::en), "Lifts");
    EXPECT_EQ(d->type_name("gone"), "gone");
    EXPECT_TRUE(d->is_ready());
}

}  // namespace
}  // namespace hearline
