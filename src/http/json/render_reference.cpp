#include "http/json/render_reference.hpp"

#include "app/reference_version.hpp"
#include "base/unicode.hpp"

namespace hearline::http {

namespace {

/// The names themselves, for whoever edits them: `name` is only the one in the reader's language.
template <class Entry>
void begin_named(AnswerWriter& out, Entry const& entry, Language language) {
    begin_item(out, entry.code, in_language(entry.name, entry.name_en, language));
    out.field("name_zh", entry.name);
    out.field_or_null("name_en", entry.name_en);
    write_pinyin(out, entry.name);
    out.field("retired", entry.retired);
    out.field("version", version_of(entry));
}

std::string_view code_of_gap(Directory::Gap gap) {
    return gap == Directory::Gap::no_desk ? "no_desk" : gap == Directory::Gap::nobody ? "nobody" : "";
}

}  // namespace

std::string_view in_language(std::string_view zh, std::string_view en, Language language) { return language == Language::en && !en.empty() ? en : zh; }

void begin_item(AnswerWriter& out, std::string_view code, std::string_view name) {
    out.begin_object();
    out.field("code", code);
    out.field("name", name);
}

void write_pinyin(AnswerWriter& out, std::string_view name_zh) {
    auto const read = pinyin(name_zh);
    out.field_or_null("pinyin", read.full);
    out.field_or_null("initials", read.initials);
}

void no_children(AnswerWriter& out) {
    out.key("children");
    out.begin_array();
    out.end_array();
}

void write_unit(AnswerWriter& out, Directory const& directory, Unit const& unit, Language language) {
    begin_named(out, unit, language);
    out.field_code("kind", unit.kind);
    out.field("takes_work", unit.takes_work());
    out.field_or_null("gap", code_of_gap(directory.gap(unit.code)));  // R2.2
    out.key("children");
    out.begin_array();
    for (auto const& below : directory.units())
        if (below.parent == unit.code && below.code != unit.code) write_unit(out, directory, below, language);
    out.end_array();
    out.end_object();
}

void write_entry(AnswerWriter& out, std::span<CodeEntry const> entries, CodeEntry const& entry, Language language) {
    begin_named(out, entry, language);
    out.key("children");
    out.begin_array();
    for (auto const& below : entries)
        if (below.parent == entry.code && below.code != entry.code) write_entry(out, entries, below, language);
    out.end_array();
    out.end_object();
}

void write_user(AnswerWriter& out, User const& user, std::optional<Instant> locked_until, Zone const& zone) {
    begin_item(out, user.name, user.name);
    out.field_or_null("display_name", user.display_name);
    out.field_code("role", user.role);
    out.field_or_null("unit", user.unit);
    out.field("disabled", user.disabled);
    out.field("must_change_password", user.must_change);
    out.field_time("locked_until", locked_until, zone);
    out.field("version", version_of(user));
    no_children(out);
    out.end_object();
}

}  // namespace hearline::http
