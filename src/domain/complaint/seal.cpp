// seal, unseal, check_seal: events as canonical text, chained by their digests (R10.4).
#include <array>

#include "domain/complaint/clock_text.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {
namespace {

// Body: seq, at, actor, act, then one line per datum (its key behind a dot), the clock changes, the digests of the texts, the digest before.
constexpr std::string_view text_label = "text", personal_label = "personal", previous_label = "previous";

/// Binds an erasable text to its event without giving it away: label, salt and text.
[[nodiscard]] Digest text_digest(std::string_view label, Salt const& salt, std::string_view text) {
    std::array<std::string_view, 3> const parts{label, bytes_of(salt), text};
    return sha256_parts(parts);
}

void write_hex(LineWriter& writer, std::string_view key, Digest const& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 64> text;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    writer.plain(key, {text.data(), text.size()});
}

void write_change(LineWriter& writer, ClockChange const& change) {
    auto const& clock = change.clock;
    auto const begin = [&](std::string_view key) {
        writer.open(key);
        writer.word(code_of(clock.name)).number(clock.round);
    };
    switch (change.what) {
        case ClockChange::What::start: write_clock(writer, "clock.start", clock); return;
        case ClockChange::What::end:
            begin("clock.end");
            writer.after(Instant{}, clock.ended_at).word(code_of(clock.outcome)).close();
            return;
        case ClockChange::What::pause:
            begin("clock.pause");
            writer.close();
            return;
        case ClockChange::What::resume:
        case ClockChange::What::move:
            begin(change.what == ClockChange::What::move ? "clock.move" : "clock.resume");
            writer.after(Instant{}, clock.due_at).word(clock.provisional ? "p" : "-").word(clock.agreed ? "a" : "-").close();
            return;
    }
}

[[nodiscard]] bool read_end(LineReader& reader, ClockChange& change) {
    std::string_view line;
    if (!reader.take("clock.end", line)) return false;
    TokenReader tokens{line};
    change.what = ClockChange::What::end;
    change.clock.name = tokens.code<ClockName>();
    change.clock.round = tokens.small();
    change.clock.ended_at = tokens.after(Instant{});
    change.clock.outcome = tokens.code<ClockOutcome>();
    if (!tokens.ok()) reader.fail();
    return true;
}

[[nodiscard]] bool read_pause_change(LineReader& reader, ClockChange& change) {
    std::string_view line;
    if (!reader.take("clock.pause", line)) return false;
    TokenReader tokens{line};
    change.what = ClockChange::What::pause;
    change.clock.name = tokens.code<ClockName>();
    change.clock.round = tokens.small();
    if (!tokens.ok()) reader.fail();
    return true;
}

[[nodiscard]] bool read_due_change(LineReader& reader, ClockChange& change, ClockChange::What what, std::string_view key) {
    std::string_view line;
    if (!reader.take(key, line)) return false;
    TokenReader tokens{line};
    change.what = what;
    change.clock.name = tokens.code<ClockName>();
    change.clock.round = tokens.small();
    if (auto const due = tokens.after(Instant{}))
        change.clock.due_at = *due;
    else
        tokens.fail();
    auto const provisional = tokens.word(), agreed = tokens.word();
    change.clock.provisional = provisional == "p";
    change.clock.agreed = agreed == "a";
    if (!tokens.ok() || (provisional != "p" && provisional != "-") || (agreed != "a" && agreed != "-")) reader.fail();
    return true;
}

[[nodiscard]] bool read_change(LineReader& reader, ClockChange& change) {
    if (read_clock(reader, "clock.start", change.clock)) {
        change.what = ClockChange::What::start;
        return true;
    }
    return read_end(reader, change) || read_pause_change(reader, change) ||
           read_due_change(reader, change, ClockChange::What::resume, "clock.resume") ||
           read_due_change(reader, change, ClockChange::What::move, "clock.move");
}

/// The digests at the end of a body; an absent text has none.
struct Seals {
    std::optional<Digest> text, personal;
    Digest previous{};
};

void read_digest(LineReader& reader, std::string_view key, std::optional<Digest>& out) {
    std::string_view value;
    if (!reader.take(key, value)) return;
    Digest digest;
    if (value.size() == 2 * digest.size() && from_hex(value, digest))
        out = digest;
    else
        reader.fail();
}

[[nodiscard]] bool read_body(std::string_view body, Event& event, Seals& seals) {
    LineReader reader{body};
    std::string_view line;
    bool complete = reader.integer("seq", event.seq) && reader.instant("at", event.at);
    if (reader.take("actor", line)) {
        TokenReader tokens{line};
        event.actor.role = tokens.code<Role>();
        event.actor.user = tokens.token();
        event.actor.unit = tokens.token();
        complete = complete && tokens.ok();
    } else {
        complete = false;
    }
    complete = reader.code("act", event.act) && complete;
    std::string value;
    for (std::string_view key; reader.take_prefix(".", key, line); event.data.add(key, value))
        if (!unescape_line(line, value)) reader.fail();
    for (ClockChange change; read_change(reader, change); change = {}) event.clocks.push_back(std::move(change));
    std::optional<Digest> previous;
    read_digest(reader, text_label, seals.text);
    read_digest(reader, personal_label, seals.personal);
    read_digest(reader, previous_label, previous);
    seals.previous = previous.value_or(Digest{});
    return complete && reader.finished();
}

[[nodiscard]] tl::unexpected<Error> bad_record() {
    return refuse(ErrorKind::invalid, "bad-record", say("存储的事件无法解读", "a stored event cannot be read"));
}

[[nodiscard]] tl::unexpected<Error> broken(int seq, std::string_view zh, std::string_view en) {
    return refuse(ErrorKind::invalid, "broken-chain", say("第 {0} 号事件：{1}", "event {0}: {2}", seq, zh, en));
}

}  // namespace

