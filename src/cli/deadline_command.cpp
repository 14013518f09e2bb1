// hearline deadline --start TIME --limit 3wd|10min
#include <ostream>

#include "channel/calendar_file/read_calendar.hpp"
#include "cli/commands.hpp"
#include "cli/deadline_report.hpp"
#include "cli/opened_store.hpp"

namespace hearline::cli {
namespace {

/// The operator's calendars, zone and hours where a store is named, else what is shipped.
[[nodiscard]] Result<Timekeeping> keeping_of(Invocation const& call, Environment& environment) {
    if (environment.data_folder.empty() && !call.has("store")) return Timekeeping{WorkingCalendar{shipped_calendars()}, Zone::shanghai(), std::nullopt};
    return TRY(open(environment, StoreUse::read)).directory->keeping();
}

}  // namespace

Exit run_deadline(Invocation const& call, Environment& environment) {
    auto const limit = parse_limit(call.get("limit"));
    if (!limit) return report(environment, refuse_field("--limit", limit.error().code, limit.error().detail).value());
    auto const keeping = keeping_of(call, environment);
    if (!keeping) return report(environment, keeping.error());
    auto const start = parse_start(call.get("start"), keeping->zone);
    if (!start) return report(environment, start.error());
    environment.out << deadline_report(*keeping, *start, *limit, environment.language);
    return Exit::done;
}

}  // namespace hearline::cli
