#include "channel/network_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace hearline::channel {
namespace {

std::string const folder = std::string{SHARED_FOLDER} + "/data/metro-networks";

std::vector<NetworkFile> read_file(std::string const& name) {
    std::ifstream in{folder + "/" + name, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    auto networks = read_network(text.str(), name);
    EXPECT_TRUE(networks.has_value()) << name << ": " << networks.error().detail.en;
    return networks ? std::move(*networks) : std::vector<NetworkFile>{};
}

std::string refusal_of(std::string_view text, std::string_view file) {
    auto const networks = read_network(text, file);
    if (networks) return "";
    std::string all = networks.error().detail.en;
    for (auto const& field : networks.error().fields) all += "\n" + field.pointer + " " + field.detail.en;
    return all;
}

TEST(NetworkFile, OurOwnFormKeepsTheOrderAndTheExits) {
    auto const network = shipped_network();
    ASSERT_EQ(network.lines.size(), 6u);
    EXPECT_EQ(network.lines[0].code, "1");
    EXPECT_EQ(network.lines[0].name, "1号线");
    EXPECT_EQ(network.lines[0].stations[9].name, "体育西路");
    EXPECT_EQ(network.lines[0].stations[9].name_en, "Tiyu Xilu");
    EXPECT_EQ(network.exits.at("体育西路"), "ABCDEF");
    std::set<std::string> stations;
    for (auto const& line : network.lines)
        for (auto const& station : line.stations) stations.insert(station.name);
    EXPECT_GE(stations.size(), 80u);
}

TEST(NetworkFile, ACityWithStationsThatNameTheirLines) {
    auto const networks = read_network(R"({"city":{"id":"x"},"lines":[{"id":"l1","name":"1号线"},{"id":"l2","name":"机场线"}],
        "stations":[{"name_cn":"甲","lines":["l1"]},{"name_cn":"乙","name_en":"Yi","lines":["l1","l2"]}]})", "x.json");
    ASSERT_TRUE(networks.has_value());
    auto const& lines = networks->front().lines;
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].code, "1");
    EXPECT_EQ(lines[1].code, "jichangxian");
    EXPECT_EQ(lines[0].stations.size(), 2u);
    EXPECT_EQ(lines[1].stations[0].name_en, "Yi");
}

TEST(NetworkFile, ALoopNamesItsFirstStationOnce) {
    auto const networks = read_network(R"([{"city":"x","line":"2号线","stations":[{"name":"甲"},{"name":"乙"},{"name":"甲"}]}])", "x.json");
    EXPECT_EQ(networks->front().lines[0].stations.size(), 2u);
}

TEST(NetworkFile, EveryMistakeIsTold) {
    EXPECT_NE(refusal_of("{\"lines\":", "x.json"), "");
    EXPECT_NE(refusal_of("{}", "x.json"), "");
    EXPECT_NE(refusal_of("", "x.csv"), "");
    EXPECT_NE(refusal_of("city,station\nx,y\n", "x.csv").find("line"), std::string::npos);
    EXPECT_NE(refusal_of("city,line,station\nx,1号线,\n", "x.csv").find("line 2"), std::string::npos);
    EXPECT_NE(refusal_of("city = \"x\"\n[[line]]\nname = \"1号线\"\nstations = [ { name = \"甲\", exit = \"A\" } ]\n", "x.toml").find("x.toml:4 exit"), std::string::npos);
    EXPECT_NE(refusal_of("{\"city\":\"x\",\"lines\":[{\"line\":\"1号线\",\"stations\":[{\"seq\":1}]}]}", "x.json").find("1号线"), std::string::npos);
}

TEST(NetworkFile, TheNetworksOfRealCities) {
    if (!std::filesystem::exists(folder)) return;
    static std::regex const good{"[a-z0-9_-]+"};
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        auto const name = entry.path().filename().string();
        if (!name.ends_with(".json") && !name.ends_with(".csv")) continue;
        ++files;
        for (auto const& network : read_file(name)) {
            EXPECT_GE(network.lines.size(), 4u) << name;
            std::set<std::string> codes;
            for (auto const& line : network.lines) {
                EXPECT_TRUE(std::regex_match(line.code, good)) << name << " " << line.name << " → " << line.code;
                EXPECT_TRUE(codes.insert(line.code).second) << name << " " << line.code;
                EXPECT_LE(line.code.size(), 64u) << name << " " << line.name;
                EXPECT_GE(line.stations.size(), 1u) << name << " " << line.name;
            }
        }
    }
    EXPECT_GE(files, 20);
}

TEST(NetworkFile, OrderedStationsStayInOrder) {
    if (!std::filesystem::exists(folder)) return;
    for (auto const& network : read_file("beijing_taipei_ordered_2026.json"))
        if (network.city == "beijing") {
            ASSERT_EQ(network.lines[0].name, "首都机场线");
            EXPECT_EQ(network.lines[0].stations.front().name, "3号航站楼");
            EXPECT_EQ(network.lines[0].stations.back().name, "北新桥");
        }
}

}  // namespace
}  // namespace hearline::channel
