#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

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
