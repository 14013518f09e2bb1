#include "demo/one_complaint.hpp"

#include <stdexcept>

namespace hearline::demo {

std::vector<EventRow> OneComplaint::events(ComplaintKey, int after_seq, int limit) {
    std::vector<EventRow> found;
    for (auto const& event : events_)
        if (event.seq > after_seq && std::ssize(found) < limit) found.push_back(event);
    return found;
}

void OneComplaint::insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) {
    row_ = row;
    events_.assign(events.begin(), events.end());
    // As every adapter does: the texts of the first event lie in the complaint's row.
    events_.front().salt = row.salt;
    events_.front().text = row.text;
    events_.front().personal = row.personal;
    tokens_ = search_tokens;
}

bool OneComplaint::save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) {
    if (row_.version != expected_version) return false;
    row_ = row;
    events_.insert(events_.end(), events.begin(), events.end());
    return true;
}

void OneComplaint::refuse_write() { throw std::logic_error{"one complaint alone holds nothing else"}; }

}  // namespace hearline::demo
