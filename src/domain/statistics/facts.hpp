#pragma once
// One complaint as a row of small values, and the dimensions that complaints are counted by (R6.1, R6.2, R6.3, R6.4).
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/code.hpp"
#include "base/time.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

/// Dimensions that complaints can be counted by and filtered on (interface.md: `by=`, filters).
enum class Dimension {
    kind, stage, channel, severity, type, type1, cause, unit, accepting_unit, line, station, satisfaction, solved, resolution,
    validity, liability, round, incident, day, week, month, quarter, year, timely, overdue, suspended, closing
};

template <>
struct CodeTable<Dimension> {
    static constexpr std::array<CodeName<Dimension>, 27> rows{{{Dimension::kind, "kind", "性质", "Kind"},
                                                               {Dimension::stage, "stage", "阶段", "Stage"},
                                                               {Dimension::channel, "channel", "渠道", "Channel"},
                                                               {Dimension::severity, "severity", "等级", "Severity"},
                                                               {Dimension::type, "type", "投诉类型", "Type"},
                                                               {Dimension::type1, "type1", "投诉大类", "First-level type"},
                                                               {Dimension::cause, "cause", "投诉原因", "Cause"},
                                                               {Dimension::unit, "unit", "主办单位", "Lead unit"},
                                                               {Dimension::accepting_unit, "accepting_unit", "受理单位", "Accepting unit"},
                                                               {Dimension::line, "line", "线路", "Line"},
                                                               {Dimension::station, "station", "车站", "Station"},
                                                               {Dimension::satisfaction, "satisfaction", "满意度", "Satisfaction"},
                                                               {Dimension::solved, "solved", "投诉人认为解决", "Solved (complainant)"},
                                                               {Dimension::resolution, "resolution", "解决情况", "Resolution"},
                                                               {Dimension::validity, "validity", "有效性", "Validity"},
                                                               {Dimension::liability, "liability", "责任认定", "Liability"},
                                                               {Dimension::round, "round", "轮次", "Round"},
                                                               {Dimension::incident, "incident", "事件", "Incident"},
                                                               {Dimension::day, "day", "日", "Day"},
                                                               {Dimension::week, "week", "周", "Week"},
                                                               {Dimension::month, "month", "月", "Month"},
                                                               {Dimension::quarter, "quarter", "季", "Quarter"},
                                                               {Dimension::year, "year", "年", "Year"},
                                                               {Dimension::timely, "timely", "及时", "Timely"},
                                                               {Dimension::overdue, "overdue", "超时", "Overdue"},
                                                               {Dimension::suspended, "suspended", "等待投诉人", "Suspended"},
                                                               {Dimension::closing, "closing", "办结方式", "How it closed"}}};
};

/// R6.4: were all stages that led to the feedback in time? `open`: not fed back yet, or an imported history.
enum class Timeliness : std::uint8_t { open, timely, late };

/// What figures and ledger pages need to know of one complaint.
struct Fact {
    std::int64_t key = 0;  ///< ComplaintKey: rows are ordered by it
    int version = 0;       ///< an older version never overwrites a newer one
    Kind kind = Kind::complaint;
    Stage stage = Stage::dispatch;
    Channel channel = Channel::hotline;
    Severity severity = Severity::ordinary;
    int round = 1;
    std::string type, cause, unit, accepting_unit, line, station, incident;  ///< codes, "" = none; `unit` is the lead unit
    std::vector<std::string> seen_by;  ///< units that see it: accepting, relayed to, handling; sorted, no doubles
    std::vector<std::string> owing;    ///< assisting units whose opinion is owed
    bool extension_asked = false;      ///< an extension waits for the director
    bool suspended = false;            ///< it waits for the complainant
    std::optional<Closing> closing;    ///< how it closed; nothing while it is open
    std::optional<Satisfaction> satisfaction;
    std::optional<Solved> solved;
    std::optional<Resolution> resolution;
    std::optional<Validity> validity;
    std::optional<Liability> liability;
    Timeliness timely = Timeliness::open;
    Date registered_day;             ///< in the operator's zone; days before 2000-01-01 count as that day
    std::optional<Instant> next_due;  ///< earliest running clock
    bool operator==(Fact const&) const = default;
};

[[nodiscard]] Fact make_fact(Complaint const& complaint, std::int64_t key, Zone const& zone);
/// R6.4: every stage up to the feedback ended in time. Imported histories are left out (`open`).
[[nodiscard]] Timeliness timeliness_of(Complaint const& complaint);

}  // namespace hearline
