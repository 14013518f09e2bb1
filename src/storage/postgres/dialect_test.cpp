// What distributed engines that speak PostgreSQL do not have, or do badly, is not used in statements and migrations.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace hearline::postgres {
namespace {

std::regex const& forbidden() {
    static std::regex const words{
        R"(\bLISTEN\b|\bNOTIFY\b|pg_(try_)?advisory|CREATE\s+(CONSTRAINT\s+)?TRIGGER|CREATE\s+SEQUENCE|nextval|\b(BIG|SMALL)?SERIAL\b|GENERATED\s|)"
        R"([^:]now\(\)|CURRENT_TIMESTAMP|\bLOCK\s+TABLE|DEFERRABLE|\bEXCLUDE\b|CREATE\s+(OR\s+REPLACE\s+)?FUNCTION|\bDO\s+\$)"};
    return words;
}

std::string statements_of(std::filesystem::path const& path) {
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(Dialect, TheLintFindsWhatItForbids) {
    for (auto const* sql : {"SELECT now()", "CREATE TABLE x (id BIGSERIAL)", "SELECT pg_advisory_xact_lock(1)", "NOTIFY x", "CREATE TRIGGER t", "LOCK TABLE x"})
        EXPECT_TRUE(std::regex_search(sql, forbidden())) << sql;
    EXPECT_FALSE(std::regex_search("UPDATE lane SET turn = turn + 1 WHERE id = $1", forbidden()));
}

TEST(Dialect, StatementsAndMigrationsUseNothingThatDistributedEnginesLack) {
    int looked_at = 0;
    for (auto const* folder : {"src/storage/sql", "src/storage/postgres", "db/migrations"})
        for (auto const& entry : std::filesystem::directory_iterator{std::filesystem::path{SOURCE_FOLDER} / folder}) {
            auto const name = entry.path().filename().string();
            if (name.ends_with("_test.cpp") || name.ends_with(".sqlite.sql") || (!name.ends_with(".cpp") && !name.ends_with(".sql"))) continue;
            auto const text = statements_of(entry.path());
            std::smatch found;
            EXPECT_FALSE(std::regex_search(text, found, forbidden())) << name << ": " << found.str();
            ++looked_at;
        }
    EXPECT_GT(looked_at, 15);
}

}  // namespace
}  // namespace hearline::postgres
