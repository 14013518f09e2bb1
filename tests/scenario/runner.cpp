#include "runner.hpp"

#include <fmt/format.h>

#include "base/embedded.hpp"
#include "channel/calendar_file/read_calendar.hpp"
#include "channel/rule_book_file/read_rule_book.hpp"
#include "expectation.hpp"
#include "sentence.hpp"

namespace hearline::scenario {
namespace {

class Runner {
public:
    explicit Runner(World world) : world_{std::move(world)} {}

    void run(std::string_view text) {
        int expectations = 0;
        for (auto const& line : read_script(text)) {
            auto const& first = line.words.front();
            if (first != "refused") settle();
            try {
                Words words{line, zone_ = world_.keeping().zone};
                obey(words, line.number);
                words.end();
            } catch (std::exception const& e) {
                complain(line.number, e.what());
            }
            expectations += first == "expect" || first == "refused" ? 1 : 0;
        }
        settle();
        if (expectations == 0) complain(0, "the scenario expects nothing");
        for (auto const& what : world_.check_all()) complain(0, what);
    }

    [[nodiscard]] std::vector<std::string> take() && { return std::move(wrong_); }

private:
    void complain(int line, std::string_view what) { wrong_.push_back(fmt::format("{}: {}", line, what)); }

    /// A refusal that the next line did not expect.
    void settle() {
        if (refusal_) complain(refused_line_, fmt::format("refused: {} ({})", refusal_->code, describe(*refusal_)));
        refusal_.reset();
    }

    [[nodiscard]] static std::string describe(Error const& error) {
        auto text = error.detail.en;
        for (auto const& field : error.fields) text += fmt::format(" {} {}", field.pointer, field.detail.en);
        return text;
    }

    void obey(Words& words, int line) {
        auto const first = words.next();
        if (first == "at") return happen(words, line);
        if (first == "expect") {
            if (auto const difference = check_expectation(world_, words)) complain(line, *difference);
            return;
        }
        if (first == "refused") return expect_refusal(words, line);
        if (first == "rules") return change_rules(words);
        if (first == "calendar" && words.accept("without")) return world_.forget_calendar(words.number());
        if (first == "zone") return world_.set_zone(Zone::find(words.next()).value());
        if (first == "closing") {
            int const hour = words.number();
            return world_.close_at(std::chrono::hours{hour} + std::chrono::minutes{words.number()});
        }
        throw ScriptError{"no such line: " + first};
    }

    /// rules from 2026-07-01 opinion ordinary 2wd   ·   rules from 2026-07-01 reopen_days 10
    void change_rules(Words& words) {
        if (!words.accept("from")) throw ScriptError{"rules from DATE …"};
        auto const from = words.day();
        auto const what = words.next();
        for (auto const& setting : rule_book_settings())
            if (setting.name == what) {
                int const value = words.number();
                return world_.change_rules(from, [&](RuleBookVersion& version) { version.*setting.value = value; });
            }
        auto const name = code<ClockName>(what);
        auto const severity = code<Severity>(words.next());
        auto const limit = parse_limit(words.next());
        if (!limit) throw ScriptError{limit.error().detail.en};
        world_.change_rules(from, [&](RuleBookVersion& version) { version.clocks[{name, severity}].limit = *limit; });
    }

    void happen(Words& words, int line) {
        auto const now = words.time();
        auto const who = words.next();
        auto const actor = actor_of(who);
        if (words.accept("announces")) return announce(words, actor, now);
        auto const act = take_verb(words);
        auto const name = words.next();
        Done done;
        if (act == ActName::register_)
            done = world_.add(name, read_registration(who, words), actor, now);
        else if (act == ActName::import_)
            done = world_.import(name, read_history(words), actor, now);
        else
            done = world_.act(name, read_act(act, words), actor, now);
        if (done) return;
        refusal_ = done.error();
        refused_line_ = line;
    }

    /// at … director announces 2026 (the shipped one)   ·   at … director announces 2027 off 2027-01-01 2027-01-04 work 2027-01-09
    void announce(Words& words, Actor const& actor, Instant now) {
        CalendarYear year{words.number(), {"notice"}, {}};
        if (!words.more()) return world_.announce(year.year, actor, now);
        bool off = true;
        while (words.more())
            if (words.accept("off"))
                off = true;
            else if (words.accept("work"))
                off = false;
            else
                year.days.push_back({words.day(), off, "假"});
        world_.announce(year, actor, now);
    }

    void expect_refusal(Words& words, int line) {
        if (!refusal_) return complain(line, "nothing was refused");
        static constexpr std::array<std::pair<std::string_view, ErrorKind>, 3> kinds{
            {{"conflict", ErrorKind::conflict}, {"forbidden", ErrorKind::forbidden}, {"invalid", ErrorKind::invalid}}};
        auto const expected = words.next();
        auto const error = *refusal_;
        refusal_.reset();
        if (error.detail.zh.empty() || error.detail.en.empty()) complain(line, "the refusal says nothing in one of the languages");
        for (auto const& [word, kind] : kinds)
            if (word == expected && kind != error.kind) complain(line, fmt::format("refused otherwise: {} ({})", error.code, describe(error)));
        while (words.more()) {
            auto const more = words.next();
            bool const pointed = more.starts_with('/') &&
                                 std::any_of(error.fields.begin(), error.fields.end(), [&](FieldError const& field) { return field.pointer == more; });
            if (!pointed && more != error.code) complain(line, fmt::format("not about {}: {} ({})", more, error.code, describe(error)));
        }
    }

    World world_;
    Zone zone_ = Zone::shanghai();
    std::optional<Error> refusal_;
    int refused_line_ = 0;
    std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> run_scenario(std::string_view text, World world) {
    Runner runner{std::move(world)};
    runner.run(text);
    return std::move(runner).take();
}

World shipped_world() {
    for (auto const& file : embedded_files("data"))
        if (file.path == "policies/default.toml") return World{shipped_calendars(), read_rule_book_toml(file.content, file.path).value()};
    throw std::logic_error{"the shipped rule book is missing"};
}

}  // namespace hearline::scenario
