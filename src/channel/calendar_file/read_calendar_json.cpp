#include <algorithm>
#include <boost/json.hpp>
#include <initializer_list>

#include "channel/calendar_file/calendar_check.hpp"
#include "channel/calendar_file/day_name.hpp"
#include "channel/calendar_file/json_line.hpp"
#include "channel/calendar_file/read_calendar.hpp"

namespace hearline {
namespace {

namespace json = boost::json;
using Path = std::vector<std::string>;

class JsonCalendar {
public:
    JsonCalendar(std::string_view content, std::string_view file) : content_(content), file_(file) {}

    [[nodiscard]] Result<std::vector<CalendarYear>> read(json::value const& root) {
        // What is wrong with one year or day does not hide what is wrong with the next: the faults are told together.
        if (auto const* list = root.if_array()) {
            for (std::size_t i = 0; i < list->size(); ++i) (void)read_year((*list)[i], {std::to_string(i)});
        } else {
            (void)read_year(root, {});
        }
        if (!faults_.empty()) return tl::make_unexpected(calendar_mistakes(file_, faults_));
        auto years = TRY(gather_years(std::move(days_), file_, [this](std::size_t mark) { return line_of_value(content_, places_[mark]); }));
        for (auto& year : years) {
            auto const sources = sources_.find(year.year);
            year.sources = sources == sources_.end() || sources->second.empty() ? std::vector<std::string>{std::string{file_}} : sources->second;
        }
        return years;
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(Path const& path, Text const& why) const {
        int const line = line_of_value(content_, path);
        faults_.push_back({line, why});
        return tl::make_unexpected(calendar_mistake(file_, line, why));
    }
    [[nodiscard]] static Path below(Path path, std::string step) {
        path.push_back(std::move(step));
        return path;
    }

    [[nodiscard]] Done allow_only(json::object const& object, Path const& path, std::initializer_list<std::string_view> known) const {
        for (auto const& member : object) {
            std::string_view const key{member.key().data(), member.key().size()};
            if (std::find(known.begin(), known.end(), key) == known.end())
                return wrong(below(path, std::string{key}), say("未知的键“{}”，可用的键：{}", "unknown key “{}”; known keys: {}", key, fmt::to_string(fmt::join(known, " "))));
        }
        return std::monostate{};
    }

    [[nodiscard]] Result<std::string> text_of(json::object const& object, Path const& path, std::string_view key) const {
        auto const* value = object.if_contains(key);
        auto const* text = value ? value->if_string() : nullptr;
        if (!text) return wrong(below(path, std::string{key}), say("“{}”应为文字", "“{}” must be a text", key));
        return std::string{text->data(), text->size()};
    }

    [[nodiscard]] Result<Date> date_in(json::value const& value, Path const& path) const {
        auto const* text = value.if_string();
        auto const day = text ? parse_date({text->data(), text->size()}) : tl::make_unexpected(Error{});
        if (!day) return wrong(path, say("应为日期，例如 \"2026-10-01\"", "must be a date, such as \"2026-10-01\""));
        return *day;
    }

    [[nodiscard]] Done read_year(json::value const& value, Path const& path) {
        auto const* object = value.if_object();
        if (!object) return wrong(path, say("每一年应为一个对象", "each year must be an object"));
        TRY(allow_only(*object, path, {"$schema", "$id", "year", "papers", "sources", "days", "holidays"}));
        auto const* number = object->if_contains("year");
        if (!number || !number->is_int64() || number->get_int64() < 1900 || number->get_int64() > 2199)
            return wrong(below(path, "year"), say("“year”应为年份，例如 2026", "“year” must be a year such as 2026"));
        int const year = static_cast<int>(number->get_int64());
        if (sources_.contains(year)) return wrong(path, say("{} 年出现了两次", "the year {} is there twice", year));
        sources_[year] = TRY(read_sources(*object, path));
        bool const flat = object->contains("days");
        if (flat == object->contains("holidays")) return wrong(path, say("应有“days”或“holidays”其中之一", "it must have one of “days” and “holidays”"));
        std::size_t const before = days_.size(), faults_before = faults_.size();
        TRY(flat ? read_days(object->at("days"), year, below(path, "days")) : read_holidays(object->at("holidays"), year, below(path, "holidays")));
        if (days_.size() == before && faults_.size() == faults_before)
            return wrong(below(path, flat ? "days" : "holidays"),
                         say("{} 年没有公布任何日期，请等国务院通知发布后再导入", "{} announces no day; import it when the notice is published", year));
        return std::monostate{};
    }

    [[nodiscard]] Result<std::vector<std::string>> read_sources(json::object const& object, Path const& path) const {
        std::vector<std::string> sources;
        for (auto const* key : {"papers", "sources"}) {
            auto const* value = object.if_contains(key);
            if (!value) continue;
            auto const* list = value->if_array();
            if (!list) return wrong(below(path, key), say("“{}”应为网址的列表", "“{}” must be a list of addresses", key));
            for (std::size_t i = 0; i < list->size(); ++i) {
                auto const* text = (*list)[i].if_string();
                if (!text || text->empty() || text->size() > 500 || std::any_of(text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; }))
                    return wrong(below(below(path, key), std::to_string(i)), say("应为网址", "must be an address"));
                sources.emplace_back(text->data(), text->size());
            }
        }
        return sources;
    }

