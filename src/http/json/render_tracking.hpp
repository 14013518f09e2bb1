#pragma once
// What the passenger sees of a complaint, as JSON: plain words, nothing of the staff.
#include <string>

#include "app/passenger.hpp"

namespace hearline::http {

[[nodiscard]] std::string render_tracking(TrackingView const& view, Zone const& zone, Language language);
/// The answer to a submission: what to keep, and where to look.
[[nodiscard]] std::string render_submitted(ComplaintView const& view, std::string_view tracking_code, Zone const& zone);

}  // namespace hearline::http
