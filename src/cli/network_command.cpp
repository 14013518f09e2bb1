#include <fstream>
#include <ostream>
#include <sstream>

#include "app/load_reference.hpp"
#include "channel/network_file.hpp"
#include "cli/commands.hpp"

namespace hearline::cli {
namespace {

/// The lines of the city that was asked for; else of all cities, told apart by the city before code and name.
Result<std::vector<Line>> choose_lines(std::vector<channel::NetworkFile> networks, Invocation const& call) {
    if (networks.size() == 1 && !call.has("city")) return std::move(networks.front().lines);
    std::vector<Line> all;
    std::string names;
    for (auto& network : networks) {
        if (network.city == call.get("city")) return std::move(network.lines);
        names += (names.empty() ? "" : " ") + network.city;
        for (auto& line : network.lines) {
            line.code = network.city + "-" + line.code;
            line.name = network.city + " " + line.name;
            all.push_back(std::move(line));
        }
    }
    if (!call.has("city")) return all;
    return refuse_field("--city", "which-city", say("文件里没有城市 {}，有：{}", "the file has no city {}, there are: {}", call.get("city"), names));
}

Result<std::string> import_network(Invocation const& call, Environment& environment) {
    auto const path = call.get("file");
    std::ifstream in{path, std::ios::binary};
    if (!in) return refuse(ErrorKind::not_found, "bad-network", say("打不开文件 {}", "cannot open {}", path));
    std::stringstream text;
    text << in.rdbuf();
    auto networks = TRY(channel::read_network(text.str(), path));
    ReferenceData data;
    data.lines = TRY(choose_lines(std::move(networks), call));
    std::size_t stations = 0;
    for (auto const& line : data.lines) stations += line.stations.size();
    auto const counted = say("{} 条线路，{} 个站点", "{} lines, {} stops", data.lines.size(), stations);
    if (call.has("dry-run")) return environment.say({"试运行，未写入：" + counted.zh, "dry run, nothing written: " + counted.en});
    auto const store = TRY(environment.open_store(StoreUse::write));
    auto const written = TRY(write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, data, system_actor(), environment.now()); }));
    return environment.say(say("{}；新增或更新 {} 条", "{}; {} added or changed", environment.say(counted), written));
}

}  // namespace

Exit run_network_import(Invocation const& call, Environment& environment) {
    auto const said = import_network(call, environment);
    if (!said) return report(environment, said.error());
    environment.out << *said << '\n';
    return Exit::done;
}

}  // namespace hearline::cli