    [[nodiscard]] Done read_days(json::value const& value, int year, Path const& path) {
        auto const* list = value.if_array();
        if (!list) return wrong(path, say("“days”应为列表", "“days” must be a list"));
        for (std::size_t i = 0; i < list->size(); ++i) (void)read_day((*list)[i], year, below(path, std::to_string(i)));
        return std::monostate{};
    }

    [[nodiscard]] Done read_day(json::value const& value, int year, Path const& here) {
        auto const* object = value.if_object();
        if (!object) return wrong(here, say("每一天应为一个对象", "each day must be an object"));
        TRY(allow_only(*object, here, {"name", "date", "isOffDay"}));
        auto const* off = object->if_contains("isOffDay");
        if (!off || !off->is_bool()) return wrong(below(here, "isOffDay"), say("“isOffDay”应为 true 或 false", "“isOffDay” must be true or false"));
        auto const* date = object->if_contains("date");
        if (!date) return wrong(here, say("缺少“date”", "“date” is missing"));
        return add_day(year, {TRY(date_in(*date, below(here, "date"))), off->get_bool(), TRY(text_of(*object, here, "name"))}, below(here, "date"));
    }

    /// A name that says the opposite of the list in which the day stands is a slip of one of the two.
    [[nodiscard]] Done add_day(int year, AnnouncedDay said, Path place) {
        auto const name = read_day_name(said.name, said.day);
        bool const says_off = name.says == DayName::Says::off, says_work = name.says == DayName::Says::work;
        if (name.plainly && (said.off ? says_work : says_off))
            return wrong(place, say("{} 的名称“{}”与所列的放假或上班不符，请改正其一", "the name of {}, “{}”, says the opposite of what the day is listed as; correct one of the two", format_date(said.day), said.name));
        days_.push_back({year, std::move(said), places_.size()});
        places_.push_back(std::move(place));
        return std::monostate{};
    }

    [[nodiscard]] Done read_holidays(json::value const& value, int year, Path const& path) {
        auto const* list = value.if_array();
        if (!list) return wrong(path, say("“holidays”应为列表", "“holidays” must be a list"));
        for (std::size_t i = 0; i < list->size(); ++i) (void)read_holiday((*list)[i], year, below(path, std::to_string(i)));
        return std::monostate{};
    }

    [[nodiscard]] Done read_holiday(json::value const& value, int year, Path const& here) {
        auto const* object = value.if_object();
        if (!object) return wrong(here, say("每个节日应为一个对象", "each holiday must be an object"));
        TRY(allow_only(*object, here, {"name", "off", "work"}));
        std::string const name = TRY(text_of(*object, here, "name"));
        for (auto const* key : {"off", "work"}) (void)read_dates(*object, here, key, year, name);
        return std::monostate{};
    }

    [[nodiscard]] Done read_dates(json::object const& object, Path const& path, std::string_view key, int year, std::string const& name) {
        auto const* value = object.if_contains(key);
        if (!value) return std::monostate{};
        Path const here = below(path, std::string{key});
        auto const* list = value->if_array();
        if (!list) return wrong(here, say("“{}”应为日期的列表", "“{}” must be a list of dates", key));
        for (std::size_t i = 0; i < list->size(); ++i) {
            Path const item = below(here, std::to_string(i));
            auto const day = date_in((*list)[i], item);
            if (day) (void)add_day(year, {*day, key == "off", name}, item);
        }
        return std::monostate{};
    }

    std::string_view content_;
    std::string_view file_;
    mutable std::vector<CalendarFault> faults_;
    std::vector<FoundDay> days_;
    std::vector<Path> places_;  ///< of the days, by mark
    std::map<int, std::vector<std::string>> sources_;
};

}  // namespace

Result<std::vector<CalendarYear>> read_calendar_json(std::string_view content, std::string_view file) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    json::stream_parser parser;
    json::error_code error;
    std::size_t const read = parser.write(content.data(), content.size(), error);
    if (!error) parser.finish(error);
    if (error)
        return tl::make_unexpected(calendar_mistake(file, line_at(content, read), say("不是有效的 JSON（{}）", "not valid JSON ({})", error.message())));
    if (auto const twice = repeated_key(content))
        return tl::make_unexpected(calendar_mistake(file, twice->line, say("“{}”在同一对象中出现了两次，请合并", "“{}” is there twice in one object; make one of the two", twice->key)));
    return JsonCalendar{content, file}.read(parser.release());
}

}  // namespace hearline
