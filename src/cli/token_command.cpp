// hearline token create USER: prints the token alone.
#include <charconv>
#include <ostream>

#include "app/people.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"

namespace hearline::cli {

Exit run_token_create(Invocation const& call, Environment& environment) {
    auto const now = environment.now();
    std::optional<Instant> expires_at;
    if (call.has("days")) {
        auto const text = call.get("days");
        int days = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
        if (error != std::errc{} || end != text.data() + text.size() || days < 1 || days > 3650)
            return report(environment, refuse_field("--days", "bad-option", say("--days 为 1 至 3650", "--days is 1 to 3650")).value());
        expires_at = now + std::chrono::hours{24} * days;
    }
    auto const opened = open(environment, StoreUse::write);
    if (!opened) return report(environment, opened.error());
    auto const made = write_and_wait(*opened->store, [&](Transaction& transaction) {
        return create_token(transaction, system_actor(), call.get("user"), call.get("label"), expires_at, now, system_random());
    });
    if (!made) return report(environment, made.error());
    environment.out << made->token << '\n';
    return Exit::done;
}

}  // namespace hearline::cli