SealedEvent seal(Event const& event, Digest const& previous, Salt const& salt) {
    SealedEvent sealed;
    sealed.seq = event.seq;
    event.texts.text.encode_to(sealed.text);
    event.texts.personal.encode_to(sealed.personal);
    auto& body = sealed.body;
    body.reserve(768);
    LineWriter writer{body};
    writer.integer("seq", event.seq);
    writer.instant("at", event.at);
    writer.open("actor");
    writer.word(code_of(event.actor.role)).token(event.actor.user).token(event.actor.unit).close();
    writer.code("act", event.act);
    for (auto const& [key, value] : event.data.entries()) {
        body += '.';
        writer.text(key, value);
    }
    for (auto const& change : event.clocks) write_change(writer, change);
    if (!sealed.text.empty() || !sealed.personal.empty()) sealed.salt = salt;
    if (!sealed.text.empty()) write_hex(writer, text_label, text_digest(text_label, salt, sealed.text));
    if (!sealed.personal.empty()) write_hex(writer, personal_label, text_digest(personal_label, salt, sealed.personal));
    if (previous != Digest{}) write_hex(writer, previous_label, previous);
    sealed.digest = sha256(body);
    return sealed;
}

Result<Event> unseal(SealedEvent const& sealed) {
    Event event;
    Seals seals;
    if (!read_body(sealed.body, event, seals)) return bad_record();
    if (!sealed.text.empty()) event.texts.text = TRY(Fields::decode(sealed.text));
    if (!sealed.personal.empty()) event.texts.personal = TRY(Fields::decode(sealed.personal));
    return event;
}

Done check_seal(SealedEvent const& sealed, Digest const& previous) {
    if (sha256(sealed.body) != sealed.digest) return broken(sealed.seq, "内容与摘要不符", "the body does not match its digest");
    Event event;
    Seals seals;
    if (!read_body(sealed.body, event, seals)) return bad_record();
    if (event.seq != sealed.seq) return broken(sealed.seq, "序号与内容不符", "the sequence differs from the body's");
    if (seals.previous != previous) return broken(sealed.seq, "与前一事件断链", "the chain to the event before is broken");
    auto const matches = [&](std::string_view label, std::string const& text, std::optional<Digest> const& digest) {
        return text.empty() || (digest && text_digest(label, sealed.salt, text) == *digest);
    };
    if (!matches(text_label, sealed.text, seals.text)) return broken(sealed.seq, "文本与摘要不符", "the text does not match its digest");
    if (!matches(personal_label, sealed.personal, seals.personal))
        return broken(sealed.seq, "个人信息与摘要不符", "the personal data do not match their digest");
    return Done{};
}

}  // namespace hearline
