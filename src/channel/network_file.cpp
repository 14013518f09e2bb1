#include "channel/network_file.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/unicode.hpp"
#include "channel/network_json.hpp"
#include "channel/toml_document.hpp"

namespace hearline::channel {
namespace {

/// "1" of "1号线" and "Line 1"; else the pinyin of the name.
std::string code_of_line(std::string_view name) {
    auto rest = name;
    for (std::string_view prefix : {"Line ", "Line"})
        if (rest.starts_with(prefix)) {
            rest.remove_prefix(prefix.size());
            break;
        }
    std::size_t digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
    auto const tail = rest.substr(digits);
    if (digits > 0 && (tail.empty() || tail == "号线" || tail == "號線")) return std::string{rest.substr(0, digits)};
    auto code = pinyin(name).full.substr(0, 48);  // some names tell both ends of the line; reference data allow 64
    return code.empty() ? std::string{"line"} : code;
}

std::string unused(std::set<std::string>& used, std::string const& wanted) {
    auto code = wanted;
    for (int n = 2; !used.insert(code).second; ++n) code = fmt::format("{}-{}", wanted, n);
    return code;
}

/// Puts rows of one city together. A station's name is its code: people know it by nothing else, and it is one on all its lines.
NetworkFile network_of(std::string const& city, std::vector<NetworkRow> const& rows) {
    NetworkFile network;
    network.city = city;
    std::map<std::string, std::size_t> lines;
    std::set<std::string> line_codes;
    for (auto const& row : rows) {
        if (row.city != city) continue;
        auto const [place, added] = lines.try_emplace(row.line, network.lines.size());
        if (added) {
            Line line;
            line.code = unused(line_codes, code_of_line(row.line));
            line.name = row.line;
            line.name_en = row.line_en;
            line.pinyin = pinyin(row.line).full;
            line.color = row.color;
            line.order = static_cast<int>(network.lines.size()) + 1;
            network.lines.push_back(std::move(line));
        }
        auto& stations = network.lines[place->second].stations;
        // A loop names its first station again at its end.
        if (std::any_of(stations.begin(), stations.end(), [&](Station const& station) { return station.name == row.station; })) continue;
        stations.push_back({row.station, row.station, row.station_en, pinyin(row.station).full});
    }
    return network;
}

std::vector<NetworkFile> cities_of(std::vector<NetworkRow> const& rows) {
    std::vector<NetworkFile> networks;
    std::set<std::string> seen;
    for (auto const& row : rows)
        if (seen.insert(row.city).second) networks.push_back(network_of(row.city, rows));
    return networks;
}

Result<std::vector<NetworkFile>> read_own(std::string_view text, std::string_view file) {
    auto const document = TRY(parse_toml(text, file));
    TomlReader reader{document, file};
    (void)reader.text("format");
    auto const city = reader.required_text("city");
    (void)reader.text("city_en");
    std::vector<FieldError> errors;
    std::vector<NetworkRow> rows;
    std::map<std::string, std::string> exits, codes;
    auto const* lines = reader.value("line", TomlValue::Kind::array);
    for (auto const& item : lines ? lines->items : std::vector<TomlValue>{}) {
        TomlReader line{item, file};
        NetworkRow row{city, line.required_text("name"), line.text("name_en"), line.text("color"), "", ""};
        codes[row.line] = line.text("code");
        (void)line.text("pinyin");
        auto const* stations = line.value("stations", TomlValue::Kind::array);
        if (!stations) line.wrong(item, "stations", {"缺少车站", "has no stations"});
        for (auto const& entry : stations ? stations->items : std::vector<TomlValue>{}) {
            TomlReader station{entry, file};
            row.station = station.required_text("name");
            row.station_en = station.text("en");
            exits[row.station] = station.text("exits");
            station.refuse_unknown();
            for (auto& error : station.take_errors()) errors.push_back(std::move(error));
            rows.push_back(row);
        }
        line.refuse_unknown();
        for (auto& error : line.take_errors()) errors.push_back(std::move(error));
    }
    reader.refuse_unknown();
    for (auto& error : reader.take_errors()) errors.push_back(std::move(error));
    TRY(toml_outcome(file, "bad-network", std::move(errors)));
    auto networks = cities_of(rows);
    for (auto& network : networks) {
        network.exits = exits;
        for (auto& line : network.lines)
            if (!codes[line.name].empty()) line.code = codes[line.name];
    }
    return networks;
}

}  // namespace

Result<std::vector<NetworkFile>> read_network(std::string_view text, std::string_view file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!is_utf8(text)) return refuse(ErrorKind::invalid, "bad-network", say("线网文件 {} 不是 UTF-8 文本", "the network file {} is not UTF-8 text", file));
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return refuse(ErrorKind::invalid, "bad-network", say("线网文件 {} 是空的", "the network file {} is empty", file));
    std::vector<NetworkFile> networks;
    if (file.ends_with(".toml")) {
        networks = TRY(read_own(text, file));
    } else if (text[first] == '{' || text[first] == '[') {
        networks = cities_of(TRY(network_rows_of_json(text, file)));
    } else {
        networks = cities_of(TRY(network_rows_of_csv(text, file)));
    }
    if (networks.empty()) return refuse(ErrorKind::invalid, "bad-network", say("线网文件 {} 里没有车站", "the network file {} holds no station", file));
    return networks;
}

NetworkFile shipped_network() {
    for (auto const& file : embedded_files("data")) {
        if (!file.path.starts_with("network/")) continue;
        auto networks = read_network(file.content, file.path);
        if (!networks) throw std::logic_error{networks.error().detail.en};
        return std::move(networks->front());
    }
    throw std::logic_error{"no network is shipped"};
}

}  // namespace hearline::channel
