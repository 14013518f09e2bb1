#pragma once
// Units, types, causes and people as JSON, each with what is below it.
#include <optional>
#include <span>

#include "app/directory.hpp"
#include "http/json/writer.hpp"

namespace hearline::http {

[[nodiscard]] std::string_view in_language(std::string_view zh, std::string_view en, Language language);
/// `code` and `name` of an item, which stays open.
void begin_item(AnswerWriter& out, std::string_view code, std::string_view name);
/// `pinyin` and `initials` of the Chinese name, by which people who type Latin letters find it in every language.
void write_pinyin(AnswerWriter& out, std::string_view name_zh);
void no_children(AnswerWriter& out);

void write_unit(AnswerWriter& out, Directory const& directory, Unit const& unit, Language language);
void write_entry(AnswerWriter& out, std::span<CodeEntry const> entries, CodeEntry const& entry, Language language);
/// `locked_until`: until when wrong passwords keep the account out; nothing for readers whom it does not concern.
void write_user(AnswerWriter& out, User const& user, std::optional<Instant> locked_until, Zone const& zone);

}  // namespace hearline::http
