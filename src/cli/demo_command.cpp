#include <charconv>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "demo/fill_store.hpp"
#include "demo/people.hpp"

namespace hearline::cli {
namespace {

Result<std::int64_t> number_option(Invocation const& call, std::string_view name, std::int64_t absent, std::int64_t most) {
    if (!call.has(name)) return absent;
    auto const text = call.get(name);
    std::int64_t value = -1;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most)
        return refuse_field("--" + std::string{name}, "bad-option", say("{} 应为 0 到 {} 的整数", "{} must be a whole number from 0 to {}", text, most));
    return value;
}

Result<demo::DemoOptions> options_of(Invocation const& call, Environment const& environment) {
    demo::DemoOptions options;
    options.complaints = TRY(number_option(call, "complaints", options.complaints, 5'000'000));
    options.seed = static_cast<std::uint64_t>(TRY(number_option(call, "seed", 1, INT64_MAX)));
    options.until = Zone::shanghai().date(environment.now());
    if (call.has("until")) {
        auto const until = parse_date(call.get("until"));
        if (!until) return refuse_field("--until", "bad-option", until.error().detail);
        options.until = *until;
    }
    options.password_hash = std::string{demo::password_hash};
    return options;
}

}  // namespace

Exit run_demo(Invocation const& call, Environment& environment) {
    auto const options = options_of(call, environment);
    if (!options) return report(environment, options.error());
    auto store = environment.open_store(StoreUse::write);
    if (!store) return report(environment, store.error());
    auto filled = [&] {
        ProgressLine line{environment, {"生成演示数据", "Making the demo"}};
        return demo::fill_store(**store, *options, [&](std::int64_t done, std::int64_t total) { line(done, total); });
    }();
    if (!filled) return report(environment, filled.error());
    auto const& made = *filled;
    environment.out << environment.say(say("演示数据已生成：{} 人，{} 件（{} 件在办），{} 条办理记录。\n", "The demo is made: {} people, {} complaints ({} open), {} events.\n", made.users.size(), made.complaints,
                                           made.open, made.events));
    environment.out << environment.say(
        say("仅供演示！所有账号使用同一密码，切勿用于正式系统。\n  密码：{}\n  账号：agent agent2 director leader auditor sysadmin secadmin，以及每个单位的 desk-单位、head-单位，如 desk-line1、head-line1\n",
            "For the demo only! Everyone has the same password; never use this store for real work.\n  password: {}\n  logins: agent agent2 director leader auditor sysadmin secadmin, and desk-UNIT, head-UNIT for each unit, such as desk-line1, head-line1\n",
            demo::password));
    return Exit::done;
}

}  // namespace hearline::cli
