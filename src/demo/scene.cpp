#include "demo/scene.hpp"

#include <algorithm>

namespace hearline::demo {
namespace {

constexpr Channel channels[]{Channel::hotline, Channel::wechat, Channel::weibo, Channel::website, Channel::on_site, Channel::city_hotline, Channel::email, Channel::letter, Channel::open311, Channel::fax, Channel::other};
constexpr double channel_weights[]{0.43, 0.16, 0.1, 0.08, 0.09, 0.075, 0.035, 0.012, 0.008, 0.004, 0.006};

double season_weight(Situation const& situation, unsigned month) {
    if (situation.season != Situation::Season::summer) return 1.0;
    return month >= 6 && month <= 9 ? 2.2 : month >= 4 && month <= 10 ? 0.9 : 0.25;
}

Situation const& choose_situation(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival, LocalTime const& local, Dice& dice) {
    auto const& all = world.grammar.situations();
    auto const month = static_cast<unsigned>(std::chrono::year_month_day{local.day}.month());
    auto const hour = std::chrono::duration_cast<std::chrono::hours>(local.time_of_day).count();
    bool const rush = (hour >= 7 && hour < 10) || (hour >= 17 && hour < 20);
    std::vector<double> weights;
    weights.reserve(all.size());
    for (auto const& situation : all) {
        bool const belongs = arrival.incident < 0 ? situation.incident.empty() : situation.incident == incidents[static_cast<std::size_t>(arrival.incident)].name;
        double weight = belongs ? situation.weight * season_weight(situation, month) : 0.0;
        if (situation.hours == Situation::Hours::rush) weight *= rush ? 1.8 : 0.45;
        weights.push_back(weight);
    }
    return all[dice.weighted(weights)];
}

Line const& choose_line(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival, Dice& dice) {
    auto const lines = world.directory->lines();
    if (arrival.incident >= 0)
        for (auto const& line : lines)
            if (line.code == incidents[static_cast<std::size_t>(arrival.incident)].line) return line;
    static constexpr double weights[]{1.5, 1.2, 1.35, 0.8, 0.65, 0.5};
    std::vector<double> by_line;
    for (std::size_t i = 0; i < lines.size(); ++i) by_line.push_back(i < std::size(weights) ? weights[i] : 0.5);
    return lines[dice.weighted(by_line)];
}

/// A few stations draw most complaints: hubs and old stations, the same ones all year.
std::size_t choose_station(World const& world, Line const& line, Dice& dice) {
    std::vector<double> weights;
    for (auto const& station : line.stations) {
        std::uint64_t mark = world.seed;
        for (char c : station.name) mark = mark * 131 + static_cast<unsigned char>(c);
        Dice own{mark, 7};
        double const liveliness = own.unit();
        auto const exits = world.exits.find(station.name);
        weights.push_back((0.3 + liveliness * liveliness * 3.0) * (exits != world.exits.end() && exits->second.size() > 4 ? 2.0 : 1.0));
    }
    return dice.weighted(weights);
}

std::string day_word(Date occurred, Date received) {
    auto const back = (received - occurred).count();
    if (back == 0) return "今天";
    if (back == 1) return "昨天";
    if (back == 2) return "前天";
    std::chrono::year_month_day const date{occurred};
    return fmt::format("{}月{}日", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string clock_word(std::chrono::milliseconds time_of_day, Dice& dice) {
    auto const minute = std::chrono::duration_cast<Minutes>(time_of_day).count();
    auto const hour = minute / 60;
    auto const part = hour < 5 ? "凌晨" : hour < 9 ? "早上" : hour < 12 ? "上午" : hour < 14 ? "中午" : hour < 18 ? "下午" : "晚上";
    auto const shown = hour > 12 ? hour - 12 : hour;
    switch (dice.below(4)) {
        case 0: return fmt::format("{}{}点左右", part, shown);
        case 1: return fmt::format("{}{}点{:02}分", part, shown, minute % 60 / 5 * 5);
        case 2: return minute % 60 < 30 ? fmt::format("{}{}点多", part, shown) : fmt::format("{}{}点半左右", part, shown);
        default: return fmt::format("{}:{:02}左右", hour, minute % 60 / 10 * 10);
    }
}

std::string first_name_of_unit(World const& world, std::string const& wanted, Line const& line) {
    auto const code = wanted == "{line}" ? "line" + line.code : wanted;
    auto const* unit = world.directory->unit(code);
    return unit && unit->takes_work() ? code : std::string{};
}

void fill_units(World const& world, Line const& line, Told& told, Dice& dice) {
    for (auto const& wanted : told.situation->units)
        if (auto const code = first_name_of_unit(world, wanted, line); !code.empty() && std::find(told.units.begin(), told.units.end(), code) == told.units.end()) told.units.push_back(code);
    if (told.units.size() > 1 && dice.chance(0.22)) std::swap(told.units[0], told.units[1]);
    if (told.units.empty())
        for (auto const& unit : world.directory->units())
            if (unit.takes_work()) {
                told.units.push_back(unit.code);
                break;
            }
}

void fill_complainant(World const& world, Told& told, Dice& dice) {
    auto& registration = told.registration;
    auto& person = registration.complainant;
    bool const anonymous = registration.kind == Kind::complaint && dice.chance(registration.channel == Channel::weibo ? 0.3 : 0.06);
    if (anonymous) {
        person.anonymous = true;
        return;
    }
    Scene const none;
    auto const surname = world.grammar.word("surname", none, dice);
    person.name = dice.chance(0.25) ? surname + world.grammar.word("title", none, dice) : surname + world.grammar.word("given", none, dice);
    static constexpr int prefixes[]{134, 135, 136, 137, 138, 139, 150, 158, 159, 182, 187, 188, 189};
    if (registration.channel != Channel::email || dice.chance(0.4))  // the middle "0000" keeps invented numbers from being anyone's
        person.phone = fmt::format("{}0000{:04}", prefixes[dice.below(std::size(prefixes))], dice.below(10000));
    if (registration.channel == Channel::email) person.email = fmt::format("passenger{:05}@example.com", dice.below(100000));
}

}  // namespace

std::vector<std::string> scene_words() {
    return {"line", "station", "exit", "next", "terminal", "day", "clock", "train", "carriage", "minutes", "count", "money", "unit", "subject", "hours"};
}

Told tell(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival, Dice& dice) {
    auto const& zone = world.directory->zone();
    Told told;
    auto const occurred = arrival.received - Minutes{dice.chance(0.72) || arrival.incident >= 0 ? dice.between(3, 50) : dice.between(60, 3 * 1440)} - std::chrono::seconds{dice.below(60)};
    auto const when = zone.local(occurred);
    told.situation = &choose_situation(world, incidents, arrival, when, dice);
    auto const& line = choose_line(world, incidents, arrival, dice);
    auto const at = choose_station(world, line, dice);
    auto const& station = line.stations[at];
    auto const found = world.exits.find(station.name);
    auto const letters = found == world.exits.end() || found->second.empty() ? std::string{"ABCD"} : found->second;
    auto const exit = std::string(1, letters[dice.below(letters.size())]);
    auto const& next = line.stations[at + 1 < line.stations.size() ? at + 1 : at - 1];
    auto const carriage = dice.between(1, 6);
    fill_units(world, line, told, dice);
    told.scene = {{"line", line.name}, {"station", station.name}, {"exit", exit}, {"next", next.name},
                  {"terminal", dice.chance(0.5) ? line.stations.front().name : line.stations.back().name},
                  {"day", day_word(when.day, zone.date(arrival.received))}, {"clock", clock_word(when.time_of_day, dice)},
                  {"train", fmt::format("{}{:02}{:02}", line.code, dice.between(1, 38), dice.between(1, 20))}, {"carriage", fmt::format("第{}节车厢", carriage)},
                  {"minutes", std::to_string(dice.between(5, 45))}, {"count", std::to_string(dice.between(2, 9))}, {"money", std::to_string(dice.between(2, 60))},
                  {"unit", std::string{world.directory->unit_name(told.units.empty() ? "" : told.units.front())}}};
    auto& registration = told.registration;
    registration.kind = told.situation->kind;
    registration.channel = channels[dice.weighted(channel_weights)];
    registration.severity = told.situation->severity ? *told.situation->severity : dice.chance(0.05) ? Severity::serious : dice.chance(0.012) ? Severity::urgent : Severity::ordinary;
    registration.subject = world.grammar.one_of(told.situation->subject, told.scene, dice);
    told.scene["subject"] = registration.subject;
    registration.content = world.grammar.content(*told.situation, told.scene, dice);
    registration.type = told.situation->type;
    registration.place = {line.code, station.code, "", "", "", "", ""};
    bool const on_train = registration.type.ends_with(".train") || registration.type == "safety.train_equipment";
    if (on_train && dice.chance(0.5)) {
        registration.place.train = told.scene["train"];
        registration.place.carriage = std::to_string(carriage);
    } else if (dice.chance(0.6)) {
        registration.place.exit = exit;
    }
    if (dice.chance(0.3)) registration.place.detail = world.grammar.word("platform", told.scene, dice);
    registration.occurred_at = occurred;
    fill_complainant(world, told, dice);
    return told;
}

}  // namespace hearline::demo
