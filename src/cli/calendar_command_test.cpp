#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/event_rows.hpp"
#include "cli/commands.hpp"
#include "support/app_world.hpp"
#include "support/temporary_folder.hpp"

namespace hearline::cli {
namespace {

class CalendarImport : public testing::AppWorld {
protected:
    std::string file(std::string const& name, std::string_view content) {
        auto const path = folder_.path() / name;
        std::ofstream{path, std::ios::binary} << content;
        return path.string();
    }

    Exit import(std::string const& path, std::string_view flag = "") {
        Invocation call;
        call.set("file", path);
        if (!flag.empty()) call.set(flag, "true");
        out_.str("");
        err_.str("");
        Environment environment{in_, out_, err_};
        environment.language = Language::en;
        environment.on_terminal = on_terminal_;
        environment.now = [this] { return now; };
        environment.open_store = [this](StoreUse) -> Result<std::shared_ptr<Store>> { return std::shared_ptr<Store>{store.get(), [](Store*) {}}; };
        return run_calendar_import(call, environment);
    }

    [[nodiscard]] std::vector<CalendarYear> stored() {
        return read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot)->calendars(); });
    }

    TemporaryFolder folder_;
    std::istringstream in_;
    std::ostringstream out_, err_;
    bool on_terminal_ = false;
    /// The complaint of Monday 8 June 2026 is due for dispatch at the end of Tuesday.
    std::string const two_days_off_ = R"({"year": 2026, "sources": ["https://notice"], "holidays": [{"name": "端午节", "off": ["2026-06-09", "2026-06-10"], "work": ["2026-06-13"]}]})";
};

