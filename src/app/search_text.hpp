#pragma once
// Which texts of a complaint are found by search, and whether a text really holds what was asked. No personal data among them.
#include "app/ports/store.hpp"
#include "domain/complaint/act.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

/// Space-separated tokens of the registration: number, subject, content, place.
[[nodiscard]] std::string registration_tokens(Number number, Registration const& registration, std::string_view subject, std::string_view line_name,
                                              std::string_view station_name);
/// Tokens of the texts that came with a later event (notes, findings, measures, results, feedback, comments …).
[[nodiscard]] std::string event_tokens(EventTexts const& texts);

}  // namespace hearline
