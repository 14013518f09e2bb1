#pragma once
// Which days count as working days, and why (R9.2). A value: built from the announced years, never changed.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace hearline {

/// One day that the announcement of a year names: off (holiday) or worked (make-up day).
struct AnnouncedDay {
    Date day;
    bool off = true;
    std::string name;  ///< "国庆节"
    bool operator==(AnnouncedDay const&) const = default;
};

/// What one year's State Council notice says. A notice may name days of the December before or the January after.
struct CalendarYear {
    int year = 0;
    std::vector<std::string> sources;  ///< addresses of the notice ("papers")
    std::vector<AnnouncedDay> days;    ///< empty = not announced
    bool partial = false;              ///< R9.2: single days that are known, not the year's announcement: the year stays provisional

    [[nodiscard]] bool is_announced() const { return !days.empty() && !partial; }
    bool operator==(CalendarYear const&) const = default;
};

enum class DayKind { working, weekend, holiday, make_up };
struct DayReason {
    DayKind kind = DayKind::working;
    std::string name;    ///< of the holiday, "" for plain days
    std::string source;  ///< of the notice (several: one after another), "" for plain days
    bool provisional = false;  ///< R9.2: no calendar yet for this day
};

/// Working days from 1990 to 2120 by prefix counts: each question is a table look-up (outside: Monday to Friday). Copies are cheap.
class WorkingCalendar {
public:
    WorkingCalendar();  ///< Monday to Friday, nothing announced
    explicit WorkingCalendar(std::vector<CalendarYear> const& years);

    [[nodiscard]] bool is_working_day(Date day) const;
    [[nodiscard]] DayReason reason(Date day) const;
    /// R9.2: the day lies in a year without a calendar, or in the last week of the December before one.
    [[nodiscard]] bool is_provisional(Date day) const;
    [[nodiscard]] bool is_announced(int year) const;
    /// The nth working day after `day` (n >= 1; `day` itself does not count); n < 0 counts back: the |n|th working day before; 0 is `day`.
    [[nodiscard]] Date working_day_after(Date day, int n) const;
    /// How many working days lie in (after, until].
    [[nodiscard]] int working_days_between(Date after, Date until) const;
    [[nodiscard]] std::vector<int> announced_years() const;
    /// Does some announcement name this day?
    [[nodiscard]] bool names(Date day) const;
    /// The announcement of a year as it was given, or null.
    [[nodiscard]] CalendarYear const* year(int year) const;

private:
    struct Data;
    std::shared_ptr<Data const> data_;
};

}  // namespace hearline
