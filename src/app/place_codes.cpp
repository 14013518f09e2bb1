#include "app/place_codes.hpp"

namespace hearline {

void CodeChecks::place(Place& place, std::string_view pointer) {
    if (directory_.lines().empty()) return;
    if (!place.line.empty()) {
        if (auto const* line = directory_.line(place.line))
            place.line = line->code;
        else
            return add(fmt::format("{}/line", pointer), say("没有线路“{}”；线路见 /api/v1/places", "there is no line \"{}\"; lines are listed at /api/v1/places", place.line));
    }
    if (place.station.empty()) return;
    if (auto const* station = directory_.station(place.line, place.station))
        place.station = station->code;
    else if (place.line.empty())
        add(fmt::format("{}/station", pointer), say("没有车站“{}”；车站见 /api/v1/places", "there is no station \"{}\"; stations are listed at /api/v1/places", place.station));
    else
        add(fmt::format("{}/station", pointer),
            say("线路“{1}”没有车站“{0}”；车站见 /api/v1/places", "there is no station \"{0}\" on line \"{1}\"; stations are listed at /api/v1/places", place.station, place.line));
}

void CodeChecks::type(std::string const& code, std::string_view pointer) {
    if (code.empty()) return;
    auto const* type = directory_.type(code);
    if (!type || type->retired)
        add(std::string{pointer}, say("没有投诉类型“{}”；类型见 /api/v1/types", "there is no type \"{}\"; types are listed at /api/v1/types", code));
}

void CodeChecks::cause(std::string const& code, std::string_view pointer) {
    if (code.empty()) return;
    auto const* cause = directory_.cause(code);
    if (!cause || cause->retired)
        add(std::string{pointer}, say("没有投诉原因“{}”；原因见 /api/v1/causes", "there is no cause \"{}\"; causes are listed at /api/v1/causes", code));
}

void CodeChecks::unit(std::string const& code, std::string_view pointer) {
    auto const* unit = directory_.unit(code);
    if (!unit || unit->retired)
        add(std::string{pointer}, say("没有单位“{}”；单位见 /api/v1/units", "there is no unit \"{}\"; units are listed at /api/v1/units", code));
    else if (!unit->takes_work())
        add(std::string{pointer}, say("“{}”不是承办单位，请选部门、单位或车站", "\"{}\" takes no work; choose a department, unit or station", code));
}

Done CodeChecks::done() {
    if (errors_.empty()) return Done{};
    return refuse(ErrorKind::invalid, "unknown-code", say("有 {} 处代码不存在", "{} codes do not exist", errors_.size()), std::move(errors_));
}

std::string where_of(Directory const& directory, Place const& place) {
    std::string where;
    auto const* line = directory.line(place.line);
    auto const* station = directory.station(line ? line->code : std::string{}, place.station);
    if (line && line->name != place.line) where = line->name;
    if (station && station->name != place.station) (where += where.empty() ? "" : " ") += station->name;
    return where;
}

}  // namespace hearline
