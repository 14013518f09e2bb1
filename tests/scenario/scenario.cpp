// One test for every .scenario file of this folder, named by the rule that it proves.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "runner.hpp"

namespace hearline::scenario {
namespace {

std::string content_of(std::filesystem::path const& path) {
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

World const& world() {
    static World const shipped = shipped_world();
    return shipped;
}

class ScenarioFile : public testing::Test {
public:
    explicit ScenarioFile(std::filesystem::path path) : path_{std::move(path)} {}
    void TestBody() override {
        for (auto const& what : run_scenario(content_of(path_), world())) ADD_FAILURE() << path_.filename().string() << ":" << what;
    }

private:
    std::filesystem::path path_;
};

int register_files() {
    std::vector<std::filesystem::path> paths;
    for (auto const& entry : std::filesystem::directory_iterator{SOURCE_FOLDER "/tests/scenario"})
        if (entry.path().extension() == ".scenario") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (auto const& path : paths)
        testing::RegisterTest("Scenario", path.stem().c_str(), nullptr, nullptr, path.c_str(), 1, [path]() -> ScenarioFile* { return new ScenarioFile{path}; });
    return static_cast<int>(paths.size());
}

int const registered = register_files();

TEST(ScenarioRunner, FindsItsFiles) { EXPECT_GE(registered, 30); }

// The controls: a scenario that says something untrue must fail.
TEST(ScenarioRunner, SeesAWrongExpectation) {
    constexpr auto story = "at 2026-09-30 16:00 hotline registers C1\n";
    auto const with = [&](std::string_view line) { return run_scenario(std::string{story}.append(line), world()); };
    EXPECT_TRUE(with("expect C1 stage dispatch").empty());
    for (std::string_view const wrong :
         {"expect C1 stage review", "expect C1 due dispatch 2026-10-09 24:00", "expect C1 clock relay met", "expect C1 event 1 by agent2", "expect agent cannot dispatch C1",
          "expect leader may read C1", "refused conflict", "expect C1 nonsense 3", "expect C2 stage dispatch", "expect C1 tampering 2",
          "at 2026-10-08 09:00 agent approves C1\nexpect C1 stage dispatch", "at 2026-10-08 09:00 agent approves C1\nrefused forbidden",
          "at 2026-10-08 09:00 agent dispatches C1\nrefused invalid /note", "at 2026-09-29 09:00 agent notes C1\nexpect C1 round 1", "expect C1 stage dispatch and more"})
        EXPECT_FALSE(with(wrong).empty()) << wrong;
    EXPECT_FALSE(with("").empty()) << "a scenario that expects nothing";
}

TEST(ScenarioRunner, SeesAForgedHistory) {
    World forged = world();
    Registration registration;
    registration.content = "B口扶梯停运";
    ASSERT_TRUE(forged.add("C1", registration, {Role::agent, "agent", "centre"}, instant_ms(1'790'755'200'000)));
    EXPECT_TRUE(forged.check_all().empty());
    forged.get("C1").record.round = 2;
    EXPECT_FALSE(forged.check_all().empty());
}

}  // namespace
}  // namespace hearline::scenario
