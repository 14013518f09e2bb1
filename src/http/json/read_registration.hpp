#pragma once
// The bodies that register a complaint: by staff, and by a passenger.
#include <boost/json.hpp>

#include "base/result.hpp"
#include "domain/complaint/act.hpp"
#include "domain/complaint/rule_book.hpp"
#include "http/json/body.hpp"

namespace hearline::http {

/// Errors: `invalid` with a pointer to each bad field. Lengths come from the rule book; codes of reference data are the use case's to check.
[[nodiscard]] Result<Registration> read_registration(boost::json::object const& body, RuleBookVersion const& rules);

/// The passenger's form: only `content` is required; the channel is the web site unless the body names another.
[[nodiscard]] Result<Registration> read_submission(boost::json::object const& body, RuleBookVersion const& rules);

[[nodiscard]] Place read_place(boost::json::object const& object, std::string pointer, RuleBookVersion const& rules, Faults& faults);

}  // namespace hearline::http
