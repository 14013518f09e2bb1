#pragma once
// Reference data as the operator keeps it: units, types, causes, lines, settings. Each piece is one document of the store (kind, code).
#include <cstdint>
#include <string>
#include <vector>

#include "app/ports/store.hpp"
#include "base/code.hpp"
#include "base/fields.hpp"
#include "domain/calendar/calendar.hpp"
#include "domain/complaint/rule_book.hpp"

namespace hearline {

enum class UnitKind { company, centre, department, unit, station };
template <>
struct CodeTable<UnitKind> {
    static constexpr std::array<CodeName<UnitKind>, 5> rows{{{UnitKind::company, "company", "公司", "Company"},
                                                             {UnitKind::centre, "centre", "投诉处理中心", "Complaint centre"},
                                                             {UnitKind::department, "department", "部门", "Department"},
                                                             {UnitKind::unit, "unit", "单位", "Unit"},
                                                             {UnitKind::station, "station", "车站", "Station"}}};
};

/// A place in the organisation (R1.1). Departments, units and stations can be dispatched to; the company and the centre cannot.
struct Unit {
    std::string code;    ///< `[a-z0-9_-]+`
    std::string name;    ///< Chinese
    std::string name_en;
    std::string parent;  ///< code of the unit above, "" for the company
    UnitKind kind = UnitKind::unit;
    int order = 0;       ///< among its siblings
    bool retired = false;
    [[nodiscard]] bool takes_work() const { return !retired && kind != UnitKind::company && kind != UnitKind::centre; }
    bool operator==(Unit const&) const = default;
};

/// One entry of the type or the cause tree (R1.3, R6.3). The parent of "facilities.lift" is "facilities".
struct CodeEntry {
    std::string code, name, name_en, parent;
    int order = 0;
    bool retired = false;  ///< not offered any more; complaints keep it
    std::vector<std::string> keywords{};  ///< words of a text that speak for it
    bool operator==(CodeEntry const&) const = default;
};

struct Station {
    std::string code, name, name_en, pinyin;
    bool operator==(Station const&) const = default;
};

struct Line {
    std::string code, name, name_en, pinyin, color;
    int order = 0;
    bool retired = false;
    std::vector<Station> stations;  ///< in their order on the line
    bool operator==(Line const&) const = default;
};

/// What an operator sets once. One document: kind "setting", code "operator".
struct Settings {
    std::string operator_name = "城市轨道交通";
    std::string operator_name_en = "Metro";
    std::string zone = "Asia/Shanghai";     ///< R9.5
    int closing_minutes = 0;                ///< R9.1: business hours end so many minutes after 0:00; 0 = the day ends at 24:00
    std::int64_t attachment_max = 20 << 20; ///< bytes a file
    int attachments_max = 20;               ///< files a complaint
    int passenger_attachments_max = 6;      ///< of them, from the passenger
    std::vector<std::string> attachment_types{"image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf", "audio/mpeg", "audio/x-wav",
                                              "audio/mp4", "video/mp4", "text/plain", "application/zip", "image/heic", "video/quicktime", "video/3gpp",
                                              "audio/3gpp", "audio/amr", "audio/aac",
                                              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    int idempotency_hours = 48;             ///< how long a reply is kept for a replayed key
    bool operator==(Settings const&) const = default;
};

[[nodiscard]] Fields encode_unit(Unit const& unit);
[[nodiscard]] Result<Unit> decode_unit(std::string_view code, Fields const& fields);
[[nodiscard]] Fields encode_entry(CodeEntry const& entry);
[[nodiscard]] Result<CodeEntry> decode_entry(std::string_view code, Fields const& fields);
/// Words separated by spaces.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);
[[nodiscard]] Fields encode_line(Line const& line);
[[nodiscard]] Result<Line> decode_line(std::string_view code, Fields const& fields);
[[nodiscard]] Fields encode_settings(Settings const& settings);
[[nodiscard]] Result<Settings> decode_settings(Fields const& fields);

/// A whole set of reference data: what is shipped, or what an operator brings.
struct ReferenceData {
    std::vector<Unit> units;
    std::vector<CodeEntry> types, causes;
    std::vector<Line> lines;
    std::vector<CalendarYear> calendars;
    std::vector<RuleBookVersion> rules;
    std::optional<Settings> settings;
};

}  // namespace hearline
