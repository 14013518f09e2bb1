#include <fstream>
#include <ostream>
#include <sstream>

#include "app/load_reference.hpp"
#include "channel/network_file.hpp"
#include "cli/commands.hpp"

namespace hearline::cli {
namespace {

Result<channel::NetworkFile> choose_city(std::vector<channel::NetworkFile> networks, Invocation const& call) {
    std::string names;
    for (auto& network : networks) {
        if (call.has("city") ? network.city == call.get("city") : networks.size() == 1) return std::move(network);
        names += (names.empty() ? "" : " ") + network.city;
    }
    return refuse_field("--city", "which-city", say("文件里有多个城市，请用 --city 选一个：{}", "the file holds several cities, choose one with --city: {}", names));
}

Result<std::string> import_network(Invocation const& call, Environment& environment) {
    auto const path = call.get("file");
    std::ifstream in{path, std::ios::binary};
    if (!in) return refuse(ErrorKind::not_found, "bad-network", say("打不开文件 {}", "cannot open {}", path));
    std::stringstream text;
    text << in.rdbuf();
    auto networks = TRY(channel::read_network(text.str(), path));
    auto network = TRY(choose_city(std::move(networks), call));
    std::size_t stations = 0;
    for (auto const& line : network.lines) stations += line.stations.size();
    ReferenceData data;
    data.lines = std::move(network.lines);
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
