#pragma once
// Wrong tracking codes are counted after they were looked up, so that a right one always gets through (docs/decisions/0023).
#include "http/message.hpp"
#include "http/services.hpp"
#include "http/throttle.hpp"

namespace hearline::http {

/// `found` as it is; who has tried too many wrong codes is told to wait (`too-many-requests`) in place of `unknown-number-or-code`.
/// The request's first capture is the number.
template <class T>
[[nodiscard]] Result<T> counted(Request const& request, Services& services, Result<T> found) {
    if (found || found.error().kind != ErrorKind::not_found) return found;
    TRY(services.public_rate.wrong_code(request.peer, request.captures.front(), services.now()));
    return found;
}

}  // namespace hearline::http
