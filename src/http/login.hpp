#pragma once
// Coming in and going out: what the session routes call. Checks the password off the network thread, opens and ends sessions.
#include <string>

#include "http/awaitables.hpp"
#include "http/message.hpp"
#include "http/services.hpp"

namespace hearline::http {

struct Credentials {
    std::string username, password;
    std::string code;          ///< of the second factor; looked at only where the person has one
    std::string new_password;  ///< changes the password while coming in (the first login must); "" leaves it
};

/// Who came in, and what the answer must carry.
struct LoggedIn {
    Actor actor;
    std::string display_name;
    bool must_change_password = false;  ///< until then only the routes of one's own account are open
    std::string csrf;                   ///< to be sent as X-CSRF-Token with every change
    std::string set_cookie;             ///< value of the Set-Cookie header
    Instant expires_at;                 ///< the absolute end of the session
};

/// Errors: `wrong-login` (401, the same for an unknown name, a wrong password, a disabled account), `login-locked` (429),
/// `insecure-connection` (403: no TLS and not from this machine), `weak-password` (422).
[[nodiscard]] Task<Result<LoggedIn>> log_in(Credentials credentials, Request const& request, Services& services);
/// Ends the session that the request came by (nothing happens for a bearer token).
[[nodiscard]] Task<Done> log_out(Request const& request, Services& services);
/// Changes the password of the person who asks; ends their other sessions. Errors: `wrong-password`, `weak-password` (422).
[[nodiscard]] Task<Done> change_password(std::string old_password, std::string new_password, Request const& request, Services& services);
/// The Set-Cookie value that takes the cookie away.
[[nodiscard]] std::string clearing_cookie(Request const& request);

}  // namespace hearline::http
