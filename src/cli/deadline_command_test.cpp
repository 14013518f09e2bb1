#include <gtest/gtest.h>

#include <sstream>

#include "cli/commands.hpp"
#include "support/app_world.hpp"

namespace hearline::cli {
namespace {

class DeadlineCommand : public testing::AppWorld {
protected:
    Exit ask(std::string start, std::string limit, std::string data_folder = "") {
        Invocation call;
        call.set("start", std::move(start));
        call.set("limit", std::move(limit));
        out_.str("");
        err_.str("");
        Environment environment{in_, out_, err_};
        environment.data_folder = std::move(data_folder);
        environment.open_store = [this](StoreUse) -> Result<std::shared_ptr<Store>> { return std::shared_ptr<Store>{store.get(), [](Store*) {}}; };
        return run_deadline(call, environment);
    }
    [[nodiscard]] std::string first_line() const { return out_.str().substr(0, out_.str().find('\n')); }

    std::istringstream in_;
    std::ostringstream out_, err_;
};

TEST_F(DeadlineCommand, R9_2_NeedsNoStoreForTheShippedCalendars) {
    ASSERT_EQ(ask("2026-09-30T16:00:00+08:00", "3wd"), Exit::done) << err_.str();
    EXPECT_EQ(first_line(), "2026-10-11T00:00:00+08:00");
    EXPECT_EQ(ask("2026-09-30 16:00", "10min"), Exit::done);
    EXPECT_EQ(first_line(), "2026-09-30T16:10:00+08:00");
}

TEST_F(DeadlineCommand, R9_2_CountsByTheOperatorsCalendarsWhereOneIsNamed) {
    // This operator's store has no calendar: Monday to Friday, provisional.
    ASSERT_EQ(ask("2026-09-30T16:00:00+08:00", "3wd", "/some/folder"), Exit::done) << err_.str();
    EXPECT_EQ(first_line(), "2026-10-06T00:00:00+08:00");
    EXPECT_NE(out_.str().find("暂定"), std::string::npos);
}

TEST_F(DeadlineCommand, WrongValuesAreWrongUsage) {
    EXPECT_EQ(ask("2026-09-31T16:00:00+08:00", "3wd"), Exit::usage);
    EXPECT_NE(err_.str().find("--start"), std::string::npos);
    EXPECT_EQ(ask("2026-09-30T16:00:00+08:00", "3weeks"), Exit::usage);
    EXPECT_NE(err_.str().find("--limit"), std::string::npos);
    EXPECT_EQ(out_.str(), "");
}

}  // namespace
}  // namespace hearline::cli