TEST_F(CalendarImport, R9_4a_ListsOldAgainstNewAndMovesThem) {
    auto const number = registered();
    ASSERT_EQ(import(file("2026.json", two_days_off_)), Exit::done) << err_.str();
    EXPECT_NE(out_.str().find("2026: 2 days off, 1 make-up working days"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find(format_number(number) + " Dispatch 2026-06-10T00:00:00+08:00 → 2026-06-12T00:00:00+08:00\n"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("the deadlines of 1 complaints are updated"), std::string::npos) << out_.str();
    ASSERT_EQ(stored().size(), 1u);
    EXPECT_EQ(stored().front().sources, std::vector<std::string>{"https://notice"});
    ASSERT_EQ(import(file("2026.json", two_days_off_)), Exit::done);
    EXPECT_NE(out_.str().find("the deadlines of 0 complaints move"), std::string::npos) << out_.str();
}

TEST_F(CalendarImport, R9_4a_ADryRunChangesNothing) {
    registered();
    ASSERT_EQ(import(file("2026.json", two_days_off_), "dry-run"), Exit::done) << err_.str();
    EXPECT_NE(out_.str().find("the deadlines of 1 complaints move"), std::string::npos);
    EXPECT_TRUE(stored().empty());
}

TEST_F(CalendarImport, R9_4a_ASuspendedComplaintIsCountedAnewLikeItsSibling) {
    auto const number = registered(), sibling = registered();
    done(number, agent, because(ActName::suspend, "等车票"));
    ASSERT_EQ(import(file("2026.json", two_days_off_)), Exit::done) << err_.str();
    EXPECT_NE(out_.str().find(format_number(number) + " Dispatch 2026-06-10T00:00:00+08:00"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("the deadlines of 2 complaints move: 4 dates move, 0 only stop being provisional"), std::string::npos) << out_.str();
    holder->refresh(*store);
    done(number, agent, because(ActName::resume, "已收到"));
    auto const clocks = record_of(row(number)).clocks, others = record_of(row(sibling)).clocks;
    ASSERT_EQ(clocks.size(), others.size());
    for (std::size_t i = 0; i < clocks.size(); ++i) EXPECT_EQ(clocks[i].due_at, others[i].due_at) << code_of(clocks[i].name);
    auto const events = read_now(*store, [&](Snapshot& snapshot) { return snapshot.events(row(number).key, 0, 10); });
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(event_of(events[2]).act, ActName::recalendar);
}

TEST_F(CalendarImport, R9_2_WhatWouldBeLostIsListedAndAskedFor) {
    ASSERT_EQ(import(file("2026.json", two_days_off_)), Exit::done) << err_.str();
    auto const fewer = file("fewer.json", R"({"year": 2026, "holidays": [{"name": "端午节", "off": ["2026-06-09"], "work": ["2026-06-10"]}]})");
    ASSERT_EQ(import(fewer, "dry-run"), Exit::done);
    EXPECT_NE(out_.str().find("days that change: 2026-06-10 端午节 worked\n"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("1 announced days would be lost: 2026-06-13 端午节 worked\n"), std::string::npos) << out_.str();
    EXPECT_EQ(import(fewer), Exit::refused);
    EXPECT_NE(err_.str().find("--drop-days"), std::string::npos) << err_.str();
    ASSERT_EQ(stored().front().days.size(), 3u);
    on_terminal_ = true;
    in_.str("n\n");
    EXPECT_EQ(import(fewer), Exit::refused);
    on_terminal_ = false;
    ASSERT_EQ(stored().front().days.size(), 3u) << "nothing is lost without a yes";
    EXPECT_EQ(import(fewer, "drop-days"), Exit::done) << err_.str();
    EXPECT_EQ(stored().front().days.size(), 2u);
}

TEST_F(CalendarImport, R9_2_APartialFileChangesOnlyItsDaysAndAnnouncesNoYear) {
    ASSERT_EQ(import(file("2026.json", two_days_off_)), Exit::done) << err_.str();
    auto const before = stored().front();
    auto const partial = file("partial.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261008\nSUMMARY:国庆节假期\nEND:VEVENT\n"
                                             "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270103\nSUMMARY:元旦假期\nEND:VEVENT\nEND:VCALENDAR\n");
    ASSERT_EQ(import(partial), Exit::done) << err_.str();
    EXPECT_EQ(out_.str().find("lost"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("2027 stays unannounced"), std::string::npos) << out_.str();
    auto const years = stored();
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].days.size(), before.days.size() + 7);
    EXPECT_TRUE(years[0].is_announced());
    EXPECT_EQ(years[1].days.size(), 3u);
    EXPECT_FALSE(years[1].is_announced());
    WorkingCalendar const calendar{years};
    EXPECT_FALSE(calendar.is_working_day(Date{std::chrono::local_days{std::chrono::year{2026} / 12 / 31}}));
    EXPECT_TRUE(calendar.is_provisional(Date{std::chrono::local_days{std::chrono::year{2027} / 3 / 1}}));
}

TEST_F(CalendarImport, R9_4a_OnATerminalItAsksFirst) {
    registered();
    on_terminal_ = true;
    in_.str("n\n");
    EXPECT_EQ(import(file("2026.json", two_days_off_)), Exit::refused);
    EXPECT_TRUE(stored().empty());
    in_.clear();
    in_.str("y\n");
    EXPECT_EQ(import(file("2026.json", two_days_off_)), Exit::done) << err_.str();
    EXPECT_EQ(stored().size(), 1u);
}

TEST_F(CalendarImport, ABadFileIsRefusedWholeNamingTheLine) {
    EXPECT_EQ(import(file("bad.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:元旦假期\nDTSTART;VALUE=DATE:20270101\nEND:VEVENT\nnonsense\n")), Exit::refused);
    EXPECT_NE(err_.str().find("bad.ics is refused, line 6"), std::string::npos) << err_.str();
    EXPECT_EQ(import(file("2027.json", R"({"year": 2027, "papers": [], "days": []})")), Exit::refused);
    EXPECT_NE(err_.str().find("2027 announces no day"), std::string::npos) << err_.str();
    EXPECT_EQ(import((folder_.path() / "absent.json").string()), Exit::refused);
    EXPECT_EQ(import(folder_.path().string()), Exit::refused);
    EXPECT_TRUE(stored().empty());
}

}  // namespace
}  // namespace hearline::cli
