// What the documents claim about the code: rules, glossary, names, no path of a machine.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "source_tree.hpp"

namespace hearline::house {
namespace {

std::string all_text(std::string const& folder, std::vector<std::string> const& endings) {
    std::string text;
    for (auto const& path : files(folder, endings)) text += read(root() / path) + "\n" + path + "\n";
    return text;
}

bool mentions(std::string const& text, std::string const& id) {
    auto dots = id, lows = id;
    std::replace(lows.begin(), lows.end(), '.', '_');
    for (auto const& form : {dots, lows}) {
        for (std::size_t at = text.find(form); at != std::string::npos; at = text.find(form, at + 1)) {
            auto const after = at + form.size() < text.size() ? text[at + form.size()] : ' ';
            bool const continues = std::isdigit(static_cast<unsigned char>(after)) || (std::islower(static_cast<unsigned char>(after)) && form.back() != '_');
            if (!continues) return true;
        }
    }
    return false;
}

struct RuleLine {
    std::string id, code, tests;
    bool later = false;
};

std::vector<RuleLine> rule_lines() {
    static std::regex const row{R"(^\| (R[0-9]+\.[0-9]+[a-z]?) \|(.*)\|(.*)\|)"};
    std::vector<RuleLine> found;
    for (auto const& line : lines(read(root() / "docs/rules.md"))) {
        std::smatch m;
        if (!std::regex_search(line, m, row)) continue;
        found.push_back({m[1], m[2], m[3], line.find("later") != std::string::npos});
    }
    return found;
}

TEST(Claims, EveryRuleOfTheRegulationHasALine) {
    std::set<std::string> known;
    for (auto const& line : rule_lines()) known.insert(line.id);
    ASSERT_GE(known.size(), 60u);
    static std::regex const row{R"(^\| (R[0-9]+\.[0-9]+[a-z]?) \|)"};
    auto const specification = root() / "../shared/spec/rules.md";
    if (!std::filesystem::exists(specification)) return;  // a checkout without the specification beside it
    for (auto const& line : lines(read(specification))) {
        std::smatch m;
        if (std::regex_search(line, m, row)) {
            EXPECT_TRUE(known.contains(m[1])) << m[1] << " has no line in docs/rules.md";
        }
    }
}

TEST(Claims, EveryRuleThatIsDoneHasCodeAndATest) {
    auto const code = all_text("src", {".cpp", ".hpp"}) + all_text("data/policies", {".toml"});
    auto const tests = all_text("tests", {".cpp", ".scenario", ".mjs", ".js"}) + [] {
        std::string text;
        for (auto const& path : files("src", {"_test.cpp"})) text += read(root() / path);
        return text;
    }();
    int done = 0;
    for (auto const& line : rule_lines()) {
        if (line.later) continue;
        ++done;
        EXPECT_TRUE(mentions(code, line.id)) << line.id << " stands in no source";
        EXPECT_TRUE(mentions(tests, line.id)) << line.id << " stands in no test";
    }
    EXPECT_GE(done, 25);
}

TEST(Claims, RuleLinesNameFilesThatExist) {
    static std::regex const path{R"(`((?:src|tests|data|web|docs)/[A-Za-z0-9_./-]+)`)"};
    auto const text = read(root() / "docs/rules.md");
    for (std::sregex_iterator it{text.begin(), text.end(), path}, end; it != end; ++it) {
        auto const named = (*it)[1].str();
        EXPECT_TRUE(std::filesystem::exists(root() / named)) << "docs/rules.md names " << named;
    }
}

TEST(Claims, NoUnfinishedWorkIsLeftInTheSources) {
    // Spelled apart so that this file does not find itself; whole words, since mkstemp wants a row of X.
    static std::regex const marks{std::string{R"(\b(TO)"} + "DO|FIX" + "ME|X" + "XX|DISABLED" + R"(_\w+)\b)"};
    for (auto const& folder : {"src", "tests", "web", "db"})
        for (auto const& path : files(folder, {".cpp", ".hpp", ".sql", ".mjs", ".js", ".ts", ".vue", ".css", ".html"})) {
            auto const text = read(root() / path);
            std::smatch found;
            // An iCalendar to-do (VTO...) is one word and no mark.
            EXPECT_FALSE(std::regex_search(text, found, marks)) << path << " has " << found.str();
        }
}

TEST(Claims, NothingSpeaksOfAParticularMachine) {
    static std::regex const machine{R"((^|[^A-Za-z0-9_.:/])/(work|farm|root|home)/[A-Za-z])"};
    for (auto const& folder : {"src", "tests", "web", "db", "docs", "data", "api", "cmake", "packaging", ".ci"})
        for (auto const& path : files(folder, {".cpp", ".hpp", ".sql", ".mjs", ".js", ".md", ".yaml", ".json", ".toml", ".cmake", ".txt", "run", "setup"}))
            EXPECT_FALSE(std::regex_search(read(root() / path), machine)) << path;
}

TEST(Claims, MigrationsComeInPairs) {
    auto const all = files("db/migrations", {".sql"});
    EXPECT_GE(all.size(), 2u);
    for (auto const& path : all) {
        auto other = path;
        if (path.ends_with(".sqlite.sql"))
            other.replace(other.size() - 11, 11, ".postgres.sql");
        else if (path.ends_with(".postgres.sql"))
            other.replace(other.size() - 13, 13, ".sqlite.sql");
        else
            ADD_FAILURE() << path << " names no engine";
        EXPECT_TRUE(std::filesystem::exists(root() / other)) << path << " stands alone";
    }
}

TEST(Claims, TheReadmesNameTheTwoCommands) {
    for (auto const* name : {"README.md", "README.zh-CN.md"}) {
        auto const text = read(root() / name);
        EXPECT_NE(text.find("./run"), std::string::npos) << name;
        EXPECT_NE(text.find("./test"), std::string::npos) << name;
    }
}

TEST(Claims, EveryDecisionHasAReason) {
    auto const all = files("docs/decisions", {".md"});
    EXPECT_GE(all.size(), 3u);
    for (auto const& path : all) EXPECT_GE(read(root() / path).size(), 300u) << path;
}

}  // namespace
}  // namespace hearline::house
