#pragma once
// After a change of reference data, people or tokens: the picture of them that requests are judged by is taken anew before the answer.
#include "http/services.hpp"
#include "http/task.hpp"

namespace hearline::http {

/// True when it had changed.
[[nodiscard]] Task<bool> renew_directory(Services& services);

}  // namespace hearline::http
