// The table "Who may include whom" of ARCHITECTURE.md, enforced.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>

#include "source_tree.hpp"

namespace hearline::house {
namespace {

struct Room {
    std::string folder;
    std::vector<std::string> own;      // folders of src it may include
    std::vector<std::string> outside;  // beginnings of outside headers
};

std::vector<std::string> cells(std::string const& line) {
    std::vector<std::string> found;
    std::istringstream in{line};
    for (std::string cell; std::getline(in, cell, '|');) found.push_back(cell);
    return found;
}

std::vector<Room> rooms() {
    std::vector<Room> found;
    bool inside = false;
    for (auto const& line : lines(read(root() / "ARCHITECTURE.md"))) {
        if (line.starts_with("## ")) inside = line == "## Who may include whom";
        if (!inside || !line.starts_with("| ")) continue;
        auto const row = cells(line);
        auto const name = words(row[1]);
        if (name.size() != 1 || name[0] == "folder") continue;
        found.push_back({name[0], words(row[2]), words(row[3])});
    }
    return found;
}

struct Include {
    std::string header;
    bool own = false;
};

std::vector<Include> includes(std::string const& path) {
    static std::regex const pattern{R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"};
    std::vector<Include> found;
    for (auto const& line : lines(read(root() / path))) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) found.push_back({match[2], match[1] == "\""});
    }
    return found;
}

/// The C and C++ standard libraries' headers have no folder and no ending (or are the C ones named here), and POSIX ones are listed.
bool is_standard(std::string const& header) {
    static std::regex const plain{"[a-z0-9_]+"};
    static std::set<std::string> const system{"unistd.h", "fcntl.h", "signal.h", "sys/stat.h", "sys/file.h", "sys/types.h", "sys/wait.h", "sys/resource.h", "sys/socket.h",
                                              "sys/un.h", "sys/ioctl.h", "sys/random.h", "sys/mman.h", "sys/statvfs.h", "sys/prctl.h", "netinet/in.h", "netinet/tcp.h", "arpa/inet.h", "poll.h",
                                              "pthread.h", "termios.h", "errno.h", "string.h", "stdlib.h", "dirent.h", "sched.h", "malloc.h", "sys/time.h", "netdb.h"};
    return std::regex_match(header, plain) || system.contains(header);
}

bool begins_with_any(std::string const& text, std::vector<std::string> const& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto const& b) { return text == b || text.starts_with(b + "/") || text == b + ".hpp" || (b.find('.') != std::string::npos && text.starts_with(b)); });
}

std::optional<Room> room_of(std::string const& path, std::vector<Room> const& all) {
    std::optional<Room> best;
    for (auto const& room : all)
        if (path.starts_with("src/" + room.folder + "/") && (!best || room.folder.size() > best->folder.size())) best = room;
    return best;
}

TEST(House, EveryFileOfTheSourceTreeHasARoom) {
    auto const all = rooms();
    ASSERT_GE(all.size(), 10u);
    for (auto const& path : files("src", {".hpp", ".cpp"})) EXPECT_TRUE(room_of(path, all)) << path;
}

TEST(House, RoomsIncludeOnlyWhatTheTableAllows) {
    auto const all = rooms();
    for (auto const& path : files("src", {".hpp", ".cpp"})) {
        auto const room = room_of(path, all);
        if (!room) continue;
        bool const test = path.ends_with("_test.cpp");
        for (auto const& include : includes(path)) {
            auto const& header = include.header;
            EXPECT_TRUE(header.find("../") == std::string::npos) << path << " includes " << header;
            if (include.own) {
                bool const allowed = begins_with_any(header, room->own) ||
                                     (test && (header.starts_with("support/") || header.starts_with("storage/memory/") || header.starts_with("base/") || header.starts_with("app/") || header.starts_with("domain/")));
                EXPECT_TRUE(allowed) << path << " includes \"" << header << "\", but " << room->folder << " may not";
            } else {
                bool const allowed = is_standard(header) || begins_with_any(header, room->outside) || header.starts_with("fmt/") || (test && (header.starts_with("gtest/") || header.starts_with("gmock/")));
                EXPECT_TRUE(allowed) << path << " includes <" << header << ">, but " << room->folder << " may not";
            }
        }
    }
}

TEST(House, InsideTheDomainNobodyLooksUp) {
    // calendar may see the plain records of complaint; statistics sees complaint; nobody sees statistics but itself.
    for (auto const& path : files("src/domain", {".hpp", ".cpp"})) {
        for (auto const& include : includes(path)) {
            if (include.header.starts_with("domain/statistics/")) {
                EXPECT_TRUE(path.starts_with("src/domain/statistics/")) << path;
            }
            if (path.starts_with("src/domain/calendar/") && include.header.starts_with("domain/complaint/") && !path.ends_with("_test.cpp")) {
                EXPECT_TRUE(include.header == "domain/complaint/complaint.hpp" || include.header == "domain/complaint/codes.hpp") << path << " includes " << include.header;
            }
        }
    }
}

TEST(House, HeavyHeadersAreSeenInFewFiles) {
    std::map<std::string, std::set<std::string>> seen;
    for (auto const& path : files("src", {".hpp", ".cpp"}))
        for (auto const& include : includes(path)) {
            auto const& h = include.header;
            if (path.ends_with("_test.cpp")) continue;
            if (h.starts_with("boost/beast") || h.starts_with("boost/asio")) seen["beast"].insert(path);
            if (h.starts_with("spdlog")) seen["spdlog"].insert(path);
            if (h.starts_with("toml++")) seen["toml++"].insert(path);
            if (h.starts_with("CLI/")) seen["CLI11"].insert(path);
            if (h == "sqlite3.h") seen["sqlite"].insert(path);
            if (h == "libpq-fe.h") seen["libpq"].insert(path);
        }
    EXPECT_LE(seen["beast"].size(), 3u);
    EXPECT_LE(seen["spdlog"].size(), 1u);
    EXPECT_LE(seen["toml++"].size(), 1u);
    EXPECT_LE(seen["CLI11"].size(), 1u);
    EXPECT_EQ(seen["sqlite"].size(), 1u);
    EXPECT_EQ(seen["libpq"].size(), 1u);
    for (auto const& [what, paths] : seen)
        for (auto const& path : paths) {
            if (what == "sqlite") {
                EXPECT_TRUE(path.starts_with("src/storage/sqlite/")) << path;
            }
            if (what == "libpq") {
                EXPECT_TRUE(path.starts_with("src/storage/postgres/")) << path;
            }
            EXPECT_TRUE(path.ends_with(".cpp") || what == "sqlite" || what == "libpq") << what << " is seen in the header " << path;
        }
}

// The control: the rule sees a breach when there is one.
TEST(House, TheIncludeRuleSeesABreach) {
    auto const all = rooms();
    auto const domain = room_of("src/domain/complaint/decide.cpp", all);
    ASSERT_TRUE(domain);
    EXPECT_FALSE(begins_with_any("storage/sqlite/lane.hpp", domain->own));
    EXPECT_FALSE(begins_with_any("boost/json.hpp", domain->outside));
    EXPECT_FALSE(is_standard("boost/json.hpp"));
}

}  // namespace
}  // namespace hearline::house
