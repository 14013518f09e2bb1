#include "demo/texts_file.hpp"

#include <stdexcept>

#include "base/embedded.hpp"
#include "channel/toml_document.hpp"

namespace hearline::demo {
namespace {

using channel::TomlReader;
using channel::TomlValue;

void collect(std::vector<FieldError>& errors, TomlReader& reader) {
    reader.refuse_unknown();
    for (auto& error : reader.take_errors()) errors.push_back(std::move(error));
}

template <class E>
[[nodiscard]] std::optional<E> code_in(TomlReader& reader, std::string_view key) {
    auto const word = reader.text(key);
    if (word.empty()) return std::nullopt;
    auto const known = from_code<E>(word);
    if (!known) reader.wrong(*reader.table().find(key), key, say("没有代码 {}", "{} is no known code", word));
    return known;
}

[[nodiscard]] Situation read_situation(TomlReader& reader) {
    Situation situation;
    situation.kind = code_in<Kind>(reader, "kind").value_or(Kind::complaint);
    situation.severity = code_in<Severity>(reader, "severity");
    situation.type = reader.required_text("type");
    situation.incident = reader.text("incident");
    situation.weight = static_cast<double>(reader.integer("weight", 1, 1, 100));
    if (reader.text("hours", "any") == "rush") situation.hours = Situation::Hours::rush;
    if (reader.text("season", "any") == "summer") situation.season = Situation::Season::summer;
    situation.causes = reader.texts("cause");
    situation.units = reader.texts("units");
    situation.subject = reader.texts("subject");
    situation.fact = reader.texts("fact");
    situation.more = reader.texts("more");
    situation.grievance = reader.texts("grievance");
    situation.demand = reader.texts("demand");
    situation.findings = reader.texts("findings");
    situation.measures = reader.texts("measures");
    situation.done = reader.texts("done");
    situation.answer = reader.texts("public");
    if (situation.subject.empty() || situation.fact.empty() || situation.done.empty() || situation.answer.empty())
        reader.wrong(reader.table(), "situation", {"缺少 subject、fact、done 或 public", "needs subject, fact, done and public"});
    return situation;
}

}  // namespace

Done read_texts(std::string_view text, std::string_view file, Grammar& grammar) {
    auto const document = TRY(channel::parse_toml(text, file));
    TomlReader root{document, file};
    std::vector<FieldError> errors;
    (void)root.text("format");
    for (auto const* table : {"lists", "findings"}) {
        auto const* lists = root.value(table, TomlValue::Kind::table);
        if (!lists) continue;
        TomlReader reader{*lists, file};
        for (auto const& [name, words] : lists->members) {
            auto all = reader.texts(name);
            if (all.empty()) reader.wrong(words, name, {"词表是空的", "the list is empty"});
            grammar.add_list(std::string{table} == "lists" ? name : fmt::format("{}.{}", table, name), std::move(all));
        }
        collect(errors, reader);
    }
    if (auto const* situations = root.value("situation", TomlValue::Kind::array))
        for (auto const& item : situations->items) {
            TomlReader reader{item, file};
            grammar.add_situation(read_situation(reader));
            collect(errors, reader);
        }
    collect(errors, root);
    return channel::toml_outcome(file, "bad-texts", std::move(errors));
}

Grammar shipped_texts() {
    Grammar grammar;
    for (auto const& file : embedded_files("data")) {
        if (!file.path.starts_with("texts/")) continue;
        if (auto read = read_texts(file.content, file.path, grammar); !read) {
            auto why = read.error().detail.en;
            for (auto const& field : read.error().fields) why += "; " + field.pointer + ": " + field.detail.en;
            throw std::logic_error{why};
        }
    }
    return grammar;
}

}  // namespace hearline::demo
