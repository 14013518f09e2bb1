#include "app/compare_import.hpp"

#include <algorithm>

#include "app/ledger_words.hpp"
#include "base/clean_text.hpp"

namespace hearline {

namespace {

/// Both as an import reads them.
bool same_text(std::string_view row, std::string_view record, LineBreaks breaks) {
    auto const given = clean_text(row, breaks), held = clean_text(record, breaks);
    if (given == held) return true;
    for (auto const language : {Language::zh, Language::en}) {
        std::string_view beginning{given};
        if (auto const& mark = continued_mark().in(language); beginning.ends_with(mark)) {
            beginning.remove_suffix(mark.size());
            return held.starts_with(trim(beginning));
        }
    }
    return false;
}

bool same_time(std::optional<Instant> row, std::optional<Instant> record) {
    auto const seconds = [](std::optional<Instant> at) { return at ? std::optional{std::chrono::floor<std::chrono::seconds>(*at)} : std::nullopt; };
    return seconds(row) == seconds(record);
}

class Comparison {
public:
    Comparison(ImportedHistory const& row, Complaint const& record, Directory const& directory) : row_{row}, record_{record}, directory_{directory} {}

    std::vector<FieldError> run() {
        compare_what();
        compare_person();
        compare_place();
        compare_times();
        compare_outcome();
        return std::move(found_);
    }

private:
    [[nodiscard]] bool tells(std::string_view field) const { return row_.tells.empty() || std::find(row_.tells.begin(), row_.tells.end(), field) != row_.tells.end(); }
    /// Long texts and contact data are named without their values.
    void text(std::string_view field, bool same) {
        if (tells(field) && !same) found_.push_back({fmt::format("/{}", field), say("与库中不同", "is not what the record says")});
    }
    void value(std::string_view field, bool same, Text const& row, Text const& record) {
        if (!tells(field) || same) return;
        auto const shown = [](std::string const& words, char const* none) { return words.empty() ? std::string{none} : words; };
        found_.push_back({fmt::format("/{}", field), {fmt::format("表中为“{}”，库中为“{}”", shown(row.zh, "（空）"), shown(record.zh, "（空）")),
                                                      fmt::format("the row says \"{}\", the record \"{}\"", shown(row.en, "(nothing)"), shown(record.en, "(nothing)"))}});
    }
    template <class E>
    void code(std::string_view field, std::optional<E> row, std::optional<E> record) {
        auto const name = [](std::optional<E> of) { return of ? Text{std::string{names_of(*of).zh}, std::string{names_of(*of).en}} : Text{}; };
        value(field, row == record, name(row), name(record));
    }
    void time(std::string_view field, std::optional<Instant> row, std::optional<Instant> record) {
        auto const told = [&](std::optional<Instant> at) {
            auto const words = at ? directory_.zone().rfc3339(std::chrono::floor<std::chrono::seconds>(*at)) : std::string{};
            return Text{words, words};
        };
        value(field, same_time(row, record), told(row), told(record));
    }
    template <class F>
    void named(std::string_view field, std::string const& row, std::string const& record, F name) {
        auto const told = [&](std::string const& of) { return Text{std::string{name(of, Language::zh)}, std::string{name(of, Language::en)}}; };
        value(field, row == record, told(row), told(record));
    }
    void unit(std::string_view field, std::string const& row, std::string const& record) {
        named(field, row, record, [&](std::string const& of, Language language) { return directory_.unit_name(of, language); });
    }

