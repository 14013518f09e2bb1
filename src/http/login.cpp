#include "http/login.hpp"

#include "app/directory.hpp"
#include "app/people.hpp"
#include "http/password.hpp"
#include "http/renew.hpp"
#include "http/session.hpp"
#include "http/throttle.hpp"

namespace hearline::http {
namespace {

enum class Verdict { right, wrong, locked };

/// Looks the password up and counts the failure where the work is done, so that many attempts at once are counted too.
Verdict check(LoginThrottle& throttle, std::string_view account, std::string_view hash, std::string_view password, std::string_view peer, Instant now) {
    if (!throttle.check(account, peer, now)) return Verdict::locked;
    if (verify_password(hash, password)) return Verdict::right;
    throttle.failed(account, peer, now);
    return Verdict::wrong;
}

tl::unexpected<Error> wrong_login() {
    return refuse(ErrorKind::unauthenticated, "wrong-login", say("用户名或密码错误，或账号已停用", "The name or the password is wrong, or the account is disabled"));
}

Task<Result<std::string>> hash_of_new(std::string_view user, std::string_view old_password, std::string new_password, Services& services) {
    CO_TRY_DONE(check_password(user, new_password, "/new_password"));
    if (new_password == old_password)
        co_return refuse_field("/new_password", "weak-password", say("新密码不能与旧密码相同", "The new password must not be the old one"));
    auto work = [&new_password] { return hash_password(new_password); };
    co_return co_await on_pool(services.hashing, work);
}

}  // namespace

Task<Result<LoggedIn>> log_in(Credentials credentials, Request const& request, Services& services) {
    if (cookie_name(request).empty())
        co_return refuse(ErrorKind::forbidden, "insecure-connection", say("只能通过 HTTPS 或在本机登录", "Sign in over HTTPS, or from this machine"));
    Instant const now = services.now();
    CO_TRY_DONE(services.logins.check(credentials.username, request.peer, now));
    auto const directory = services.directory.get();
    auto const* const user = directory->user(credentials.username);
    std::string const hash = user && !user->disabled ? user->password_hash : "";
    auto work = [&] { return check(services.logins, credentials.username, hash, credentials.password, request.peer, now); };
    auto const verdict = co_await on_pool(services.hashing, work);
    if (verdict != Verdict::right || !user) {
        CO_TRY_DONE(verdict == Verdict::locked ? services.logins.check(credentials.username, request.peer, now) : Done{});
        co_return wrong_login();
    }
    services.logins.succeeded(user->name, request.peer, now);
    std::string new_hash;
    if (!credentials.new_password.empty()) {
        CO_TRY(new_hash, co_await hash_of_new(user->name, credentials.password, credentials.new_password, services));
    }
    auto const opened = services.sessions.make(user->name, request.peer, request.header("user-agent"), now);
    auto save = [&](Transaction& transaction) -> Done {
        if (!new_hash.empty()) {
            auto const changed = hearline::change_password(transaction, user->actor(), user->name, new_hash, PasswordChange::by_owner, Digest{}, now);
            if (!changed) return changed;
        }
        services.sessions.store_new(transaction, opened.row, request.identity.session);
        return std::monostate{};
    };
    CO_TRY_DONE(co_await write(services.store, save));
    if (request.identity.session) services.sessions.forget(*request.identity.session);
    if (!new_hash.empty()) co_await renew_directory(services);
    co_return LoggedIn{user->actor(), user->display_name, user->must_change && new_hash.empty(), opened.row.csrf, session_cookie(request, opened.token),
                       services.sessions.ends_at(opened.row)};
}

Task<Done> log_out(Request const& request, Services& services) {
    if (!request.identity.session) co_return std::monostate{};
    auto const session = *request.identity.session;
    auto drop = [session](Transaction& transaction) -> Done {
        transaction.drop_session(session);
        return std::monostate{};
    };
    CO_TRY_DONE(co_await write(services.store, drop));
    services.sessions.forget(session);
    co_return std::monostate{};
}

Task<Done> change_password(std::string old_password, std::string new_password, Request const& request, Services& services) {
    Instant const now = services.now();
    auto const directory = services.directory.get();
    auto const* const user = directory->user(request.actor().user);
    if (!user) co_return wrong_login();
    CO_TRY_DONE(services.logins.check(user->name, request.peer, now));
    auto work = [&] { return check(services.logins, user->name, user->password_hash, old_password, request.peer, now); };
    auto const verdict = co_await on_pool(services.hashing, work);
    if (verdict != Verdict::right) co_return refuse_field("/old_password", "wrong-password", say("旧密码不正确", "The old password is wrong"));
    CO_TRY(auto const hash, co_await hash_of_new(user->name, old_password, std::move(new_password), services));
    auto save = [&](Transaction& transaction) -> Done {
        return hearline::change_password(transaction, user->actor(), user->name, hash, PasswordChange::by_owner, request.identity.session.value_or(Digest{}), now);
    };
    CO_TRY_DONE(co_await write(services.store, save));
    co_await renew_directory(services);
    co_return std::monostate{};
}

std::string clearing_cookie(Request const& request) { return session_cookie(request, ""); }

}  // namespace hearline::http
