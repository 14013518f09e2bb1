#include "channel/network_json.hpp"

#include <boost/json.hpp>
#include <map>

#include "channel/import/csv_rows.hpp"

namespace hearline::channel {
namespace {

namespace json = boost::json;

tl::unexpected<Error> bad(std::string_view file, Text const& why) {
    return refuse(ErrorKind::invalid, "bad-network",
                  {fmt::format("线网文件 {} 无法读取：{}", file, why.zh), fmt::format("the network file {} cannot be read: {}", file, why.en)});
}

std::string text_of(json::object const& object, std::string_view key) {
    auto const* value = object.if_contains(key);
    if (!value || !value->is_string()) return {};
    return std::string{value->get_string()};
}

json::array const* array_of(json::object const& object, std::string_view key) {
    auto const* value = object.if_contains(key);
    return value ? value->if_array() : nullptr;
}

/// `{city, lines:[{id, name}], stations:[{name_cn, lines:[id]}]}`
Result<std::vector<NetworkRow>> rows_by_station(json::object const& root, std::string_view file) {
    auto const* lines = array_of(root, "lines");
    auto const* stations = array_of(root, "stations");
    auto const* city_object = root.if_contains("city");
    auto const city = city_object && city_object->is_object() ? text_of(city_object->get_object(), "id") : text_of(root, "city");
    std::vector<NetworkRow> rows;
    for (auto const& line : *lines) {
        auto const* entry = line.if_object();
        if (!entry || text_of(*entry, "id").empty() || text_of(*entry, "name").empty()) return bad(file, {"线路缺少 id 或 name", "a line has no id or name"});
        auto const id = text_of(*entry, "id");
        for (std::size_t i = 0; i < stations->size(); ++i) {
            auto const* station = (*stations)[i].if_object();
            auto const* on = station ? array_of(*station, "lines") : nullptr;
            if (!on || text_of(*station, "name_cn").empty())
                return bad(file, say("第 {} 个车站缺少 name_cn 或 lines", "station {} has no name_cn or lines", i + 1));
            for (auto const& named : *on)
                if (named.is_string() && named.get_string() == id)
                    rows.push_back({city, text_of(*entry, "name"), text_of(*entry, "name_en"), text_of(*entry, "color"), text_of(*station, "name_cn"), text_of(*station, "name_en")});
        }
    }
    return rows;
}

/// One `{line, stations:[{name}]}`, in order.
Done append_ordered(std::vector<NetworkRow>& rows, json::value const& value, std::string const& city_of_file, std::size_t place, std::string_view file) {
    auto const* line = value.if_object();
    auto const* stations = line ? array_of(*line, "stations") : nullptr;
    if (!stations || text_of(*line, "line").empty()) return bad(file, say("第 {} 条线路缺少 line 或 stations", "line {} has no line or stations", place + 1));
    auto city = text_of(*line, "city");
    if (city.empty()) city = city_of_file;
    for (auto const& entry : *stations) {
        auto const* station = entry.if_object();
        if (!station || text_of(*station, "name").empty())
            return bad(file, say("线路 {} 的车站缺少 name", "a station of line {} has no name", text_of(*line, "line")));
        rows.push_back({city, text_of(*line, "line"), "", text_of(*line, "color"), text_of(*station, "name"), ""});
    }
    return std::monostate{};
}

}  // namespace

Result<std::vector<NetworkRow>> network_rows_of_json(std::string_view text, std::string_view file) {
    json::error_code failed;
    json::parse_options options;
    options.max_depth = 16;
    auto const root = json::parse(text, failed, {}, options);
    if (failed) return bad(file, {"不是合法的 JSON", "it is not valid JSON"});
    std::vector<NetworkRow> rows;
    if (auto const* list = root.if_array()) {
        for (std::size_t i = 0; i < list->size(); ++i) TRY(append_ordered(rows, (*list)[i], "", i, file));
        return rows;
    }
    auto const* object = root.if_object();
    if (!object || !array_of(*object, "lines")) return bad(file, {"没有 lines", "it has no lines"});
    if (array_of(*object, "stations")) return rows_by_station(*object, file);
    auto const& lines = *array_of(*object, "lines");
    for (std::size_t i = 0; i < lines.size(); ++i) TRY(append_ordered(rows, lines[i], text_of(*object, "city"), i, file));
    return rows;
}

Result<std::vector<NetworkRow>> network_rows_of_csv(std::string_view text, std::string_view file) {
    auto reader = csv_rows_of_text(text);
    TableRow row;
    std::map<std::string, std::size_t> columns;
    std::vector<NetworkRow> rows;
    while (TRY(reader->next(row))) {
        for (auto const& fault : row.faults) return bad(file, {fmt::format("第 {} 行：{}", row.line, fault.why.zh), fmt::format("line {}: {}", row.line, fault.why.en)});
        if (columns.empty()) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) columns[row.cells[i]] = i;
            for (auto const* needed : {"city", "line", "station"})
                if (!columns.contains(needed)) return bad(file, say("缺少 {} 列", "the column {} is missing", std::string_view{needed}));
            continue;
        }
        auto const cell = [&](char const* name) {
            auto const found = columns.find(name);
            return found == columns.end() || found->second >= row.cells.size() ? std::string{} : row.cells[found->second];
        };
        if (cell("line").empty() || cell("station").empty()) return bad(file, say("第 {} 行缺少线路或车站", "row at line {} has no line or station", row.line));
        rows.push_back({cell("city"), cell("line"), cell("line_en"), cell("color"), cell("station"), cell("station_en")});
    }
    return rows;
}

}  // namespace hearline::channel
