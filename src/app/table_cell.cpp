#include "app/ports/table_writer.hpp"

namespace hearline {

std::string TableCell::words() const {
    if (kind != Kind::moment && kind != Kind::limit) return text;
    auto const seconds = std::chrono::floor<std::chrono::seconds>(at.time_of_day);
    if (kind == Kind::limit && seconds.count() == 0) return format_date(at.day - std::chrono::days{1}) + " 24:00";
    auto const of_day = seconds.count();
    return fmt::format("{} {:02}:{:02}:{:02}", format_date(at.day), of_day / 3600, of_day / 60 % 60, of_day % 60);
}

}  // namespace hearline
