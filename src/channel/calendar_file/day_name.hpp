#pragma once
// Reads from the name of a calendar's entry whether the day is off or worked: "国庆节假期", "上班(补元旦假期)", "国庆节 工作日", "[班] 春节".
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace hearline {

struct DayName {
    enum class Says { off, work, unclear } says = Says::unclear;
    bool plainly = false;  ///< it has a word for it (放假, 补班); a festival's name alone is no such word
    std::string name;      ///< of the holiday: "国庆节"; "假期" where the entry names none
};

/// R9.2: every word of the name must be understood; one that holds a festival and a word of work that is not is unclear, never a day off.
/// `first` is the entry's first day: New Year's Eve is a statutory holiday since 2025 only.
[[nodiscard]] DayName read_day_name(std::string_view name, Date first);

}  // namespace hearline
