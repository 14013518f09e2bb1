#pragma once
// The body of an act: which field belongs to which act is said by the domain (`act_fields`), how it looks in JSON here.
#include <boost/json.hpp>

#include "base/result.hpp"
#include "domain/complaint/act.hpp"
#include "domain/complaint/rule_book.hpp"

namespace hearline::http {

/// Errors: `invalid` with a pointer to each bad, missing or unknown field. `aside` is a field that the caller reads itself ("code" of the
/// tracking page), or "".
[[nodiscard]] Result<Act> read_act(ActName name, boost::json::object const& body, RuleBookVersion const& rules, std::string_view aside = "");

}  // namespace hearline::http
