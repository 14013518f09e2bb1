#include "domain/complaint/clock_text.hpp"

namespace hearline {
namespace {

[[nodiscard]] std::string_view flags_of(Clock const& clock) {
    if (clock.provisional) return clock.agreed ? "pa" : "p";
    return clock.agreed ? "a" : "-";
}

constexpr std::string_view minutes_suffix = "min", working_days_suffix = "wd";

void write_limit(LineWriter& writer, Limit limit) {
    char buffer[32];
    auto end = std::to_chars(buffer, buffer + 16, limit.amount).ptr;
    auto const suffix = limit.unit == Limit::Unit::minutes ? minutes_suffix : working_days_suffix;
    end += suffix.copy(end, suffix.size());
    writer.word({buffer, static_cast<std::size_t>(end - buffer)});
}

void read_limit(TokenReader& tokens, Limit& limit) {
    auto const text = tokens.word();
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit.amount);
    std::string_view const suffix{end, static_cast<std::size_t>(text.data() + text.size() - end)};
    if (suffix == minutes_suffix)
        limit.unit = Limit::Unit::minutes;
    else
        limit.unit = Limit::Unit::working_days;
    if (error != std::errc{} || (suffix != minutes_suffix && suffix != working_days_suffix)) tokens.fail();
}

[[nodiscard]] bool read_pause(LineReader& reader, Clock& clock) {
    std::string_view line;
    if (!reader.take("pause", line)) return false;
    TokenReader tokens{line};
    Pause pause;
    pause.from = tokens.instant();
    pause.until = tokens.after(pause.from);
    pause.since_seq = tokens.small();
    pause.owner = tokens.token();
    if (!tokens.ok()) reader.fail();
    clock.pauses.push_back(std::move(pause));
    return true;
}

}  // namespace

// clock=NAME ROUND STARTED_MS +DUE_AFTER_MS +ENDED_AFTER_MS|- OUTCOME FLAGS LIMIT RULE POLICY_VERSION; flags: p provisional, a agreed
void write_clock(LineWriter& writer, std::string_view key, Clock const& clock) {
    writer.open(key);
    writer.word(code_of(clock.name)).number(clock.round).number(ms_of(clock.started_at));
    writer.after(clock.started_at, clock.due_at).after(clock.started_at, clock.ended_at).word(code_of(clock.outcome)).word(flags_of(clock));
    write_limit(writer, clock.limit);
    writer.token(clock.rule).number(clock.policy_version).close();
    for (auto const& pause : clock.pauses) {
        writer.open("pause");
        writer.number(ms_of(pause.from)).after(pause.from, pause.until).number(pause.since_seq).token(pause.owner).close();
    }
}

bool read_clock(LineReader& reader, std::string_view key, Clock& clock) {
    std::string_view line;
    if (!reader.take(key, line)) return false;
    TokenReader tokens{line};
    clock.name = tokens.code<ClockName>();
    clock.round = tokens.small();
    clock.started_at = tokens.instant();
    if (auto const due = tokens.after(clock.started_at))
        clock.due_at = *due;
    else
        tokens.fail();
    clock.ended_at = tokens.after(clock.started_at);
    clock.outcome = tokens.code<ClockOutcome>();
    auto const flags = tokens.word();
    if (flags != "-" && flags != "p" && flags != "a" && flags != "pa") tokens.fail();
    clock.provisional = flags.starts_with('p');
    clock.agreed = flags.ends_with('a');
    read_limit(tokens, clock.limit);
    clock.rule = tokens.token();
    clock.policy_version = tokens.small();
    if (!tokens.ok()) reader.fail();
    while (read_pause(reader, clock)) {
    }
    return true;
}

}  // namespace hearline