    void compare_what() {
        auto const& r = row_.registration;
        text("content", same_text(r.content, record_.content, LineBreaks::allowed));
        text("subject", r.subject.empty() || same_text(r.subject, record_.subject, LineBreaks::forbidden));  // one that is missing is made from the content
        code("kind", std::optional{r.kind}, std::optional{record_.kind});
        code("severity", std::optional{r.severity}, std::optional{record_.severity});
        code("channel", std::optional{r.channel}, std::optional{record_.channel});
        named("type", r.type, record_.type, [&](std::string const& of, Language language) { return type_words(of, directory_, language); });
    }
    void compare_person() {
        auto const& given = row_.registration.complainant;
        auto const& held = record_.complainant;
        auto const hidden = masked(held);
        bool const nameless = held.anonymous && given.name.empty();  // the export says 匿名 in the place of the name
        text("name", nameless || same_text(given.name, held.name, LineBreaks::forbidden) || same_text(given.name, hidden.name, LineBreaks::forbidden));
        auto const contact = contact_words(given);
        bool const joined = contact == contact_words(hidden) || contact == contact_words(held);
        text("phone", joined || given.phone == held.phone || given.phone == hidden.phone);
        text("email", joined || given.email == held.email || given.email == hidden.email);
        auto const told = [](bool anonymous) { return anonymous ? Text{"是", "yes"} : Text{"否", "no"}; };
        value("anonymous", given.anonymous == held.anonymous, told(given.anonymous), told(held.anonymous));
    }
    void compare_place() {
        auto const& given = row_.registration.place;
        auto const& held = record_.place;
        if (row_.tells_place_whole) {
            auto const words = place_words(given, directory_, Language::zh), words_en = place_words(given, directory_, Language::en);
            auto const zh = place_words(held, directory_, Language::zh), en = place_words(held, directory_, Language::en);
            auto const same = [](std::string const& a, std::string const& b) { return same_text(a, b, LineBreaks::forbidden); };
            return text("detail", given == held || same(words, zh) || same(words_en, en) || same(words, en) || same(words_en, zh));
        }
        auto const part = [&](std::string_view field, std::string const& row, std::string const& record) { value(field, same_text(row, record, LineBreaks::forbidden), {row, row}, {record, record}); };
        auto const* line = directory_.line(given.line);
        auto const* station = directory_.station(line ? line->code : std::string{}, given.station);
        part("line", line ? line->code : given.line, held.line);
        part("station", station ? station->code : given.station, held.station);
        part("exit", given.exit, held.exit);
        part("train", given.train, held.train);
        part("carriage", given.carriage, held.carriage);
        part("equipment", given.equipment, held.equipment);
        text("detail", same_text(given.detail, held.detail, LineBreaks::forbidden));
    }
    void compare_times() {
        auto const& r = row_.registration;
        time("received_at", r.received_at, record_.received_at);
        time("registered_at", row_.registered_at ? row_.registered_at : r.received_at, record_.registered_at);
        time("occurred_at", r.occurred_at, record_.occurred_at);
        time("fed_back_at", row_.fed_back_at, record_.fed_back_at);
        time("closed_at", row_.closed_at, record_.closed_at);
    }
    void compare_outcome() {
        code("stage", std::optional{row_.stage}, std::optional{record_.stage});
        unit("accepting_unit", row_.accepting_unit.empty() ? std::string{centre_unit} : row_.accepting_unit, record_.accepting_unit);
        unit("handling_unit", row_.handling_unit, record_.lead_unit());
        unit("unit", row_.registration.unit, record_.relayed_unit);
        named("cause", row_.cause, record_.cause, [&](std::string const& of, Language language) { return directory_.cause_name(of, language); });
        text("result", same_text(row_.result, record_.result, LineBreaks::allowed));
        code("resolution", row_.resolution, record_.resolution);
        code("satisfaction", row_.satisfaction, record_.satisfaction);
        if (tells("due_at")) {
            auto const reply = std::find_if(record_.clocks.begin(), record_.clocks.end(), [](Clock const& clock) { return clock.name == ClockName::reply && clock.agreed; });
            time("due_at", row_.due_at, reply == record_.clocks.end() ? std::nullopt : std::optional{reply->due_at});
        }
    }

    ImportedHistory const& row_;
    Complaint const& record_;
    Directory const& directory_;
    std::vector<FieldError> found_;
};

}  // namespace

std::vector<FieldError> differences(ImportedHistory const& row, Complaint const& record, Directory const& directory) { return Comparison{row, record, directory}.run(); }

}  // namespace hearline
